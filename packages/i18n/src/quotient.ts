import type { Language } from './format.ts';

const DECIMALS = 100n;
const MARK = { sv: ',', en: '.' } as const;

/** "5,67": a positive quotient rounded to hundredths for the eye; whole numbers stand without decimals. */
export function quotientText(language: Language, numerator: bigint, denominator: bigint): string {
  const hundredths = (numerator * DECIMALS * 2n + denominator) / (denominator * 2n);
  const rest = String(hundredths % DECIMALS).padStart(2, '0');
  const whole = String(hundredths / DECIMALS);
  return rest === '00' ? whole : `${whole}${MARK[language]}${rest}`;
}

import { isTextKey, type Language, text } from '@klubba/i18n';
import type { BodyKind } from '@klubba/meeting';
import { type ShippedWording, shippedWordings } from '@klubba/register';

const MINUTE_SECONDS = 60;

/** The proposals for a kind of body. */
export function wordingsFor(kind: BodyKind): readonly ShippedWording[] {
  return shippedWordings.filter((one) => one.kinds.includes(kind));
}

/** The clause in words, with the numbers that its value says. Swedish is the one to decide. */
export function wordingText(language: Language, { id, value }: ShippedWording): string {
  const key = `admin.wording.${id}`;
  const number = typeof value === 'object' && value !== null && 'seconds' in value ? value.seconds : Number(value);
  return isTextKey(key) ? text(language, key, { number, minutes: number / MINUTE_SECONDS }) : id;
}

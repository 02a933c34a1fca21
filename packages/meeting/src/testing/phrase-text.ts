import type { Instant } from '../ids.ts';
import type { PhraseValue, PhraseValues } from '../phrase.ts';

/** What fills the gaps of a sentence, as a test states it: `{name: Karin Ahlqvist (M); count: 2}`; nothing where there are no gaps. */
export function gapsText(values: PhraseValues, timeText: (at: Instant) => string): string {
  const filled = Object.entries(values).map(([name, value]) => `${name}: ${valueText(value, timeText)}`);
  return filled.length === 0 ? '' : ` {${filled.join('; ')}}`;
}

function valueText(value: PhraseValue, timeText: (at: Instant) => string): string {
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((one) => valueText(one, timeText)).join(', ')}]`;
  if ('at' in value) return timeText(value.at);
  if ('organ' in value) return value.organ;
  if ('owner' in value) return `${value.owner}’s`;
  if ('date' in value) return value.date;
  return `${value.key.replace(/^(minutes|alternative)\./, '')}${gapsText(value.values, timeText)}`;
}

function isList(value: PhraseValue): value is readonly PhraseValue[] {
  return Array.isArray(value);
}

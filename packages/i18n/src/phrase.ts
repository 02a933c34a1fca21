import type { Phrase, PhraseValue } from '@klubba/meeting';
import { isTextKey, type Language, listOf, text } from './format.ts';
import { dateText, timeText } from './time.ts';

/** A phrase of the heart in a language. A key without a text is a bug of ours and shows itself as the key. */
export function say(language: Language, phrase: Phrase): string {
  const values = Object.fromEntries(
    Object.entries(phrase.values).map(([name, value]) => [name, plain(language, value)]),
  );
  return isTextKey(phrase.key) ? text(language, phrase.key, values) : phrase.key;
}

/** One value of a phrase: a name, a number, a list, a time, a day. */
export function plain(language: Language, value: PhraseValue): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (isList(value))
    return listOf(
      language,
      value.map((entry) => String(plain(language, entry))),
    );
  if ('key' in value) return say(language, value);
  if ('owner' in value) return genitive(language, value.owner);
  return 'at' in value ? timeText(value.at) : dateText(language, value.date);
}

/** Swedish adds nothing after s, x and z: "Jonas yrkande", "kommunstyrelsens förslag". */
export function genitive(language: Language, name: string): string {
  if (language === 'en') return `${name}’s`;
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}

function isList(value: PhraseValue): value is readonly PhraseValue[] {
  return Array.isArray(value);
}

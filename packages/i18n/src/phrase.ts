import type { Phrase, PhraseValue } from '@klubba/meeting';
import { isTextKey, type Language, listOf, text } from './format.ts';
import { dateText, timeText } from './time.ts';

/** Keys whose texts are whole sentences, whatever gap they begin with. The others are parts of sentences. */
const SENTENCES = /^(?:script\.(?:words|step|effect)|minutes|alarm)\./u;
/** Bodies whose names are common nouns in Swedish; a company's or a board's full name keeps its capitals. */
const COMMON_NOUN = /^\p{Lu}\p{Ll}*(?:fullmäktige|styrelsen|nämnden|utskottet|beredningen|direktionen)$/u;

/** A phrase of the heart in a language. A key without a text is a bug of ours and shows itself as the key. */
export function say(language: Language, phrase: Phrase): string {
  const values = Object.fromEntries(
    Object.entries(phrase.values).map(([name, value]) => [name, plain(language, value)]),
  );
  const words = isTextKey(phrase.key) ? text(language, phrase.key, values) : phrase.key;
  return SENTENCES.test(phrase.key) ? capitalised(words) : words;
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
  if ('organ' in value) return inRunningText(language, value.organ);
  if ('owner' in value) return genitive(language, inRunningText(language, value.owner));
  return 'at' in value ? timeText(value.at) : dateText(language, value.date);
}

function inRunningText(language: Language, name: string): string {
  return language === 'sv' && COMMON_NOUN.test(name) ? `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` : name;
}

function capitalised(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}

/** Swedish adds nothing after s, x and z: "Jonas yrkande", "kommunstyrelsens förslag". */
export function genitive(language: Language, name: string): string {
  if (language === 'en') return `${name}’s`;
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}

function isList(value: PhraseValue): value is readonly PhraseValue[] {
  return Array.isArray(value);
}

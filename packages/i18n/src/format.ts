import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues, type TextKey } from './catalogues.ts';

export type Language = 'sv' | 'en';
/** Lists are joined in the language's way ("A, B och C"); numbers and strings as they are. */
export type TextValues = Readonly<Record<string, string | number | readonly string[]>>;

const LOCALE: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const compiled = new Map<string, IntlMessageFormat>();

/** The text of `key` in `language`. A missing value shows its name in braces rather than throwing: a sentence with a gap beats a dead screen. */
export function text(language: Language, key: TextKey, values: TextValues = {}): string {
  const cacheKey = `${language}:${key}`;
  let message = compiled.get(cacheKey);
  if (!message) {
    message = new IntlMessageFormat(catalogues[language][key], LOCALE[language], undefined, { ignoreTag: true });
    compiled.set(cacheKey, message);
  }
  try {
    return String(message.format(plainValues(language, values)));
  } catch {
    return catalogues[language][key];
  }
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(catalogues.sv, key);
}

function plainValues(language: Language, values: TextValues): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'number' ? value : listOf(language, value),
    ]),
  );
}

export function listOf(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(words);
}

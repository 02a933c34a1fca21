import type { Passage, PassageGroup } from '@klubba/meeting';
import type { TextKey } from './catalogues.ts';
import { type Language, text } from './format.ts';
import { plain, say } from './phrase.ts';

/** A passage as it stands in the minutes: the secretary's words with the facts put in, or the generated prose. Verbatim parts are shown beside it. */
export function passageText(language: Language, passage: Passage): string {
  if (passage.words === undefined) return say(language, passage.phrase);
  const facts = passage.phrase.values;
  return passage.words.replaceAll(/\{(\w+)\}/gu, (brace, name: string) => {
    const fact = facts[name];
    return fact === undefined ? brace : String(plain(language, fact));
  });
}

/** "Kommunfullmäktiges beslut", "Yrkanden", "Beslutsgång". */
export function groupHeading(language: Language, group: PassageGroup, body: string): string {
  const key: TextKey = `minutes.group.${group}`;
  return group === 'decision' ? say(language, { key, values: { body: { owner: body } } }) : text(language, key);
}

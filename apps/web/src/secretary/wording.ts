import { type Language, passageText, plain } from '@klubba/i18n';
import type { Passage } from '@klubba/meeting';

/** A fact of a passage as the reader sees it. `name` is its place in the generated sentence. */
type FactShown = { readonly name: string; readonly text: string };

const FORMS: readonly string[] = ['form', 'count'];

/** The facts that a wording must keep, in the order in which they stand in the text. */
function factsShown(passage: Passage, language: Language): readonly FactShown[] {
  const now = generated(passage, language);
  return Object.entries(passage.phrase.values)
    .filter(([name, value]) => !FORMS.includes(name) && value !== 0)
    .map(([name, value]) => ({ name, text: String(plain(language, value)) }))
    .toSorted((a, b) => place(now, a.text) - place(now, b.text));
}

function generated(passage: Passage, language: Language): string {
  const { words: _words, ...rest } = passage;
  return passageText(language, rest);
}

const place = (text: string, part: string): number => {
  const at = text.indexOf(part);
  return at < 0 ? text.length : at;
};

/** What the secretary edits: prose with each fact in brackets, "[Karin Ahlqvist (M)] yrkar bifall." */
export function draftOf(passage: Passage, language: Language): string {
  const facts = factsShown(passage, language);
  if (passage.words !== undefined)
    return passage.words.replaceAll(/\{(\w+)\}/gu, (brace, name: string) => {
      const fact = facts.find((one) => one.name === name);
      return fact === undefined ? brace : `[${fact.text}]`;
    });
  return bracketed(generated(passage, language), facts);
}

/** Puts each fact's first free occurrence in brackets; longer facts first, so that one inside another is not taken for it. */
function bracketed(text: string, facts: readonly FactShown[]): string {
  const longestFirst = facts.toSorted((a, b) => b.text.length - a.text.length);
  const taken: { readonly from: number; readonly to: number }[] = [];
  for (const fact of longestFirst) {
    const from = freePlace(text, fact.text, taken);
    if (from !== undefined) taken.push({ from, to: from + fact.text.length });
  }
  return taken
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to }) => `${done.slice(0, from)}[${done.slice(from, to)}]${done.slice(to)}`, text);
}

function freePlace(
  text: string,
  part: string,
  taken: readonly { readonly from: number; readonly to: number }[],
): number | undefined {
  if (part === '') return undefined;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    if (taken.every(({ from, to }) => end <= from || at >= to)) return at;
  }
  return undefined;
}

export type Wording = {
  /** For `wordPassage`; empty gives the generated prose back. */
  readonly text: string;
  /** Facts that the draft lost or altered: with these the words may not stand. */
  readonly lacks: readonly FactShown[];
  /** As it will be read. */
  readonly reading: string;
};

/** From what was edited back to words with facts by name. The brackets are the facts; what stands in them cannot be changed. */
export function wordingOf(draft: string, passage: Passage, language: Language): Wording {
  const facts = factsShown(passage, language);
  if (draft.trim() === '') return { text: '', lacks: [], reading: generated(passage, language) };
  let text = draft;
  const lacks: FactShown[] = [];
  for (const fact of facts) {
    const bracket = `[${fact.text}]`;
    const at = text.indexOf(bracket);
    if (at < 0) lacks.push(fact);
    else text = `${text.slice(0, at)}{${fact.name}}${text.slice(at + bracket.length)}`;
  }
  const reading = passageText(language, { ...passage, words: text });
  const unchanged = draft === bracketed(generated(passage, language), facts);
  return { text: unchanged ? '' : text, lacks, reading };
}

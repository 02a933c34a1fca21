import type { ItemId } from '../ids.ts';
import { type Phrase, type PhraseValues, phrase } from '../phrase.ts';
import type { Fact, Meeting, MeetingEvent } from '../types.ts';
import type { Passage, PassageGroup, VoteAnnex } from './shape.ts';
import type { ItemFacts } from './facts-by-item.ts';

/** Everything that passages are written from. */
export type Known = {
  readonly meeting: Meeting;
  readonly byItem: ReadonlyMap<ItemId, ItemFacts>;
  readonly votes: readonly VoteAnnex[];
};

export type EventOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { readonly type: Type }>;
export type FactOf<Type extends MeetingEvent['type']> = Omit<Fact, 'event'> & { readonly event: EventOf<Type> };

export function factsOfType<Type extends MeetingEvent['type']>(
  facts: readonly Fact[],
  ...types: readonly Type[]
): readonly FactOf<Type>[] {
  return facts.filter((fact): fact is Fact & FactOf<Type> => (types as readonly string[]).includes(fact.event.type));
}

type Details = {
  readonly heading?: Phrase;
  readonly verbatim?: readonly string[];
};

/** A passage that rests on these facts. */
export function passage(
  group: PassageGroup,
  key: string,
  words: string,
  values: PhraseValues,
  facts: readonly Pick<Fact, 'seq' | 'at'>[],
  details: Details = {},
): Passage {
  const [first] = facts;
  const verbatim = details.verbatim?.filter((text) => text.trim() !== '') ?? [];
  return {
    key,
    group,
    phrase: phrase(`minutes.${words}`, values),
    seqs: facts.map((fact) => fact.seq),
    ...(first === undefined ? {} : { at: first.at }),
    ...(details.heading === undefined ? {} : { heading: details.heading }),
    ...(verbatim.length === 0 ? {} : { verbatim }),
  };
}

/** Values that only choose between forms of a sentence and are no facts. */
const FORMS: readonly string[] = ['form', 'count'];

/** The secretary's wording put in, if it keeps every fact; a fact is kept by its name in braces. */
export function worded(passage: Passage, wordings: Readonly<Record<string, string>>): Passage {
  const words = wordings[passage.key];
  if (words === undefined) return passage;
  const lacks = Object.entries(passage.phrase.values)
    // What is none (no one abstained) is told by silence.
    .filter(([name, fact]) => fact !== 0 && !FORMS.includes(name) && !words.includes(`{${name}}`))
    .map(([name]) => name);
  return lacks.length === 0 ? { ...passage, words } : { ...passage, lacks };
}

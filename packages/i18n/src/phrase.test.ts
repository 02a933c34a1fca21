import {
  alarms,
  evolve,
  type Fact,
  fold,
  type Meeting,
  minutesDocument,
  type Phrase,
  type PhraseValue,
  script,
} from '@klubba/meeting';
import { boardPlan, councilPlan, evening } from '@klubba/meeting/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogues } from './catalogues.ts';
import { isTextKey } from './format.ts';
import { genitive, say } from './phrase.ts';

function isPhrase(value: PhraseValue): value is Phrase {
  return typeof value === 'object' && 'key' in value;
}

/** The phrase and those in its gaps. */
function phrasesIn(value: PhraseValue): readonly Phrase[] {
  if (Array.isArray(value)) return value.flatMap(phrasesIn);
  return isPhrase(value) ? [value, ...Object.values(value.values).flatMap(phrasesIn)] : [];
}

function spokenAt(meeting: Meeting, at: number): readonly Phrase[] {
  const people = meeting.plan.duties.filter((d) => d.duty === 'chair' || d.duty === 'secretary').map((d) => d.person);
  const actors = [...people, ...(meeting.agenda.leader === undefined ? [] : [meeting.agenda.leader])];
  return actors.flatMap((actor) => {
    const { words, primary, others, notNow, trail } = script(meeting, actor, at);
    const steps = [...(primary ? [primary] : []), ...others, ...notNow.map((refused) => refused.step)];
    const marks = trail.map((mark) => ({ key: mark.key, values: {} }));
    return [...words, ...steps, ...steps.flatMap((s) => s.effect ?? []), ...marks, ...alarms(meeting, actor, at)];
  });
}

/** Every phrase that the heart says in these evenings, once a key. */
function everythingSaid(facts: readonly Fact[]): readonly Phrase[] {
  const said = new Map<string, Phrase>();
  const keep = (phrases: readonly Phrase[]): void => {
    for (const phrase of phrases.flatMap(phrasesIn))
      said.set(`${phrase.key}:${Object.keys(phrase.values).join()}`, phrase);
  };
  let meeting: Meeting | ReturnType<typeof fold> = fold([]);
  for (const fact of facts) {
    meeting = evolve(meeting, fact);
    if (meeting.plan !== undefined) keep(spokenAt(meeting, fact.at));
  }
  if (meeting.plan !== undefined) {
    const document = minutesDocument(meeting, facts);
    keep(
      [...document.general, ...document.sections.flatMap((section) => section.passages)].flatMap((p) => [
        p.phrase,
        ...(p.heading ? [p.heading] : []),
      ]),
    );
  }
  return [...said.values()];
}

const anEvening = fc.record({ plan: fc.constantFrom(councilPlan(), boardPlan()), seed: fc.nat() });
const EVENINGS = 12;
const STEPS = 500;

describe('everything the heart says in a generated evening', () => {
  it('has a text in the catalogue, and leaves no gap unfilled in either language', () => {
    fc.assert(
      fc.property(anEvening, ({ plan, seed }) => {
        const said = everythingSaid(evening(plan, seed, STEPS));
        expect(said.length).toBeGreaterThan(20);
        expect([...new Set(said.map((phrase) => phrase.key).filter((key) => !isTextKey(key)))]).toEqual([]);
        const unfilled = said
          .flatMap((phrase) => (['sv', 'en'] as const).map((language) => say(language, phrase)))
          .filter((sentence) => /[{}]|undefined/u.test(sentence));
        expect([...new Set(unfilled)]).toEqual([]);
      }),
      { numRuns: EVENINGS },
    );
  });
});

describe('a genitive', () => {
  it('adds nothing after s, x and z in Swedish', () => {
    expect(genitive('sv', 'kommunstyrelsen')).toBe('kommunstyrelsens');
    expect(genitive('sv', 'Jonas')).toBe('Jonas');
    expect(genitive('en', 'Jonas')).toBe('Jonas’s');
  });
});

/** What a message is filled with: `{name}`, `{count, plural, …}`. */
function gapsOf(message: string): readonly string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/gu)].flatMap((match) => match[1] ?? []))];
}

describe('what a decision is called', () => {
  it('is filled with the same facts in both languages', () => {
    const keys = Object.keys(catalogues.sv)
      .filter(isTextKey)
      .filter((key) => key.startsWith('alternative.'));
    const different = keys.filter(
      (key) =>
        new Set([...gapsOf(catalogues.sv[key]), ...gapsOf(catalogues.en[key])]).size !==
        gapsOf(catalogues.sv[key]).length,
    );
    expect(keys.length).toBeGreaterThan(50);
    expect(different).toEqual([]);
  });
});

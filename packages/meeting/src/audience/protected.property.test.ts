import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeetingId, PersonId } from '../ids.ts';
import { personWithParty } from '../phrase.ts';
import type { MeetingPlan } from '../plan.ts';
import { evening } from '../testing/evening.ts';
import { boardPlan, councilPlan } from '../testing/index.ts';
import type { Meeting, MeetingEvent, Unplanned } from '../types.ts';
import { fold } from '../meeting.ts';
import { type Audience, PUBLIC_AUDIENCE } from './audience.ts';
import { foldFor } from './fold.ts';
import { personalise } from './personalise.ts';
import { withoutProtectedNames } from './plan.ts';
import { showFact } from './show.ts';

const STEPS = 500;
const RUNS = 10;
const SIGN = 'Skyddad';
const SCREEN = 'p-wall-of-the-hall' as PersonId;
const members: Audience = { kind: 'participants', barredFrom: [] };
const desk: Audience = { kind: 'presidium', barredFrom: [] };

/** Every so many of the people, the chair among them or not, has a protected identity; names and titles can be told again. */
function withProtected(plan: MeetingPlan, every: number, from: number): MeetingPlan {
  return {
    ...plan,
    meeting: 'protected' as MeetingId,
    duties: [...plan.duties, { person: SCREEN, duty: 'hallDevice' }],
    people: [...plan.people, { id: SCREEN, givenName: 'Salen', familyName: '' }].map((person, at) =>
      at % every === from % every && person.id !== SCREEN
        ? { ...person, givenName: `${SIGN}${at}`, familyName: SIGN, title: SIGN, isProtected: true as const }
        : person,
    ),
  };
}

const anEvening = fc
  .record({
    plan: fc.constantFrom(councilPlan(), boardPlan()),
    every: fc.integer({ min: 2, max: 9 }),
    from: fc.integer({ min: 0, max: 8 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ plan, every, from, seed }) => {
    const shaped = withProtected(plan, every, from);
    const changed: MeetingEvent = { type: 'PlanChanged', plan: shaped };
    return { plan: shaped, facts: evening(shaped, seed, STEPS), changed };
  });

function known(meeting: Meeting | Unplanned): Meeting {
  if (meeting.plan === undefined) throw new Error('Nothing was planned.');
  return meeting;
}

describe('one whose identity is protected', () => {
  it('has no name in anything that the public gets, of any evening, fact by fact and as a whole', () => {
    fc.assert(
      fc.property(anEvening, ({ facts, plan, changed }) => {
        let before: Meeting | Unplanned = fold([]);
        for (const fact of facts) {
          expect(JSON.stringify(showFact(fact, PUBLIC_AUDIENCE, before))).not.toContain(SIGN);
          before = fold([...facts.slice(0, fact.seq)]);
        }
        const change = { seq: facts.length + 1, at: plan.startsAt, actor: 'system' as const, event: changed };
        expect(JSON.stringify(showFact(change, PUBLIC_AUDIENCE, fold(facts)))).not.toContain(SIGN);
        expect(JSON.stringify(foldFor(facts, PUBLIC_AUDIENCE))).not.toContain(SIGN);
      }),
      { numRuns: RUNS },
    );
  });

  it('nor on the hall’s own screen, whatever else it shows; those in the meeting read the name', () => {
    fc.assert(
      fc.property(anEvening, ({ facts }) => {
        const whole = known(fold(facts));
        const shown = known(foldFor(facts, members));
        expect(JSON.stringify(personalise(whole, shown, SCREEN))).not.toContain(SIGN);
        expect(JSON.stringify(shown)).toContain(SIGN);
      }),
      { numRuns: RUNS },
    );
  });

  it('is known as such to the desk alone', () => {
    const [fact] = evening(withProtected(councilPlan(), 3, 1), 1, 1);
    const marks = (audience: Audience) => /isProtected/.test(JSON.stringify(showFact(fact!, audience, fold([]))));
    expect([desk, members, { kind: 'support' } as const, PUBLIC_AUDIENCE].map(marks)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is shown by seat and party instead, and by name where the body has decided so', () => {
    const plan = withProtected(councilPlan(), 2, 0);
    const hidden = plan.people.find((one) => one.isProtected && one.party !== undefined)!;
    expect(personWithParty(withoutProtectedNames(plan), hidden.id)).toMatch(/^N\.N\. \(\w+\)$/);
    const source = { kind: 'unsettledDefault' } as const;
    const settings = { ...plan.body.settings, protectedNamesPublic: { value: true, source } };
    const decided: MeetingPlan = { ...plan, body: { ...plan.body, settings } };
    expect(withoutProtectedNames(decided).people).toEqual(plan.people);
  });
});

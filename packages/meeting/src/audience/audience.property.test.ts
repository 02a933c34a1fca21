import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentServing, quorum } from '../attendance/quorum.ts';
import type { ItemId } from '../ids.ts';
import { evolve, fold, unplanned } from '../meeting.ts';
import { evening, withSecrets } from '../testing/evening.ts';
import type { MeetingPlan } from '../plan.ts';
import { boardPlan, councilPlan } from '../testing/index.ts';
import type { Fact, Meeting, MeetingEvent, Unplanned } from '../types.ts';
import { type Audience, audienceOf, PUBLIC_AUDIENCE } from './audience.ts';
import { emptyView, foldFor, foldForPerson, see } from './fold.ts';
import { leaksIn } from '../testing/leaks.ts';
import { personalise } from './personalise.ts';
import { show } from './show.ts';

const STEPS = 900;
const RUNS = 12;

const board = withSecrets(boardPlan());
const plans = [withSecrets(councilPlan()), board];
const anEvening = fc.record({
  plan: fc.constantFrom(...plans),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  cut: fc.integer({ min: 1, max: 100 }),
});
/** Of a board that is not public live: one sent back to the lobby from a seat, and one noted absent out there. */
const SENT_OUT: [{ plan: MeetingPlan; seed: number; cut: number }][] = [
  [{ plan: board, seed: 712851, cut: 31 }],
  [{ plan: board, seed: 155647, cut: 92 }],
];
const once = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function audiencesOf(items: readonly ItemId[]): readonly Audience[] {
  return [
    PUBLIC_AUDIENCE,
    { kind: 'support' },
    { kind: 'participants', barredFrom: [] },
    { kind: 'participants', barredFrom: items.slice(3, 5) },
    { kind: 'presidium', barredFrom: [] },
    { kind: 'presidium', barredFrom: items.slice(-2) },
  ];
}

function known(meeting: Meeting | Unplanned): Meeting {
  if (meeting.plan === undefined) throw new Error('Nothing was planned.');
  return meeting;
}

describe('what an audience knows', () => {
  it('is the same by snapshot and later events as by fetching anew, also over the wire', () => {
    fc.assert(
      fc.property(anEvening, ({ plan, seed, cut }) => {
        const facts = evening(plan, seed, STEPS);
        const at = Math.ceil((facts.length * cut) / 100);
        for (const audience of audiencesOf(plan.items.map((item) => item.id))) {
          const whole = fold(facts.slice(0, at));
          let view = { whole, shown: once(foldFor(facts.slice(0, at), audience)) };
          for (const fact of facts.slice(at)) view = see(view, fact, audience);
          expect(once(view.shown)).toEqual(once(foldFor(facts, audience)));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('holds nothing that the audience may not see', () => {
    fc.assert(
      fc.property(anEvening, ({ plan, seed }) => {
        const facts = evening(plan, seed, STEPS);
        for (const audience of audiencesOf(plan.items.map((item) => item.id))) {
          expect(leaks(facts, audience, show)).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('the canary: a policy that shows everything is caught for everybody but the whole presidium', () => {
    const everything = (event: MeetingEvent): MeetingEvent => event;
    const facts = evening(plans[0] ?? councilPlan(), 0, STEPS);
    const items = known(fold(facts)).plan.items.map((item) => item.id);
    const caught = audiencesOf(items).map((audience) => leaks(facts, audience, everything).length > 0);
    expect(caught.slice(0, 4)).toEqual([true, true, true, true]);
  });

  it('is for one person the audience and the own facts, as if folded from the own stream', () => {
    fc.assert(
      fc.property(anEvening, ({ plan, seed, cut }) => {
        const facts = evening(plan, seed, STEPS).slice(0, Math.max(1, cut * 9));
        const whole = known(fold(facts));
        for (const person of plan.people.filter((_, index) => (index + seed) % 7 === 0)) {
          const audience = audienceOf(whole, person.id);
          const shown = known(foldFor(facts, audience));
          expect(once(personalise(whole, shown, person.id))).toEqual(once(foldForPerson(facts, audience, person.id)));
        }
      }),
      { numRuns: RUNS, examples: SENT_OUT },
    );
  });

  it('NAR-1 DIST-7 is the same quorum for the public of a council as for the chair, at every fact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        let view = emptyView;
        for (const fact of evening(councilPlan(), seed, STEPS)) {
          view = see(view, fact, PUBLIC_AUDIENCE);
          const [whole, shown] = [known(view.whole), known(view.shown)];
          expect(presentServing(shown, undefined).length).toBe(presentServing(whole, undefined).length);
          expect(quorum(shown).required).toBe(quorum(whole).required);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function leaks(facts: readonly Fact[], audience: Audience, policy: typeof show): readonly string[] {
  const found: string[] = [];
  let whole: Meeting | Unplanned = unplanned;
  for (const fact of facts) {
    const event = policy(fact.event, audience, whole);
    if (event !== null) found.push(...leaksIn(event, audience, whole));
    whole = evolve(whole, fact);
  }
  return found;
}

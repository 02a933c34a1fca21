import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyKind } from '../body.ts';
import { decide } from '../decide.ts';
import { fold } from '../meeting.ts';
import type { MeetingPlan } from '../plan.ts';
import { evening } from '../testing/evening.ts';
import { boardPlan, companyPlan, councilPlan } from '../testing/index.ts';
import { hallOf } from '../testing/procedure.ts';
import type { Fact } from '../types.ts';
import { alarms } from './alarms.ts';
import { script } from './script.ts';

const as = (plan: MeetingPlan, kind: BodyKind): MeetingPlan => ({ ...plan, body: { ...plan.body, kind } });
const BODIES: readonly MeetingPlan[] = [
  councilPlan(),
  hallOf({ S: 4, M: 3, V: 2 }),
  boardPlan(),
  boardPlan({ date: '2026-09-10' }),
  as(boardPlan(), 'executiveBoard'),
  as(boardPlan(), 'committee'),
  companyPlan(),
  as(companyPlan(), 'generalMeeting'),
];

/** As they come back from the journal. */
const stored = (facts: readonly Fact[]): readonly Fact[] => JSON.parse(JSON.stringify(facts));

/** What the one who leads and the secretary are shown a second after the last of these facts. */
function shown(facts: readonly Fact[]) {
  const meeting = fold(facts);
  if (meeting.plan === undefined) throw new Error('A planned meeting stays planned.');
  const at = (facts.at(-1)?.at ?? 0) + 1000;
  const secretary = meeting.plan.duties.find((d) => d.duty === 'secretary')?.person;
  const leader = meeting.agenda.leader ?? meeting.plan.duties.find((d) => d.duty === 'chair')?.person;
  return [leader, secretary].flatMap((actor) =>
    actor === undefined
      ? []
      : [{ meeting, at, actor, script: script(meeting, actor, at), alarms: alarms(meeting, actor, at) }],
  );
}

const anyMoment = fc
  .record({ plan: fc.constantFrom(...BODIES), seed: fc.nat(100_000), cut: fc.integer({ min: 1, max: 400 }) })
  .map(({ plan, seed, cut }) => evening(plan, seed, 500).slice(0, cut));

describe('the script and the alarms, in every kind of body', () => {
  it('the same facts give the same, in memory and from the journal, with nothing there that is empty', () => {
    fc.assert(
      fc.property(anyMoment, (facts) => {
        const told = shown(facts).map((one) => ({ script: one.script, alarms: one.alarms }));
        const again = shown(stored(facts)).map((one) => ({ script: one.script, alarms: one.alarms }));
        expect(again).toStrictEqual(told);
        expect(JSON.parse(JSON.stringify(told))).toStrictEqual(told);
      }),
      { numRuns: 25 },
    );
  });

  it('whatever an alarm offers is lawful, and alarms come worst first', () => {
    const ranks = ['stop', 'warning', 'information'];
    fc.assert(
      fc.property(anyMoment, (facts) => {
        for (const { meeting, at, actor, alarms: told } of shown(facts)) {
          const steps = told.flatMap((one) => one.steps);
          expect(steps.filter((step) => !decide(meeting, step.command, { at, actor, id: 'x' }).ok)).toEqual([]);
          const order = told.map(({ rank }) => ranks.indexOf(rank));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
          expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        }
      }),
      { numRuns: 25 },
    );
  });
});

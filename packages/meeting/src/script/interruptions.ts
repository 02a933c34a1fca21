import type { AdjournmentCause } from '../adjournment/types.ts';
import type { Instant, PersonId } from '../ids.ts';
import { personWithParty } from '../phrase.ts';
import { interruptionBars } from '../law/ers-4-barred-today.ts';
import { lostServing, nextSubstitute, offeredAbsence } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { effect, step } from './step.ts';
import type { Moment, Step } from './types.ts';

const BREAK_MINUTES = 15;
const ROUND_MINUTES = 5;
const MINUTE_MILLISECONDS = 60_000;

/** A quarter of an hour from now, on the next full five minutes: what a chair would say aloud. */
export function breakUntil(at: Instant): Instant {
  const round = ROUND_MINUTES * MINUTE_MILLISECONDS;
  return Math.ceil((at + BREAK_MINUTES * MINUTE_MILLISECONDS) / round) * round;
}

export function adjournStep({ at }: Moment, cause: AdjournmentCause, person?: PersonId, name?: string): Step {
  const until = breakUntil(at);
  const command = { type: 'adjourn', cause, until, ...(person === undefined ? {} : { person }) } as const;
  const values = { until: { at: until }, ...(name === undefined ? {} : { name }) };
  return step(name === undefined ? 'adjourn' : 'adjournFor', values, command, {
    asks: ['until'],
    effect: effect('adjourn'),
  });
}

/** What the chair may do about each serving person whom the link has taken: wait together, or go on without. */
export function lossSteps(moment: Moment): readonly Step[] {
  const { meeting } = moment;
  return lostServing(meeting).flatMap(({ person }) => {
    const name = personWithParty(meeting.plan, person);
    return [
      ...linkSteps(meeting, person, name),
      adjournStep(moment, 'connectionLost', person, name),
      ...absenceSteps(moment, person, name),
    ];
  });
}

function linkSteps(meeting: Meeting, person: PersonId, name: string): readonly Step[] {
  return meeting.attendance.present[person]?.awaitingApproval
    ? [step('approveLink', { name }, { type: 'approveLink', person })]
    : [];
}

/** Offered at once where the rule is to adjourn, and after the body's own limit where it has one. */
function absenceSteps({ meeting, at }: Moment, person: PersonId, name: string): readonly Step[] {
  const limited = meeting.plan.body.settings.lossPolicy.value.kind === 'absentAfter';
  if (limited && !offeredAbsence(meeting, at).includes(person)) return [];
  return [
    step(
      'noteAbsent',
      { name },
      { type: 'noteAbsent', person, cause: 'connectionLost' },
      { effect: effect('noteAbsent', { name }) },
    ),
  ];
}

/** The first substitute in turn for each empty or lost seat, with what it costs the one who is away (KL 5:20). */
export function substituteSteps(meeting: Meeting): readonly Step[] {
  const { serving } = meeting.attendance;
  const lost = new Set(lostServing(meeting).map(({ seat }) => seat.id));
  return meeting.plan.seats
    .filter((seat) => serving[seat.id] === undefined || lost.has(seat.id))
    .flatMap((seat) => {
      const substitute = nextSubstitute(meeting, seat.id);
      if (substitute === undefined) return [];
      const away = serving[seat.id]?.person ?? seat.holder;
      const name = personWithParty(meeting.plan, substitute);
      const command = { type: 'callSubstitute', seat: seat.id, substitute } as const;
      if (away === undefined) return [step('callSubstituteVacant', { name }, command)];
      const inPlaceOf = personWithParty(meeting.plan, away);
      const cost =
        lost.has(seat.id) && interruptionBars(meeting) ? { effect: effect('substituteBars', { name: inPlaceOf }) } : {};
      return [step('callSubstitute', { name, inPlaceOf }, command, cost)];
    });
}

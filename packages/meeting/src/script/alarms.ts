import { noticeFaults } from '../agenda/notice.ts';
import type { Instant, PersonId } from '../ids.ts';
import type { LinkConditions, Presence } from '../attendance/types.ts';
import type { Refusal } from '../law/rule.ts';
import { decide } from '../decide.ts';
import { personWithParty, type Phrase, phrase, type PhraseValues } from '../phrase.ts';
import { conflictForecast, isElected, leaderInConflict, lostServing, quorum, servingSeatOf } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { handOverSteps } from './conflict.ts';
import { adjournStep, lossSteps } from './interruptions.ts';
import { step } from './step.ts';
import type { Step } from './types.ts';

export type AlarmRank = 'stop' | 'warning' | 'information';
export type Alarm = Phrase & {
  /** The same as long as it is about the same thing, so that a screen can keep its place. */
  readonly id: string;
  readonly rank: AlarmRank;
  readonly since?: Instant;
  /** Rule behind it, for the paragraph. */
  readonly rule?: Refusal['rule'];
  readonly steps: readonly Step[];
};

const RANKS: readonly AlarmRank[] = ['stop', 'warning', 'information'];

/** What the one who leads must know, the worst first; within a rank the oldest first. Steps are only those lawful now. */
export function alarms(meeting: Meeting, actor: PersonId, at: Instant): readonly Alarm[] {
  if (meeting.agenda.phase === 'closed') return [];
  const all = [
    ...quorumAlarms(meeting, at),
    ...lossAlarms(meeting, at),
    ...leaderAlarms(meeting),
    ...linkAlarms(meeting),
    ...standbyAlarms(meeting),
    ...rollCallAlarms(meeting),
    ...conflictAlarms(meeting),
    ...noticeAlarms(meeting),
    ...lobbyAlarms(meeting),
    ...helpAlarms(meeting),
  ];
  const lawful = (steps: readonly Step[]) =>
    steps.filter((s) => decide(meeting, s.command, { at, actor, id: 'alarm' }).ok);
  return all
    .map((alarm) => ({ ...alarm, steps: lawful(alarm.steps) }))
    .toSorted((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || (a.since ?? 0) - (b.since ?? 0));
}

type More = { readonly since?: Instant | undefined; readonly rule?: string; readonly steps?: readonly Step[] };

function alarm(
  rank: AlarmRank,
  id: string,
  key: string,
  values: PhraseValues,
  { since, rule, steps = [] }: More = {},
): Alarm {
  return {
    ...phrase(`alarm.${key}`, values),
    id,
    rank,
    steps,
    ...(since === undefined ? {} : { since }),
    ...(rule === undefined ? {} : { rule }),
  };
}

function quorumAlarms(meeting: Meeting, at: Instant): readonly Alarm[] {
  if (meeting.attendance.rollCall.declaredQuorate === undefined) return [];
  const { quorate, exception, present, required } = quorum(meeting);
  if (quorate || exception !== undefined) return [];
  return [
    alarm(
      'stop',
      'quorum',
      'notQuorate',
      { present, required },
      { rule: 'NAR-1', steps: [adjournStep({ meeting, at }, 'notQuorate')] },
    ),
  ];
}

/** Serving persons gone from the link: nothing is decided before they are back, noted absent, or the meeting is adjourned. */
function lossAlarms(meeting: Meeting, at: Instant): readonly Alarm[] {
  const steps = lossSteps({ meeting, at });
  return lostServing(meeting).flatMap(({ person }) => {
    const presence = meeting.attendance.present[person];
    if (presence === undefined) return [];
    const name = personWithParty(meeting.plan, person);
    const own = steps.filter((s) => 'person' in s.command && s.command.person === person);
    if (presence.lost === undefined) {
      const { id, key, rule } = whyNotCounted(presence);
      return [alarm('warning', `${id}:${person}`, key, { name }, { rule, steps: own })];
    }
    const { at: since, cause } = presence.lost;
    const gone = Math.max(0, Math.floor((at - since) / 1000));
    const values = { name, since: { at: since }, minutes: Math.floor(gone / 60), seconds: gone % 60, form: cause };
    return [alarm('stop', `lost:${person}`, 'lost', values, { since, rule: 'DIST-5', steps: own })];
  });
}

/** At a distance and not gone: on the way in from the hall, back but not approved, or in a room not declared to be secluded. */
function whyNotCounted({ fulfilled, awaitingApproval }: Presence): { id: string; key: string; rule: string } {
  if (!fulfilled) return { id: 'connecting', key: 'connecting', rule: 'DIST-5' };
  return awaitingApproval
    ? { id: 'approval', key: 'awaitingApproval', rule: 'DIST-5' }
    : { id: 'room', key: 'roomUndeclared', rule: 'DIST-6' };
}

function leaderAlarms(meeting: Meeting): readonly Alarm[] {
  const leader = leaderInConflict(meeting);
  if (leader === undefined) return [];
  return [
    alarm(
      'stop',
      'leader',
      'leaderInConflict',
      { name: personWithParty(meeting.plan, leader) },
      { rule: 'MTG-LEADER-CONFLICT', steps: handOverSteps(meeting) },
    ),
  ];
}

/** Linked and present by the body's rule, but not in every condition: the technician helps, nothing stops. */
function linkAlarms(meeting: Meeting): readonly Alarm[] {
  return Object.values(meeting.attendance.present).flatMap(({ person, fulfilled, conditions }) => {
    const weak = fulfilled && conditions !== undefined && !allMet(conditions);
    return weak
      ? [alarm('warning', `link:${person}`, 'weakLink', { name: personWithParty(meeting.plan, person) })]
      : [];
  });
}

/** Substitutes on link who wait: the chair makes sure of them before they can be called in (DIST-2). */
function standbyAlarms(meeting: Meeting): readonly Alarm[] {
  if (meeting.agenda.phase !== 'open') return [];
  return Object.values(meeting.attendance.present).flatMap(({ person, admitted, fulfilled, awaitingApproval }) => {
    const waits = admitted && fulfilled && awaitingApproval === true && isElected(meeting, person);
    if (!waits || servingSeatOf(meeting, person) !== undefined) return [];
    const name = personWithParty(meeting.plan, person);
    const approve = step('approveLink', { name }, { type: 'approveLink', person });
    return [alarm('information', `standby:${person}`, 'standby', { name }, { rule: 'DIST-2', steps: [approve] })];
  });
}

function allMet(conditions: LinkConditions): boolean {
  return Object.values(conditions).every(Boolean);
}

function rollCallAlarms(meeting: Meeting): readonly Alarm[] {
  const { state, answers } = meeting.attendance.rollCall;
  if (state !== 'running') return [];
  return meeting.plan.seats.flatMap((seat) => {
    const person = meeting.attendance.serving[seat.id]?.person ?? seat.holder;
    if (answers[seat.id] !== 'noAnswer' || person === undefined) return [];
    return [alarm('warning', `answer:${seat.id}`, 'noAnswer', { name: personWithParty(meeting.plan, person) })];
  });
}

function conflictAlarms(meeting: Meeting): readonly Alarm[] {
  return conflictForecast(meeting).map(({ item, number, persons, presentWithout, required, breaksQuorum }) => {
    const names = persons.map((person) => personWithParty(meeting.plan, person));
    if (breaksQuorum)
      return alarm(
        'warning',
        `conflict:${item}`,
        'conflictBreaksQuorum',
        { names, number, present: presentWithout, required },
        { rule: 'NAR-3' },
      );
    return alarm('information', `conflict:${item}`, 'conflictAhead', { names, number, count: names.length });
  });
}

function noticeAlarms(meeting: Meeting): readonly Alarm[] {
  if (meeting.agenda.noticeChecked) return [];
  return noticeFaults(meeting).map((fault, index) =>
    alarm(
      'warning',
      `fault:${fault.rule}:${index}`,
      'fault',
      { fault: phrase(`refusal.${fault.rule}`, fault.detail ?? {}) },
      { rule: fault.rule },
    ),
  );
}

function lobbyAlarms(meeting: Meeting): readonly Alarm[] {
  return Object.values(meeting.attendance.present)
    .filter((presence) => !presence.admitted)
    .map(({ person, since, visitor }) => {
      const name = visitor ?? personWithParty(meeting.plan, person);
      return alarm(
        'information',
        `lobby:${person}`,
        'waiting',
        { name },
        { since, steps: [step('admit', { name }, { type: 'admit', person })] },
      );
    });
}

function helpAlarms(meeting: Meeting): readonly Alarm[] {
  return meeting.support.requests
    .filter((request) => request.answeredBy === undefined)
    .map(({ person, text, at }) =>
      alarm(
        'information',
        `help:${person}:${at}`,
        'help',
        { name: personWithParty(meeting.plan, person), text },
        { since: at },
      ),
    );
}

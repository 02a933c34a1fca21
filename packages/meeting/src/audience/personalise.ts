import type { AgendaState } from '../agenda/types.ts';
import type { AttendanceState, Stretch } from '../attendance/types.ts';
import type { ConflictsState } from '../conflicts/types.ts';
import type { DecisionsState } from '../decisions/types.ts';
import type { PersonId } from '../ids.ts';
import type { SecrecyState } from '../secrecy/types.ts';
import type { Meeting } from '../types.ts';
import { audienceOf } from './audience.ts';
import { eyesOn } from './eyes.ts';
import { withOwn, withOwnCall } from './plan.ts';

/**
 * The snapshot for one person: what the audience knows, with what is that person's own put in from the whole meeting. Equal to
 * folding that person's own stream, at the price of a few lookups instead of a refold.
 */
export function personalise(meeting: Meeting, audienceMeeting: Meeting, person: PersonId): Meeting {
  return {
    ...audienceMeeting,
    seq: meeting.seq,
    plan: withOwn(audienceMeeting.plan, meeting.plan, person),
    agenda: ownReceipts(meeting.agenda, ownCalls(meeting.agenda, audienceMeeting.agenda, person), person),
    attendance: ownAttendance(ownRecord(meeting, person), audienceMeeting.attendance, person),
    lobby: {
      checks: ownEntry(meeting.lobby.checks, audienceMeeting.lobby.checks, person),
      doubted: ownEntry(meeting.lobby.doubted, audienceMeeting.lobby.doubted, person),
    },
    notice: {
      ...audienceMeeting.notice,
      answers: ownEntry(meeting.notice.answers, audienceMeeting.notice.answers, person),
      read: ownEntry(meeting.notice.read, audienceMeeting.notice.read, person),
    },
    remote: {
      ...audienceMeeting.remote,
      permissions: ownEntry(meeting.remote.permissions, audienceMeeting.remote.permissions, person),
    },
    decisions: ownVotes(meeting.decisions, audienceMeeting.decisions, person),
    conflicts: ownConflicts(meeting.conflicts, audienceMeeting.conflicts, person),
    secrecy: ownSecrecy(meeting.secrecy, audienceMeeting.secrecy, person),
    support: {
      ...audienceMeeting.support,
      requests: interleave(
        meeting.support.requests,
        audienceMeeting.support.requests,
        (r) => r.person === person,
        (a, b) => a.person === b.person && a.at === b.at,
      ),
    },
  };
}

/** The whole list, in its order, of what is own and what the audience has; the audience's wording for what is not own. */
function interleave<T>(
  whole: readonly T[],
  shown: readonly T[],
  isOwn: (entry: T) => boolean,
  same: (a: T, b: T) => boolean,
): readonly T[] {
  const rest = [...shown];
  return whole.flatMap((entry) => {
    const index = rest.findIndex((candidate) => same(candidate, entry));
    const [counterpart] = index < 0 ? [] : rest.splice(index, 1);
    if (isOwn(entry)) return [entry];
    return counterpart === undefined ? [] : [counterpart];
  });
}

function ownEntry<V>(
  whole: Readonly<Record<PersonId, V>>,
  shown: Readonly<Record<PersonId, V>>,
  person: PersonId,
): Readonly<Record<PersonId, V>> {
  const own = whole[person];
  if (own !== undefined) return { ...shown, [person]: own };
  const { [person]: _gone, ...others } = shown;
  return others;
}

function ownAttendance(whole: AttendanceState, shown: AttendanceState, person: PersonId): AttendanceState {
  const same = (a: Stretch, b: Stretch): boolean =>
    a.person === b.person && a.from === b.from && a.capacity === b.capacity && a.seat === b.seat;
  return {
    ...shown,
    present: ownEntry(whole.present, shown.present, person),
    serving: ownService(whole.serving, shown.serving, person),
    barredToday: ownEntry(whole.barredToday, shown.barredToday, person),
    linkLog: interleave(
      whole.linkLog,
      shown.linkLog,
      (loss) => loss.person === person,
      (a, b) => a.person === b.person && a.from === b.from,
    ),
    stretches: interleave(whole.stretches, shown.stretches, (stretch) => stretch.person === person, same),
  };
}

/** Whoever waits outside a body that is not public live is not told which item is open, nor which one was when the own coming and
 * going was noted. */
function ownRecord(meeting: Meeting, person: PersonId): AttendanceState {
  if (eyesOn(null, audienceOf(meeting, person), meeting) !== 'notice') return meeting.attendance;
  return {
    ...meeting.attendance,
    linkLog: meeting.attendance.linkLog.map(withoutItem),
    stretches: meeting.attendance.stretches.map(withoutItem),
  };
}

function withoutItem<Noted extends { readonly atItem?: number }>(noted: Noted): Omit<Noted, 'atItem'> {
  const { atItem: _withheld, ...kept } = noted;
  return kept;
}

/** The seat that one serves, and in which item for another: one's own to know. */
function ownService(
  whole: AttendanceState['serving'],
  shown: AttendanceState['serving'],
  person: PersonId,
): AttendanceState['serving'] {
  return { ...shown, ...Object.fromEntries(Object.entries(whole).filter(([, service]) => service.person === person)) };
}

/** To be heard in an item: one's own call is known to oneself. */
function ownCalls(whole: AgendaState, shown: AgendaState, person: PersonId): AgendaState {
  const items = Object.entries(shown.items).map(([id, item]) => {
    const called = whole.items[item.id]?.externals?.includes(person);
    return [id, called ? withOwnCall(item, person) : item];
  });
  return { ...shown, items: Object.fromEntries(items) };
}

function ownReceipts(whole: AgendaState, shown: AgendaState, person: PersonId): AgendaState {
  const items = Object.entries(shown.items).map(([id, item]) => {
    const all = whole.items[item.id]?.receipts ?? {};
    const receipts = Object.fromEntries(
      Object.entries(all)
        .map(([document, persons]) => {
          const known = item.receipts[document as keyof typeof item.receipts] ?? [];
          return [
            document,
            interleave(
              persons,
              known,
              (p) => p === person,
              (a, b) => a === b,
            ),
          ] as const;
        })
        .filter(([, persons]) => persons.length > 0),
    );
    return [id, Object.keys(receipts).length === 0 ? item : { ...item, receipts: { ...item.receipts, ...receipts } }];
  });
  return { ...shown, items: Object.fromEntries(items) };
}

function ownVotes(whole: DecisionsState, shown: DecisionsState, person: PersonId): DecisionsState {
  const votes = Object.entries(shown.votes).map(([id, vote]) => {
    const own = whole.votes[vote.id]?.cast[person];
    return [id, own === undefined ? vote : { ...vote, cast: { ...vote.cast, [person]: own } }];
  });
  return { ...shown, votes: Object.fromEntries(votes) };
}

function ownConflicts(whole: ConflictsState, shown: ConflictsState, person: PersonId): ConflictsState {
  const byItem = { ...shown.byItem };
  for (const [id, conflicts] of Object.entries(whole.byItem)) {
    const item = id as keyof typeof byItem;
    if (!conflicts.some((c) => c.person === person)) continue;
    byItem[item] = interleave(
      conflicts,
      shown.byItem[item] ?? [],
      (c) => c.person === person,
      (a, b) => a.person === b.person,
    );
  }
  return { ...shown, byItem };
}

function ownSecrecy(whole: SecrecyState, shown: SecrecyState, person: PersonId): SecrecyState {
  const declarations = { ...shown.declarations };
  for (const [id, declared] of Object.entries(whole.declarations)) {
    const item = id as keyof typeof declarations;
    const own = declared[person];
    if (own !== undefined) declarations[item] = { ...declarations[item], [person]: own };
  }
  return { ...shown, declarations, externals: ownEntry(whole.externals, shown.externals, person) };
}

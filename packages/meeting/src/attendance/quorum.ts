import { isCompany } from '../body.ts';
import type { ItemId, PersonId } from '../ids.ts';
import { abl1, nar1, requiredPresent } from '../law/nar-1-quorum.ts';
import { conflictExcuses } from '../law/nar-2-conflict-exception.ts';
import { conflictBreaksQuorum, nar3 } from '../law/nar-3-no-board-exception.ts';
import { answerableBelowQuorum } from '../law/nar-4-interpellations.ts';
import type { Refusal } from '../law/rule.ts';
import type { Seat } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { isCheckedIn, isPresent } from './presence.ts';
import { inConflict } from './seats.ts';
import { standIns } from './substitutes.ts';

export type Quorum = {
  /** Serving and present, without those in conflict in the item. */
  readonly present: number;
  readonly required: number;
  /** The full number. */
  readonly seats: number;
  /** `present >= required`; an exception is told apart. */
  readonly quorate: boolean;
  /** Below the number, and lawful all the same: `conflict` for the whole item, `interpellation` for answering only. */
  readonly exception?: 'conflict' | 'interpellation';
  readonly remote: number;
  readonly inRoom: number;
  /** Serving persons whose link does not meet the conditions now. */
  readonly lost: number;
};

/** What is about to be done. Decisions need the number; an interpellation may be answered by fewer (KL 5:45). */
export type QuorumPurpose = 'openItem' | 'question' | 'vote' | 'gavel';

export type PresentServing = { readonly seat: Seat; readonly person: PersonId };

/** Who can vote now: serving and present, in seat order, without those in conflict in the open item. */
export function presentServing(
  meeting: Meeting,
  item: ItemId | undefined = meeting.agenda.current,
): readonly PresentServing[] {
  const away = inConflict(meeting, item);
  return meeting.plan.seats.flatMap((seat) => {
    const person = meeting.attendance.serving[seat.id]?.person;
    return person !== undefined && !away.has(person) && isPresent(meeting, person) ? [{ seat, person }] : [];
  });
}

/** Serving persons whom the link has taken away for the moment. */
export function lostServing(meeting: Meeting): readonly PresentServing[] {
  return meeting.plan.seats.flatMap((seat) => {
    const person = meeting.attendance.serving[seat.id]?.person;
    return person !== undefined && !isPresent(meeting, person) ? [{ seat, person }] : [];
  });
}

/** NAR-1…5 for the open item, or for one that is about to be opened. */
export function quorum(meeting: Meeting, item: ItemId | undefined = meeting.agenda.current): Quorum {
  const { body } = meeting.plan;
  const here = presentServing(meeting, item);
  const present = here.length;
  const required = requiredPresent(body);
  const remote = here.filter(({ person }) => meeting.attendance.present[person]?.mode === 'remote').length;
  const exception = exceptionFor(meeting, item, present, required);
  return {
    present,
    required,
    seats: body.seatsTotal,
    quorate: present >= required,
    ...(exception && { exception }),
    remote,
    inRoom: present - remote,
    lost: lostServing(meeting).length,
  };
}

function exceptionFor(
  meeting: Meeting,
  item: ItemId | undefined,
  present: number,
  required: number,
): Quorum['exception'] {
  if (item === undefined || present >= required) return undefined;
  if (conflictExcuses(meeting.plan.body.kind, present, awayInConflict(meeting, item), required)) return 'conflict';
  return answerableBelowQuorum(meeting.plan.body, meeting.agenda.items[item]?.kind) ? 'interpellation' : undefined;
}

/** Seats that stand empty in the item because the one who would serve is in conflict and nobody was called in. */
function awayInConflict(meeting: Meeting, item: ItemId): number {
  const conflicted = inConflict(meeting, item);
  if (conflicted.size === 0) return 0;
  const { serving, steppedAside } = meeting.attendance;
  return meeting.plan.seats.filter(({ id }) => {
    const person = serving[id] ? serving[id].person : steppedAside[id]?.person;
    return person !== undefined && conflicted.has(person) && isCheckedIn(meeting, person);
  }).length;
}

/** May the body act now, counted in heads? The roll call is what establishes the number, so it alone may be opened without it;
 * and a board's item whose conflicts leave it short, when substitutes are there who can be called for the item once it is open. */
export function quorumGate(
  meeting: Meeting,
  purpose: QuorumPurpose,
  item: ItemId | undefined = meeting.agenda.current,
): Refusal | null {
  if (purpose === 'openItem' && item !== undefined && meeting.agenda.items[item]?.kind === 'rollCall') return null;
  const { present, required, quorate, exception } = quorum(meeting, item);
  if (quorate || exception === 'conflict') return null;
  if (exception === 'interpellation' && purpose === 'openItem') return null;
  const { kind } = meeting.plan.body;
  if (item !== undefined && conflictBreaksQuorum(kind, present, awayInConflict(meeting, item), required)) {
    const callable = standIns(meeting, item, [...inConflict(meeting, item)]).length;
    return purpose === 'openItem' && present + callable >= required
      ? null
      : { rule: nar3.id, detail: { present, required } };
  }
  return { rule: isCompany(kind) ? abl1.id : nar1.id, detail: { present, required } };
}

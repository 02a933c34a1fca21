import { isPresent } from '../attendance/presence.ts';
import { presentServing } from '../attendance/quorum.ts';
import { inConflict, servingSeatOf } from '../attendance/seats.ts';
import { nextSubstitute } from '../attendance/substitutes.ts';
import type { ItemId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { requiredPresent } from './nar-1-quorum.ts';
import { kl, rule } from './rule.ts';

/** Contested conflict: the body decides at once. The person takes part in that only if the body is otherwise not quorate and nobody can be called. */
export const jav3 = rule({ id: 'JAV-3', statutes: [kl(6, 30), kl(5, 47)], bodies: 'all' });

export type ContestedHearing = {
  readonly quorateWithout: boolean;
  /** Who could be called in the person's place. */
  readonly substitute?: PersonId;
  /** May the person take part in the decision on the own conflict? */
  readonly personTakesPart: boolean;
};

export function contestedHearing(meeting: Meeting, item: ItemId, person: PersonId): ContestedHearing {
  const others = presentServing(meeting, item).filter((p) => p.person !== person).length;
  const quorateWithout = others >= requiredPresent(meeting.plan.body);
  const seat = servingSeatOf(meeting, person);
  const substitute = seat ? nextSubstitute(meeting, seat.id) : undefined;
  const personTakesPart = !quorateWithout && substitute === undefined && isPresent(meeting, person);
  return { quorateWithout, personTakesPart, ...(substitute && { substitute }) };
}

/** In the open item: in conflict, or contested while the body could not decide that without a substitute in the person's place. */
export function conflictMayStepAside(meeting: Meeting, person: PersonId): boolean {
  const item = meeting.agenda.current;
  if (item === undefined) return false;
  if (inConflict(meeting, item).has(person)) return true;
  const contested =
    meeting.conflicts.byItem[item]?.some((c) => c.person === person && c.state === 'contested') ?? false;
  if (!contested) return false;
  const { quorateWithout, substitute } = contestedHearing(meeting, item, person);
  return !quorateWithout && substitute !== undefined;
}

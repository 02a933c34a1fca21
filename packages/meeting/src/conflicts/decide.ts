import { isPresent } from '../attendance/presence.ts';
import { presentServing } from '../attendance/quorum.ts';
import { isElected, personName } from '../attendance/seats.ts';
import type { ItemId, PersonId } from '../ids.ts';
import { isCompanyConflict } from '../law/abl-5-company-conflict.ts';
import { mtgConflict } from '../law/jav-2-board.ts';
import { contestedHearing, jav3 } from '../law/jav-3-contested.ts';
import { nar1, requiredPresent } from '../law/nar-1-quorum.ts';
import { sessionGate, sessionState } from '../law/mtg-session.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import { isOver } from './forecast.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import type { Conflict, ConflictsCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

export function decideConflicts(meeting: Meeting, command: ConflictsCommand, context: Context): Decided {
  const { item, person } = command;
  const over = itemIsOver(meeting, item);
  if (over) return refused({ rule: mtgConflict.id, detail: { why: over } });
  const known = conflictOf(meeting, item, person);
  switch (command.type) {
    case 'declareConflict':
      if (known?.state === 'declared' || known?.state === 'established') return ok([]);
      return ok([
        { type: 'ConflictDeclared', item, person, ...(command.ground !== undefined && { ground: command.ground }) },
      ]);
    case 'raiseConflict': {
      const exempt = isCompanyConflict(meeting, command.ground);
      return exempt ? refused(exempt) : raise(meeting, command, known, context);
    }
    case 'contestConflict':
      if (known?.state === 'contested') return ok([]);
      return known?.state === 'raised'
        ? ok([{ type: 'ConflictContested', item, person }])
        : refused({ rule: mtgConflict.id, detail: { why: 'notRaised' } });
    case 'decideConflict':
      return settle(meeting, command, known);
    case 'withdrawConflict':
      return withdraw(command, known);
    default:
      return unreachable(command);
  }
}

function conflictOf(meeting: Meeting, item: ItemId, person: PersonId): Conflict | undefined {
  return meeting.conflicts.byItem[item]?.find((c) => c.person === person);
}

/** Why the item's conflicts can no longer be changed: it is unknown, or handled, or the meeting is over. */
function itemIsOver(meeting: Meeting, item: ItemId): 'unknown' | 'closed' | undefined {
  const state = meeting.agenda.items[item];
  if (!state) return 'unknown';
  const over = isOver(state) || sessionState(meeting) === 'closed';
  return over ? 'closed' : undefined;
}

function raise(
  meeting: Meeting,
  command: Extract<ConflictsCommand, { type: 'raiseConflict' }>,
  known: Conflict | undefined,
  context: Context,
): Decided {
  const { item, person, ground } = command;
  if (!isElected(meeting, person))
    return refused({ rule: mtgConflict.id, detail: { why: 'notElected', person: personName(meeting, person) } });
  if (known && known.state !== 'withdrawn' && known.state !== 'rejected') return ok([]);
  if (known?.state === 'rejected')
    return refused({ rule: mtgConflict.id, detail: { why: 'decided', person: personName(meeting, person) } });
  if (context.actor === 'system') return refused({ rule: mtgConflict.id, detail: { why: 'notRaised' } });
  return ok([{ type: 'ConflictRaised', item, person, ground, by: context.actor }]);
}

/** The body's decision on a raised or contested conflict (6:30): by a quorate body without the person, or with the person when no other way is left. */
function settle(
  meeting: Meeting,
  command: Extract<ConflictsCommand, { type: 'decideConflict' }>,
  known: Conflict | undefined,
): Decided {
  const { item, person, inConflict } = command;
  if (known?.state !== 'raised' && known?.state !== 'contested')
    return refused({ rule: mtgConflict.id, detail: { why: 'notRaised' } });
  const closed = sessionGate(meeting);
  if (closed) return refused(closed);
  const { quorateWithout, substitute } = contestedHearing(meeting, item, person);
  const detail = { person: personName(meeting, person) };
  if (!quorateWithout && substitute !== undefined)
    return refused({ rule: jav3.id, detail: { ...detail, substitute: personName(meeting, substitute) } });
  if (!quorateWithout && !quorateWith(meeting, item, person)) return refused(shortage(meeting, item));
  return ok([{ type: 'ConflictDecided', item, person, inConflict }]);
}

function quorateWith(meeting: Meeting, item: ItemId, person: PersonId): boolean {
  const others = presentServing(meeting, item).filter((p) => p.person !== person).length;
  return others + (isPresent(meeting, person) ? 1 : 0) >= requiredPresent(meeting.plan.body);
}

function shortage(meeting: Meeting, item: ItemId) {
  return {
    rule: nar1.id,
    detail: { present: presentServing(meeting, item).length, required: requiredPresent(meeting.plan.body) },
  };
}

/** An own declaration can be taken back while the item waits; what the body has decided stands. */
function withdraw(
  command: Extract<ConflictsCommand, { type: 'withdrawConflict' }>,
  known: Conflict | undefined,
): Decided {
  const { item, person } = command;
  if (!known || known.state === 'withdrawn') return refused({ rule: mtgConflict.id, detail: { why: 'notRaised' } });
  if (known.state === 'established' || known.state === 'rejected')
    return refused({ rule: mtgConflict.id, detail: { why: 'decided' } });
  return ok([{ type: 'ConflictWithdrawn', item, person }]);
}

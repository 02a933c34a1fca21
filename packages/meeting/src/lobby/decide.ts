import { isLinked } from '../attendance/linked.ts';
import { personName, servingSeatOf } from '../attendance/seats.ts';
import type { PersonId } from '../ids.ts';
import { leaderOf } from '../law/mtg-authority.ts';
import { mtgAbsent, mtgLobby } from '../law/mtg-attendance.ts';
import { sessionState } from '../law/mtg-session.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { identityTalkOf } from './talks.ts';
import type { IdentityProof, LobbyCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

export function decideLobby(meeting: Meeting, command: LobbyCommand, { actor }: Context): Decided {
  if (actor === 'system') return refused({ rule: mtgLobby.id });
  switch (command.type) {
    case 'beginIdentityCheck':
      return begin(meeting, command.person, actor);
    case 'endIdentityCheck':
      return end(meeting, command.person, command.proofs, actor);
    case 'doubtIdentity':
      return doubt(meeting, command.person, actor);
    default:
      return unreachable(command);
  }
}

/** Whoever asks leaves the meeting's picture and sound for as long as it takes: that must cost the meeting nothing. */
function begin(meeting: Meeting, person: PersonId, by: PersonId): Decided {
  const presence = meeting.attendance.present[person];
  if (!presence) return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  if (presence.admitted) return refused({ rule: mtgLobby.id, detail: { why: 'inside' } });
  const [own, theirs] = [identityTalkOf(meeting, by), identityTalkOf(meeting, person)];
  if (own?.by === by && own.person === person) return ok([]);
  if (own || theirs) return refused({ rule: mtgLobby.id, detail: { why: 'talking' } });
  const needed = isNeededInside(meeting, by);
  return needed ? refused(needed) : ok([{ type: 'IdentityCheckBegun', person, by }]);
}

function isNeededInside(meeting: Meeting, by: PersonId): Refusal | null {
  if (sessionState(meeting) !== 'open') return null;
  if (leaderOf(meeting) === by) return { rule: mtgLobby.id, detail: { why: 'leads' } };
  const presence = meeting.attendance.present[by];
  const counts = servingSeatOf(meeting, by) !== undefined && presence !== undefined && isLinked(meeting.plan, presence);
  return counts ? { rule: mtgLobby.id, detail: { why: 'serves' } } : null;
}

function end(meeting: Meeting, person: PersonId, proofs: readonly IdentityProof[], by: PersonId): Decided {
  const check = meeting.lobby.checks[person];
  if (!check || check.proofs) return refused({ rule: mtgLobby.id, detail: { why: 'notAsked' } });
  return ok([{ type: 'IdentityCheckEnded', person, by, proofs: [...new Set(proofs)] }]);
}

/** Out of picture, sound and seat in the same fact. Nothing bars the real person from serving when found (KL 5:20 is for those who left). */
function doubt(meeting: Meeting, person: PersonId, by: PersonId): Decided {
  const presence = meeting.attendance.present[person];
  if (!presence) return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  if (!presence.admitted) return ok([]);
  if (person === by || person === leaderOf(meeting)) return refused({ rule: mtgLobby.id, detail: { why: 'leader' } });
  const seat = servingSeatOf(meeting, person);
  return ok([
    ...(seat
      ? [{ type: 'SeatLeft' as const, seat: seat.id, person, cause: 'notedAbsent' as const, barredToday: false }]
      : []),
    { type: 'IdentityDoubted', person, by },
  ]);
}

import { votingRegisterGate } from './abl-9-general-meeting.ts';
import { outsiderGate } from './mtg-externals.ts';
import { type QuorumPurpose, quorumGate } from '../attendance/quorum.ts';
import type { ItemId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { linkGate } from './dist-5-lost-member.ts';
import { leaderConflictGate } from './jav-2-board.ts';
import { sessionGate } from './mtg-session.ts';
import { doorsGate } from './off-1-council-doors.ts';
import type { Refusal } from './rule.ts';

/** Everything about who is here that must hold before an item, a proposition, a vote or the gavel, in the order a chair would ask. */
export function decisionGate(
  meeting: Meeting,
  purpose: QuorumPurpose,
  item: ItemId | undefined = meeting.agenda.current,
): Refusal | null {
  const here = sessionGate(meeting) ?? leaderConflictGate(meeting, item) ?? quorumGate(meeting, purpose, item);
  if (here || purpose === 'openItem') return here;
  return votingRegisterGate(meeting) ?? linkGate(meeting, 'decision') ?? doorsGate(meeting) ?? outsiderGate(meeting);
}

import { leaderMayLead } from '../agenda/leading.ts';
import { inTheWay } from '../law/in-the-way.ts';
import type { Refusal } from '../law/rule.ts';
import { type QuorumPurpose, quorumGate, sessionGate } from '../selectors.ts';
import type { Meeting } from '../types.ts';

/** What must hold at every step that decides: in session, led by one who may, quorate (DEC-16, DEC-17). */
export function decidingGate(meeting: Meeting, purpose: QuorumPurpose): Refusal | null {
  const item = meeting.agenda.current;
  return inTheWay(sessionGate(meeting), item && leaderMayLead(meeting, item), quorumGate(meeting, purpose));
}

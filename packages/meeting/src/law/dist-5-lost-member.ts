import { lostServing } from '../attendance/quorum.ts';
import { personName } from '../attendance/seats.ts';
import type { PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { kl, order, type Refusal, rule } from './rule.ts';

/** A serving member is lost: nothing is decided until the member is back or noted absent, or the meeting is adjourned. */
export const dist5 = rule({ id: 'DIST-5', statutes: [kl(5, 16), kl(6, 24), order], bodies: 'all' });
/** Each link's losses with their times are kept for the appendix of the minutes. */
export const dist4 = rule({ id: 'DIST-4', statutes: [kl(5, 16), order], bodies: 'all' });
/** The number is counted anew at every coming and going, and before each item and each vote. */
export const dist7 = rule({ id: 'DIST-7', statutes: [kl(5, 45), kl(6, 27)], bodies: 'all' });

/** `speech`: only where the body's rule is that a degraded link stops the meeting (ADJ-07). */
export function linkGate(meeting: Meeting, purpose: 'speech' | 'decision'): Refusal | null {
  if (purpose === 'speech' && !meeting.plan.body.settings.degradedLinkStops.value) return null;
  const lost = lostServing(meeting).map(({ person }) => person);
  for (const why of ['lost', 'approval', 'room'] as const) {
    const persons = lost.filter((person) => whyLost(meeting, person) === why);
    if (persons.length > 0)
      return { rule: dist5.id, detail: { why, persons: persons.map((p) => personName(meeting, p)) } };
  }
  return null;
}

/** `approval`: the link is back and not approved yet; `room`: the room is not declared to be secluded. */
function whyLost(meeting: Meeting, person: PersonId): 'lost' | 'approval' | 'room' {
  const presence = meeting.attendance.present[person];
  if (!presence?.fulfilled) return 'lost';
  return presence.awaitingApproval ? 'approval' : 'room';
}

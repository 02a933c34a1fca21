import { house, rule, type Refusal } from './rule.ts';
import type { Meeting } from '../types.ts';

/** Nothing is debated or decided before the opening, in a break, before the check after it, or after the close. */
export const mtgSession = rule({ id: 'MTG-SESSION', statutes: [house], bodies: 'all' });

export type SessionState = 'notOpen' | 'open' | 'adjourned' | 'checking' | 'closed';

export function sessionState(meeting: Meeting): SessionState {
  switch (meeting.agenda.phase) {
    case 'planned':
    case 'checkIn':
      return 'notOpen';
    case 'closed':
      return 'closed';
    case 'open':
      if (meeting.adjournment.current) return 'adjourned';
      return meeting.adjournment.check ? 'checking' : 'open';
  }
}

/** Is the meeting in session? While adjourned, and until the compulsory check is completed, nothing is debated or decided (ADJ-03). */
export function sessionGate(meeting: Meeting): Refusal | null {
  const state = sessionState(meeting);
  return state === 'open' ? null : { rule: mtgSession.id, detail: { state } };
}

import { isCouncil } from '../body.ts';
import type { Meeting } from '../types.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** The council meets in public; by its own decision the deliberation of one item, never the decision, is behind closed doors. Substitutes may stay. */
export const off1 = rule({ id: 'OFF-1', statutes: [kl(5, 42)], bodies: ['council', 'federationCouncil'] });

/** Doors may be closed while the item is deliberated: presented or debated. */
export function deliberating(meeting: Meeting): boolean {
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  return item?.stage === 'presentation' || item?.stage === 'debate';
}

/** The council's decision is made in the open: the doors are opened first. */
export function doorsGate(meeting: Meeting): Refusal | null {
  const closed = meeting.secrecy.closedFor !== undefined && isCouncil(meeting.plan.body.kind);
  return closed ? { rule: off1.id, detail: { why: 'decision' } } : null;
}

import type { ItemId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { abl, kl, type Refusal, rule } from './rule.ts';

/**
 * A company board decides without a meeting only if every member agrees; the last signature dates the decision (practice on 8:21, unsettled).
 * For councils and boards the law has no such way: urgent chair's decisions (6:39) and delegation (6:37) are theirs.
 */
export const abl8 = rule({ id: 'ABL-8', statutes: [abl(8, 21), kl(5, 53), kl(6, 33)], bodies: 'all', unsettled: true });

export function members({ plan }: Pick<Meeting, 'plan'>): readonly PersonId[] {
  return plan.seats.flatMap((seat) => seat.holder ?? []);
}

export function mayDecidePerCapsulam(meeting: Pick<Meeting, 'plan' | 'agenda'>, item: ItemId): Refusal | null {
  if (meeting.plan.body.kind !== 'companyBoard') return { rule: abl8.id, detail: { why: 'body' } };
  const waiting = meeting.agenda.items[item]?.stage === 'waiting' && meeting.agenda.phase !== 'closed';
  return waiting ? null : { rule: abl8.id, detail: { why: 'stage' } };
}

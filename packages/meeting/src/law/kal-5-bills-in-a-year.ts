import type { Item, MeetingPlan } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** A member's bill should be ready for decision within a year of being raised; if not, the council is told and may write it off. */
export const kal5 = rule({ id: 'KAL-5', statutes: [kl(5, 35)], bodies: ['council', 'federationCouncil'] });

export function isOverdue(plan: Pick<MeetingPlan, 'date'>, item: Pick<Item, 'kind' | 'raisedOn'>): boolean {
  return item.kind === 'bill' && item.raisedOn !== undefined && plan.date > aYearAfter(item.raisedOn);
}

function aYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

import { personName } from '../attendance/seats.ts';
import type { ItemId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { abl, type Refusal, rule } from './rule.ts';

/** No decision unless every member, as far as possible, has been given the chance to take part and satisfactory material: shown by receipts, or by the chair's stand. */
export const abl4 = rule({ id: 'ABL-4', statutes: [abl(8, 21)], bodies: ['companyBoard'] });

/** Members without a receipt for some document of the item; all of them when nobody was called. */
export function materialMissing(meeting: Meeting, item: ItemId): readonly PersonId[] {
  const { plan, agenda, company } = meeting;
  const state = agenda.items[item];
  if (plan.body.kind !== 'companyBoard' || !state || company.materialStands[item] !== undefined) return [];
  const members = plan.seats.flatMap((seat) => seat.holder ?? []);
  if (plan.notice.sentOn === null) return members;
  return members.filter((person) => state.documents.some((d) => !state.receipts[d.id]?.includes(person)));
}

export function materialGate(meeting: Meeting, item: ItemId): Refusal | null {
  const missing = materialMissing(meeting, item).map((person) => personName(meeting, person));
  return missing.length === 0 ? null : { rule: abl4.id, detail: { count: missing.length, persons: missing } };
}

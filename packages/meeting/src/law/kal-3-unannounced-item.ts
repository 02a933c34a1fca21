import type { PersonId } from '../ids.ts';
import type { Item, ItemKind, MeetingPlan } from '../plan.ts';
import { announcement } from './kal-2-late-item.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** What was not made known is taken up only if urgent and with the consent of everyone present; unprepared too, all must agree on the decision. */
export const kal3 = rule({ id: 'KAL-3', statutes: [kl(5, 52), kl(5, 33)], bodies: ['council', 'federationCouncil'] });

/** The meeting's own forms need no announcement of their own. */
const FORMAL_KINDS: readonly ItemKind[] = ['rollCall', 'adjusters', 'agenda', 'information'];

/** First gate (5:52): may it be decided today? `consent` = who agreed to take it up; `present` = everyone who must. */
export function mayBeTakenUp(
  plan: Pick<MeetingPlan, 'body' | 'date'>,
  item: Item,
  consent: readonly PersonId[],
  present: readonly PersonId[],
): Refusal | null {
  if (isFormal(item) || announcement(plan, item) === 'inTime') return null;
  if (!item.urgent) return { rule: kal3.id, detail: { missing: 'urgency', number: item.number } };
  const without = present.filter((person) => !consent.includes(person)).length;
  return without === 0 ? null : { rule: kal3.id, detail: { missing: 'consent', number: item.number, without } };
}

export function isFormal(item: Pick<Item, 'kind'>): boolean {
  return FORMAL_KINDS.includes(item.kind);
}

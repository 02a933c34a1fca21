import { isCouncil } from '../body.ts';
import type { Item, ItemKind, MeetingPlan } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** A council decides what a board or a drafting committee has prepared; urgent and unprepared, only if everyone present agrees. */
export const kal4 = rule({ id: 'KAL-4', statutes: [kl(5, 26), kl(5, 33)], bodies: ['council', 'federationCouncil'] });

/** Elections, reports, interpellations and the meeting's forms need no preparation (5:29–34). */
const PREPARED_KINDS: readonly ItemKind[] = ['matter', 'bill'];

/** `unanimous`: urgent, so it may be decided today if nobody present is against (5:33). */
export function preparation(
  plan: Pick<MeetingPlan, 'body'>,
  item: Pick<Item, 'kind' | 'preparedBy' | 'urgent'>,
): 'done' | 'unanimous' | 'missing' {
  if (!isCouncil(plan.body.kind) || !PREPARED_KINDS.includes(item.kind) || item.preparedBy.length > 0) return 'done';
  return item.urgent ? 'unanimous' : 'missing';
}

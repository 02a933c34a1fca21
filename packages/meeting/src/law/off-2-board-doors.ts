import { isCouncil } from '../body.ts';
import type { Item } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { kl, rule } from './rule.ts';

/** A board meets behind closed doors unless the council has allowed otherwise; always in exercise of authority and with secret matters. */
export const off2 = rule({
  id: 'OFF-2',
  statutes: [kl(6, 25)],
  bodies: ['executiveBoard', 'board', 'committee', 'draftingCommittee', 'federationBoard', 'jointBoard'],
});

/** Items of a board that are closed whatever its doors are otherwise. */
export function alwaysClosed(meeting: Meeting, item: Item): boolean {
  return !isCouncil(meeting.plan.body.kind) && (item.exerciseOfAuthority === true || item.doors !== 'open');
}

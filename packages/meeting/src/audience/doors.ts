import { type Body, isCouncil } from '../body.ts';
import type { ItemId } from '../ids.ts';
import type { Item } from '../plan.ts';
import type { Meeting } from '../types.ts';

/** Behind closed doors at this moment. */
export function isClosed(meeting: Meeting, item: ItemId): boolean {
  return meeting.secrecy.closedFor === item;
}

/** Planned closed or secret, closed by law, or once closed tonight: only those cleared may see its inside. */
export function wasClosed(meeting: Meeting, item: ItemId): boolean {
  const planned = meeting.agenda.items[item];
  const byPlan = planned !== undefined && isConfidential(planned, meeting.plan.body);
  return byPlan || isClosed(meeting, item) || meeting.secrecy.closedItems.includes(item);
}

/** A board's exercise of authority against somebody is always behind closed doors (KL 6:25). */
export function isConfidential(item: Item, body: Body): boolean {
  return item.doors !== 'open' || (item.exerciseOfAuthority === true && !isCouncil(body.kind));
}

/** May the public see what happens inside the item now? In a council only the deliberation is closed: the decision itself is
 * taken in the open (KL 5:42). In a board a closed item stays closed (KL 6:25). A secret one stays so everywhere (OSL). */
export function isOpenToPublic(meeting: Meeting, item: ItemId): boolean {
  if (isClosed(meeting, item)) return false;
  const planned = meeting.agenda.items[item];
  if (planned === undefined || planned.doors === 'secret') return false;
  if (!wasClosed(meeting, item)) return true;
  if (!isCouncil(meeting.plan.body.kind)) return false;
  const deliberatedClosed = meeting.secrecy.closedItems.includes(item);
  return deliberatedClosed || planned.stage === 'deciding' || planned.stage === 'decided';
}

import type { Meeting } from '../types.ts';
import { kl, order, rule } from './rule.ts';

/** A member who comes may serve although a substitute does; in practice the two change places between items. */
export const ers3 = rule({ id: 'ERS-3', statutes: [kl(5, 19), order], bodies: 'all' });

/** May the two change places now? */
export function placesMayChange(meeting: Meeting): boolean {
  const betweenItems = meeting.agenda.current === undefined;
  if (meeting.plan.body.settings.memberReturnsBetweenItems.value) return betweenItems;
  return meeting.decisions.openVote === undefined;
}

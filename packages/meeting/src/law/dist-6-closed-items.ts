import { isLinked } from '../attendance/linked.ts';
import type { Presence } from '../attendance/types.ts';
import type { ItemId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { kl, order, type Statute, rule } from './rule.ts';

const secrecyAct: Statute = { act: 'OSL', chapter: 26, section: '1' };

/** Behind closed doors nobody is at a distance, or only from the municipality's premises, or with a room declared to be secluded. */
export const dist6 = rule({ id: 'DIST-6', statutes: [kl(6, 25), secrecyAct, order], bodies: 'all' });

export type RemoteBehindClosedDoors = 'never' | 'premisesOnly' | 'protected';

/** The body's rule for the item; where it is decided per item and nothing is decided, nobody is at a distance. */
export function closedItemRule(meeting: Meeting, item: ItemId): RemoteBehindClosedDoors {
  const rule = meeting.plan.body.settings.remoteForSecretItems.value;
  return rule === 'perItem' ? (meeting.agenda.items[item]?.remoteWhenClosed ?? 'never') : rule;
}

/** May this person hear what is said behind the doors closed now? In the hall: yes. */
export function hearsClosedItem(meeting: Meeting, presence: Presence): boolean {
  const item = meeting.secrecy.closedFor;
  return item === undefined || hearsItem(meeting, presence, item);
}

/** May this person hear this item, when it is behind closed doors? */
export function hearsItem(meeting: Meeting, presence: Presence, item: ItemId): boolean {
  if (!isLinked(meeting.plan, presence)) return true;
  // Let in to be heard in just this item, after a talk with the desk.
  const heard = meeting.secrecy.externals[presence.person];
  if (heard?.state === 'admitted' && heard.item === item) return true;
  switch (closedItemRule(meeting, item)) {
    case 'never':
      return false;
    case 'premisesOnly':
      return presence.room !== undefined;
    case 'protected':
      return meeting.secrecy.declarations[item]?.[presence.person] !== undefined;
  }
}

/** Serving persons at a distance who are shut out by rule, whatever they declare. */
export function shutOut(meeting: Meeting): readonly PersonId[] {
  const item = meeting.secrecy.closedFor;
  if (item === undefined || closedItemRule(meeting, item) === 'protected') return [];
  return Object.values(meeting.attendance.serving)
    .map((service) => service.person)
    .filter((person) => {
      const presence = meeting.attendance.present[person];
      return presence !== undefined && !hearsClosedItem(meeting, presence);
    });
}

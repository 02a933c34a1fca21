import { inConflict } from '../attendance/seats.ts';
import type { ItemId, PersonId } from '../ids.ts';
import type { Duty } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { hearsItem } from '../law/dist-6-closed-items.ts';
import { isClosed, wasClosed } from './doors.ts';

/** The few kinds of eyes on a meeting. State is folded and bytes are made once per audience, never per person. */
export type Audience =
  | { readonly kind: 'public' }
  /** Everyone admitted to the meeting. `barredFrom`: items of which this person may see nothing but what the body's
   * rules leave to one in conflict of interest, or to one without clearance for a closed item. */
  | { readonly kind: 'participants'; readonly barredFrom: readonly ItemId[] }
  /** Chair, vice chairs, secretary and assistant. */
  | { readonly kind: 'presidium'; readonly barredFrom: readonly ItemId[] }
  /** Technicians: links and devices, nothing of a closed item. */
  | { readonly kind: 'support' };

export const PUBLIC_AUDIENCE: Audience = { kind: 'public' };

const PRESIDIUM_DUTIES: readonly Duty[] = ['chair', 'viceChair', 'secondViceChair', 'secretary', 'assistant'];
/** May be present behind closed doors without holding a seat (KL 5:39, 5:42, 6:17). */
const DUTIES_BEHIND_CLOSED_DOORS: readonly Duty[] = [...PRESIDIUM_DUTIES, 'commissioner'];

/** Equal keys ⇔ equal bytes. */
export function audienceKey(audience: Audience): string {
  switch (audience.kind) {
    case 'public':
    case 'support':
      return audience.kind;
    case 'participants':
    case 'presidium':
      return [audience.kind, ...audience.barredFrom.toSorted()].join(':');
  }
}

/** Which eyes this person has now. Changes with every conflict, admission and closed item; the caller sends a fresh snapshot when it does. */
export function audienceOf(meeting: Meeting, person: PersonId): Audience {
  const duties = dutiesOf(meeting, person);
  const barredFrom = barredItems(meeting, person);
  if (meeting.agenda.leader === person || duties.some((d) => PRESIDIUM_DUTIES.includes(d)))
    return { kind: 'presidium', barredFrom };
  if (duties.includes('technician')) return { kind: 'support' };
  if (duties.includes('external')) return PUBLIC_AUDIENCE;
  const known = belongs(meeting, person) || duties.length > 0;
  const waiting = meeting.attendance.present[person]?.admitted === false;
  return known && !waiting ? { kind: 'participants', barredFrom } : PUBLIC_AUDIENCE;
}

/** Items whose inside this person may not see: own conflict of interest, and closed items without clearance. Sorted. */
export function barredItems(meeting: Meeting, person: PersonId): readonly ItemId[] {
  return meeting.agenda.order
    .filter(
      (item) =>
        inConflict(meeting, item).has(person) || (wasClosed(meeting, item) && !isCleared(meeting, item, person)),
    )
    .toSorted();
}

/** May this person see the inside of a closed or secret item? Those who hold a place in the body, its presidium and the item's
 * own presenter. From the moment the item is opened also: in the meeting, and at a distance only from a declared room (SEC-2, DIST-6). */
function isCleared(meeting: Meeting, item: ItemId, person: PersonId): boolean {
  const duties = dutiesOf(meeting, person);
  const officer = meeting.agenda.leader === person || duties.some((d) => DUTIES_BEHIND_CLOSED_DOORS.includes(d));
  const presents = meeting.agenda.items[item]?.presenter === person;
  if (!officer && !presents && !belongs(meeting, person)) return false;
  if (meeting.agenda.items[item]?.stage === 'waiting' && !isClosed(meeting, item)) return true;
  const presence = meeting.attendance.present[person];
  if (presence === undefined || !presence.admitted) return officer;
  return hearsItem(meeting, presence, item);
}

function belongs(meeting: Meeting, person: PersonId): boolean {
  return (
    meeting.plan.seats.some((seat) => seat.holder === person) ||
    meeting.plan.substitutes.some((list) => list.persons.includes(person))
  );
}

function dutiesOf(meeting: Meeting, person: PersonId): readonly Duty[] {
  return meeting.plan.duties.filter((d) => d.person === person).map((d) => d.duty);
}

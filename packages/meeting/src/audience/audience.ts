import type { ItemId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';

/** The few kinds of eyes on a meeting. State is folded and bytes are made once per audience, never per person. */
export type Audience =
  | { readonly kind: 'public' }
  /** Everyone admitted to the meeting. `barredFrom`: items of which this person may see nothing but what the public sees (conflict of interest, secret item without clearance). */
  | { readonly kind: 'participants'; readonly barredFrom: readonly ItemId[] }
  /** Chair, vice chairs, secretary and assistant. */
  | { readonly kind: 'presidium'; readonly barredFrom: readonly ItemId[] }
  /** Technicians: links and devices, nothing of a closed item. */
  | { readonly kind: 'support' };

export const PUBLIC_AUDIENCE: Audience = { kind: 'public' };

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
  const duties = meeting.plan.duties.filter((d) => d.person === person).map((d) => d.duty);
  const barredFrom = barredItems(meeting, person);
  if (duties.some((d) => PRESIDIUM_DUTIES.has(d)) || meeting.agenda.leader === person) return { kind: 'presidium', barredFrom };
  if (duties.includes('technician')) return { kind: 'support' };
  const presence = meeting.attendance.present[person];
  const belongs = meeting.plan.seats.some((s) => s.holder === person) || meeting.plan.substitutes.some((l) => l.persons.includes(person));
  if (duties.includes('external')) return { kind: 'public' };
  if (belongs || duties.length > 0) return presence?.admitted === false ? { kind: 'public' } : { kind: 'participants', barredFrom };
  return { kind: 'public' };
}

const PRESIDIUM_DUTIES = new Set(['chair', 'viceChair', 'secondViceChair', 'secretary', 'assistant']);

/** Items whose inside this person may not see: own established conflict where the body's rule removes the person, and closed items without clearance. */
export function barredItems(meeting: Meeting, person: PersonId): readonly ItemId[] {
  const inConflict = Object.entries(meeting.conflicts.byItem)
    .filter(([, list]) => list.some((c) => c.person === person && (c.state === 'declared' || c.state === 'established')))
    .map(([item]) => item as ItemId);
  return inConflict.toSorted();
}

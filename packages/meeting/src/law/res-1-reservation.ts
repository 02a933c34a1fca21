import type { ItemId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** Who took part in deciding an item may reserve against it, before the meeting is closed. */
export const res1 = rule({ id: 'RES-1', statutes: [kl(4, 27)], bodies: 'all' });

export function mayReserve(
  meeting: Pick<Meeting, 'agenda' | 'decisions'>,
  item: ItemId,
  person: PersonId,
): Refusal | null {
  if (meeting.agenda.phase !== 'open') return { rule: res1.id, detail: { why: 'closed' } };
  if (meeting.agenda.items[item]?.outcome === undefined) return { rule: res1.id, detail: { why: 'undecided' } };
  const tookPart = meeting.decisions.tookPart[item]?.includes(person) === true;
  const aside = meeting.decisions.standsAside[item]?.includes(person) === true;
  return tookPart && !aside ? null : { rule: res1.id, detail: { why: 'notTakenPart' } };
}

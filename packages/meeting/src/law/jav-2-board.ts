import type { PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { inConflict, personName } from '../attendance/seats.ts';
import { mtgLeaderConflict } from './mtg-agenda.ts';
import { abl, kl, type Refusal, rule } from './rule.ts';

/** Board: one in conflict takes no part and is not present: out of picture, sound, documents, chat and vote. */
export const jav2 = rule({
  id: 'JAV-2',
  statutes: [kl(6, 28), kl(6, 30), abl(8, 23)],
  bodies: [
    'executiveBoard',
    'board',
    'committee',
    'draftingCommittee',
    'federationBoard',
    'jointBoard',
    'companyBoard',
  ],
});
/** An item's conflicts are told until it is closed, and answered in order: raised, contested, decided. */
export const mtgConflict = rule({ id: 'MTG-CONFLICT', statutes: [kl(6, 30)], bodies: 'all' });

/** One in conflict does not lead the item either (JAV-06): must the chair be handed over before this item is handled? */
export function leaderConflictGate(meeting: Meeting, item = meeting.agenda.current): Refusal | null {
  const { leader } = meeting.agenda;
  if (leader === undefined || !inConflict(meeting, item).has(leader)) return null;
  return { rule: mtgLeaderConflict.id, detail: { name: personName(meeting, leader) } };
}

/** The person in conflict, if it is the one who leads. */
export function leaderInConflict(meeting: Meeting, item = meeting.agenda.current): PersonId | undefined {
  return leaderConflictGate(meeting, item) ? meeting.agenda.leader : undefined;
}

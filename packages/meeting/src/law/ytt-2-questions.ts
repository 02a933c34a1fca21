import type { RequestKind } from '../floor/types.ts';
import type { PersonId } from '../ids.ts';
import type { Item } from '../plan.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** A question is between the one who asks and the one who answers; an interpellation is open to all. */
export const ytt2 = rule({ id: 'YTT-2', statutes: [kl(5, 62), kl(5, 64)], bodies: ['council', 'federationCouncil'] });

/** How the meeting is conducted may be raised by anybody, in a question too. */
export function maySpeakInQuestion(
  item: Pick<Item, 'kind' | 'asker' | 'answerer'>,
  person: PersonId,
  kind: RequestKind,
): Refusal | null {
  if (item.kind !== 'question' || kind === 'pointOfOrder') return null;
  return person === item.asker || person === item.answerer ? null : { rule: ytt2.id };
}

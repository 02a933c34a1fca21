import { type Body, isCouncil } from '../body.ts';
import type { ItemKind } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** The council may have decided that interpellations and questions are answered by fewer. Answering only: no decision. */
export const nar4 = rule({ id: 'NAR-4', statutes: [kl(5, 45)], bodies: ['council', 'federationCouncil'] });

export function answerableBelowQuorum(body: Body, kind: ItemKind | undefined): boolean {
  return (
    isCouncil(body.kind) &&
    body.settings.interpellationsBelowQuorum.value &&
    (kind === 'interpellation' || kind === 'question')
  );
}

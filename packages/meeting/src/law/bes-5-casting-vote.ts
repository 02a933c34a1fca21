import type { Choice } from '../decisions/types.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** Equal votes: the chair decides; between persons, the lot. Whether the casting vote must follow the own one the law does not say. */
export const bes5 = rule({ id: 'BES-5', statutes: [kl(4, 25), kl(5, 56), kl(6, 33)], bodies: 'all', unsettled: true });

/** `own`: how the chair voted; `cast`: where the casting vote would go. */
export function castingVoteStands(followsOwn: boolean, own: Choice | undefined, cast: 'yes' | 'no'): Refusal | null {
  const bound = followsOwn && (own === 'yes' || own === 'no');
  return bound && own !== cast ? { rule: bes5.id, detail: { own } } : null;
}

import type { QuestionKind } from '../decisions/types.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** Votes are open and by name; in elections and when staff is employed they are closed. */
export const bes3 = rule({ id: 'BES-3', statutes: [kl(5, 54), kl(6, 33)], bodies: 'all' });

/** An open vote on persons would break the secrecy that the law gives it. */
export function mayVoteOpenly(kind: QuestionKind): Refusal | null {
  return kind === 'election' ? { rule: bes3.id } : null;
}

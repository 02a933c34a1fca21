import type { QuestionDraft } from '../decisions/types.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** The reason belongs to those who ask for it: each referral back is put with its own reason, and several may pass. */
export const ord4 = rule({ id: 'ORD-4', statutes: [kl(5, 50)], bodies: 'all' });

export function reasonsApart(questions: readonly Pick<QuestionDraft, 'kind' | 'alternatives'>[]): Refusal | null {
  const mixed = questions.some(
    (q) => q.kind === 'referralBack' && q.alternatives.filter((a) => a.proposal !== undefined).length !== 1,
  );
  return mixed ? { rule: ord4.id } : null;
}

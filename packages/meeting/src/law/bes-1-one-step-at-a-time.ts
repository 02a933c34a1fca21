import { kl, type Refusal, rule } from './rule.ts';

/** Every question can be answered yes or no; debate closed, order approved, question put, finding stated, vote if demanded, gavel. */
export const bes1 = rule({ id: 'BES-1', statutes: [kl(5, 53), kl(6, 33)], bodies: 'all' });

/** What is missing before the step may be taken. */
export type MissingStep =
  | 'debateClosed'
  | 'order'
  | 'approval'
  | 'question'
  | 'put'
  | 'finding'
  | 'demand'
  | 'opponent'
  | 'vote'
  | 'voteClosed'
  | 'alternative'
  | 'gavel';

export function notYet(missing: MissingStep): Refusal {
  return { rule: bes1.id, detail: { missing } };
}

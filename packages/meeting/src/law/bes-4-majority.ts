import type { Alternative, QuestionDraft, Threshold } from '../decisions/types.ts';
import type { ItemId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { hasMinorityRight } from './ord-1-minority-right.ts';
import { kl, rule } from './rule.ts';

/** More of the votes cast decides; who abstains is not counted. */
export const bes4 = rule({ id: 'BES-4', statutes: [kl(5, 55), kl(6, 33)], bodies: 'all' });
/** Some decisions ask for two thirds (5:10, 5:37, 5:58). */
export const bes6 = rule({ id: 'BES-6', statutes: [kl(5, 10), kl(5, 37), kl(5, 58)], bodies: 'all' });
/** A federation's order may ask for a qualified majority; otherwise it follows the council's and the boards' rules. */
export const for1 = rule({ id: 'FOR-1', statutes: [kl(9, 2), kl(9, 6)], bodies: ['federationCouncil', 'federationBoard'] });

const MATTER: readonly QuestionDraft['kind'][] = ['main', 'clause', 'addition'];

/** What the law asks of this question in this item. */
export function majorityFor(meeting: Pick<Meeting, 'plan' | 'agenda' | 'proposals'>, item: ItemId, question: Pick<QuestionDraft, 'kind' | 'alternatives'>): Threshold {
  const state = meeting.agenda.items[item];
  const wanted = question.alternatives.find((a) => ['referBack', 'table', 'adopt'].includes(a.kind));
  if (!state) return { kind: 'simple' };
  const addressee = wanted?.proposal ? meeting.proposals.byId[wanted.proposal]?.addressee : undefined;
  if (wanted && hasMinorityRight(meeting.plan, state, question.kind, addressee)) return { kind: 'thirdOfPresent', for: wanted.id };
  const changing = question.alternatives.find(changesSomething);
  if (state.majority && changing && MATTER.includes(question.kind)) return { kind: state.majority, for: changing.id };
  return meeting.plan.body.kind === 'companyBoard' ? { kind: 'company' } : { kind: 'simple' };
}

function changesSomething({ kind }: Alternative): boolean {
  return kind === 'proposal' || kind === 'adopt';
}

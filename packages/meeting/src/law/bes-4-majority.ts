import type { ItemState } from '../agenda/types.ts';
import type { Alternative, QuestionDraft, Threshold } from '../decisions/types.ts';
import type { Meeting } from '../types.ts';
import { qualifiedMajority } from './for-1-federations.ts';
import { hasMinorityRight } from './ord-1-minority-right.ts';
import { kl, rule } from './rule.ts';

/** More of the votes cast decides; who abstains is not counted. */
export const bes4 = rule({ id: 'BES-4', statutes: [kl(5, 55), kl(6, 33)], bodies: 'all' });

const MATTER: readonly QuestionDraft['kind'][] = ['main', 'clause', 'addition'];

/** What the law asks of this question in this item. */
export function majorityFor(
  meeting: Pick<Meeting, 'plan' | 'proposals'>,
  item: ItemState,
  question: Pick<QuestionDraft, 'kind' | 'alternatives'>,
): Threshold {
  const wanted = question.alternatives.find((a) => a.kind === 'referBack' || a.kind === 'table');
  const addressee = wanted?.proposal ? meeting.proposals.byId[wanted.proposal]?.addressee : undefined;
  if (wanted && hasMinorityRight(meeting.plan, item, question.kind, addressee))
    return { kind: 'thirdOfPresent', for: wanted.id };
  const changing = question.alternatives.find(changesSomething);
  const own = item.ownMajority;
  if (own && changing && MATTER.includes(question.kind)) return { kind: 'fraction', ...own, for: changing.id };
  const qualified = qualifiedMajority(item);
  if (qualified && changing && MATTER.includes(question.kind)) return { kind: qualified, for: changing.id };
  return meeting.plan.body.kind === 'companyBoard' ? { kind: 'company' } : { kind: 'simple' };
}

function changesSomething({ kind }: Alternative): boolean {
  return kind === 'proposal' || kind === 'adopt';
}

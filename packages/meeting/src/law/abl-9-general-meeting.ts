import type { QuestionKind } from '../decisions/types.ts';
import type { ItemId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { abl, type Refusal, rule } from './rule.ts';

/** A general meeting is digital only by the articles, or in extraordinary circumstances; it approves its voting register before it decides anything, and votes go by that register; an election is closed if somebody asks. */
export const abl9 = rule({ id: 'ABL-9', statutes: [abl(7, 15), abl(7, 29), abl(7, 39)], bodies: ['generalMeeting'] });

/** The registered permission carries the clause of the articles, or the circumstances. */
export function digitalGeneralMeeting({ plan }: Pick<Meeting, 'plan'>): Refusal | null {
  const barred = plan.body.kind === 'generalMeeting' && !plan.body.settings.remoteAllowed.value;
  return barred ? { rule: abl9.id, detail: { why: 'digital' } } : null;
}

/** Open by the law, until somebody entitled to vote wants it closed. */
export function mayElectOpenly(
  { plan, company }: Pick<Meeting, 'plan' | 'company'>,
  item: ItemId,
  kind: QuestionKind,
): 'open' | Refusal | null {
  if (plan.body.kind !== 'generalMeeting' || kind !== 'election') return null;
  return company.closedElections.includes(item) ? { rule: abl9.id, detail: { why: 'closed' } } : 'open';
}

/** ABL 7:29: nothing is decided before the meeting has approved who is here, for how many shares and votes. */
export function votingRegisterGate({ plan, company }: Pick<Meeting, 'plan' | 'company'>): Refusal | null {
  const lacks = plan.body.kind === 'generalMeeting' && company.votingRegister === undefined;
  return lacks ? { rule: abl9.id, detail: { why: 'register' } } : null;
}

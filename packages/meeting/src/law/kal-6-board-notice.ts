import type { FormalFault } from '../agenda/types.ts';
import { isCompany, isCouncil } from '../body.ts';
import type { MeetingPlan } from '../plan.ts';
import { daysBetween } from './kal-1-notice.ts';
import { kl, order, rule } from './rule.ts';

/** The law gives boards no number of days: their reglemente does. */
export const kal6 = rule({
  id: 'KAL-6',
  statutes: [kl(6, 23), kl(6, 44), order],
  bodies: ['executiveBoard', 'board', 'committee', 'draftingCommittee', 'federationBoard', 'jointBoard'],
});

export function boardNotice({
  body,
  notice,
  date,
}: Pick<MeetingPlan, 'body' | 'notice' | 'date'>): readonly FormalFault[] {
  if (isCouncil(body.kind) || isCompany(body.kind)) return [];
  const required = body.settings.noticeDays?.value ?? 0;
  const days = notice.sentOn === null ? -1 : daysBetween(notice.sentOn, date);
  return days < required ? [{ rule: kal6.id, detail: { what: 'sent', days, required } }] : [];
}

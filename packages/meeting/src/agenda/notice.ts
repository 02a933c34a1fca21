import { del1, isWithoutMandate } from '../law/del-1-chair-decisions.ts';
import { del2, isForbiddenToDelegate } from '../law/del-2-not-delegated.ts';
import { noticeInTime } from '../law/kal-1-notice.ts';
import { announcement, kal2 } from '../law/kal-2-late-item.ts';
import { isFormal, kal3 } from '../law/kal-3-unannounced-item.ts';
import { kal4, preparation } from '../law/kal-4-preparation.ts';
import { isOverdue, kal5 } from '../law/kal-5-bills-in-a-year.ts';
import { boardNotice } from '../law/kal-6-board-notice.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import type { Meeting } from '../types.ts';
import type { FormalFault } from './types.ts';

/**
 * Faults of form in how the meeting was called and its items prepared. They do not stop the meeting by themselves: a decision stands unless
 * it is appealed. So the chair takes a stand, and the stand is recorded.
 */
export function noticeFaults(meeting: Pick<Meeting, 'plan'>): readonly FormalFault[] {
  const { plan } = meeting;
  return [...noticeInTime(plan), ...boardNotice(plan), ...plan.items.flatMap((item) => itemFaults(plan, item))];
}

function itemFaults(plan: MeetingPlan, item: Item): readonly FormalFault[] {
  const faults: FormalFault[] = [];
  const { number } = item;
  if (!isFormal(item)) {
    const announced = announcement(plan, item);
    if (announced === 'late') faults.push({ rule: kal2.id, detail: { number } });
    if (announced === 'unannounced') faults.push({ rule: kal3.id, detail: { missing: 'announcement', number } });
  }
  if (preparation(plan, item) !== 'done') faults.push({ rule: kal4.id, detail: { number } });
  if (isOverdue(plan, item)) faults.push({ rule: kal5.id, detail: { number } });
  if (item.reported?.some(isWithoutMandate)) faults.push({ rule: del1.id, detail: { number } });
  if (item.reported?.some(isForbiddenToDelegate)) faults.push({ rule: del2.id, detail: { number } });
  return faults;
}

import { isCouncil } from '../body.ts';
import type { LocalDate } from '../ids.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import { daysBetween, NOTICE_DAYS } from './kal-1-notice.ts';
import { dayBefore, isHoliday } from './public-holidays.ts';
import { kl, rule } from './rule.ts';

/** An item made known later than a week before is decided only if it is urgent and was made known the weekday before at the latest. */
export const kal2 = rule({ id: 'KAL-2', statutes: [kl(5, 14)], bodies: ['council', 'federationCouncil'] });

/** `inTime`: decided like any other. `late`: made known, and yet to be treated as unannounced (KAL-3). */
export function announcement(
  plan: Pick<MeetingPlan, 'body' | 'date'>,
  item: Pick<Item, 'announcedOn' | 'urgent'>,
): 'inTime' | 'late' | 'unannounced' {
  if (!isCouncil(plan.body.kind)) return 'inTime';
  if (item.announcedOn === undefined) return 'unannounced';
  if (daysBetween(item.announcedOn, plan.date) >= NOTICE_DAYS) return 'inTime';
  return item.urgent && item.announcedOn <= weekdayBefore(plan.date) ? 'inTime' : 'late';
}

/** Last weekday before the day: neither Saturday, Sunday nor public holiday. */
export function weekdayBefore(date: LocalDate): LocalDate {
  let day = dayBefore(date);
  while (isHoliday(day)) day = dayBefore(day);
  return day;
}

import { isCouncil } from '../body.ts';
import type { LocalDate } from '../ids.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import { daysBetween, NOTICE_DAYS } from './kal-1-notice.ts';
import { kl, rule } from './rule.ts';

/** An item made known later than a week before is decided only if it is urgent and was made known the weekday before at the latest. */
export const kal2 = rule({ id: 'KAL-2', statutes: [kl(5, 14)], bodies: ['council', 'federationCouncil'] });

const SATURDAY = 6;
const SUNDAY = 0;

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

/** Last Monday–Friday before the day. Public holidays are for the secretary to see: the municipality's calendar is not known here. */
export function weekdayBefore(date: LocalDate): LocalDate {
  const day = new Date(`${date}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() - 1);
  while (day.getUTCDay() === SATURDAY || day.getUTCDay() === SUNDAY);
  return day.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

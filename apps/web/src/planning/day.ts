import { dateText, type Language, TIME_ZONE, weekdayText } from '@klubba/i18n';
import type { Instant, LocalDate } from '@klubba/meeting';

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/** The day on which something happened in Sweden. */
export function dayOf(at: Instant): LocalDate {
  return isoDay.format(at);
}

/** "12 november 2025", of a moment. */
export function dayTextOf(language: Language, at: Instant): string {
  return dateText(language, dayOf(at));
}

/** "onsdag 26 november 2025". */
export function weekdayAndDate(language: Language, day: LocalDate): string {
  return `${weekdayText(language, day)} ${dateText(language, day)}`;
}

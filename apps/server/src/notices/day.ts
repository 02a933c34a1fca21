import { TIME_ZONE } from '@klubba/i18n';
import type { Instant, LocalDate } from '@klubba/meeting';

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/** The day in Sweden, for the law's days. */
export function swedishDay(at: Instant): LocalDate {
  return isoDay.format(at);
}

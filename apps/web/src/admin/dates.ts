import { TIME_ZONE } from '@klubba/i18n';
import type { LocalDate } from '@klubba/meeting';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' });

/** The day it is in Sweden, "2025-11-13". */
export function today(): LocalDate {
  return day.format(Date.now()) as LocalDate;
}

/** The Swedish day of a moment. */
export function dayOf(at: number): LocalDate {
  return day.format(at) as LocalDate;
}

/** True for a day that exists: not 2025-13-01, not 2025-02-30. */
export function isDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day after: a seat that is left on the 31st is taken on the 1st. */
export function dayAfter(date: LocalDate): LocalDate {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10) as LocalDate;
}

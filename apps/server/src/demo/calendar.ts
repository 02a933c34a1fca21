import type { Instant, LocalDate } from '@klubba/meeting';

const ZONE = 'Europe/Stockholm';
const DAY_MS = 86_400_000;

/** The day of an instant where the municipality lies. */
export function localDate(at: Instant): LocalDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(at);
}

/** The instant at which clocks there show `time` (`18.30` as `18:30`) on that day. */
export function instantOf(date: LocalDate, time: string): Instant {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' }).format(
    asIfUtc,
  );
  const offset = Date.parse(`${shown.replace(' ', 'T')}Z`) - asIfUtc;
  return asIfUtc - offset;
}

export function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

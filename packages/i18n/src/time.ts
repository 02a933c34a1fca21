import type { Instant, LocalDate } from '@klubba/meeting';
import type { Language } from './format.ts';

/** Meetings are held in Sweden, whatever clock the reader's machine or the server keeps. */
export const TIME_ZONE = 'Europe/Stockholm';

const LOCALE: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const dates: Readonly<Record<Language, Intl.DateTimeFormat>> = { sv: longDate('sv'), en: longDate('en') };
const days: Readonly<Record<Language, Intl.DateTimeFormat>> = { sv: weekday('sv'), en: weekday('en') };

function longDate(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
}

function weekday(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', weekday: 'long' });
}

/** "19.42", in both languages: one evening, one way to write its times. */
export function timeText(at: Instant): string {
  return clock.format(at).slice(0, 5).replace(':', '.');
}

/** "20.32.04". */
export function timeWithSeconds(at: Instant): string {
  return clock.format(at).replaceAll(':', '.');
}

/** "19.43–19.47". */
export function timeSpan(from: Instant, to: Instant): string {
  return `${timeText(from)}–${timeText(to)}`;
}

/** "3.12": minutes and seconds of a speech. `seconds` may be any number; less than a whole second is cut. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}.${String(whole % 60).padStart(2, '0')}`;
}

/** "13 november 2025". */
export function dateText(language: Language, date: LocalDate): string {
  return dates[language].format(new Date(`${date}T00:00:00Z`));
}

/** "torsdag". */
export function weekdayText(language: Language, date: LocalDate): string {
  return days[language].format(new Date(`${date}T00:00:00Z`));
}

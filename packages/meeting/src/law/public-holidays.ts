import type { LocalDate } from '../ids.ts';

/** Public holidays of the same date every year (lag 1989:253 om allmänna helgdagar, 1 §): month-day. */
const FIXED: readonly string[] = ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'];
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day. Easter Sunday and Whit Sunday are Sundays. */
const FROM_EASTER: readonly number[] = [-2, 1, 39];
/** Treated as Sundays by custom and by lag (1930:173) om beräkning av lagstadgad tid: the eves. */
const EVES: readonly string[] = ['12-24', '12-31'];

const DAY_MILLISECONDS = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;
const FRIDAY = 5;

/** Is this no weekday: Saturday, Sunday, public holiday, or Midsummer's, Christmas or New Year's Eve? */
export function isHoliday(date: LocalDate): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  const weekday = day.getUTCDay();
  if (weekday === SATURDAY || weekday === SUNDAY) return true;
  const monthDay = date.slice('YYYY-'.length);
  if (FIXED.includes(monthDay) || EVES.includes(monthDay) || isMidsummerEve(monthDay, weekday)) return true;
  const easter = easterSunday(day.getUTCFullYear());
  return FROM_EASTER.includes(Math.round((day.getTime() - easter) / DAY_MILLISECONDS));
}

/** The Friday before Midsummer's Day, which is the Saturday from 20 to 26 June. All Saints' Day is a Saturday, too. */
function isMidsummerEve(monthDay: string, weekday: number): boolean {
  return weekday === FRIDAY && monthDay >= '06-19' && monthDay <= '06-25';
}

export function dayBefore(date: LocalDate): LocalDate {
  return daysFrom(date, -1);
}

/** The first weekday after this day. */
export function nextWeekday(date: LocalDate): LocalDate {
  let day = daysFrom(date, 1);
  while (isHoliday(day)) day = daysFrom(day, 1);
  return day;
}

function daysFrom(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLISECONDS)
    .toISOString()
    .slice(0, 'YYYY-MM-DD'.length);
}

/** The Gregorian computus in Gauss's form, as milliseconds of that day in UTC. */
function easterSunday(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon =
    epact -
    Math.floor(epact / 28) *
      (1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const fromMarch = moon - weekday + 28;
  return Date.UTC(year, 2, fromMarch);
}

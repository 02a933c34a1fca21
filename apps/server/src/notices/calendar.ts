import { TIME_ZONE } from '@klubba/i18n';
import type { Instant } from '@klubba/meeting';

const LINE_OCTETS_MAX = 75;
/** A meeting's end is not known when it is called; calendars want a length. */
const LENGTH = 'PT3H';
const REMINDER_BEFORE = '-PT1H';

export type CalendarEntry = {
  /** The same for every version of one meeting. */
  readonly uid: string;
  /** 0, and one more for every change that is sent. */
  readonly sequence: number;
  readonly madeAt: Instant;
  readonly startsAt: Instant;
  readonly title: string;
  readonly place: string;
  readonly about: string;
  readonly url: string;
  /** The meeting is not held: the entry is taken out of the calendars that have it (RFC 5546, 3.2.5). */
  readonly isCalledOff?: boolean;
};

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A meeting as a calendar file (RFC 5545), with Swedish time described in it, so that no reader has to know the zone's name. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Klubba//Kallelse//SV',
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.isCalledOff === true ? 'CANCEL' : 'PUBLISH'}`,
    ...ZONE,
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART;TZID=${TIME_ZONE}:${swedish(entry.startsAt)}`,
    `DURATION:${LENGTH}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.about)}`,
    `URL:${entry.url}`,
    ...(entry.isCalledOff === true ? ['STATUS:CANCELLED'] : ['STATUS:CONFIRMED', ...alarm(entry)]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function alarm({ title }: CalendarEntry): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${REMINDER_BEFORE}`,
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
  ];
}

/** Central European time with the European Union's summer time, since 1996: the last Sundays of March and October at 01.00 UTC. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${TIME_ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const;

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line break are written with a backslash before them. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** RFC 5545, 3.1: no line is longer than 75 octets; the rest follows after a line break and a space, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LINE_OCTETS_MAX) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += size;
  }
  return parts.join('\r\n');
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')}Z`;
}

function swedish(at: Instant): string {
  return local.format(at).replaceAll(/[-:]/g, '').replace(' ', 'T');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarEntry } from './calendar.ts';

const entry: CalendarEntry = {
  uid: 'kf-2025-12-11@klubba.example',
  sequence: 0,
  madeAt: Date.UTC(2025, 11, 1, 9, 14),
  startsAt: Date.UTC(2025, 11, 11, 17, 30),
  title: 'Kommunfullmäktige',
  place: 'Fullmäktigesalen, Stadshuset; Torggatan 2',
  about: 'Rad ett\nRad två \\ slut',
  url: 'https://klubba.example/m/kf/notice',
};
const unfolded = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('says when in Swedish time, in winter and in summer, and describes the zone it names', () => {
    expect(unfolded(calendarFile(entry))).toContain('DTSTART;TZID=Europe/Stockholm:20251211T183000');
    const june = calendarFile({ ...entry, startsAt: Date.UTC(2026, 5, 11, 16, 30) });
    expect(unfolded(june)).toContain('DTSTART;TZID=Europe/Stockholm:20260611T183000');
    expect(unfolded(june)).toContain('TZID:Europe/Stockholm');
    expect(unfolded(june)).toContain('DTSTAMP:20251201T091400Z');
  });

  it('keeps its UID and counts its SEQUENCE when the notice is changed', () => {
    const changed = unfolded(calendarFile({ ...entry, sequence: 2, place: 'Ljungen' }));
    expect(changed).toContain('UID:kf-2025-12-11@klubba.example');
    expect(changed).toContain('SEQUENCE:2');
  });

  it('escapes commas, semicolons, backslashes and line breaks', () => {
    const lines = unfolded(calendarFile(entry));
    expect(lines).toContain('LOCATION:Fullmäktigesalen\\, Stadshuset\\; Torggatan 2');
    expect(lines).toContain('DESCRIPTION:Rad ett\\nRad två \\\\ slut');
  });

  it('has no line over 75 octets, cuts no letter in two, and no text can begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (about) => {
        const file = calendarFile({ ...entry, about, title: about });
        const lines = file.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && line.isWellFormed())).toBe(true);
        expect(unfolded(file).filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
        expect(unfolded(file)).toHaveLength(unfolded(calendarFile(entry)).length);
      }),
    );
  });
});

import type { PersonId } from '@klubba/meeting';
import type { LinkView } from '@klubba/protocol';
import { ALL_CONDITIONS, councilPlan, inSession, linkDown, person } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { deviceName } from './device-name.ts';
import { linkRows, remember, TREND_MS, trendLine, trendOf } from './link-rows.ts';

const SOFIA = person('Sofia Elmgren');
const ERIK = person('Erik Lövgren');
const YUSUF = person('Yusuf Demir');
const heard = (
  who: PersonId,
  at: number,
  more: Partial<LinkView['telemetry']> = {},
  conditions = ALL_CONDITIONS,
): LinkView => ({
  person: who,
  heardAt: at,
  conditions,
  telemetry: { at, link: 'connected', camera: 'on', microphone: 'off', visible: true, ...more },
});
const council = inSession(councilPlan(), { remote: [SOFIA, ERIK, YUSUF] });

describe('the links', () => {
  it('are those at a distance, the worst first', () => {
    const { meeting } = linkDown(council, YUSUF);
    const weak = { ...ALL_CONDITIONS, seesRoom: false };
    const rows = linkRows(meeting, [heard(YUSUF, 1), heard(ERIK, 1, {}, weak), heard(SOFIA, 1)]);
    expect(rows.map((row) => [row.person, row.state])).toEqual([
      [YUSUF, 'lost'],
      [ERIK, 'weak'],
      [SOFIA, 'good'],
    ]);
    expect(rows[1]?.unmet).toEqual(['seesRoom']);
  });

  it('say of one nobody has heard that it is silent', () => {
    expect(linkRows(council.meeting, []).map((row) => row.state)).toEqual(['silent', 'silent', 'silent']);
  });
});

describe('the last minutes of a link', () => {
  it('are the shortest and longest response and the worst loss', () => {
    const first = remember(new Map(), [heard(SOFIA, 1_000, { roundTripMs: 20, lossPermille: 0 })]);
    const both = remember(first, [heard(SOFIA, 3_000, { roundTripMs: 180, lossPermille: 12 })]);
    expect(trendOf(first.get(SOFIA))).toBeUndefined();
    expect(trendOf(both.get(SOFIA))).toEqual({ least: 20, most: 180, loss: 12 });
  });

  it('count a reading once, and forget the old', () => {
    const one = remember(new Map(), [heard(SOFIA, 1_000, { roundTripMs: 20 })]);
    expect(remember(one, [heard(SOFIA, 1_000, { roundTripMs: 20 })]).get(SOFIA)).toHaveLength(1);
    const later = remember(one, [heard(SOFIA, 1_000 + TREND_MS, { roundTripMs: 30 })]);
    expect(later.get(SOFIA)?.map((reading) => reading.roundTripMs)).toEqual([30]);
  });

  it('are drawn from left to right, slower higher', () => {
    const readings = [
      { at: 0, roundTripMs: 0 },
      { at: TREND_MS, roundTripMs: 100 },
    ];
    expect(trendLine(readings, TREND_MS)).toBe('0.0,23.0 100.0,1.0');
  });
});

describe('a device', () => {
  it('is named by its system and browser', () => {
    const edge =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';
    const ipad =
      'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
    expect(deviceName(edge)).toBe('Windows, Edge 142');
    expect(deviceName(ipad)).toBe('iPad, Safari 18');
  });

  it('keeps a name of its own', () => {
    expect(deviceName('Salens kamera')).toBe('Salens kamera');
    expect(deviceName(undefined)).toBeUndefined();
  });
});

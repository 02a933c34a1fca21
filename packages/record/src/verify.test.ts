import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedFact } from './chain.ts';
import { newSigningKey, publicKeyOf, recordLines } from './format.ts';
import { recordVerifier, verifyRecord } from './verify.ts';

const key = newSigningKey();
const about = {
  meeting: 'kf-2025-11-13',
  municipality: 'Exempelköping',
  body: 'Kommunfullmäktige',
  date: '2025-11-13',
};
const facts: readonly RecordedFact[] = [
  { seq: 1, at: 1_763_054_400_000, actor: 'system', event: { type: 'CheckInOpened' } },
  { seq: 2, at: 1_763_054_401_000, actor: 'p-sandell', event: { type: 'MeetingOpened', leader: 'p-sandell' } },
  {
    seq: 3,
    at: 1_763_054_402_000,
    actor: 'p-sandell',
    event: { type: 'MeetingAdjourned', reason: 'Birgitta är borta' },
  },
  { seq: 4, at: 1_763_054_403_000, actor: 'p-sandell', event: { type: 'MeetingRecalled' } },
];
const lines = [...recordLines(about, facts, key, 1_763_060_000_000)];
const changed = (change: (lines: string[]) => void): string => {
  const copy = [...lines];
  change(copy);
  return copy.join('');
};
const broken = (rule: string, line: number): unknown => ({ ok: false, rule, line });

describe('a meeting record', () => {
  it('is intact as exported, from text, bytes or lines', () => {
    const intact = { ok: true, count: 4, sealedAt: 1_763_060_000_000, header: { ...about, key: publicKeyOf(key) } };
    expect(verifyRecord(lines.join(''))).toMatchObject(intact);
    expect(verifyRecord(new TextEncoder().encode(lines.join('')))).toMatchObject(intact);
    expect(verifyRecord(lines)).toMatchObject(intact);
    expect(verifyRecord(lines.join(''), { key: publicKeyOf(key) })).toMatchObject(intact);
  });

  it('is intact when nothing has happened yet', () => {
    expect(verifyRecord(recordLines(about, [], key, 1))).toMatchObject({ ok: true, count: 0 });
  });

  it('tells on which line a fact was edited', () => {
    expect(verifyRecord(changed((l) => l.splice(3, 1, l[3]!.replace('borta', 'framme'))))).toEqual(
      broken('REC-HASH', 4),
    );
    expect(verifyRecord(changed((l) => l.splice(2, 1, l[2]!.replace('1763054401000', '1763054401001'))))).toEqual(
      broken('REC-HASH', 3),
    );
    expect(
      verifyRecord(changed((l) => l.splice(2, 1, l[2]!.replace('"actor":"p-sandell"', '"actor":"p-stahl"')))),
    ).toEqual(broken('REC-HASH', 3));
  });

  it('tells where a fact was dropped, doubled, moved or put in', () => {
    expect(verifyRecord(changed((l) => l.splice(2, 1)))).toEqual(broken('REC-ORDER', 3));
    expect(verifyRecord(changed((l) => l.splice(2, 0, l[2]!)))).toEqual(broken('REC-ORDER', 4));
    expect(verifyRecord(changed((l) => l.splice(2, 2, l[3]!, l[2]!)))).toEqual(broken('REC-ORDER', 3));
    const extra = [...recordLines(about, [...facts, { ...facts[3]!, seq: 5 }], newSigningKey(), 1)][5]!;
    expect(verifyRecord(changed((l) => l.splice(5, 0, extra)))).toEqual(broken('REC-COUNT', 7));
  });

  it('tells that it was cut off, within a line or after one', () => {
    expect(verifyRecord(lines.slice(0, -1))).toEqual(broken('REC-TRUNCATED', 6));
    expect(verifyRecord(lines.join('').slice(0, -20))).toEqual(broken('REC-JSON', 6));
    expect(verifyRecord('')).toEqual(broken('REC-EMPTY', 1));
  });

  it('tells that something follows the seal', () => {
    expect(verifyRecord(changed((l) => l.push(l[1]!)))).toEqual(broken('REC-TRAILING', 7));
    expect(verifyRecord(changed((l) => l.push('\n')))).toEqual(broken('REC-TRAILING', 7));
  });

  it('does not accept a tail cut away with a count to match', () => {
    const cut = changed((l) => l.splice(4, 2, l[5]!.replace('"count":4', '"count":3')));
    expect(verifyRecord(cut)).toEqual(broken('REC-HEAD', 5));
  });

  it('does not accept a whole chain made anew without the key', () => {
    const other = newSigningKey();
    const forged = [...recordLines(about, facts.slice(0, 3), other, 1_763_060_000_000)];
    expect(verifyRecord(forged, { key: publicKeyOf(key) })).toEqual(broken('REC-KEY', 1));
    const claiming = [lines[0]!, ...forged.slice(1)];
    expect(verifyRecord(claiming)).toEqual(broken('REC-SIGNATURE', 5));
  });

  it('does not accept a missing or malformed signature', () => {
    expect(
      verifyRecord(changed((l) => l.splice(5, 1, l[5]!.replace(/"signature":"[0-9a-f]+"/, '"signature":""')))),
    ).toEqual(broken('REC-UNSIGNED', 6));
    expect(verifyRecord(changed((l) => l.splice(5, 1, l[5]!.replace(/,"signature":"[0-9a-f]+"/, ''))))).toEqual(
      broken('REC-UNSIGNED', 6),
    );
    expect(
      verifyRecord(changed((l) => l.splice(5, 1, l[5]!.replace(/"signature":"[0-9a-f]{2}/, '"signature":"')))),
    ).toEqual(broken('REC-SIGNATURE', 6));
  });

  it('does not accept facts of another meeting, or a header that says another day', () => {
    expect(verifyRecord(changed((l) => l.splice(0, 1, l[0]!.replace('kf-2025-11-13', 'kf-2025-12-11'))))).toEqual(
      broken('REC-HASH', 2),
    );
    expect(
      verifyRecord(changed((l) => l.splice(0, 1, l[0]!.replace('"date":"2025-11-13"', '"date":"2025-11-14"')))),
    ).toEqual(broken('REC-SIGNATURE', 6));
    expect(verifyRecord(changed((l) => l.splice(0, 1, l[0]!.replace('"klubbaRecord":1', '"klubbaRecord":2'))))).toEqual(
      broken('REC-HEADER', 1),
    );
  });

  it('has one text only: other spacing, order or doubled members are refused', () => {
    expect(verifyRecord(changed((l) => l.splice(1, 1, l[1]!.replace('{', '{ '))))).toEqual(broken('REC-CANONICAL', 2));
    expect(verifyRecord(changed((l) => l.splice(1, 1, l[1]!.replace('"seq":1', '"seq":9,"seq":1'))))).toEqual(
      broken('REC-CANONICAL', 2),
    );
    expect(verifyRecord(changed((l) => l.splice(1, 1, l[1]!.replace('system', '\\ud800'))))).toEqual(
      broken('REC-CANONICAL', 2),
    );
    expect(verifyRecord(changed((l) => l.splice(1, 1, '{"at":1,"seq":1}\n')))).toEqual(broken('REC-FACT', 2));
  });

  it('keeps to its first failure when read on', () => {
    const verifier = recordVerifier();
    expect(verifier.line('x')).toEqual(broken('REC-JSON', 1));
    expect(verifier.line(lines[0]!.trimEnd())).toEqual(broken('REC-JSON', 1));
    expect(verifier.end()).toEqual(broken('REC-JSON', 1));
  });

  it('notices every change of a single sign', () => {
    const text = lines.join('');
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.constantFrom('0', 'a', '"', '}', ' ', '\n', 'é'), (at, sign) => {
        fc.pre(text[at] !== sign);
        expect(verifyRecord(text.slice(0, at) + sign + text.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

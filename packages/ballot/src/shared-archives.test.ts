import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeEngine } from './node.ts';
import type { RuleId } from './verify/rules.ts';
import type { Verdict } from './verify/verdict.ts';
import { verifyArchive } from './verify/verify-archive.ts';

/** Archives made and manipulated with the reference tools, kept beside the repository. */
const SHARED = fileURLToPath(new URL('../../../../shared/ballot/', import.meta.url));
const TIMEOUT_MS = 60_000;

function verdictOn(file: string, receipts: readonly string[] = []): Verdict {
  if (!existsSync(SHARED)) throw new Error(`The shared archives are missing: expected them in ${SHARED}`);
  const bytes = new Uint8Array(readFileSync(SHARED + file));
  return verifyArchive(bytes, { engine: nodeEngine(), receipts });
}

describe('archives made by the reference tools', () => {
  test.each(['n101-belenios2048-v2.0', 'n101-belenios2048-v3.3', 'n101-ed25519-v3.0', 'n101-ed25519-v3.3'])(
    '%s is sound and complete, with its votes',
    (name) => {
      const verdict = verdictOn(`archives/${name}.bel`);
      expect(verdict).toMatchObject({
        kind: 'sound-complete',
        summary: { registered: 101, voters: 101, trustees: { size: 3, needed: 2 } },
      });
      if (verdict.kind !== 'sound-complete') return;
      const [chair] = verdict.result;
      expect([chair?.blank, ...(chair?.answers ?? []).map(({ votes }) => votes)]).toEqual([17, 13, 12, 23, 15, 21]);
      expect(verdict.summary.notes).toEqual(name.endsWith('v2.0') ? ['trustees-before-3.0'] : []);
    },
    TIMEOUT_MS,
  );

  test.each(['n5-BELENIOS-2048/LacZNbiNZfGCyG', 'n5-Ed25519/7NtG1w9XxSwJUZ'])(
    '%s of the rehearsed ceremony is sound and complete',
    (name) => {
      expect(verdictOn(`ceremony/${name}.bel`)).toMatchObject({ kind: 'sound-complete', summary: { voters: 5 } });
    },
  );
});

describe('manipulated archives', () => {
  test.each<[string, RuleId, number]>([
    ['chain', 'BEL-CHAIN-PARENT', 3],
    ['copied', 'BEL-PROOF-INDIVIDUAL', 1],
    ['junk', 'BEL-RECORD-JUNK', 1],
    ['late', 'BEL-CHAIN-LATE-BALLOT', 6],
    ['noncanon', 'BEL-JSON-CANONICAL', 1],
    ['forged-ballot', 'BEL-PROOF-INDIVIDUAL', 1],
    ['ed-badproof', 'BEL-PROOF-INDIVIDUAL', 1],
  ])('%s breaks %s at height %i', (name, rule, height) => {
    expect(verdictOn(`attacks/${name}.bel`)).toMatchObject({ kind: 'broken', rule, place: { height } });
  });

  test('control, in which nothing was done, is sound so far and open', () => {
    expect(verdictOn('attacks/control.bel')).toMatchObject({
      kind: 'sound-unfinished',
      state: { phase: 'open' },
      summary: { cast: 5 },
    });
  });

  test('dropped lacks a ballot: sound by itself, broken once the receipts are shown', () => {
    const receipt = 'eef5aff92fd9d73ce1882a026bd434a2321db27a5de06956ef66c4a65d5717c2';
    expect(verdictOn('attacks/control.bel', [receipt])).toMatchObject({
      kind: 'sound-unfinished',
      summary: { receipts: 1 },
    });
    expect(verdictOn('attacks/dropped.bel')).toMatchObject({ kind: 'sound-unfinished', summary: { cast: 4 } });
    expect(verdictOn('attacks/dropped.bel', [receipt])).toEqual({
      kind: 'broken',
      rule: 'BEL-RECEIPT-MISSING',
      place: { line: 1 },
    });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { engine } from '../testing/example.ts';
import { materials, vectorsOf } from '../testing/vectors/index.ts';
import type { Materials, Vector } from '../testing/vectors/vector.ts';
import { judge } from './judge.ts';
import type { RuleId } from './rules.ts';
import { RULE_IDS } from './rules.ts';
import { verifyUnder } from './verify-archive.ts';
import type { Verdict } from './verdict.ts';

let made: Materials;
let vectors: ReadonlyMap<RuleId, readonly Vector[]>;

beforeAll(async () => {
  made = await materials();
  vectors = await vectorsOf(made);
}, 60_000);

const verdictOn = ({ bytes, receipts }: Vector, ...ignoring: RuleId[]): Verdict =>
  verifyUnder(judge(new Set(ignoring)), bytes, { engine, ...(receipts && { receipts }) });

const told = (verdict: Verdict): string =>
  verdict.kind === 'broken' ? `${verdict.rule} ${JSON.stringify(verdict.place)}` : verdict.kind;

describe('an honest election', () => {
  test('is sound at every stage', () => {
    const honest = [made.open, made.tallied, made.decrypting, made.complete].map((bytes) =>
      told(verdictOn({ done: '', bytes })),
    );
    expect(honest).toEqual(['sound-unfinished', 'sound-unfinished', 'sound-unfinished', 'sound-complete']);
  });
});

describe.each(RULE_IDS)('%s', (rule) => {
  test('is what an archive that breaks it is refused for', () => {
    const own = vectors.get(rule) ?? [];
    expect(own.length).toBeGreaterThan(0);
    for (const vector of own) {
      expect({ done: vector.done, ...verdictOn(vector) }).toMatchObject({ done: vector.done, kind: 'broken', rule });
    }
  });

  test('is needed: without it such an archive is taken for sound', () => {
    const verdicts = (vectors.get(rule) ?? []).map((vector) => told(verdictOn(vector, rule)));
    expect(verdicts).toContainEqual(expect.stringMatching(/^sound/));
  });
});

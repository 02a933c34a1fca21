import { describe, expect, test } from 'vitest';
import { engine } from '../testing/example.ts';
import type { NegativeVector } from '../testing/vectors/vector-files.ts';
import { negativeVectors, readVector, receiptsOf } from '../testing/vectors/vector-files.ts';
import { judge } from './judge.ts';
import type { RuleId } from './rules.ts';
import { RULE_IDS } from './rules.ts';
import { verifyUnder } from './verify-archive.ts';
import type { Verdict } from './verdict.ts';

const vectors = negativeVectors();

const verdictOn = ({ file, receipts }: NegativeVector, ...ignoring: RuleId[]): Verdict =>
  verifyUnder(judge(new Set(ignoring)), readVector(`negative/${file}`), {
    engine,
    ...(receipts && { receipts: receiptsOf(`negative/${receipts}`) }),
  });

describe.each(RULE_IDS)('%s', (rule) => {
  const own = vectors.filter((vector) => vector.rule === rule);

  test('has a file of its name, and each that breaks it is refused for it, at that place', () => {
    expect(own.map(({ file }) => file)).toContain(`${rule}.bel`);
    for (const vector of own) {
      const { file, place } = vector;
      expect({ file, ...verdictOn(vector) }).toEqual({ file, kind: 'broken', rule, place });
    }
  });

  test('is needed: without it such an archive is taken for sound', () => {
    const kinds = own.map((vector) => verdictOn(vector, rule).kind);
    expect(kinds).toContainEqual(expect.stringMatching(/^sound/));
  });
});

import type { RuleId } from '../../verify/rules.ts';
import { RULE_IDS } from '../../verify/rules.ts';
import type { ExampleOptions } from '../example.ts';
import { BLANK, chosen, exampleElection, hold } from '../example.ts';
import { ballotVectors } from './ballots.ts';
import { chainVectors } from './chain.ts';
import { countVectors } from './count.ts';
import { fileVectors } from './files.ts';
import { setupVectors } from './setup.ts';
import type { Materials, Vector } from './vector.ts';

type Areas = ReturnType<typeof fileVectors> &
  ReturnType<typeof chainVectors> &
  ReturnType<typeof ballotVectors> &
  ReturnType<typeof countVectors> &
  Awaited<ReturnType<typeof setupVectors>>;

/** A compile error names every rule that has no vector. */
type WithoutVector = Exclude<RuleId, keyof Areas>;
const complete: [WithoutVector] extends [never] ? true : WithoutVector = true;

/** The honest election that the vectors tamper with: Anna, Bertil and blank get a vote each. */
export async function materials(): Promise<Materials> {
  const example = await exampleElection();
  const votes = [
    [0, chosen(0)],
    [1, chosen(1)],
    [2, BLANK],
  ] as const;
  const open = hold(example, votes, 'open');
  const keys = { trustees: example.trustees, privateKeys: example.trusteeKeys };
  return {
    example,
    open: open.bytes,
    receipts: open.receipts,
    tallied: hold(example, votes, 'tallied').bytes,
    decrypting: hold(example, votes, 'decrypting').bytes,
    complete: hold(example, votes).bytes,
    variant: (options: ExampleOptions) =>
      exampleElection({ ...(options.group ? {} : { keys }), seed: 'variant', ...options }),
  };
}

/** For every rule, archives that break it and no other. */
export async function vectorsOf(made: Materials): Promise<ReadonlyMap<RuleId, readonly Vector[]>> {
  const areas: readonly Partial<Record<RuleId, readonly Vector[]>>[] = [
    fileVectors(made),
    chainVectors(made),
    await setupVectors(made),
    ballotVectors(made),
    countVectors(made),
  ];
  void complete;
  return new Map(RULE_IDS.map((rule) => [rule, areas.flatMap((area) => area[rule] ?? [])]));
}

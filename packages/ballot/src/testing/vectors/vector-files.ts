import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '../../encoding/json.ts';
import { utf8 } from '../../encoding/bytes.ts';
import { judge } from '../../verify/judge.ts';
import type { Place } from '../../verify/judge.ts';
import type { RuleId } from '../../verify/rules.ts';
import { RULE_IDS } from '../../verify/rules.ts';
import type { QuestionResult, UnfinishedState } from '../../verify/verdict.ts';
import { verifyUnder } from '../../verify/verify-archive.ts';
import { BLANK, CHAIR, chosen, engine, exampleElection, hold } from '../example.ts';
import { materials, vectorsOf } from './index.ts';

/** `packages/ballot/vectors/`: archives that any implementation of the protocol can be tried with. */
const FOLDER = fileURLToPath(new URL('../../../vectors/', import.meta.url));

/** One line of `negative/index.jsonl`. */
export interface NegativeVector {
  /** The archive; beside it, where `receipts` says so, a list of receipts of the same name. */
  readonly file: string;
  readonly done: string;
  readonly receipts?: string;
  readonly verdict: 'broken';
  /** The first broken rule, and where. */
  readonly rule: RuleId;
  readonly place: Place;
}

/** One line of `positive/index.jsonl`. */
export interface PositiveVector {
  readonly file: string;
  readonly made: string;
  readonly verdict: 'sound-complete' | 'sound-unfinished';
  readonly voters: number;
  readonly result?: readonly QuestionResult[];
  readonly state?: UnfinishedState;
}

/** A file below `vectors/`. */
export type VectorFile = readonly [path: string, bytes: Uint8Array];

export const readVector = (path: string): Uint8Array => new Uint8Array(readFileSync(FOLDER + path));

const indexOf = <Line>(kind: 'negative' | 'positive'): readonly Line[] =>
  readFileSync(`${FOLDER}${kind}/index.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

export const negativeVectors = (): readonly NegativeVector[] => indexOf('negative');
export const positiveVectors = (): readonly PositiveVector[] => indexOf('positive');

export const receiptsOf = (path: string): readonly string[] =>
  new TextDecoder().decode(readVector(path)).trim().split('\n');

const indexFile = (kind: 'negative' | 'positive', lines: readonly object[]): VectorFile => [
  `${kind}/index.jsonl`,
  utf8(lines.map((line) => `${canonicalJson(line)}\n`).join('')),
];

/** The files that break a rule each: the first is named by its rule alone, others by the rule and a number. */
export async function negativeFiles(): Promise<readonly VectorFile[]> {
  const vectors = await vectorsOf(await materials());
  const files: VectorFile[] = [];
  const lines: NegativeVector[] = [];
  for (const rule of RULE_IDS)
    for (const [index, { done, bytes, receipts }] of (vectors.get(rule) ?? []).entries()) {
      const name = index === 0 ? rule : `${rule}-${index + 1}`;
      const verdict = verifyUnder(judge(), bytes, { engine, ...(receipts && { receipts }) });
      if (verdict.kind !== 'broken' || verdict.rule !== rule) throw new Error(`${done} is no vector of ${rule}`);
      files.push([`negative/${name}.bel`, bytes]);
      if (receipts) files.push([`negative/${name}.receipts.txt`, utf8(`${receipts.join('\n')}\n`)]);
      lines.push({
        file: `${name}.bel`,
        done,
        ...(receipts && { receipts: `${name}.receipts.txt` }),
        verdict: 'broken',
        rule,
        place: verdict.place,
      });
    }
  return [...files, indexFile('negative', lines)];
}

/** Made by others' tools with their own randomness: kept as they came, not made anew. */
const OF_OTHERS: readonly (readonly [file: string, made: string])[] = [
  [
    'belenios-tool-2.0',
    'belenios-tool 2.0: two trustees without a ceremony, two questions, a changed vote, one absent',
  ],
  ['belenios-tool-3-threshold', 'belenios-tool 3: three trustees of whom two are needed'],
  ['belenios-tool-3-ed25519', 'belenios-tool 3: the same in the group Ed25519'],
];

const BOARD = { answers: ['Cecilia', 'David', 'Eva', 'Åke'], min: 1, max: 3, question: 'Val av tre ledamöter' };

async function ownArchives(): Promise<readonly (readonly [name: string, made: string, bytes: Uint8Array])[]> {
  const { open, tallied, decrypting, complete, variant } = await materials();
  const small = await exampleElection({ group: 'Ed25519' });
  const several = await variant({ questions: [CHAIR, BOARD] });
  const weighted = await variant({ weights: [1, 40, 300] });
  const changed = await variant({});
  return [
    ['open', 'one question with blank votes, still open', open],
    ['tallied', 'the same, tallied and not decrypted', tallied],
    ['decrypting', 'the same, decrypted by one of the two who are needed', decrypting],
    ['complete', 'the same, complete', complete],
    ['nobody', 'nobody voted', hold(changed, []).bytes],
    [
      'changed-vote',
      'one votes again, and the last vote counts',
      hold(changed, [
        [0, chosen(0)],
        [1, BLANK],
        [0, chosen(1)],
      ]).bytes,
    ],
    [
      'several-persons',
      'two questions, one for up to three persons',
      hold(several, [
        [0, BLANK, chosen(0, 3)],
        [2, chosen(0), chosen(1, 2, 3)],
      ]).bytes,
    ],
    [
      'weighted',
      'votes of different weight',
      hold(weighted, [
        [0, chosen(0)],
        [1, chosen(1)],
        [2, chosen(0)],
      ]).bytes,
    ],
    [
      'ed25519',
      'the group Ed25519',
      hold(small, [
        [0, chosen(0)],
        [1, BLANK],
        [2, chosen(1)],
      ]).bytes,
    ],
  ];
}

/** Sound archives: our own, made anew from the same randomness, and those of others. */
export async function positiveFiles(): Promise<readonly VectorFile[]> {
  const own = (await ownArchives()).map(([name, made, bytes]) => [`klubba-${name}`, `Klubba: ${made}`, bytes] as const);
  const others = OF_OTHERS.map(([name, made]) => [name, made, readVector(`positive/${name}.bel`)] as const);
  const lines = [...own, ...others].map(([name, made, bytes]): PositiveVector => {
    const verdict = verifyUnder(judge(), bytes, { engine });
    const file = `${name}.bel`;
    if (verdict.kind === 'sound-complete')
      return { file, made, verdict: verdict.kind, voters: verdict.summary.voters, result: verdict.result };
    if (verdict.kind === 'sound-unfinished')
      return { file, made, verdict: verdict.kind, voters: verdict.summary.voters, state: verdict.state };
    throw new Error(`${name} is ${verdict.kind}`);
  });
  return [...own.map(([name, , bytes]): VectorFile => [`positive/${name}.bel`, bytes]), indexFile('positive', lines)];
}

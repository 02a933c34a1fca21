import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExampleOptions, Until, Vote } from './testing/example.ts';
import { BLANK, CHAIR, chosen, engine, exampleCeremony, exampleElection, hold } from './testing/example.ts';
import { groupOf } from './group/index.ts';
import { randomScalar } from './secret/random.ts';
import { singleTrustees } from './testing/forge.ts';
import { seeded } from './testing/seeded.ts';
import { positiveVectors, readVector } from './testing/vectors/vector-files.ts';
import { verifyArchive } from './verify/verify-archive.ts';

const TIMEOUT_MS = 60_000;

/** What Debian's belenios-tool says of an archive; throws what it complains of. */
function judgeElsewhere(uuid: string, archive: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'klubba-ballot-'));
  try {
    writeFileSync(join(folder, `${uuid}.bel`), archive);
    return execFileSync('belenios-tool', ['election', 'verify', '--dir', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') {
      throw new Error('belenios-tool is missing: install the Debian package "belenios-tool" (2.0 or later)', {
        cause: error,
      });
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const BOARD = { answers: ['Cecilia', 'David', 'Eva', 'Åke'], min: 1, max: 3, question: 'Val av tre ledamöter' };

const HELD: readonly [string, ExampleOptions, readonly Vote[], Until][] = [
  [
    'one question with blank votes and a changed vote',
    {},
    [
      [0, chosen(0)],
      [1, BLANK],
      [0, chosen(1)],
      [2, chosen(1)],
    ],
    'result',
  ],
  [
    'two questions, one for several persons',
    { questions: [CHAIR, BOARD] },
    [
      [0, BLANK, chosen(0, 3)],
      [2, chosen(0), chosen(1, 2, 3)],
    ],
    'result',
  ],
  [
    'weighted votes',
    { weights: [1, 40, 300] },
    [
      [0, chosen(0)],
      [1, chosen(1)],
      [2, chosen(0)],
    ],
    'result',
  ],
  ['nobody voted', {}, [], 'result'],
  ['still open', {}, [[0, chosen(0)]], 'open'],
  ['tallied, not decrypted', {}, [[0, chosen(0)]], 'tallied'],
];

test.each(positiveVectors().filter(({ file }) => !file.includes('ed25519')))(
  'the sound archive $file passes belenios-tool',
  ({ file }) => {
    const bytes = readVector(`positive/${file}`);
    const verdict = verifyArchive(bytes, { engine });
    const uuid = 'summary' in verdict ? verdict.summary.uuid : '';
    expect(() => judgeElsewhere(uuid, bytes)).not.toThrow();
  },
  TIMEOUT_MS,
);

describe('archives made here pass belenios-tool', () => {
  test.each(HELD)(
    '%s',
    async (_, options, votes, until) => {
      const example = await exampleElection(options);
      expect(() => judgeElsewhere(example.parameters.election.uuid, hold(example, votes, until).bytes)).not.toThrow();
    },
    TIMEOUT_MS,
  );

  test.each([
    ['two trustees without a ceremony', 2, false, [1, 2]],
    ['a trustee who is always needed, beside a ceremony', 1, true, [1, 3, 4]],
  ] as const)(
    '%s',
    async (_, singles, ceremony, owners) => {
      const group = groupOf('BELENIOS-2048', engine);
      const random = seeded('singles');
      const single = singleTrustees(
        group,
        random,
        Array.from({ length: singles }, () => randomScalar(group.q, random)),
      );
      const threshold = ceremony ? await exampleCeremony(group, random) : { trustees: [], privateKeys: [] };
      const example = await exampleElection({
        keys: {
          trustees: [...single.trustees, ...threshold.trustees],
          privateKeys: [...single.privateKeys, ...threshold.privateKeys],
        },
      });
      const { bytes, outcome } = hold(
        example,
        [
          [0, chosen(0)],
          [1, chosen(0)],
        ],
        'result',
        owners,
      );
      expect(outcome).toEqual([[0, 2, 0]]);
      expect(verifyArchive(bytes, { engine }).kind).toBe('sound-complete');
      expect(() => judgeElsewhere(example.parameters.election.uuid, bytes)).not.toThrow();
    },
    TIMEOUT_MS,
  );

  test(
    'and it refuses one in which a vote was moved, so its judgement is worth something',
    async () => {
      const example = await exampleElection();
      const { bytes } = hold(example, [[0, chosen(0)]]);
      const moved = new Uint8Array(
        Buffer.from(Buffer.from(bytes).toString('latin1').replace('[[0,1,0]]', '[[0,0,1]]'), 'latin1'),
      );
      expect(() => judgeElsewhere(example.parameters.election.uuid, moved)).toThrow();
    },
    TIMEOUT_MS,
  );
});

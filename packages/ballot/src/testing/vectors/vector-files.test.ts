import { expect, test } from 'vitest';
import { verifyArchive } from '../../verify/verify-archive.ts';
import { engine } from '../example.ts';
import type { VectorFile } from './vector-files.ts';
import { negativeFiles, positiveFiles, positiveVectors, readVector } from './vector-files.ts';

const TIMEOUT_MS = 60_000;

test.each<[string, () => Promise<readonly VectorFile[]>]>([
  ['broken', negativeFiles],
  ['sound', positiveFiles],
])(
  'the %s archives that are kept are those that are made anew, byte for byte',
  async (_, make) => {
    const made = await make();
    const differing = made.filter(([path, bytes]) => !Buffer.from(bytes).equals(readVector(path)));
    expect(differing.map(([path]) => path)).toEqual([]);
  },
  TIMEOUT_MS,
);

test.each(positiveVectors())(
  '$file is $verdict, with its votes',
  ({ file, verdict: kind, voters, result, state }) => {
    const verdict = verifyArchive(readVector(`positive/${file}`), { engine });
    expect(verdict).toMatchObject({
      kind,
      summary: { voters },
      ...(result === undefined ? {} : { result }),
      ...(state === undefined ? {} : { state }),
    });
  },
  TIMEOUT_MS,
);

import { expect, test } from 'vitest';
import { exampleElection, chosen } from '../testing/example.ts';
import { seeded } from '../testing/seeded.ts';
import { createBallot } from './ballot.ts';
import type { CredentialSecret } from './credential.ts';
import type { RandomSource } from './random.ts';
import { randomBase58, randomScalar, watchedRandom } from './random.ts';

const ofNoughts: RandomSource = (bytes) => new Uint8Array(bytes);
const repeating: RandomSource = (bytes) => seeded('again')(bytes);
const tooShort: RandomSource = () => Uint8Array.of(1, 2, 3);

test.each([
  ['only noughts', ofNoughts],
  ['the same block again', repeating],
  ['too few bytes', tooShort],
])('a generator that gives %s is stopped', (_, source) => {
  const watched = watchedRandom(source);
  expect(() => [watched(32), watched(32)]).toThrow('random generator');
});

test('no ballot is made with a generator that has failed', async () => {
  const { parameters, voters } = await exampleElection({ group: 'Ed25519' });
  const secret = voters[0] as CredentialSecret;
  expect(() => createBallot(parameters, secret, [chosen(0)], repeating)).toThrow('random generator');
});

test('scalars lie between 1 and q − 1 and their bytes are zeroed', () => {
  const handed: Uint8Array[] = [];
  const source = seeded('scalars');
  const keeping: RandomSource = (bytes) => {
    const block = source(bytes);
    handed.push(block);
    return block;
  };
  const scalars = Array.from({ length: 200 }, () => randomScalar(7n, keeping));
  expect(new Set(scalars)).toEqual(new Set([1n, 2n, 3n, 4n, 5n, 6n]));
  expect(handed.every((block) => block.every((byte) => byte === 0))).toBe(true);
});

test('Base58 text uses every character', () => {
  expect(new Set(randomBase58(3000, seeded('letters'))).size).toBe(58);
});

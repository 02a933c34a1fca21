import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GROUP_NAMES, groupOf } from '../group/index.ts';
import { nodeEngine, nodeRandom } from '../node.ts';
import { newCredentialSecret, parseCredentialSecret, publicCredential } from './credential.ts';

const CEREMONY = fileURLToPath(new URL('../../../../../shared/ballot/ceremony/', import.meta.url));

describe.each(GROUP_NAMES)('credentials in %s', (name) => {
  test('give the public credentials that the reference tool derived from the same secrets', () => {
    const folder = `${CEREMONY}n5-${name}/`;
    const read = <Value>(file: string): Value => JSON.parse(readFileSync(folder + file, 'utf8')) as Value;
    const privateFile = readdirSync(folder).find((file) => file.endsWith('.privcreds')) ?? '';
    const secrets = read<Record<string, string>>(privateFile);
    const published = new Map(
      read<string[]>('public_creds.json').map((line) => [line.split(',')[2], line.split(',')[0]]),
    );
    const group = groupOf(name, nodeEngine());
    const { uuid } = read<{ uuid: string }>('election.json');
    const derived = Object.entries(secrets).map(([voter, text]) => {
      const secret = parseCredentialSecret(text);
      return [voter, secret && group.write(publicCredential(group, uuid, secret))];
    });
    expect(derived).toEqual([...published].sort(([a = ''], [b = '']) => a.localeCompare(b)));
  });
});

test('a new credential has the form of the tools, and no two are alike', () => {
  const secrets = Array.from({ length: 50 }, () => newCredentialSecret(nodeRandom));
  expect(secrets.every((secret) => parseCredentialSecret(secret) === secret)).toBe(true);
  expect(new Set(secrets).size).toBe(50);
});

test.each(['', 'ABCDE', 'GnWbF-GYcL92-KWhGz-6yhS30', 'GnWbFGYcL92KWhGz6yhS3y', ' GnWbF-GYcL92-KWhGz-6yhS3y'])(
  '%j is no credential',
  (text) => {
    expect(parseCredentialSecret(text)).toBeUndefined();
  },
);

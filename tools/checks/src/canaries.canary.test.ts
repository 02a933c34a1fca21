import { afterAll, describe, expect, test } from 'vitest';
import { asvs } from './asvs.ts';
import { boundaries } from './boundaries.ts';
import { deadCode } from './dead-code.ts';
import type { Check } from './finding.ts';
import { format } from './format.ts';
import { hazards } from './hazards.ts';
import { heart } from './heart.ts';
import { lint } from './lint.ts';
import { lockFile } from './lock-file.ts';
import { overlay } from './overlay.ts';
import { permissions } from './permissions.ts';
import { results } from './results.ts';
import { rules } from './rules.ts';
import { spec } from './spec.ts';
import { types } from './types.ts';
import { unitTestsIn } from './unit-tests.ts';

const copy = overlay();
afterAll(() => copy[Symbol.dispose]());

const PLANTED = 'zz-planted';
const ASVS = 'docs/reference/asvs.md';
const asvsRow = (verdict: string, why: string): string => `| V1.1.1 | L2 | decoding | ${verdict} | ${why} |\n`;
const SERVER = `apps/server/src/${PLANTED}.ts`;
const HEART = `packages/meeting/src/${PLANTED}.ts`;
const RESULT = `import { ok, refused, type Result } from './result.ts';
export const asked = (yes: boolean): Result<number> => (yes ? ok(1) : refused({ rule: 'X' }));
`;

interface Canary {
  readonly fault: string;
  readonly check: Check;
  readonly file: string;
  readonly text: string;
  readonly finds: RegExp;
}

const canaries: readonly Canary[] = [
  {
    fault: 'a page of permissions that says something else than the tables',
    check: permissions,
    file: 'docs/reference/permissions.md',
    text: '# Permissions\n\nEverybody may do everything.\n',
    finds: /out of date/,
  },
  {
    fault: 'a checklist of security without its requirements',
    check: asvs,
    file: ASVS,
    text: '0 met, 0 not applicable, 0 not met\n',
    finds: /has not exactly one line for V17\.3\.2, level 2/,
  },
  {
    fault: 'a requirement said to be met by a test file that there is not',
    check: asvs,
    file: ASVS,
    text: asvsRow('met', '`packages/record/src/gone.test.ts` "anything"'),
    finds: /V1\.1\.1 is shown by packages\/record\/src\/gone\.test\.ts, which does not exist/,
  },
  {
    fault: 'a requirement said to be met by a test that its file does not hold',
    check: asvs,
    file: ASVS,
    text: asvsRow('met', '`packages/portal/src/html.test.ts` "lets everything through"'),
    finds: /V1\.1\.1: packages\/portal\/src\/html\.test\.ts has no "lets everything through"/,
  },
  {
    fault: 'a requirement said to be met by something that is no test',
    check: asvs,
    file: ASVS,
    text: asvsRow('met', '`README.md` "Klubba"'),
    finds: /V1\.1\.1 is shown by README\.md, which is no test/,
  },
  {
    fault: 'a requirement said not to apply, without a reason',
    check: asvs,
    file: ASVS,
    text: asvsRow('not applicable', ''),
    finds: /V1\.1\.1 is not applicable without a reason/,
  },
  {
    fault: 'a query made of text',
    check: hazards,
    file: SERVER,
    text: 'export const find = (id: string): string => `select name from people where id = ${id}`;\n',
    finds: /zz-planted\.ts:1 a query is made of text/,
  },
  {
    fault: 'a command through a shell',
    check: hazards,
    file: SERVER,
    text: `import { exec } from 'node:child_process';\nexport const run = (name: string) => exec(name);\n`,
    finds: /zz-planted\.ts:1 a command goes through a shell/,
  },
  {
    fault: 'a secret made by chance that can be guessed',
    check: hazards,
    file: SERVER,
    text: 'export const token = (): string => String(Math.random());\n',
    finds: /zz-planted\.ts:1 chance that can be guessed/,
  },
  {
    fault: 'a broken hash',
    check: hazards,
    file: SERVER,
    text: `import { createHash } from 'node:crypto';\nexport const hash = () => createHash('md5');\n`,
    finds: /zz-planted\.ts:2 a hash that is broken/,
  },
  {
    fault: 'a cipher that does not notice changes',
    check: hazards,
    file: SERVER,
    text: `import { createCipheriv } from 'node:crypto';\nexport const c = (k: Buffer) => createCipheriv('aes-256-ecb', k, null);\n`,
    finds: /zz-planted\.ts:2 a cipher that does not notice changes/,
  },
  {
    fault: 'an address followed to wherever it points',
    check: hazards,
    file: SERVER,
    text: `export const read = (url: string) => fetch(url);\n`,
    finds: /zz-planted\.ts:1 another address is followed/,
  },
  {
    fault: 'a text that is run as a program',
    check: lint,
    file: SERVER,
    text: `export const run = (text: string): unknown => eval(text);\n`,
    finds: /zz-planted\.ts.*no-eval/,
  },
  {
    fault: 'a comparison that turns one type into another',
    check: lint,
    file: SERVER,
    text: `export const isNone = (count: number): boolean => count == 0;\n`,
    finds: /zz-planted\.ts.*eqeqeq/,
  },
  {
    fault: 'a library imported by the heart',
    check: boundaries,
    file: HEART,
    text: `import { z } from 'zod';\nexport const shape = z.string();\n`,
    finds: /heart-imports-nothing/,
  },
  {
    fault: 'a Node module imported by the heart',
    check: boundaries,
    file: HEART,
    text: `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
    finds: /heart-imports-nothing/,
  },
  {
    fault: 'the server imported by a package, from a .tsx file too',
    check: boundaries,
    file: `packages/protocol/src/${PLANTED}.tsx`,
    text: `import { startProcesses } from '../../../apps/server/src/processes/index.ts';\nexport const view = <b>{startProcesses.name}</b>;\n`,
    finds: /packages-know-only-the-heart/,
  },
  {
    fault: 'a package entered past its index',
    check: boundaries,
    file: `apps/server/src/${PLANTED}.ts`,
    text: `export { ok } from '../../../packages/meeting/src/result.ts';\n`,
    finds: /enter-by-the-index/,
  },
  {
    fault: 'a dropped Result',
    check: results,
    file: HEART,
    text: `${RESULT}export function drop(): void {\n  asked(true);\n}\n`,
    finds: /zz-planted\.ts:4 the Result is dropped/,
  },
  {
    fault: 'a Result dropped behind await and void',
    check: results,
    file: HEART,
    text: `${RESULT}export async function drop(): Promise<void> {\n  void (await Promise.resolve(asked(true)));\n}\n`,
    finds: /zz-planted\.ts:4 the Result is dropped/,
  },
  {
    fault: 'a clock in the heart',
    check: heart,
    file: HEART,
    text: 'export const now = (): number => Date.now();\n',
    finds: /Date\.now has no place in the heart/,
  },
  {
    fault: 'a new Date() in the heart',
    check: heart,
    file: HEART,
    text: 'export const today = (): string => new Date().toISOString();\n',
    finds: /new Date\(\) has no place in the heart/,
  },
  {
    fault: 'chance in the heart',
    check: heart,
    file: HEART,
    text: 'export const lot = (): number => Math.random();\n',
    finds: /Math\.random has no place in the heart/,
  },
  {
    fault: 'the machine in the heart',
    check: types,
    file: HEART,
    text: `export const setting = (): string => process.env['X'] ?? '';\n`,
    finds: /zz-planted\.ts.*'process'/,
  },
  {
    fault: 'a rule without a test',
    check: rules,
    file: `packages/meeting/src/law/${PLANTED}.ts`,
    text: `import { house, rule } from './rule.ts';\nexport const planted = rule({ id: 'MTG-ZZ-PLANTED', statutes: [house], bodies: 'all' });\n`,
    finds: /no test names MTG-ZZ-PLANTED/,
  },
  {
    fault: 'a rule that is not in the list',
    check: rules,
    file: `packages/meeting/src/law/${PLANTED}.ts`,
    text: `import { house, rule } from './rule.ts';\nexport const planted = rule({ id: 'MTG-ZZ-PLANTED', statutes: [house], bodies: 'all' });\n`,
    finds: /MTG-ZZ-PLANTED is not in the list/,
  },
  {
    fault: 'a rule without words',
    check: rules,
    file: `packages/meeting/src/law/${PLANTED}.ts`,
    text: `import { house, rule } from './rule.ts';\nexport const planted = rule({ id: 'MTG-ZZ-PLANTED', statutes: [house], bodies: 'all' });\n`,
    finds: /no text refusal\.MTG-ZZ-PLANTED in sv/,
  },
  {
    fault: 'a rule that says neither what it holds nor why',
    check: spec,
    file: `packages/meeting/src/law/${PLANTED}.ts`,
    text: `import { house, rule } from './rule.ts';\nexport const planted = rule({ id: 'MTG-ZZ-PLANTED', statutes: [house], bodies: 'all' });\n`,
    finds: /MTG-ZZ-PLANTED has no comment/,
  },
  {
    fault: 'a refusal by a rule that is not in the law',
    check: rules,
    file: HEART,
    text: `export const refusal = { rule: 'MTG-ZZ-NOWHERE' };\n`,
    finds: /refuses by MTG-ZZ-NOWHERE/,
  },
  {
    fault: 'a test of a rule that does not exist',
    check: rules,
    file: `packages/meeting/src/${PLANTED}.test.ts`,
    text: `import { test } from 'vitest';\ntest.each([1])('MTG-ZZ-NOWHERE is kept', () => {});\n`,
    finds: /tests MTG-ZZ-NOWHERE/,
  },
  {
    fault: 'a floating promise',
    check: lint,
    file: `apps/server/src/${PLANTED}.ts`,
    text: 'export function start(): void {\n  Promise.resolve(1);\n}\n',
    finds: /zz-planted\.ts.*no-floating-promises/,
  },
  {
    fault: 'an any',
    check: lint,
    file: `apps/server/src/${PLANTED}.ts`,
    text: 'export const anything = (value: any): unknown => value;\n',
    finds: /zz-planted\.ts.*no-explicit-any/,
  },
  {
    fault: 'a dependency that the lock file does not know',
    check: lockFile,
    file: 'bench/package.json',
    text: JSON.stringify({ name: '@klubba/bench', version: '0.1.0', dependencies: { 'left-pad': '1.3.0' } }),
    finds: /left-pad/,
  },
  {
    fault: 'a file that nothing imports',
    check: deadCode,
    file: `packages/record/src/${PLANTED}.ts`,
    text: 'export const nobody = 1;\n',
    finds: /zz-planted/,
  },
  {
    fault: 'a badly formatted file',
    check: format,
    file: `packages/record/src/${PLANTED}.ts`,
    text: 'export const a = {b:1}\n',
    finds: /zz-planted/,
  },
  {
    fault: 'a failing unit test',
    check: unitTestsIn(PLANTED),
    file: `packages/record/src/${PLANTED}.test.ts`,
    text: `import { expect, test } from 'vitest';\ntest('planted', () => {\n  expect(1).toBe(2);\n});\n`,
    finds: /zz-planted/,
  },
];

describe('every guard sees the fault it is there for', () => {
  test.each(canaries)('$fault fails $check.name', async ({ check, file, text, finds }) => {
    copy.plant(file, text);
    try {
      expect((await check.run(copy.root)).filter((finding) => finds.test(finding))).not.toEqual([]);
    } finally {
      copy.restore(file);
    }
  });
});

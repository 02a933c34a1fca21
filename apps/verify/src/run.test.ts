import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newSigningKey, recordLines } from '@klubba/record';
import { afterAll, describe, expect, test } from 'vitest';
import type { Said } from './run.ts';
import { run } from './run.ts';

const CLI = fileURLToPath(new URL('./cli.mjs', import.meta.url));
const SHARED = fileURLToPath(new URL('../../../../shared/ballot/', import.meta.url));
const TIMEOUT_MS = 60_000;

/** The receipt of the fifth ballot of `control.bel`, the one that `dropped.bel` lacks. */
const FIFTH = 'eef5aff92fd9d73ce1882a026bd434a2321db27a5de06956ef66c4a65d5717c2';

const folder = mkdtempSync(join(tmpdir(), 'klubba-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const verify = (...args: string[]): Promise<Said> => run(args);

describe('the verifier on the command line', () => {
  test(
    'exits 0 for a complete and sound election, with the result in words',
    async () => {
      const { exit, out } = await verify(`${SHARED}ceremony/n5-BELENIOS-2048/LacZNbiNZfGCyG.bel`);
      expect(exit).toBe(0);
      expect(out).toContain('Fullständigt och oförvanskat');
      expect(out).toContain('Anna: 1 röst\n');
      expect(out).toContain('Blankt: 2 röster');
    },
    TIMEOUT_MS,
  );

  test(
    'examines a large election in several threads, to the same end',
    async () => {
      const { exit, out } = await verify(`${SHARED}archives/n101-belenios2048-v3.3.bel`, '--lang', 'en');
      expect(exit).toBe(0);
      expect(out).toContain('Cecilia: 23 votes');
      expect(out).toContain('101 of 101 on the voting list voted.');
    },
    TIMEOUT_MS,
  );

  test(
    'is a process that says and exits so',
    () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, `${SHARED}attacks/junk.bel`], {
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([1, '']);
      expect(stdout).toContain('Inte i ordning');
    },
    TIMEOUT_MS,
  );

  test(
    'exits 1 for a broken one, with the rule and the place',
    async () => {
      const { exit, out } = await verify(`${SHARED}attacks/chain.bel`, '--lang', 'en');
      expect(exit).toBe(1);
      expect(out).toContain('First broken rule: BEL-CHAIN-PARENT.');
      expect(out).toContain('event 3');
    },
    TIMEOUT_MS,
  );

  test(
    'exits 3 for an unfinished one, with its state',
    async () => {
      const { exit, out } = await verify(`${SHARED}attacks/control.bel`);
      expect(exit).toBe(3);
      expect(out).toContain('Omröstningen pågår.');
    },
    TIMEOUT_MS,
  );

  test(
    'exits 1 when a receipt is missing, and names its line',
    async () => {
      const receipts = fileWith('receipts.txt', `\n${FIFTH}\n`);
      expect(await verify(`${SHARED}attacks/control.bel`, '--receipts', receipts)).toMatchObject({ exit: 3 });
      const { exit, out } = await verify(`${SHARED}attacks/dropped.bel`, '--receipts', receipts);
      expect(exit).toBe(1);
      expect(out).toContain('BEL-RECEIPT-MISSING');
      expect(out).toContain('kvitto på rad 1');
    },
    TIMEOUT_MS,
  );

  test.each([
    ['no file', []],
    ['a file that is not there', [join(tmpdir(), 'no-such-file.bel')]],
    ['two files', ['a.bel', 'b.bel']],
    ['an unknown option', ['a.bel', '--quiet']],
    ['an unknown language', ['a.bel', '--lang', 'fi']],
    ['receipts that are none', [`${SHARED}attacks/control.bel`, '--receipts', CLI]],
    ['receipts that are not there', [`${SHARED}attacks/control.bel`, '--receipts', 'nowhere.txt']],
    ['something else than an archive', [CLI]],
  ])(
    'exits 2 for %s',
    async (_, args) => {
      const { exit, out, err } = await verify(...args);
      expect([exit, out]).toEqual([2, undefined]);
      expect(err).not.toBe('');
    },
    TIMEOUT_MS,
  );
});

describe('the record of a meeting', () => {
  const about = {
    meeting: 'kf-2025-11-13',
    municipality: 'Exempelköping',
    body: 'Kommunfullmäktige',
    date: '2025-11-13',
  };
  const record = [...recordLines(about, [], newSigningKey(), 1_763_054_400_000)].join('');

  test(
    'exits 0 when it is intact',
    async () => {
      const { exit, out } = await verify(fileWith('meeting.jsonl', record));
      expect(exit).toBe(0);
      expect(out).toContain('Kommunfullmäktige, 2025-11-13');
    },
    TIMEOUT_MS,
  );

  test(
    'exits 1 when it was changed, and names the line',
    async () => {
      const changed = record.replace('Exempelköping', 'Annanköping');
      const { exit, out } = await verify(fileWith('changed.jsonl', changed), '--lang', 'en');
      expect(exit).toBe(1);
      expect(out).toContain('REC-SIGNATURE');
      expect(out).toContain('line 2');
    },
    TIMEOUT_MS,
  );

  test(
    'exits 2 when receipts are asked for, since it has none',
    async () => {
      const { exit } = await verify(fileWith('asked.jsonl', record), '--receipts', fileWith('r.txt', FIFTH));
      expect(exit).toBe(2);
    },
    TIMEOUT_MS,
  );
});

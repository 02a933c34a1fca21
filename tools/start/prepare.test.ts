import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CannotGoOn, sentence, terminalLanguage } from './sentences.mjs';

const tools = fileURLToPath(new URL('..', import.meta.url));

describe('packages', () => {
  test('are installed on a clean clone, and not again while they are what the lock file names', () => {
    const clone = emptyClone({ 'node_modules/zod': '4.6.5' });
    expect(call(clone, 'installPackages').out).toContain('Installing packages');

    clone.installed({ 'node_modules/zod': '4.6.5' });
    expect(call(clone, 'installPackages').out).not.toContain('Installing packages');
  });

  test('are installed again when the lock file has moved on', () => {
    const clone = emptyClone({ 'node_modules/zod': '4.6.5' });
    clone.installed({ 'node_modules/zod': '4.6.4' });
    expect(call(clone, 'installPackages').out).toContain('Installing packages');
  });

  test('that cannot be installed stop the start with npm’s own reason', () => {
    const clone = emptyClone({ 'node_modules/zod': '4.6.5' });
    clone.program('npm.cjs', `console.error('no network'); process.exit(1);`);
    expect(call(clone, 'installPackages').out).toContain('npm said: no network');
  });
});

describe('the video server', () => {
  test('is done without, with a plain notice, where Go is missing', () => {
    expect(call(emptyClone({}), 'prepareLivekit').out).toMatch(
      /^No video: Go 1\.26 or newer is missing.*without a link/,
    );
  });

  test('is done without where Go is too old, and both versions are named', () => {
    const clone = emptyClone({});
    clone.program('go', '#!/bin/sh\necho go1.19.8\n');
    expect(call(clone, 'prepareLivekit').out).toMatch(/^No video: Go 1\.19 is too old, 1\.26 or newer is needed/);
  });

  test('that does not compile is done without, and the compiler’s reason is given', () => {
    const clone = emptyClone({});
    clone.program(
      'go',
      '#!/bin/sh\n[ "$1" = env ] && echo go1.26.8 && exit 0\necho "dial tcp: no route to host" >&2\nexit 1\n',
    );
    expect(call(clone, 'prepareLivekit').out).toMatch(/could not be built \(dial tcp: no route to host\)/);
  });
});

test('a Swedish terminal is spoken to in Swedish', () => {
  expect(terminalLanguage({ LANG: 'sv_SE.UTF-8' })).toBe('sv');
  expect(sentence('node-too-old', { needed: '20', found: '18.0.0' }, 'sv')).toBe(
    'Klubba behöver Node 20 eller nyare; här finns 18.0.0. Hämta en nyare från nodejs.org.',
  );
  expect(new CannotGoOn('web-failed', { reason: 'x' }).message).toBe(sentence('web-failed', { reason: 'x' }));
});

interface Clone {
  readonly root: string;
  readonly bin: string;
  installed(packages: Readonly<Record<string, string>>): void;
  program(name: string, text: string): void;
}

/** The start's own code in an otherwise empty folder, with nothing but faked programs to be found. */
function emptyClone(locked: Readonly<Record<string, string>>): Clone {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'klubba-clone-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['start', 'livekit'])
    cpSync(path.join(tools, folder), path.join(root, 'tools', folder), { recursive: true });
  const bin = path.join(root, 'bin');
  mkdirSync(bin);
  const clone: Clone = {
    root,
    bin,
    installed(packages) {
      mkdirSync(path.join(root, 'node_modules'), { recursive: true });
      writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), lock(packages));
    },
    program(name, text) {
      writeFileSync(path.join(bin, name), text);
      chmodSync(path.join(bin, name), 0o755);
    },
  };
  writeFileSync(path.join(root, 'package-lock.json'), lock(locked));
  clone.program('npm.cjs', `console.log('done');`);
  return clone;
}

function lock(packages: Readonly<Record<string, string>>): string {
  const entries = Object.entries(packages).map(([where, version]) => [where, { version }]);
  return JSON.stringify({ packages: Object.fromEntries(entries) });
}

function call(clone: Clone, step: 'installPackages' | 'prepareLivekit'): { readonly out: string } {
  const prepare = JSON.stringify(path.join(clone.root, 'tools', 'start', 'prepare.mjs'));
  const script = `
    const prepare = await import(${prepare});
    await prepare.${step}().catch((error) => console.log(error.message));
  `;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: `${clone.bin}${path.delimiter}/nowhere`, LANG: 'C', npm_execpath: path.join(clone.bin, 'npm.cjs') },
  });
  return { out: run.stdout + run.stderr };
}

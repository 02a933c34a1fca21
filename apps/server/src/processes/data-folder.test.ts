import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freePort, keptSecret, openDataFolder, tryPort } from './data-folder.ts';
import { freshDataFolder } from './testing.ts';

test('a data folder is made with everything above it, and only its owner may look at secrets and logs', () => {
  const folder = path.join(freshDataFolder(), 'a', 'b');
  openDataFolder(folder);
  for (const inner of ['secrets', 'logs']) expect(statSync(path.join(folder, inner)).mode & 0o777).toBe(0o700);
  expect(() => openDataFolder(folder)).not.toThrow();
});

test('a data folder that is a file, or lies under one, is refused with its path', () => {
  const file = path.join(freshDataFolder(), 'file');
  writeFileSync(file, '');
  for (const folder of [file, path.join(file, 'data')]) {
    expect(() => openDataFolder(folder)).toThrow(
      expect.objectContaining({ key: 'data-folder-unwritable', detail: expect.objectContaining({ path: folder }) }),
    );
  }
});

test('a place without room for folders is refused at once', () => {
  expect(() => openDataFolder('/proc/klubba')).toThrow(expect.objectContaining({ key: 'data-folder-unwritable' }));
});

test('a secret is made once, long, and kept', () => {
  const folder = freshDataFolder();
  openDataFolder(folder);
  const secret = keptSecret(folder, 'x');
  expect(secret).toMatch(/^[0-9a-f]{48}$/);
  expect(keptSecret(folder, 'x')).toBe(secret);
  expect(keptSecret(folder, 'y')).not.toBe(secret);
});

test('a free port can be listened on, and the preferred one is taken when it is free', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
  expect(await tryPort(port, '127.0.0.1')).toBe(port);
});

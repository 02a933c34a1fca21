import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataFolder } from './lock.ts';
import { freshDataFolder } from './testing.ts';

test('a second server on the same data folder is refused and told where the first one is', async () => {
  const folder = freshDataFolder();
  const lock = await lockDataFolder(folder);
  onTestFinished(() => lock.release());
  lock.announce('http://localhost:3000');

  await expect(lockDataFolder(folder)).rejects.toMatchObject({
    key: 'already-running',
    detail: { pid: String(process.pid), address: 'http://localhost:3000' },
  });
});

test('two data folders do not stand in the way of each other', async () => {
  const [one, other] = [await lockDataFolder(freshDataFolder()), await lockDataFolder(freshDataFolder())];
  await Promise.all([one.release(), other.release()]);
});

test('a released folder can be locked again', async () => {
  const folder = freshDataFolder();
  await (await lockDataFolder(folder)).release();
  await (await lockDataFolder(folder)).release();
});

test('a server killed with SIGKILL leaves no lock behind', async () => {
  const folder = freshDataFolder();
  const holder = spawn(process.execPath, ['--input-type=module', '-e', holding(folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  await expect(lockDataFolder(folder)).rejects.toMatchObject({ detail: { pid: String(holder.pid) } });

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await (await lockDataFolder(folder)).release();
});

function holding(folder: string): string {
  const lock = fileURLToPath(import.meta.resolve('./lock.ts'));
  return `
    const { lockDataFolder } = await import(${JSON.stringify(lock)});
    await lockDataFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);
  `;
}

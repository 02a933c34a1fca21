import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { clamdScanner } from './scanner.ts';
import { type Clamd, EICAR, startClamd, STREAM_MAX } from './testing/clamd.ts';

const started: Clamd[] = [];
const clamd = async (how: Parameters<typeof startClamd>[0] = {}): Promise<Clamd> => {
  const one = await startClamd(how);
  started.push(one);
  return one;
};
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
});

it('asks clamd as its manual says, by TCP or socket, and believes its answer', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-clamd-'));
  for (const at of [undefined, path.join(folder, 'clamd.ctl')]) {
    const clean = await clamd(at === undefined ? {} : { at });
    const document = Buffer.alloc(200_000, '%PDF-1.7 ');
    expect(await clamdScanner(clean.url).scan(document)).toBe('clean');
    expect(clean.heard.command).toBe('zINSTREAM');
    expect(clean.heard.bytes.equals(document)).toBe(true);
    expect(clean.heard.chunks).toEqual([65_536, 65_536, 65_536, 3_392]);
  }
  rmSync(folder, { recursive: true });
});

it('finds the test virus, also in the midst of a file', async () => {
  const { url } = await clamd();
  expect(await clamdScanner(url).scan(Buffer.from(`%PDF-1.7\n${'x'.repeat(100_000)}${EICAR}\n%%EOF`))).toBe('infected');
});

it.each([
  ['refuses so large a file', undefined, Buffer.alloc(STREAM_MAX + 10)],
  ['speaks something else', 'HTTP/1.1 400 Bad Request\r\n\r\n\0', Buffer.from('%PDF')],
  ['says nothing and hangs up', '', Buffer.from('%PDF')],
])('takes nothing for clean when clamd %s', async (_what, answer, bytes) => {
  const { url } = await clamd(answer === undefined ? {} : { answer });
  expect(await clamdScanner(url).scan(bytes)).toBe('unknown');
});

it('takes nothing for clean when nobody is there, or nobody answers in time', async () => {
  const server = createServer((socket) => socket.resume());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await clamdScanner(`tcp://127.0.0.1:${port}`, 50).scan(Buffer.from('%PDF'))).toBe('unknown');
  await new Promise((resolve) => server.close(resolve));
  expect(await clamdScanner(`tcp://127.0.0.1:${port}`).scan(Buffer.from('%PDF'))).toBe('unknown');
});

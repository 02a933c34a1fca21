import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openLog } from './log.ts';

const SECRETS = {
  token: 'hunter2',
  cookie: 'hunter2',
  authorization: 'hunter2',
  password: 'hunter2',
  secret: 'hunter2',
};

it('the log never holds what would let somebody in, nor what somebody said, wherever it stands', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'klubba-log-')), 'log');
  const log = openLog('debug', file);
  log.info({ session: SECRETS, message: { text: 'hunter2' }, req: { headers: { cookie: 'hunter2' } } }, 'careless');
  log.error({ err: Object.assign(new Error('query failed'), { parameters: ['hunter2'] }) }, 'failed');
  // The file is opened while the first lines wait.
  const lines = await vi.waitFor(() => {
    const written = readFileSync(file, 'utf8').trim().split('\n');
    expect(written).toHaveLength(2);
    return written;
  });
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['careless', 'failed']);
  expect(lines.join('')).not.toContain('hunter2');
});

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DAYS, DAYS_OTHERWISE, type Judgement, judgeComponents } from './components.ts';
import { installedBy } from './installed.ts';

const ADVISORIES = '/-/npm/v1/security/advisories/bulk';
const LOCK = JSON.stringify({
  packages: {
    '': { dependencies: { '@town/bell': '^1.0.0' } },
    'apps/hall': { devDependencies: { gavel: '^2.0.0' } },
    'node_modules/@town/bell': { version: '1.0.0' },
    'node_modules/@town/bell/node_modules/gavel': { version: '1.9.0' },
    'node_modules/gavel': { version: '2.0.0' },
    'node_modules/hall': { link: true },
  },
});
const GO =
  'module x\n\ngo 1.26\n\nrequire (\n\tgithub.com/town/video v1.10.0\n\tgo.town/x v0.2.1-0.20260101 // indirect\n)\n';
const NOW = new Date('2026-03-01T12:00:00Z');
const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

type Answers = Readonly<Record<string, unknown>>;

/** A registry and a Go database in one; what it has no answer to it refuses, as a mirror does. */
async function judgedBy(answers: Answers, published: ReadonlyMap<string, string> = new Map()): Promise<Judgement> {
  const all: Answers = { '/index/modules.json': [], '/@town%2fbell/1.0.0': {}, '/gavel/2.0.0': {}, ...answers };
  const server = createServer((request, response) => {
    const body = all[request.url ?? ''];
    const isAsRight = (request.method === 'POST') === (request.url === ADVISORIES);
    response.statusCode = body === undefined || !isAsRight ? 405 : 200;
    request.resume().once('end', () => response.end(typeof body === 'string' ? body : JSON.stringify(body)));
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const installed = installedBy(LOCK, GO);
  return judgeComponents({ installed, registry: address, goDatabase: address, now: NOW, published });
}

function against(severity: string, published?: string): Answers {
  const url = 'https://example.org/advisories/GHSA-aaaa-bbbb-cccc';
  return { [ADVISORIES]: { gavel: [{ id: 1, url, severity, published }] } };
}

describe('the components and their time', () => {
  it('are every version in the lock file and the Go modules, without our own', () => {
    expect(installedBy(LOCK, GO)).toEqual({
      npm: [
        { name: '@town/bell', versions: ['1.0.0'] },
        { name: 'gavel', versions: ['1.9.0', '2.0.0'] },
      ],
      direct: [
        { name: '@town/bell', versions: ['1.0.0'] },
        { name: 'gavel', versions: ['2.0.0'] },
      ],
      go: [
        { name: 'github.com/town/video', versions: ['1.10.0'] },
        { name: 'go.town/x', versions: ['0.2.1-0.20260101'] },
      ],
    });
  });

  it.each([
    ['critical', 7],
    ['high', 30],
    ['moderate', 90],
    ['low', 90],
  ])('a component with a %s advisory is past its time after %i days and not before', async (severity, days) => {
    const daysAgo = (count: number): string => new Date(NOW.getTime() - count * 86_400_000).toISOString();
    const within = await judgedBy(against(severity, daysAgo(days)));
    expect(within.code).toBe(0);
    expect(within.lines.join('\n')).toContain('0 days left');
    const past = await judgedBy(against(severity, daysAgo(days + 1)));
    expect(past.code).toBe(1);
    expect(past.lines.join('\n')).toMatch(/gavel 1\.9\.0, 2\.0\.0 +GHSA-aaaa-bbbb-cccc .* past by 1 days/);
  });

  it('have the times that the page of protection promises', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../../../docs/reference/protection.md'), 'utf8');
    const promised = `within ${DAYS['critical']} days when critical, ${DAYS['high']} when high, ${DAYS_OTHERWISE} otherwise`;
    expect(page).toContain(promised);
  });

  it('an advisory without a day is past its time until somebody has read the day', async () => {
    expect((await judgedBy(against('high'))).code).toBe(1);
    expect((await judgedBy(against('high'), new Map([['GHSA-aaaa-bbbb-cccc', '2026-02-20']]))).code).toBe(0);
  });

  it('without advisories none is past its time', async () => {
    const { code, lines } = await judgedBy({ [ADVISORIES]: {} });
    expect(code).toBe(0);
    expect(lines).toEqual(['2 npm packages and 2 Go modules: 0 advisories, 0 past their time.']);
  });

  it.each([
    ['refuses', {}],
    ['answers with a page', { [ADVISORIES]: '<html>' }],
    ['answers something else', { [ADVISORIES]: ['gavel'] }],
    ['has no Go database beside it', { [ADVISORIES]: {}, '/index/modules.json': undefined }],
  ])('nothing is judged when the registry %s', async (_, answers) => {
    const { code, lines } = await judgedBy(answers);
    expect(code).toBe(2);
    expect(lines.join()).toContain('Nothing was judged');
  });

  it.each([
    ['github.com/town/video', '1.9.3', 0],
    ['github.com/town/video', '1.10.0', 0],
    ['github.com/town/video', '1.10.1', 1],
    ['github.com/town/video', '', 1],
    ['go.town/x', '0.2.0', 0],
    ['go.town/x', '0.2.1', 1],
    ['go.town/x', '0.2.1-0.20251231', 0],
    ['go.town/x', '0.2.1-0.20260102', 1],
  ])('the Go module %s, mended in "%s", makes the command end %i', async (name, fixed, code) => {
    const { code: judged } = await judgedBy({
      [ADVISORIES]: {},
      '/index/modules.json': [{ path: name, vulns: [{ id: 'GO-1', fixed }] }],
      '/ID/GO-1.json': { published: '2026-01-01T00:00:00Z' },
    });
    expect(judged).toBe(code);
  });

  it('a library of our own choice that its maker has given up is named', async () => {
    const { code, lines } = await judgedBy({ [ADVISORIES]: {}, '/gavel/2.0.0': { deprecated: 'use a bell' } });
    expect(code).toBe(0);
    expect(lines).toContain('gavel@2.0.0 is given up by its maker: use a bell');
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBallot, parseCredentialSecret, parseElection, verifyArchive } from '@klubba/ballot';
import { nodeEngine, nodeRandom } from '@klubba/ballot/node';
import { atLeast, atMost, type Bench, type Report } from '../bench.ts';
import { table } from '../print.ts';
import { median } from '../statistics.ts';
import { heldElection } from './held-election.ts';
import { type InBrowser, timeInBrowser } from './in-browser.ts';
import { type Timed, timeSecrets, TOLD_APART } from './timing.ts';

const VERIFIER = fileURLToPath(new URL('../../../apps/verify/src/cli.mjs', import.meta.url));
const BALLOTS = 31;
const TOOL_BALLOTS = 7;
const BROWSER_MS = 250;
const FROZEN_MS = 100;
const SIZES = [101, 1_000] as const;
const COUNCIL = 81;
const FASTER = 5;
const WHOLE_MS = 3_000;

type Verified = { readonly voters: number; readonly ours: number; readonly tool: number };

export const ballot: Bench = {
  name: 'ballot',
  about: 'a sealed vote, the verification of an election and a count of 81, beside belenios-tool in the same run',
  async run() {
    const made = await timeBallots();
    const browser = await timeInBrowser(await asked());
    const verified: Verified[] = [];
    for (const voters of SIZES) verified.push(await timeVerification(voters));
    const count = await timeCount();
    const { record, secrets } = await heldElection(1);
    return report(made, browser, verified, count, timeSecrets(record, secrets[0] ?? ''));
  },
};

/** ms; `tool` as a process of its own, which is how it is used. */
async function timeBallots(): Promise<{ readonly ours: number; readonly tool: number }> {
  const election = await heldElection(3);
  const parsed = parseElection(election.record, nodeEngine(), BALLOTS);
  const secret = parseCredentialSecret(election.secrets[0] ?? '');
  if (!parsed.ok || secret === undefined) throw new Error('The election is our own.');
  const ours = Array.from({ length: BALLOTS }, () => {
    const from = performance.now();
    const one = createBallot(parsed.value, secret, [{ blank: false, answers: [1] }], nodeRandom);
    if (!one.ok) throw new Error(one.failure.rule);
    return performance.now() - from;
  });
  return { ours: median(ours), tool: toolBallot(election.archive, election.uuid) };
}

/** The tool's own way: a credential of its own making and the choice, as files beside the archive. */
function toolBallot(archive: Uint8Array, uuid: string): number {
  return inFolder(archive, uuid, (folder) => {
    const tool = (...args: readonly string[]): string =>
      execFileSync('belenios-tool', args, { stdio: 'pipe', encoding: 'utf8', cwd: folder });
    tool('setup', 'generate-credentials', '--count', '1', '--group', 'BELENIOS-2048', '--uuid', uuid);
    const made = readdirSync(folder).find((file) => file.endsWith('.privcreds'));
    if (made === undefined) throw new Error('The tool made no credential.');
    const [, credential = ''] = readFileSync(path.join(folder, made), 'utf8').trim().split(' ');
    writeFileSync(path.join(folder, 'credential'), credential);
    writeFileSync(path.join(folder, 'choice'), '[[0,0,1]]');
    const times = Array.from({ length: TOOL_BALLOTS }, () => {
      const from = performance.now();
      tool('election', 'generate-ballot', '--dir', '.', '--privcred', 'credential', '--ballot', 'choice');
      return performance.now() - from;
    });
    return median(times);
  });
}

async function asked(): Promise<Parameters<typeof timeInBrowser>[0]> {
  const { record, secrets } = await heldElection(1);
  const parsed = parseElection(record, nodeEngine());
  if (!parsed.ok) throw new Error('The election is our own.');
  const publicKey = parsed.value.group.write(parsed.value.election.publicKey);
  return {
    secret: secrets[0] ?? '',
    election: Buffer.from(record).toString(),
    key: createHash('sha256').update(publicKey).digest('hex'),
  };
}

async function timeVerification(voters: number): Promise<Verified> {
  const election = await heldElection(voters);
  const ours = inFolder(election.archive, election.uuid, weVerify);
  return { voters, ours, tool: inFolder(election.archive, election.uuid, toolVerifies) };
}

/** Our verifier as a process of its own too, with as many threads as there are cores. Exit 0: complete and sound. */
function weVerify(folder: string): number {
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.bel'));
  const from = performance.now();
  execFileSync(process.execPath, [VERIFIER, path.join(folder, file)], { stdio: 'pipe' });
  return performance.now() - from;
}

function toolVerifies(folder: string): number {
  const from = performance.now();
  execFileSync('belenios-tool', ['election', 'verify', '--dir', folder], { stdio: 'pipe' });
  return performance.now() - from;
}

/** From closing to the result with two key holders, and that result verified from the file. */
async function timeCount(): Promise<number> {
  const election = await heldElection(COUNCIL);
  const from = performance.now();
  const verdict = verifyArchive(election.archive, { engine: nodeEngine() });
  if (verdict.kind !== 'sound-complete') throw new Error(`Our own archive is ${verdict.kind}.`);
  return election.countMs + performance.now() - from;
}

function inFolder<T>(archive: Uint8Array, uuid: string, work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-bench-ballot-'));
  try {
    writeFileSync(path.join(folder, `${uuid}.bel`), archive);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(
  made: { readonly ours: number; readonly tool: number },
  browser: InBrowser | undefined,
  verified: readonly Verified[],
  wholeMs: number,
  secrets: readonly Timed[],
): Report {
  const rows = verified.map(({ voters, ours, tool }) => [
    `verify ${voters}`,
    `${ours.toFixed(0)} ms`,
    `${tool.toFixed(0)} ms`,
    `${(tool / ours).toFixed(1)} ×`,
  ]);
  const [small, large] = verified;
  const growth = small && large ? large.ours / large.voters / (small.ours / small.voters) : Number.NaN;
  return {
    figures: {
      ballotMs: made.ours,
      toolBallotMs: made.tool,
      ...(browser === undefined
        ? {}
        : { browserMs: browser.normal, slowBrowserMs: browser.slow, frozenMs: browser.frozen }),
      wholeOf81Ms: wholeMs,
      growth,
      ...Object.fromEntries(
        verified.flatMap(({ voters, ours, tool }) => [
          [`verify${voters}Ms`, ours],
          [`toolVerify${voters}Ms`, tool],
        ]),
      ),
    },
    aims: [
      ...(browser === undefined
        ? []
        : [
            atMost('a ballot in Chromium at 4 × CPU, ms', browser.slow, BROWSER_MS),
            atMost('longest time without a frame while sealing, ms', browser.frozen, FROZEN_MS),
          ]),
      atLeast('a ballot in Node, times as fast as belenios-tool', made.tool / made.ours, FASTER),
      ...verified.map(({ voters, ours, tool }) =>
        atLeast(`verification of ${voters} on all cores, times as fast as belenios-tool`, tool / ours, FASTER),
      ),
      atMost('time a ballot at 1,000 to that at 101 (linear is 1)', growth, 1.5),
      atMost('an election of 81 from closing to verified result, ms', wholeMs, WHOLE_MS),
    ],
    tables: [
      ...(browser === undefined
        ? []
        : [
            table(
              ['a ballot in Chromium', 'ms'],
              [
                ['as it is', browser.normal],
                ['4 × slower CPU', browser.slow],
              ],
            ),
          ]),
      table(
        ['', 'Klubba', 'belenios-tool', ''],
        [
          [
            'one ballot',
            `${made.ours.toFixed(1)} ms`,
            `${made.tool.toFixed(0)} ms`,
            `${(made.tool / made.ours).toFixed(1)} ×`,
          ],
          ...rows,
        ],
      ),
      table(
        ['secrets told apart by time?', 'two classes', 'times', '|t|'],
        secrets.map(({ operation, classes, times, t }) => [operation, classes, times, Math.abs(t)]),
      ),
    ],
    notes: [
      ...(browser === undefined
        ? ['Build the web app for the figures of a browser: npm run build -w @klubba/web.']
        : []),
      `Secrets: |t| above ${TOLD_APART} tells two classes apart (dudect's measure, Welch's t). The control must be above it.`,
      'BELENIOS-2048. Both verifiers start as processes of their own; ours uses all cores, the tool knows one.',
      'The tool starts anew for every ballot, as it must. Figures of its own, on one core of two: 84 ms (2.0), 102 ms (3.3.0).',
    ],
  };
}

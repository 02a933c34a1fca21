import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fold } from '@klubba/meeting';
import { type House, openHouse } from '../house.ts';
import { drawFrom } from '../seeded.ts';
import { type Client, type Company, gather, isRemote } from './company.ts';
import { readJournal, type Row } from './journal.ts';
import { type Kill, killOnAndOn } from './killer.ts';
import { openLedger } from './ledger.ts';
import { type Pace, type Play, play } from './players.ts';
import { freshFold, type Proof, prove, sees } from './proof.ts';

const VERIFY = fileURLToPath(new URL('../../../apps/verify/src/cli.mjs', import.meta.url));
const SETTLED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 500;
/** Generous, because the machine may have much else to do. */
const BACK_WITHIN_MS = 180_000;
const SPECTATORS = 3;
const PICTURES = 2;

export type TortureOptions = {
  readonly kills: number;
  readonly seed: number;
  /** The video server's program; without it there is nothing of it to kill. */
  readonly livekit: string;
  /** How long one kill may keep the meeting from going on. */
  readonly backWithinMs?: number;
  readonly onKill?: (kill: Kill, index: number) => void;
  /** Ends everything, and this process. */
  readonly signal?: AbortSignal;
};

export type TortureReport = Proof & {
  readonly seed: number;
  readonly kills: readonly Kill[];
  readonly clients: number;
  readonly facts: number;
  /** How far the evening came: items done and votes closed. */
  readonly items: number;
  readonly votes: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly refusals: ReadonlyMap<string, number>;
  readonly failedStarts: readonly string[];
  /** Empty: the exported record says that it is intact. */
  readonly record: readonly string[];
  /** Empty: those with a camera are in the room and see each other. */
  readonly video: readonly string[];
  /** Empty: the chair came to the end of the agenda and closed the meeting. */
  readonly unfinished: readonly string[];
  /** The video client of the cameras is native code: how often its process ended by itself. */
  readonly cameraCrashes: number;
  readonly ms: number;
};

/** A running evening whose server, database and video server are killed; and what can be shown afterwards. */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const began = performance.now();
  const house = await openHouse({ livekit: options.livekit });
  options.signal?.addEventListener('abort', () => void house.stop().then(() => process.exit(1)));
  let company: Company | undefined;
  try {
    company = await gather(house, { spectators: SPECTATORS, pictures: PICTURES });
    return { ...(await evening(options, house, company)), ms: performance.now() - began };
  } finally {
    await company?.close();
    await house.stop();
  }
}

async function evening(options: TortureOptions, house: House, company: Company): Promise<Omit<TortureReport, 'ms'>> {
  const draw = drawFrom(options.seed);
  const ledger = openLedger();
  let killed = 0;
  let late = false;
  const pace: Pace = {
    mayEndDebate: (done, all) => late || killed / (options.kills + 1) >= done / all,
    isLate: () => late,
  };
  const playing = play(company, ledger, draw, pace);
  const kills = await killOnAndOn({
    house,
    ledger,
    draw: drawFrom(options.seed + 1),
    kills: options.kills,
    backWithinMs: options.backWithinMs ?? BACK_WITHIN_MS,
    onKill(kill, index) {
      killed = index;
      options.onKill?.(kill, index);
    },
  });
  const video = await missingPictures(company);
  late = true;
  const unfinished = await comesToItsEnd(playing);
  await playing.stop();
  await ledger.settled(SETTLED_WITHIN_MS);
  const rows = await allHaveAll(house, company);
  const proof = prove(rows, ledger.presses, company.clients);
  return {
    ...proof,
    differing: [...proof.differing, ...(await differsAfresh(house, company))],
    seed: options.seed,
    kills,
    clients: company.clients.length,
    facts: rows.length,
    items: rows.filter(({ event }) => event.type === 'ItemClosed').length,
    votes: rows.filter(({ event }) => event.type === 'VoteClosed').length,
    acknowledged: ledger.presses.filter((press) => press.outcome?.kind === 'done').length,
    refused: ledger.presses.filter((press) => press.outcome?.kind === 'refused').length,
    refusals: playing.refusals,
    failedStarts: house.failedStarts,
    record: await verifyRecord(house, company),
    video,
    unfinished,
    cameraCrashes: company.cameras.crashes(),
  };
}

/** However long it takes, as long as the chair comes on: a busy machine makes an evening slow, and only a standstill is a fault. */
async function comesToItsEnd(playing: Play): Promise<readonly string[]> {
  for (;;) {
    const isClosed = await Promise.race([playing.closed.then(() => true), pause(LOOK_EVERY_MS).then(() => false)]);
    if (isClosed) return [];
    if (performance.now() - playing.movedAt() > SETTLED_WITHIN_MS) return ['the evening did not come to its end'];
  }
}

/** Waits until every client has come to rest where the journal is; the platform may still add facts of its own meanwhile. */
async function allHaveAll(house: House, company: Company): Promise<readonly Row[]> {
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const rows = await readJournal(house.databaseUrl(), company.meeting);
    const whole = fold(rows);
    const isBehind = ({ bot, person }: Client): boolean =>
      !bot.isConnected() || !sees(bot.meeting(), freshFold(rows, whole, person));
    if (!company.clients.some(isBehind) || performance.now() > deadline) return rows;
    await pause(LOOK_EVERY_MS);
  }
}

/** The same people, come in by another door: with nothing known they are shown the same. */
async function differsAfresh(house: House, company: Company): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const client of company.clients.filter((_, index) => index % 8 === 0)) {
    const bot = await company.again(client);
    const rows = (await readJournal(house.databaseUrl(), company.meeting)).filter(
      ({ seq }) => seq <= bot.meeting().seq,
    );
    if (!sees(bot.meeting(), freshFold(rows, fold(rows), client.person)))
      differing.push(`${client.name}, come in again, sees another meeting`);
    bot.close();
  }
  return differing;
}

async function verifyRecord(house: House, company: Company): Promise<readonly string[]> {
  const { cookie = '' } = company.of('secretary');
  const answer = await fetch(`${house.origin}/api/meetings/${encodeURIComponent(company.meeting)}/record`, {
    headers: { cookie },
  });
  if (!answer.ok) return [`the record was not handed out: ${answer.status}`];
  const file = path.join(house.dataDir, 'evening.klubba.jsonl');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const run = spawnSync(process.execPath, [VERIFY, file, '--lang', 'en'], { encoding: 'utf8' });
  return run.status === 0 ? [] : [`${run.stdout}${run.stderr}`.trim()];
}

async function missingPictures({ cameras, clients }: Company): Promise<readonly string[]> {
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const missing = await cameras.missing();
    if (missing.length === 0) return [];
    if (performance.now() > deadline)
      return [...missing, ...clients.filter(isRemote).slice(0, PICTURES).map(presenceOf)];
    await pause(200);
  }
}

/** How the meeting knows this client, for whoever asks why there is no picture. */
function presenceOf({ bot, name, person }: Client): string {
  const meeting = bot.meeting();
  const presence = person === null || meeting.plan === undefined ? undefined : meeting.attendance.present[person];
  return `${name} is ${presence === undefined ? 'not present' : JSON.stringify(presence)}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import type { House, Part } from '../house.ts';
import type { Draw } from '../seeded.ts';
import type { Ledger } from './ledger.ts';

const LOOK_EVERY_MS = 25;
const CALM_MS = 2_000;
/** One kill in so many comes before the last one is got over. */
const ON_TOP = 5;
/** The server and the database hold the facts, so they are killed more often. */
const TARGETS: readonly Part[] = ['server', 'server', 'postgres', 'postgres', 'livekit'];

export type Kill = {
  readonly part: Part;
  /** ms since the first bot was in. */
  readonly at: number;
  /** Until something pressed after it was acknowledged; for video, until the process ran again. */
  readonly backAfterMs: number | undefined;
};

export type KillingOptions = {
  readonly house: House;
  readonly ledger: Ledger;
  readonly draw: Draw;
  readonly kills: number;
  /** A kill that is not got over within this is a failure by itself. */
  readonly backWithinMs: number;
  readonly onKill?: (kill: Kill, index: number) => void;
};

/** SIGKILL at random moments: the wait, the victim and whether the last one was got over are all drawn. */
export async function killOnAndOn(options: KillingOptions): Promise<readonly Kill[]> {
  const { house, draw, kills, onKill } = options;
  const began = performance.now();
  const done: Kill[] = [];
  while (done.length < kills) {
    await pause(draw(CALM_MS));
    const part = TARGETS[draw(TARGETS.length)] ?? 'server';
    const onTop = draw(ON_TOP) === 0;
    const at = performance.now();
    const victim = house.pid(part);
    if (victim === undefined || !house.kill(part)) continue;
    const back = (): Promise<number> => (part === 'livekit' ? runsAgain(options, victim) : answersAgain(options, at));
    const kill = { part, at: at - began, backAfterMs: onTop ? undefined : (await back()) - at };
    done.push(kill);
    onKill?.(kill, done.length);
  }
  return done;
}

async function answersAgain({ ledger, backWithinMs }: KillingOptions, since: number): Promise<number> {
  const found = await untilFound(() => ledger.acknowledgedSince(since), backWithinMs);
  if (found === undefined) throw new Error(`Nothing was acknowledged for ${backWithinMs} ms after a kill.`);
  return found;
}

async function runsAgain({ house, backWithinMs }: KillingOptions, victim: number): Promise<number> {
  const found = await untilFound(() => {
    const pid = house.pid('livekit');
    return pid === undefined || pid === victim ? undefined : performance.now();
  }, backWithinMs);
  if (found === undefined) throw new Error(`The video server was not back after ${backWithinMs} ms.`);
  return found;
}

async function untilFound(look: () => number | undefined, withinMs: number): Promise<number | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = look();
    if (found !== undefined || performance.now() > deadline) return found;
    await pause(LOOK_EVERY_MS);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

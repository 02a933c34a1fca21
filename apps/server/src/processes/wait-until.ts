import { setTimeout as pause } from 'node:timers/promises';

const PROBE_EVERY_MS = 25;

/**
 * Asks `probe` until it answers something, `gaveUp` answers true, or the time is out.
 * For what has no event to wait for: another program's port, another program's end.
 */
export async function waitUntil<T>(
  probe: () => Promise<T | undefined> | T | undefined,
  limits: { readonly withinMs: number; readonly gaveUp?: () => boolean },
): Promise<T | undefined> {
  const deadline = performance.now() + limits.withinMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (limits.gaveUp?.() === true || performance.now() > deadline) return undefined;
    await pause(PROBE_EVERY_MS);
  }
}

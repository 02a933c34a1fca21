/** Whether a picture lives, judged by a counter of its frames. Pure: fed with counter and time. */
export type FrameWatch = { readonly frames: number; readonly since: number };

/** A camera that delivers nothing for so long is frozen: the person is not present by the body's rule (DIST-2). */
export const FROZEN_AFTER_MS = 4_000;

/** Follows the counter; `since` is when it last moved. */
export function watchFrames(before: FrameWatch | undefined, frames: number, now: number): FrameWatch {
  return before === undefined || frames !== before.frames ? { frames, since: now } : before;
}

export function isFrozen(watch: FrameWatch, now: number): boolean {
  return now - watch.since >= FROZEN_AFTER_MS;
}

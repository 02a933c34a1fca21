/** How far this device's clock is from the server's, and how sure that is. */
export type ClockReading = {
  /** Server time minus local time, in ms. */
  readonly offsetMs: number;
  /** Round trip of the reading, in ms: the true offset lies within half of it. */
  readonly roundTripMs: number;
  /** Local instant of the reading. */
  readonly at: number;
};

/** A reading this old no longer beats a newer one with a longer way: clocks drift. */
const READING_KEPT_MS = 60_000;

export function readClock(sentAt: number, serverAt: number, receivedAt: number): ClockReading {
  const roundTripMs = Math.max(0, receivedAt - sentAt);
  return { offsetMs: serverAt + roundTripMs / 2 - receivedAt, roundTripMs, at: receivedAt };
}

/** The surer of two readings: the shorter way wins while it is fresh. */
export function surer(old: ClockReading | undefined, fresh: ClockReading): ClockReading {
  if (old === undefined) return fresh;
  if (fresh.at - old.at > READING_KEPT_MS) return fresh;
  return fresh.roundTripMs <= old.roundTripMs ? fresh : old;
}

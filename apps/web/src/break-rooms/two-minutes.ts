/** How long before the break ends the signal is given. */
export const SIGNAL_MS = 120_000;

/** What is said of the end of a break: nothing yet, that it is near, or that its time is out and the chair has not gathered. */
export type BreakEnd = 'far' | 'near' | 'over';

/** `until`: when the break is to end; undefined: no time is set. */
export function breakEnd(until: number | undefined, now: number): BreakEnd {
  if (until === undefined || until - now > SIGNAL_MS) return 'far';
  return until > now ? 'near' : 'over';
}

/** What was seen last. */
export type Heard = { readonly until: number | undefined; readonly end: BreakEnd };

/**
 * Whether the signal sounds now: when the end has come near while one was looking, or was moved near. Whoever opens the page when it
 * is already near is told without a sound, and nobody twice.
 */
export function sounds(before: Heard | undefined, now: Heard): boolean {
  if (before === undefined || now.end !== 'near') return false;
  return before.end !== 'near' || before.until !== now.until;
}

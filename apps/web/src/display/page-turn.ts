import type { Instant } from '@klubba/meeting';

/** More seats than this cannot be read beside the figures from the back of the hall. */
const SEATS_ON_ONE_PAGE = 85;
const PAGE_MS = 12_000;

/** What the wall shows of a vote now: all of it, or in the largest bodies the figures and the names by turns, the figures first. */
export function pageTurn(seats: number, since: Instant, now: Instant): 'all' | 'figures' | 'names' {
  if (seats <= SEATS_ON_ONE_PAGE) return 'all';
  return Math.floor(Math.max(0, now - since) / PAGE_MS) % 2 === 0 ? 'figures' : 'names';
}

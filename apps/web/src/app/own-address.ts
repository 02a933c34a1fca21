import type { MeetingId } from '@klubba/meeting';

const OWN_SCREEN = /^\/m\/([^/]+)(?:\/(member|chair|secretary))?\/?$/;

/** The meeting of an own screen's address, by whichever of its names; nothing for the pages before and beside it. */
export function ownScreenOf(path: string): { readonly meeting?: MeetingId; readonly screen?: string | undefined } {
  const [, place, screen] = OWN_SCREEN.exec(path) ?? [];
  try {
    return place === undefined ? {} : { meeting: decodeURIComponent(place) as MeetingId, screen };
  } catch {
    // An address that is none: the page itself will say so.
    return {};
  }
}

import type { MeetingId } from '@klubba/meeting';
import { browserSurfaces } from './browser-surfaces.ts';
import { type Connection, connectTo, type Where } from './connection.ts';

/** One that no screen has taken by then is closed. */
const TAKEN_WITHIN_MS = 5_000;

let begun: { readonly meeting: MeetingId; readonly connection: Connection } | undefined;

/** Whoever opens a meeting's page will want the meeting: it is asked for beside the screen, instead of after it. */
export function beginLiveEarly(meeting: MeetingId): void {
  const connection = connectTo({ meeting, asPublic: false }, browserSurfaces);
  const mine = { meeting, connection };
  begun = mine;
  setTimeout(() => {
    if (begun === mine) dropEarly();
  }, TAKEN_WITHIN_MS);
}

/** What was begun with the page, once; a new one for whoever was nobody then, such as before logging in. */
export function openConnection(where: Where): Connection {
  const mine = begun;
  if (mine !== undefined && !where.asPublic && mine.meeting === where.meeting && isFor(mine.connection)) {
    begun = undefined;
    return mine.connection;
  }
  dropEarly();
  return connectTo(where, browserSurfaces);
}

/** Somebody's, or not answered yet. */
function isFor(connection: Connection): boolean {
  const { you, known, phase } = connection.current();
  return you !== null || (known === undefined && phase.at !== 'ended');
}

function dropEarly(): void {
  begun?.connection.stop();
  begun = undefined;
}

import type { MeetingId } from '@klubba/meeting';
import { fetchPass, ownDevice, type PassAnswer } from './pass.ts';

/** A way in asked for so long ago may no longer be the right one. */
const FRESH_MS = 5_000;
const OWN_SCREEN = /^\/m\/([^/]+)/;

let begun:
  | { readonly meeting: string; readonly device: string; readonly at: number; readonly answer: Promise<PassAnswer> }
  | undefined;

/**
 * Whoever opens a meeting's page will want the video library and a way into the room: both are asked for with the page itself,
 * beside everything else that must come, instead of after it.
 */
export function beginVideoEarly(path: string): void {
  const id = meetingOf(path);
  if (id === undefined) return;
  const device = ownDevice(sessionStorage, () => crypto.randomUUID());
  begun = { meeting: id, device, at: performance.now(), answer: fetchPass(id, device) };
  void import('./session.ts').catch(() => undefined);
}

/** What was asked for with the page, once. */
export function earlyPass(meeting: string, device: string): Promise<PassAnswer> | undefined {
  const mine = begun;
  begun = undefined;
  if (mine?.meeting !== meeting || mine.device !== device || performance.now() - mine.at > FRESH_MS) return undefined;
  return mine.answer;
}

function meetingOf(path: string): MeetingId | undefined {
  const meeting = OWN_SCREEN.exec(path)?.[1];
  try {
    return meeting === undefined ? undefined : (decodeURIComponent(meeting) as MeetingId);
  } catch {
    // An address that is none: the page itself will say so.
    return undefined;
  }
}

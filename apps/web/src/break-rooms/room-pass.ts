import type { MeetingId } from '@klubba/meeting';
import type { HttpProblem, VideoPass, VideoWish } from '@klubba/protocol';
import { ownDevice, withAddress } from '../video/pass.ts';
import type { BreakRoom } from './rooms-of.ts';

export type RoomPassAnswer =
  | { readonly is: 'pass'; readonly pass: VideoPass }
  | { readonly is: 'refused'; readonly rule: string }
  | { readonly is: 'noServer' | 'unreachable' };

/** Beside the meeting's own connection, which stays: the second of this tab. */
const SECOND = '-b';
const NO_SERVER = 503;
const SERVER_FAULT = 500;

/** Asks for a way into a room of the break. */
export async function fetchRoomPass(meeting: MeetingId, room: BreakRoom['is']): Promise<RoomPassAnswer> {
  const device = `${ownDevice(sessionStorage, () => crypto.randomUUID())}${SECOND}`;
  const wish: VideoWish = { device, room };
  try {
    const response = await fetch(`/api/meetings/${encodeURIComponent(meeting)}/video`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
    if (response.ok) return { is: 'pass', pass: withAddress((await response.json()) as VideoPass, response.url) };
    if (response.status === NO_SERVER) return { is: 'noServer' };
    if (response.status > NO_SERVER || response.status === SERVER_FAULT) return { is: 'unreachable' };
    return { is: 'refused', rule: ((await response.json()) as HttpProblem).rule };
  } catch {
    return { is: 'unreachable' };
  }
}

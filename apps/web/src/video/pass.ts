import type { MeetingId } from '@klubba/meeting';
import type { VideoPass, VideoWish } from '@klubba/protocol';

/** Why there is no way into the video room. `noServer`: meetings are held in the room alone here. `noPlace`: not now (not checked in, not started, closed). */
export type PassTrouble = 'noServer' | 'noPlace' | 'anonymous' | 'unreachable';
export type PassAnswer = { readonly is: 'pass'; readonly pass: VideoPass } | { readonly is: PassTrouble };

const TROUBLE: Readonly<Record<number, PassTrouble>> = {
  401: 'anonymous',
  403: 'noPlace',
  404: 'noPlace',
  503: 'noServer',
};

/** Asks for a way into the room where this person belongs now. */
export function fetchPass(meeting: MeetingId, device: string, signal?: AbortSignal): Promise<PassAnswer> {
  return askForPass(`/api/meetings/${encodeURIComponent(meeting)}/video`, { device }, signal);
}

/** A way into an empty room of one's own, to try the connection before check-in. */
export function fetchTrialPass(meeting: MeetingId, signal?: AbortSignal): Promise<PassAnswer> {
  return askForPass(`/api/meetings/${encodeURIComponent(meeting)}/video/trial`, { device: 'trial' }, signal);
}

async function askForPass(path: string, wish: VideoWish, signal?: AbortSignal): Promise<PassAnswer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
      ...(signal ? { signal } : {}),
    });
    if (response.ok) return { is: 'pass', pass: withAddress((await response.json()) as VideoPass, response.url) };
    return { is: TROUBLE[response.status] ?? 'unreachable' };
  } catch {
    return { is: 'unreachable' };
  }
}

/** Where the video server is reached through our own, it has the address that this page already knows. */
export function withAddress(pass: VideoPass, answered: string): VideoPass {
  return pass.url === '' ? { ...pass, url: new URL(answered).origin.replace(/^http/, 'ws') } : pass;
}

const TAB_KEY = 'klubba.tab';

/** A name for this tab that a reload keeps: the video server then replaces the old connection instead of showing the person twice. */
export function ownDevice(storage: Pick<Storage, 'getItem' | 'setItem'>, newName: () => string): string {
  const kept = storage.getItem(TAB_KEY);
  if (kept !== null) return kept;
  const fresh = newName()
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 8);
  storage.setItem(TAB_KEY, fresh);
  return fresh;
}

/** `<person>#<device>`, as the server makes it. */
export function personOfIdentity(identity: string): { readonly person: string; readonly device: string } {
  const at = identity.lastIndexOf('#');
  return { person: identity.slice(0, at), device: identity.slice(at + 1) };
}

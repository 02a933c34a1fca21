import type { MeetingId } from '@klubba/meeting';
import { openCamera } from './capture.ts';
import { fetchPass, ownDevice } from './pass.ts';
import type { VideoSession } from './view.ts';

/** One that no screen has taken by then is left: the person is nobody here, or the page stopped on its way. */
const TAKEN_WITHIN_MS = 10_000;

type Begun = { readonly meeting: string; readonly device: string; readonly session: Promise<VideoSession> };

let begun: Begun | undefined;

/**
 * Whoever opens a meeting's page will want its pictures: the way in, the library and the room itself are asked for with the
 * page, beside everything else that must come, instead of after it. The server says as ever whether there is a place, and
 * the camera is opened if it says that there is one with a picture. Resolves when the video server has answered, or when
 * there is no place; never rejects.
 */
export function beginVideoEarly(meeting: MeetingId): Promise<void> {
  const device = ownDevice(sessionStorage, () => crypto.randomUUID());
  const pass = fetchPass(meeting, device);
  const camera = pass.then((answer) => (answer.is === 'pass' && answer.pass.rights.camera ? openCamera() : undefined));
  // What is wrong with it is said where it is taken.
  camera.catch(() => undefined);
  let isAtDoor = (): void => undefined;
  const atDoor = new Promise<void>((resolve) => {
    isAtDoor = resolve;
  });
  void pass.then((answer) => answer.is !== 'pass' && isAtDoor());
  const session = import('./session.ts').then(({ startVideo }) =>
    startVideo(meeting, { name: device, yields: true }, { pass, camera, isAtDoor }),
  );
  const mine: Begun = { meeting, device, session };
  begun = mine;
  // A library that did not come is asked for anew by the screen, and so is the camera.
  session.catch(() => closeWhenOpen(camera));
  setTimeout(() => {
    if (begun === mine) leave();
  }, TAKEN_WITHIN_MS);
  return atDoor;
}

/** What was begun with the page, once. */
export function earlySession(meeting: string, device: string): Promise<VideoSession> | undefined {
  const mine = begun;
  if (mine?.meeting === meeting && mine.device === device) {
    begun = undefined;
    return mine.session;
  }
  leave();
  return undefined;
}

function leave(): void {
  void begun?.session.then(
    (session) => session.stop(),
    () => undefined,
  );
  begun = undefined;
}

function closeWhenOpen(camera: Promise<MediaStream | undefined>): void {
  void camera.then(
    (stream) => stream?.getTracks().forEach((track) => track.stop()),
    () => undefined,
  );
}

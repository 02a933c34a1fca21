import { beginVideoEarly } from '../video/early.ts';
import { ownScreenOf } from './own-address.ts';

/** So long the video server is waited for before the page is drawn without it. */
const DOOR_WITHIN_MS = 150;
/** Then browser and video server agree in a few short steps how pictures travel. */
const AGREED_AFTER_MS = 20;

const drawPage = (): void => void import('./shell.tsx');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// As little as can be: the way to the pictures is asked for before anything else is even read. All parts are on their way
// meanwhile. A device that reads the large ones is deaf until it has, so the short answers go first, where they are quick.
const { meeting, screen } = ownScreenOf(location.pathname);
if (meeting === undefined) drawPage();
else {
  const atDoor = beginVideoEarly(meeting);
  void import('./early.ts').then(({ beginEarly }) => beginEarly(meeting, screen));
  void Promise.race([atDoor.then(() => pause(AGREED_AFTER_MS)), pause(DOOR_WITHIN_MS)]).then(drawPage);
}

import { beginLiveEarly } from '../live/early.ts';
import { beginVideoEarly } from '../video/early.ts';
import { askEarly } from './api.ts';
import { ownScreenOf } from './own-address.ts';

/** Everything the own screen will ask for is asked for with the page, at once and not in turn. */
export function beginEarly(path: string): void {
  const { meeting, screen } = ownScreenOf(path);
  if (meeting === undefined) return;
  beginVideoEarly(meeting);
  beginLiveEarly(meeting);
  if (screen === undefined) askEarly('meetings');
  // Most are members. A desk is larger, and is fetched when the server has said that it is one's own.
  if (screen === undefined || screen === 'member') void import('../member/index.tsx').catch(() => undefined);
}

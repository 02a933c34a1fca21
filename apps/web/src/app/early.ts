import type { MeetingId } from '@klubba/meeting';
import { beginLiveEarly } from '../live/early.ts';
import { askEarly } from './api.ts';

/** What the own screen will ask for is asked for beside it, at once and not in turn. */
export function beginEarly(meeting: MeetingId, screen: string | undefined): void {
  beginLiveEarly(meeting);
  if (screen === undefined) askEarly('meetings');
  // Most are members. A desk is larger, and is fetched when the server has said that it is one's own.
  if (screen === undefined || screen === 'member') void import('../member/index.tsx').catch(() => undefined);
}

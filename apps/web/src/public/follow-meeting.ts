import { durationText, type Language } from '@klubba/i18n';
import type { Meeting, MeetingId } from '@klubba/meeting';
import { type Freshness, meetingPage, meetingTitle } from '@klubba/portal';
import { browserSurfaces } from '../live/browser-surfaces.ts';
import { type Connection, connectTo } from '../live/connection.ts';
import { connectionView } from '../live/connection-view.ts';
import { show } from './show.ts';

/** Keeps the page of one meeting as the meeting is now: the very same page that the server wrote, written again at each change. */
export function followMeeting(meeting: MeetingId, language: Language): void {
  const connection = connectTo({ meeting, asPublic: true }, browserSurfaces);
  const now = (): number => Date.now() + (connection.current().clock?.offsetMs ?? 0);
  let isDrawing = false;
  const draw = (): void => {
    isDrawing = false;
    const known = connection.current().known?.meeting;
    const freshness = freshnessOf(connection);
    if (known?.plan === undefined || freshness === undefined) return;
    const reader = { language, now: now(), freshness };
    show(meetingPage(known, reader), titleNow(known, reader));
  };
  connection.subscribe(() => {
    // A vote of 81 is one drawing, not 81.
    if (!isDrawing) requestAnimationFrame(draw);
    isDrawing = true;
  });
  setInterval(() => tick(now()), 1_000);
}

function titleNow(meeting: Meeting, reader: Parameters<typeof meetingPage>[1]): string {
  return `${meetingTitle(meeting, reader)} · ${meeting.plan.municipality}`;
}

function freshnessOf(connection: Connection): Freshness | undefined {
  const view = connectionView(connection.current());
  switch (view.is) {
    case 'live':
    case 'ended':
      return view;
    case 'lost':
      return { is: 'lost', since: view.since };
    case 'connecting':
      return undefined;
  }
}

/** Clocks that run, without writing the whole page. */
function tick(now: number): void {
  for (const clock of document.querySelectorAll<HTMLElement>('[data-since]')) {
    const words = durationText((now - Number(clock.dataset['since'])) / 1_000);
    if (clock.textContent !== words) clock.textContent = words;
  }
}

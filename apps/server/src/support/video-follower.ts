import type { MeetingId } from '@klubba/meeting';
import { encode } from '../meetings/audience-view.ts';
import type { Step } from '../meetings/live-meeting.ts';
import type { Meetings, RunningMeeting } from '../meetings/meetings.ts';
import { type Closing, type Conductor, trackClosing } from '../video/index.ts';

/** A reader of the journal: tells the video what the meeting has come to, and the pages when they belong in another room. */
export function followWithVideo(meetings: Meetings, conductor: Conductor, onTrouble: (error: unknown) => void): void {
  const closings = new Map<MeetingId, Closing | undefined>();
  const carryOut = (running: RunningMeeting, steps: readonly Step[]): void => {
    const { live, gallery } = running;
    const meeting = live.now();
    if (meeting.plan === undefined) return;
    // The first time, also after a restart: from all that has happened.
    const facts = closings.has(live.id) ? steps.map((step) => step.fact) : live.facts();
    const closing = trackClosing(closings.get(live.id), facts);
    closings.set(live.id, closing);
    conductor.carryOut({ meeting, closing }).catch(onTrouble);
    if (steps.some(movesRooms)) gallery.toPersons(encode({ type: 'video', reason: 'roomChanged' }));
  };
  meetings.follow(carryOut);
  for (const running of meetings.running()) carryOut(running, []);
}

function movesRooms({ fact }: Step): boolean {
  const { type } = fact.event;
  return type === 'DoorsClosed' || type === 'DoorsOpened';
}

import type { MeetingId } from '@klubba/meeting';
import { encode } from '../meetings/audience-view.ts';
import type { Step } from '../meetings/live-meeting.ts';
import type { Meetings, RunningMeeting } from '../meetings/meetings.ts';
import { type Closing, type Conductor, trackClosing } from '../video/index.ts';

/** A reader of the journal: tells the video what the meeting has come to, and the pages when they belong in another room. */
export function followWithVideo(
  meetings: Meetings,
  conductor: Conductor,
  onTrouble: (error: unknown) => void,
): (meeting: RunningMeeting) => void {
  const closings = new Map<MeetingId, Closing | undefined>();
  /** Seen for the first time: the doors may have been closed long before, by another run of this server. */
  const closingOf = ({ live }: RunningMeeting, steps: readonly Step[] = []): Closing | undefined => {
    const known = closings.has(live.id);
    const facts = known ? steps.map((step) => step.fact) : live.facts();
    const closing = trackClosing(closings.get(live.id), facts);
    closings.set(live.id, closing);
    return closing;
  };
  const carryOut = (running: RunningMeeting, steps?: readonly Step[]): void => {
    const closing = closingOf(running, steps);
    const meeting = running.live.now();
    if (meeting.plan !== undefined) conductor.carryOut({ meeting, closing }).catch(onTrouble);
  };
  meetings.follow((running, steps) => {
    carryOut(running, steps);
    if (steps.some(movesRooms)) running.gallery.toPersons(encode({ type: 'video', reason: 'roomChanged' }));
  });
  return carryOut;
}

function movesRooms({ fact }: Step): boolean {
  const { type } = fact.event;
  return type === 'DoorsClosed' || type === 'DoorsOpened';
}

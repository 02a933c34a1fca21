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
  const carryOut = ({ live }: RunningMeeting): void => {
    const meeting = live.now();
    if (meeting.plan === undefined) return;
    conductor.carryOut({ meeting, closing: closings.get(live.id) }).catch(onTrouble);
  };
  meetings.follow((running, steps) => {
    const { live, gallery } = running;
    closings.set(
      live.id,
      trackClosing(
        closings.get(live.id),
        steps.map((step) => step.fact),
      ),
    );
    carryOut(running);
    if (steps.some(movesRooms)) gallery.toPersons(encode({ type: 'video', reason: 'roomChanged' }));
  });
  return carryOut;
}

function movesRooms({ fact }: Step): boolean {
  const { type } = fact.event;
  return type === 'DoorsClosed' || type === 'DoorsOpened';
}

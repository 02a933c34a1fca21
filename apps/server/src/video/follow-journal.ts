import type { Meeting, MeetingId } from '@klubba/meeting';
import type { Meetings, RunningMeeting } from '../meetings/meetings.ts';
import type { Conductor } from './conductor.ts';
import type { Closing } from './rights.ts';
import { trackClosing } from './track-closing.ts';

/** What is needed of sessions: to hear of each that ends. */
export type SessionEnds = { onEnd(listener: (session: string) => void): void };

/**
 * Makes the conductor a reader of the journal: every meeting as it stands now, and from then on every fact as it becomes
 * durable. Resolves when the video server has been brought to where all meetings stand.
 */
export async function followJournal(
  meetings: Pick<Meetings, 'all' | 'running' | 'follow'>,
  sessions: SessionEnds,
  conductor: Conductor,
): Promise<void> {
  const closings = new Map<MeetingId, Closing | undefined>();
  const scene = (running: RunningMeeting, meeting: Meeting) => ({ meeting, closing: closings.get(running.live.id) });

  meetings.follow((running, steps) => {
    const { id } = running.live;
    const meeting = steps.at(-1)?.after;
    const facts = steps.map((step) => step.fact);
    // Seen for the first time: the doors may have been closed long before these facts.
    closings.set(
      id,
      closings.has(id) ? trackClosing(closings.get(id), facts) : trackClosing(undefined, running.live.facts()),
    );
    if (meeting?.plan !== undefined) void conductor.carryOut(scene(running, meeting));
  });
  sessions.onEnd((session) => void conductor.endSession(session));
  await meetings.all();
  await Promise.all(
    meetings.running().map(async (running) => {
      const { id } = running.live;
      const meeting = running.live.now();
      if (!closings.has(id)) closings.set(id, trackClosing(undefined, running.live.facts()));
      if (meeting.plan !== undefined && meeting.agenda.phase !== 'closed')
        await conductor.carryOut(scene(running, meeting));
    }),
  );
  await conductor.sweep();
}

import type { Meeting, MeetingId, PersonId } from '@klubba/meeting';
import type { Meetings } from '../../meetings/meetings.ts';
import type { Sessions } from '../sessions.ts';
import type { Hearings } from './hearings.ts';

/** Ends a hearing: link and session die at once, and with the session its page, its picture and its sound (EXT-04). */
export async function endHearing(
  { hearings, sessions }: { readonly hearings: Hearings; readonly sessions: Sessions },
  meeting: MeetingId,
  which: { readonly id?: string; readonly person?: PersonId },
): Promise<boolean> {
  const ended = await hearings.end(meeting, which);
  for (const person of ended) await sessions.revokeAll(person, { onlyMeeting: meeting });
  return ended.length > 0;
}

/** Follows meetings: whoever has been heard is out, and when the meeting closes nobody is left in by a link. */
export function endHearingsWithItems(
  meetings: Meetings,
  services: { readonly hearings: Hearings; readonly sessions: Sessions },
  onTrouble: (error: unknown) => void,
): void {
  meetings.follow(({ live }, steps) => {
    const isOver = steps.some(({ fact }) => fact.event.type === 'ExternalEnded' || fact.event.type === 'MeetingClosed');
    const now = live.now();
    if (now.plan === undefined || (!isOver && steps.length > 0)) return;
    for (const which of overIn(now)) endHearing(services, live.id, which).catch(onTrouble);
  });
}

function overIn({ agenda, secrecy }: Meeting): readonly { readonly person?: PersonId }[] {
  if (agenda.phase === 'closed') return [{}];
  return Object.entries(secrecy.externals).flatMap(([person, external]) =>
    external.state === 'ended' ? [{ person: person as PersonId }] : [],
  );
}

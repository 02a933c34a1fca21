import type { Meeting, PersonId } from '@klubba/meeting';
import type { VideoView } from './view.ts';

/** Why one is heard now, or that one is not. Told by what is really published, never by what was hoped. */
export type OnAir =
  | { readonly state: 'on'; readonly why: 'floor' | 'called' | 'common' | 'leads' | 'heard' }
  | { readonly state: 'next' }
  /** `hall`: in the hall, where the hall's own microphones are. */
  | { readonly state: 'off'; readonly why: 'silent' | 'hall' };

export function onAir(meeting: Meeting, view: VideoView, me: PersonId): OnAir {
  const speaks = meeting.floor.speaking?.person === me && meeting.floor.speaking.to === undefined;
  if (view.microphone === 'on') {
    if (speaks) return { state: 'on', why: 'floor' };
    // Of a closed item one who is heard is not told who has the floor; only for that is the microphone ever opened.
    if (meeting.secrecy.externals[me]?.state === 'admitted') return { state: 'on', why: 'heard' };
    if (meeting.agenda.leader === me) return { state: 'on', why: 'leads' };
    return { state: 'on', why: meeting.floor.commonMicrophones ? 'common' : 'called' };
  }
  const inHall = meeting.attendance.present[me]?.mode === 'room';
  if (inHall && speaks) return { state: 'on', why: 'floor' };
  if (meeting.floor.queue[0]?.person === me && meeting.floor.queue[0].item === meeting.agenda.current)
    return { state: 'next' };
  return { state: 'off', why: inHall ? 'hall' : 'silent' };
}

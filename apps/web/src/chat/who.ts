import { inConflict, type Meeting, type PersonId, wasClosed } from '@klubba/meeting';

const RUN = ['chair', 'secretary', 'assistant', 'technician'];

/** The body has decided to have a chat, the meeting goes on, and this person is in; those who run the meeting also before check-in. */
export function hasChat({ plan, agenda, attendance }: Meeting, me: PersonId): boolean {
  const presence = attendance.present[me];
  const runs = plan.duties.some(({ person, duty }) => person === me && RUN.includes(duty));
  const isIn = presence === undefined ? runs : presence.admitted;
  return isIn && plan.body.settings.chat?.value === true && agenda.phase !== 'planned' && agenda.phase !== 'closed';
}

/** Why it is closed to this person at this item; then nothing is asked for. The server says the same to whoever asks. */
export function closedBy(meeting: Meeting, me: PersonId): 'CHAT-CLOSED-ITEM' | 'CHAT-CONFLICT' | undefined {
  const { current } = meeting.agenda;
  if (meeting.secrecy.closedFor !== undefined) return 'CHAT-CLOSED-ITEM';
  if (current === undefined) return undefined;
  if (wasClosed(meeting, current)) return 'CHAT-CLOSED-ITEM';
  return inConflict(meeting, current).has(me) ? 'CHAT-CONFLICT' : undefined;
}

/** Secretary, assistant, and whoever leads now, take messages away (CHT-05). The server asks again. */
export function mayModerate({ plan, agenda }: Meeting, me: PersonId): boolean {
  const chair = plan.duties.find(({ duty }) => duty === 'chair')?.person;
  const writes = plan.duties.some(
    ({ person, duty }) => person === me && (duty === 'secretary' || duty === 'assistant'),
  );
  return writes || (agenda.leader ?? chair) === me;
}

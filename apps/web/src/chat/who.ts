import { inConflict, type Meeting, type PersonId, wasClosed } from '@klubba/meeting';

/** The body has decided to have a chat, and the meeting goes on. */
export function hasChat({ plan, agenda }: Meeting): boolean {
  return plan.body.settings.chat?.value === true && agenda.phase !== 'planned' && agenda.phase !== 'closed';
}

/** Secretary, assistant, and whoever leads now, take messages away (CHT-05). The server asks again. */
export function mayModerate({ plan, agenda }: Meeting, me: PersonId): boolean {
  const chair = plan.duties.find(({ duty }) => duty === 'chair')?.person;
  const writes = plan.duties.some(
    ({ person, duty }) => person === me && (duty === 'secretary' || duty === 'assistant'),
  );
  return writes || (agenda.leader ?? chair) === me;
}

/** Changes when the meeting opens or closes the chat to this person, so that it is asked for anew. */
export function chatDoor(meeting: Meeting, me: PersonId): string {
  const { current } = meeting.agenda;
  const presence = meeting.attendance.present[me];
  return [
    meeting.agenda.phase,
    meeting.secrecy.closedFor,
    current !== undefined && wasClosed(meeting, current),
    current !== undefined && inConflict(meeting, current).has(me),
    presence?.admitted,
    presence?.mode,
    meeting.adjournment.current?.from,
  ].join();
}

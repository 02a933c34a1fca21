import type { Meeting, MeetingCommand, PersonId } from '@klubba/meeting';
import type { LoginMethod } from '../identity/sessions.ts';

/** Puts into a command what only the server knows: how the person was identified is never what the client says. */
export function stamp(command: MeetingCommand, meeting: Meeting, actor: PersonId, method: LoginMethod): MeetingCommand {
  if (command.type !== 'checkIn') return command;
  const isDevice = meeting.plan.duties.some((one) => one.person === command.person && one.duty === 'hallDevice');
  if (isDevice) return { ...command, identified: 'device' };
  return { ...command, identified: command.person === actor ? method : 'secretaryInRoom' };
}

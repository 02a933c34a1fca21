import type { Meeting, MeetingCommand, PersonId } from '@klubba/meeting';
import type { LoginMethod } from '../identity/sessions.ts';

/** One who is not of the meeting checks in: known to it only by the name that the register has. */
export function isVisit(command: MeetingCommand, { plan }: Meeting, actor: PersonId): boolean {
  return command.type === 'checkIn' && command.person === actor && !plan.people.some((one) => one.id === actor);
}

/** Puts into a command what only the server knows: how the person was identified is never what the client says. */
export function stamp(
  command: MeetingCommand,
  meeting: Meeting,
  { person: actor, method }: { readonly person: PersonId; readonly method: LoginMethod },
  /** Who acts, by the installation's register; asked for where `isVisit`. */
  name: string | undefined,
): MeetingCommand {
  if (command.type !== 'checkIn') return command;
  const { visitor: _said, ...said } = command;
  const isDevice = meeting.plan.duties.some((one) => one.person === command.person && one.duty === 'hallDevice');
  if (isDevice) return { ...said, identified: 'device' };
  return {
    ...said,
    identified: command.person === actor ? method : 'secretaryInRoom',
    ...(name !== undefined && isVisit(command, meeting, actor) ? { visitor: name } : {}),
  };
}

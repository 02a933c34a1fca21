import type { Meeting, MeetingCommand, PersonId } from '@klubba/meeting';
import type { LoginMethod } from '../identity/sessions.ts';

/** Puts into a command what only the server knows: how the person was identified is never what the client says. */
export function stamp(
  command: MeetingCommand,
  meeting: Meeting,
  { person: actor, method }: { readonly person: PersonId; readonly method: LoginMethod },
  /** Who acts, by the installation's register. */
  name: string | undefined,
): MeetingCommand {
  if (command.type !== 'checkIn') return command;
  const { visitor: _said, ...said } = command;
  const isStranger = command.person === actor && !meeting.plan.people.some((one) => one.id === actor);
  const isDevice = meeting.plan.duties.some((one) => one.person === command.person && one.duty === 'hallDevice');
  if (isDevice) return { ...said, identified: 'device' };
  return {
    ...said,
    identified: command.person === actor ? method : 'secretaryInRoom',
    ...(isStranger && name !== undefined ? { visitor: name } : {}),
  };
}

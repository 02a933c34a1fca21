import type { AdjournmentCause, Ask, Instant, MeetingCommand, PersonId } from '@klubba/meeting';

export type Answers = {
  readonly until?: Instant;
  /** Why the meeting is adjourned, where the chair says. */
  readonly cause?: AdjournmentCause;
  readonly reason?: string;
  readonly person?: PersonId;
  readonly persons?: readonly PersonId[];
  readonly manner?: string;
  readonly text?: string;
};

/** Puts what a person filled in into a step's command, in the place that the command has for it. */
export function fill(command: MeetingCommand, answers: Answers): MeetingCommand {
  const { persons, person, ...rest } = answers;
  return {
    ...command,
    ...rest,
    ...(person === undefined ? {} : isLot(command) ? { witness: person } : { person }),
    ...(persons === undefined
      ? {}
      : command.type === 'openProportional'
        ? { assistants: persons }
        : { candidates: persons }),
  } as MeetingCommand;
}

const LOTS: readonly MeetingCommand['type'][] = ['recordLot', 'drawBallotLot', 'drawProportionalLot'];

/** A lot is drawn before a witness. */
export function isLot({ type }: MeetingCommand): boolean {
  return LOTS.includes(type);
}

/** Which of the questions are still unanswered. */
export function unanswered(asks: readonly Ask[], answers: Answers): readonly Ask[] {
  return asks.filter((ask) => {
    const answer = answers[ask];
    return answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
  });
}

/** The next time of day "HH:MM" at or after `now`, in ms since 1970; undefined for what is no time. `now` and the answer are in the viewer's zone. */
export function nextTimeOfDay(clock: string, now: Instant): Instant | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(clock.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  if (at.getTime() < now) at.setDate(at.getDate() + 1);
  return at.getTime();
}

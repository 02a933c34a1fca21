import type { Choice, ItemId, PersonId } from '@klubba/meeting';
import type { Hall } from './hall.ts';

/** The item with this § on the agenda. */
export function itemOf(hall: Hall, number: number): ItemId {
  const found = hall.plan.items.find((one) => one.number === number)?.id;
  if (found === undefined) throw new Error(`The agenda has no § ${number}.`);
  return found;
}

/** Check-in, opening and roll call by bots and by nobody's screens: where a story begins that is about something else. */
export async function inSession(hall: Hall, remote: readonly PersonId[] = []): Promise<void> {
  const { chair, secretary, evening } = hall;
  await hall.send(secretary, { type: 'openCheckIn' });
  await evening.checkIn((guest) => (remote.includes(guest.person) ? 'remote' : 'room'));
  await openAndCallTheRoll(hall);
  await hall.send(chair, { type: 'checkNotice' });
}

/** From the check-in that stands open to the declared quorum. Those who are not in do not answer. */
export async function openAndCallTheRoll(hall: Hall): Promise<void> {
  const { chair, secretary } = hall;
  const rollCall = hall.plan.items.find((one) => one.kind === 'rollCall');
  if (rollCall === undefined) throw new Error('The agenda has no roll call.');
  await hall.until(
    ({ attendance }) => Object.values(attendance.present).every((one) => one.mode === 'room' || one.fulfilled),
    'those at a distance are seen and heard',
  );
  await hall.send(chair, { type: 'openMeeting' });
  await hall.send(chair, { type: 'openItem', item: rollCall.id });
  await hall.send(chair, { type: 'startRollCall' });
  const { order } = hall.meeting().attendance.rollCall;
  for (const seat of order) {
    await hall.send(chair, { type: 'callName', seat });
    const holder = hall.plan.seats.find((one) => one.id === seat)?.holder;
    const isIn = holder !== undefined && hall.meeting().attendance.present[holder] !== undefined;
    await hall.send(secretary, { type: 'answerRollCall', seat, answer: isIn ? 'yes' : 'noAnswer' });
  }
  await hall.send(chair, { type: 'endRollCall' });
  await hall.send(chair, { type: 'declareQuorate' });
  await hall.send(chair, { type: 'closeItem' });
}

/** The item is open and debated. */
export async function debate(hall: Hall, number: number): Promise<void> {
  await hall.send(hall.chair, { type: 'openItem', item: itemOf(hall, number) });
  await hall.send(hall.chair, { type: 'beginDebate' });
}

/** The debate is closed, the order approved and the question put: the chair can state what was answered. */
export async function putTheQuestion(hall: Hall): Promise<void> {
  for (const type of ['closeDebate', 'proposeOrder', 'approveOrder', 'putQuestion'] as const)
    await hall.send(hall.chair, { type });
}

/** Every bot with a vote presses at once, when all know that the vote is open. `undefined`: that one does not press. Gives how many pressed. */
export async function everybodyVotes(hall: Hall, choice: (person: PersonId) => Choice | undefined): Promise<number> {
  const opened = await hall.until(
    ({ decisions }) => decisions.openVote !== undefined && decisions.votes[decisions.openVote]?.state === 'open',
    'the vote is open',
  );
  await hall.evening.allSee(opened.seq);
  const outcomes = await hall.evening.vote(choice);
  const refused = outcomes.find((one) => one.kind === 'refused');
  if (refused !== undefined) throw new Error(`A vote was refused: ${JSON.stringify(refused)}`);
  return outcomes.length;
}

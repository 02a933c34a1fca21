import type { Choice, ItemId, MeetingCommand, PersonId, Question } from '@klubba/meeting';
import type { Hall } from './house.ts';

/** What an evening shows, in the order it happens. Between two of them everything has been said and done by lawful commands. */
export const MOMENTS = [
  'before',
  'check-in',
  'opened',
  'roll-call',
  'quorate',
  'presentation',
  'debate',
  'proposals',
  'order',
  'finding',
  'chain',
  'vote-open',
  'vote-cast',
  'counter-result',
  'main-result',
  'decided',
  'lost',
  'tie',
  'adjourned',
  'presence-check',
  'conflict',
  'closed-doors',
  'not-quorate',
  'closed',
] as const;
export type Moment = (typeof MOMENTS)[number];

export type Cast = {
  /** Members who take part at a distance, by bots. */
  readonly remote: readonly PersonId[];
  /** A member who is in conflict in one item. */
  readonly inConflict: PersonId;
  /** Movers of the competing proposals, in order. */
  readonly movers: readonly [PersonId, PersonId, PersonId];
};

/** Plays a council's evening by commands, and stops at each moment so that screens can be looked at. */
export async function* moments(
  hall: Hall,
  cast: Cast,
  budget: number,
  conflictItem: number | undefined,
): AsyncGenerator<Moment> {
  const { evening, plan, chair, secretary } = hall;
  const lead = (command: MeetingCommand) => hall.send(chair, command);
  const item = (number: number): ItemId => {
    const found = plan.items.find((one) => one.number === number)?.id;
    if (found === undefined) throw new Error(`The agenda has no § ${number}.`);
    return found;
  };
  yield 'before';
  await hall.send(secretary, { type: 'openCheckIn' });
  await evening.checkIn((guest) => (cast.remote.includes(guest.person) ? 'remote' : 'room'));
  yield 'check-in';
  await lead({ type: 'openMeeting' });
  yield 'opened';
  yield* rollCall(hall, item(plan.items.find((one) => one.kind === 'rollCall')?.number ?? 0));
  await lead({ type: 'checkNotice' });

  await lead({ type: 'openItem', item: item(budget) });
  yield 'presentation';
  await lead({ type: 'beginDebate' });
  const [first, second, third] = cast.movers;
  // Without a prepared proposal somebody of the majority moves what the others are set against.
  const [majority = chair] = cast.remote;
  if (plan.items.find((one) => one.number === budget)?.tabled === undefined)
    await hall.send(majority, {
      type: 'moveProposal',
      person: majority,
      kind: 'amendment',
      text: 'Budget 2025 och flerårsplaner 2026–2027 fastställs enligt majoritetens förslag.',
    });
  for (const person of cast.movers) await hall.send(person, { type: 'requestFloor', person, kind: 'speech' });
  await lead({ type: 'giveFloor', request: requestOf(hall, first) });
  yield 'debate';
  const texts = [
    'Investeringsramen för 2027 fastställs till 198 mnkr.',
    'Nämndernas ramar sänks med en procent, utom barn- och utbildningsnämndens som lämnas oförändrad.',
    'Skattesatsen lämnas oförändrad. Skolan tillförs fem miljoner kronor ur reserven.',
  ];
  for (const [index, person] of cast.movers.entries())
    await hall.send(person, { type: 'moveProposal', person, kind: 'amendment', text: texts[index] ?? '' });
  yield 'proposals';
  await lead({ type: 'closeDebate', despiteQueue: true });
  await lead({ type: 'proposeOrder' });
  yield 'order';
  await lead({ type: 'approveOrder' });
  yield* counterPropositions(hall, [first, second, third]);
  await lead({ type: 'strikeGavel' });
  yield 'decided';
  await hall.send(first, { type: 'reserve', person: first, item: item(budget), text: 'Till förmån för eget yrkande.' });
  await lead({ type: 'closeItem' });

  yield* lostLink(hall, cast.remote.at(-1));
  const next = plan.items.find((one) => one.number === budget + 1)?.id;
  if (next !== undefined) yield* tie(hall, next);
  await lead({ type: 'adjourn', cause: 'groupMeeting', until: Date.now() + 15 * 60_000 });
  yield 'adjourned';
  await lead({ type: 'recall' });
  yield 'presence-check';
  evening.confirmPresence();
  await evening
    .of(secretary)
    .bot.until((now) => (now.adjournment.check?.confirmed.length ?? 0) >= servingCount(hall), 'everybody confirms');
  await lead({ type: 'completeCheck' });

  if (conflictItem !== undefined) yield* conflictOfInterest(hall, cast.inConflict, item(conflictItem));
  yield* notQuorate(hall);
  await lead({ type: 'closeMeeting' });
  yield 'closed';
}

/** One leaves for the item; then the doors are closed for everybody else. */
async function* conflictOfInterest(hall: Hall, person: PersonId, item: ItemId): AsyncGenerator<Moment> {
  const lead = (command: MeetingCommand) => hall.send(hall.chair, command);
  await hall.send(person, {
    type: 'declareConflict',
    item,
    person,
    ground: 'Egen fastighet i planområdet',
  });
  await lead({ type: 'openItem', item });
  await lead({ type: 'beginDebate' });
  yield 'conflict';
  await lead({ type: 'closeDoors' });
  yield 'closed-doors';
  await lead({ type: 'openDoors' });
  await decideByAcclamation(hall);
  await lead({ type: 'closeItem' });
}

/** Somebody at a distance falls silent; the desks are told, and in the end the chair notes the absence. */
async function* lostLink(hall: Hall, person: PersonId | undefined): AsyncGenerator<Moment> {
  if (person === undefined) return;
  hall.evening.of(person).bot.close();
  await hall.until((now) => now.attendance.present[person]?.lost !== undefined, 'the loss is seen');
  yield 'lost';
  await hall.send(hall.chair, { type: 'noteAbsent', person, cause: 'connectionLost' });
}

/** As many for as against, and the chair has abstained: the casting vote is free. */
async function* tie(hall: Hall, item: ItemId): AsyncGenerator<Moment> {
  const { chair } = hall;
  await hall.send(chair, { type: 'openItem', item });
  await hall.send(chair, { type: 'beginDebate' });
  for (const type of ['closeDebate', 'proposeOrder', 'approveOrder', 'putQuestion'] as const)
    await hall.send(chair, { type });
  const alternative = current(hall).alternatives[0]?.id;
  if (alternative === undefined) throw new Error('There is nothing to decide.');
  await hall.send(chair, { type: 'stateFinding', alternative });
  await hall.send(chair, { type: 'demandVote', person: chair });
  await hall.send(chair, { type: 'openVote', method: 'buttons' });
  const { openVote, votes } = hall.meeting().decisions;
  const open = openVote === undefined ? undefined : votes[openVote];
  if (openVote === undefined || open === undefined) throw new Error('The vote is open.');
  const others = open.electors.map((one) => one.person).filter((person) => person !== chair);
  const half = Math.floor(others.length / 2);
  const choiceOf = (index: number): Choice => (index < half ? 'yes' : index < 2 * half ? 'no' : 'abstain');
  await hall.send(chair, { type: 'castVote', vote: openVote, choice: 'abstain' });
  for (const [index, person] of others.entries())
    await hall.send(person, { type: 'castVote', vote: openVote, choice: choiceOf(index) });
  await hall.send(chair, { type: 'closeVote' });
  yield 'tie';
  await hall.send(chair, { type: 'castingVote', alternative: open.yes });
  await hall.send(chair, { type: 'strikeGavel' });
  await hall.send(chair, { type: 'closeItem' });
}

/** So many leave that nothing can be decided any more. */
async function* notQuorate(hall: Hall): AsyncGenerator<Moment> {
  const serving = Object.values(hall.meeting().attendance.serving).map((one) => one.person);
  const leaving = serving.filter((person) => person !== hall.chair).slice(0, Math.ceil(serving.length * 0.55));
  for (const person of leaving) await hall.send(person, { type: 'checkOut', person, cause: 'left' });
  yield 'not-quorate';
}

async function* rollCall(hall: Hall, item: ItemId): AsyncGenerator<Moment> {
  const { chair, evening } = hall;
  await hall.send(chair, { type: 'openItem', item });
  await hall.send(chair, { type: 'startRollCall' });
  const { order } = hall.meeting().attendance.rollCall;
  for (const [index, seat] of order.entries()) {
    await hall.send(chair, { type: 'callName', seat });
    if (index === Math.floor(order.length / 3)) yield 'roll-call';
    await hall.send(hall.secretary, { type: 'answerRollCall', seat, answer: 'yes' });
  }
  await hall.send(chair, { type: 'endRollCall' });
  await hall.send(chair, { type: 'declareQuorate' });
  await evening
    .of(hall.secretary)
    .bot.until((now) => now.attendance.rollCall.declaredQuorate !== undefined, 'the body is quorate');
  yield 'quorate';
  await hall.send(chair, { type: 'closeItem' });
}

/** The main proposal is found, a vote is demanded; the rest are put, and again; then two votes (algorithm B). */
async function* counterPropositions(hall: Hall, movers: readonly PersonId[]): AsyncGenerator<Moment> {
  const { chair } = hall;
  const [first, second] = movers;
  const lead = (command: MeetingCommand) => hall.send(chair, command);
  const find = async (index: number) => {
    await lead({ type: 'putQuestion' });
    const alternative = current(hall).alternatives[index]?.id;
    if (alternative === undefined) throw new Error(`There is no alternative ${index}.`);
    await lead({ type: 'stateFinding', alternative });
  };
  await find(0);
  yield 'finding';
  if (first === undefined || second === undefined) throw new Error('Somebody must demand a vote.');
  await hall.send(first, { type: 'demandVote', person: first });
  await find(1);
  await hall.send(second, { type: 'demandVote', person: second });
  await find(2);
  await lead({ type: 'strikeGavel' });
  yield 'chain';
  await lead({ type: 'openVote', method: 'buttons' });
  yield 'vote-open';
  await vote(hall, (party) => (COALITION.has(party) ? 'abstain' : party === 'SD' ? 'no' : 'yes'), 0.6);
  yield 'vote-cast';
  await vote(hall, (party) => (COALITION.has(party) ? 'abstain' : party === 'SD' ? 'no' : 'yes'), 1);
  await lead({ type: 'closeVote' });
  yield 'counter-result';
  await lead({ type: 'openVote', method: 'buttons' });
  await vote(hall, (party) => (COALITION.has(party) ? 'yes' : ['M', 'L', 'KD'].includes(party) ? 'no' : 'abstain'), 1);
  await lead({ type: 'closeVote' });
  yield 'main-result';
}

const COALITION = new Set(['S', 'V', 'MP']);

/** Votes for every elector that has not voted, up to `share` of them, by party. */
export async function vote(hall: Hall, choose: (party: string) => Choice, share: number): Promise<void> {
  const now = hall.meeting();
  const id = now.decisions.openVote;
  const open = id === undefined ? undefined : now.decisions.votes[id];
  if (id === undefined || open === undefined) throw new Error('No vote is open.');
  const upTo = open.electors.slice(0, Math.ceil(open.electors.length * share));
  const partyOf = (person: PersonId) => {
    const party = hall.plan.people.find((one) => one.id === person)?.party;
    return hall.plan.parties.find((one) => one.id === party)?.short ?? '';
  };
  await Promise.all(
    upTo
      .filter(({ person }) => open.cast[person] === undefined)
      .map(({ person }) => hall.send(person, { type: 'castVote', vote: id, choice: choose(partyOf(person)) })),
  );
}

async function decideByAcclamation(hall: Hall): Promise<void> {
  const lead = (command: MeetingCommand) => hall.send(hall.chair, command);
  await lead({ type: 'closeDebate' });
  await lead({ type: 'proposeOrder' });
  await lead({ type: 'approveOrder' });
  await lead({ type: 'putQuestion' });
  const alternative = current(hall).alternatives[0]?.id;
  if (alternative === undefined) throw new Error('There is nothing to decide.');
  await lead({ type: 'stateFinding', alternative });
  await lead({ type: 'strikeGavel' });
}

export function current(hall: Hall): Question {
  const question = Object.values(hall.meeting().decisions.questions).find((one) => one.state === 'current');
  if (question === undefined) throw new Error('No question is put.');
  return question;
}

function requestOf(hall: Hall, person: PersonId) {
  const request = hall.meeting().floor.queue.find((one) => one.person === person)?.id;
  if (request === undefined) throw new Error(`${person} is not in the queue.`);
  return request;
}

function servingCount(hall: Hall): number {
  return Object.keys(hall.meeting().attendance.serving).length;
}

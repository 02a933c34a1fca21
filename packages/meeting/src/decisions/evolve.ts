import type { ItemId, PersonId, QuestionId, VoteId } from '../ids.ts';
import { presentServing } from '../selectors.ts';
import type { Fact, Meeting } from '../types.ts';
import { changeFrame, chosenAt, demandedAt, foundAt, isPut, putAt, questionsInOrder, votable } from './frames.ts';
import type { Ballot, DecisionsEvent, DecisionsState, Question, QuestionDraft, Vote } from './types.ts';

export function initialDecisions(): DecisionsState {
  return {
    questions: {},
    orders: {},
    votes: {},
    decided: {},
    tookPart: {},
    reservations: [],
    statements: [],
    standsAside: {},
  };
}

export function evolveDecisions(state: DecisionsState, fact: Fact, meeting: Meeting): DecisionsState {
  const { event, at } = fact;
  switch (event.type) {
    case 'OrderProposed':
      return proposed(state, event);
    case 'OrderApproved':
      return advance(changeOrder(state, event.item, { approved: true }), event.item);
    case 'DebateReopened':
      return reopened(state, event.item);
    case 'QuestionPut':
      return change(state, event.question, (q) => putAt(q, event.level, at));
    case 'FindingStated':
      return change(state, event.question, (q) => foundAt(q, event.level, event.alternative, at));
    case 'VoteDemanded':
      return change(state, event.question, (q) => demandedAt(q, event.level, event.person));
    case 'CounterPropositionChosen':
      return change(state, event.question, (q) => chosenAt(q, event.level, event.alternative));
    case 'QuestionSettled':
      return settled(state, event, fact, meeting);
    case 'QuestionDropped':
      return dropped(state, event.question);
    case 'ReservationMade': {
      const { type: _, ...reservation } = event;
      return { ...state, reservations: [...state.reservations, { ...reservation, at }] };
    }
    case 'StatementMade':
      return {
        ...state,
        statements: [...state.statements, { item: event.item, person: event.person, text: event.text, at }],
      };
    case 'StoodAside':
      return {
        ...state,
        standsAside: { ...state.standsAside, [event.item]: withPersons(state.standsAside[event.item], [event.person]) },
      };
    default:
      return evolveVotes(state, fact);
  }
}

function evolveVotes(state: DecisionsState, { event, at }: Fact): DecisionsState {
  switch (event.type) {
    case 'VoteOpened': {
      const { vote: id, question, level, yes, no, method, electors } = event;
      const vote: Vote = { id, question, level, yes, no, method, electors, state: 'open', cast: {}, openedAt: at };
      const withVote = change(state, question, (q) => changeFrame(q, level, (frame) => ({ ...frame, vote: id })));
      return { ...withVote, votes: { ...state.votes, [id]: vote }, openVote: id };
    }
    case 'VoterCalled':
      return changeVote(state, event.vote, (vote) => ({ ...vote, called: event.person }));
    case 'VoteCast': {
      const cast = { how: event.how, at, ...(event.choice ? { choice: event.choice } : {}) };
      return changeVote(state, event.vote, (vote) => ({ ...vote, cast: { ...vote.cast, [event.person]: cast } }));
    }
    case 'VoteFrozen':
      return changeVote(state, event.vote, (vote) => ({
        ...vote,
        state: 'frozen',
        frozenBy: withPersons(vote.frozenBy, [event.person]),
      }));
    case 'VoteResumed':
      return changeVote(state, event.vote, ({ frozenBy: _, ...vote }) => ({ ...vote, state: 'open' }));
    case 'VoteTied':
      return changeVote(state, event.vote, ({ called: _, ...vote }) => ({
        ...vote,
        state: 'tied',
        cast: revealed(vote.cast, event.ballots, at),
      }));
    case 'VoteClosed':
      return closed(state, event, at);
    case 'VoteAnnulled':
      return annulled(state, event.vote, at);
    default:
      return state;
  }
}

function proposed(state: DecisionsState, event: Extract<DecisionsEvent, { type: 'OrderProposed' }>): DecisionsState {
  const kept = keepSettled(state, event.item);
  const drafts = event.questions.map((draft) => waitingQuestion(draft, event.item));
  return {
    ...state,
    questions: { ...kept, ...Object.fromEntries(drafts.map((q) => [q.id, q])) },
    orders: {
      ...state.orders,
      [event.item]: { questions: drafts.map((q) => q.id), approved: false, enBlocAdditions: event.enBlocAdditions },
    },
  };
}

function waitingQuestion(draft: QuestionDraft, item: ItemId): Question {
  return { ...draft, item, state: 'waiting', frames: [{ alternatives: votable(draft) }], eliminated: [] };
}

/** Nothing put in the item is forgotten; an order that was only proposed leaves no trace. */
function keepSettled(state: DecisionsState, item: ItemId): DecisionsState['questions'] {
  return Object.fromEntries(
    Object.entries(state.questions).filter(([, q]) => q.item !== item || isPut(q)),
  ) as DecisionsState['questions'];
}

function reopened(state: DecisionsState, item: ItemId): DecisionsState {
  const questions = Object.entries(state.questions).map(([id, q]) => [
    id,
    q.item === item && q.state !== 'settled' ? { ...q, state: 'dropped' } : q,
  ]);
  const { [item]: _, ...orders } = state.orders;
  return { ...state, questions: Object.fromEntries(questions), orders };
}

function settled(
  state: DecisionsState,
  event: Extract<DecisionsEvent, { type: 'QuestionSettled' }>,
  { at }: Fact,
  meeting: Meeting,
): DecisionsState {
  const item = state.questions[event.question]?.item;
  if (!item) return state;
  const entry = { question: event.question, outcome: event.outcome, by: event.by, at };
  const took = presentServing(meeting)
    .map((s) => s.person)
    .filter((person) => !state.standsAside[item]?.includes(person));
  const next = change(state, event.question, (q) => ({
    ...q,
    state: 'settled',
    outcome: event.outcome,
    settledBy: event.by,
  }));
  return advance(
    {
      ...next,
      decided: { ...state.decided, [item]: [...(state.decided[item] ?? []), entry] },
      tookPart: { ...state.tookPart, [item]: withPersons(state.tookPart[item], took) },
    },
    item,
  );
}

function dropped(state: DecisionsState, question: QuestionId): DecisionsState {
  const item = state.questions[question]?.item;
  const next = change(state, question, (q) => ({ ...q, state: 'dropped' }));
  return item ? advance(next, item) : next;
}

/** The first waiting question of an approved order is the current one, when no other is. */
function advance(state: DecisionsState, item: ItemId): DecisionsState {
  const questions = questionsInOrder(state, item);
  const next = questions.find((q) => q.state === 'waiting');
  if (!next || questions.some((q) => q.state === 'current')) return state;
  return change(state, next.id, (q) => ({ ...q, state: 'current' }));
}

function closed(
  state: DecisionsState,
  event: Extract<DecisionsEvent, { type: 'VoteClosed' }>,
  closedAt: number,
): DecisionsState {
  const { openVote: _, ...rest } = changeVote(state, event.vote, ({ called: _called, ...vote }) => ({
    ...vote,
    state: 'closed',
    closedAt,
    result: event.result,
  }));
  return rest;
}

function annulled(state: DecisionsState, id: VoteId, closedAt: number): DecisionsState {
  const vote = state.votes[id];
  if (!vote) return state;
  const { openVote: _, ...rest } = changeVote(state, id, ({ called: _called, ...v }) => ({
    ...v,
    state: 'annulled',
    closedAt,
  }));
  return change(rest, vote.question, (q) => changeFrame(q, vote.level, ({ vote: _vote, ...frame }) => frame));
}

/** Counted and even: from here on everybody knows how each voted, also an audience that was not told while the vote was open. */
function revealed(cast: Vote['cast'], ballots: readonly Ballot[], at: number): Vote['cast'] {
  const known = ballots.flatMap(({ person, choice, how }) =>
    choice === 'absent' ? [] : [[person, { at, how: how ?? 'button', ...cast[person], choice }] as const],
  );
  return { ...cast, ...Object.fromEntries(known) };
}

function withPersons(list: readonly PersonId[] | undefined, added: readonly PersonId[]): readonly PersonId[] {
  return [...new Set([...(list ?? []), ...added])];
}

function changeOrder(state: DecisionsState, item: ItemId, patch: { readonly approved: boolean }): DecisionsState {
  const order = state.orders[item];
  return order ? { ...state, orders: { ...state.orders, [item]: { ...order, ...patch } } } : state;
}

function change(state: DecisionsState, id: QuestionId, fn: (question: Question) => Question): DecisionsState {
  const question = state.questions[id];
  return question ? { ...state, questions: { ...state.questions, [id]: fn(question) } } : state;
}

function changeVote(state: DecisionsState, id: VoteId, fn: (vote: Vote) => Vote): DecisionsState {
  const vote = state.votes[id];
  return vote ? { ...state, votes: { ...state.votes, [id]: fn(vote) } } : state;
}

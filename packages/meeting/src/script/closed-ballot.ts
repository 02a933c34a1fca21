import type { ItemState } from '../agenda/types.ts';
import {
  codeOf,
  electedBy,
  missingVoters,
  othersPrevail,
  revealsVotes,
  standing,
  uncheckedVoters,
} from '../elections/ballots.ts';
import type { ClosedBallot } from '../elections/types.ts';
import type { PersonId } from '../ids.ts';
import { personWithParty, plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { ITEM_MARKS } from './debate.ts';
import { adjournStep, lossSteps } from './interruptions.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

/** A vote on persons has been demanded: on the tablets, or with slips in a box. */
export function ballotSteps(meeting: Meeting): readonly Step[] {
  const count = meeting.plan.body.seatsTotal;
  return [
    step(
      'openSealedBallot',
      {},
      { type: 'openClosedBallot', means: 'sealed' },
      { effect: effect('openSealedBallot', { count }) },
    ),
    step('openPaperBallot', {}, { type: 'openClosedBallot', means: 'paper' }, { effect: effect('openPaperBallot') }),
  ];
}

/** While a closed ballot is held. No figure is known to anybody before it is counted. */
export function closedBallotScene(moment: Moment, item: ItemState, ballot: ClosedBallot): Scene {
  const { meeting } = moment;
  const inner = phaseScene(meeting, item, ballot);
  const annul = step(
    'annulBallot',
    {},
    { type: 'annulClosedBallot', reason: '–' },
    { asks: ['reason'], effect: effect('annulBallot') },
  );
  return scene({
    ...inner,
    also: [...(inner.also ?? []), ...lossSteps(moment), annul, adjournStep(moment, 'rest')],
    trail: trail(ITEM_MARKS, ballot.state === 'counted' ? 4 : 3),
  });
}

function phaseScene(meeting: Meeting, item: ItemState, ballot: ClosedBallot): Partial<Scene> {
  switch (ballot.state) {
    case 'registering':
      return registering(meeting, item, ballot);
    case 'listing':
      return { words: [words('ballotListing')] };
    case 'listed':
      return listed(ballot);
    case 'voting':
      return voting(meeting, ballot);
    case 'closed':
      return ballot.means === 'paper' ? countingSlips(meeting, ballot) : { words: [words('ballotEnding')] };
    case 'ended':
      return ended(ballot);
    case 'counting':
      return counting(meeting, ballot);
    case 'counted':
      return counted(meeting, item, ballot);
    case 'annulled':
      return {};
  }
}

function registering(meeting: Meeting, item: ItemState, ballot: ClosedBallot): Partial<Scene> {
  const { electors, registered } = ballot;
  const values = { registered: registered.length, electors: electors.length };
  const close = step(
    'closeRegistration',
    values,
    { type: 'closeRegistration' },
    { effect: effect('closeRegistration', values) },
  );
  const everybody = registered.length === electors.length;
  return {
    words: [
      words('ballotOpened', { candidates: named(meeting, ballot.candidates), number: item.number }),
      ...(ballot.round > 0 ? [words('ballotReplaced')] : []),
      ...(revealsVotes(ballot) ? [words('ballotSmall', { count: electors.length })] : []),
    ],
    wanted: everybody ? [close] : [],
    also: everybody ? [] : [close],
  };
}

function listed({ list, registered }: ClosedBallot): Partial<Scene> {
  const values = { lines: list?.lines ?? 0, registered: registered.length };
  return {
    words: [words('ballotListed', values)],
    wanted: [step('approveVotingList', values, { type: 'approveVotingList' }, { effect: effect('approveVotingList') })],
  };
}

function voting(meeting: Meeting, ballot: ClosedBallot): Partial<Scene> {
  const voters = ballot.means === 'paper' ? ballot.electors : ballot.registered;
  const left = voters.filter((person) => !ballot.voted.includes(person));
  const close = step('closeBallot', {}, { type: 'closeClosedBallot' }, { effect: effect('closeBallot') });
  const ticks =
    ballot.means === 'sealed'
      ? []
      : left.map((person) =>
          step(
            'tickOff',
            { name: personWithParty(meeting.plan, person) },
            { type: 'markVoted', ballot: ballot.id, persons: [person] },
          ),
        );
  const all = left.length === 0;
  return {
    words: [
      words(all ? 'ballotEverybody' : ballot.means === 'paper' ? 'ballotVoting' : 'ballotVotingSealed', {
        voted: ballot.voted.length,
        voters: voters.length,
      }),
    ],
    wanted: all ? [close] : [],
    also: [...ticks, ...(all ? [] : [close])],
  };
}

/** Two count, each for themselves, at the counters' page. */
function countingSlips(meeting: Meeting, { counters, voted }: ClosedBallot): Partial<Scene> {
  return {
    words: [
      words('ballotSlips', {
        count: voted.length,
        names: counters.map(({ counter }) => plainName(meeting.plan, counter)),
        counters: counters.length,
      }),
    ],
  };
}

function ended(ballot: ClosedBallot): Partial<Scene> {
  const missing = missingVoters(ballot).length;
  const unchecked = uncheckedVoters(ballot).length;
  const read = words('ballotEnd', { cast: ballot.end?.cast ?? 0, code: codeOf(ballot.end?.head) });
  if (missing > 0) return { words: [words('ballotMissing', { count: missing })] };
  const start = step('startCount', {}, { type: 'startCount' }, { effect: effect('startCount') });
  if (unchecked === 0) return { words: [read], wanted: [start] };
  return {
    words: [read, words('ballotChecking', { count: unchecked })],
    also: [step('startCountDespite', { count: unchecked }, { type: 'startCount', despite: true })],
    formal: [start],
  };
}

function counting(meeting: Meeting, { shares, wrongShares }: ClosedBallot): Partial<Scene> {
  const needed = meeting.elections.keyHolders?.needed ?? 0;
  return {
    words: [
      words('ballotCounting', { given: shares.length, needed }),
      ...(wrongShares.length > 0 ? [words('ballotWrongShare', { names: named(meeting, wrongShares) })] : []),
    ],
  };
}

function counted(meeting: Meeting, item: ItemState, ballot: ClosedBallot): Partial<Scene> {
  const { result, candidates, lot } = ballot;
  const votes = candidates
    .toSorted((a, b) => (result?.votes[b] ?? 0) - (result?.votes[a] ?? 0))
    .map((person) =>
      words('ballotVotes', { name: plainName(meeting.plan, person), votes: result?.votes[person] ?? 0 }),
    );
  if (ballot.others === true) votes.push(words('ballotVotesOthers', { votes: result?.others ?? 0 }));
  const read = words('ballotResult', { votes, blank: result?.blank ?? 0, invalid: result?.invalid ?? 0 });
  if (othersPrevail(ballot)) return { words: [read, words('ballotOthers', { count: result?.others ?? 0 })] };
  const elected = electedBy(ballot);
  if (elected === undefined) return tied(meeting, ballot, read);
  const names = named(meeting, elected);
  return {
    words: [
      read,
      words(lot === undefined ? 'ballotElected' : 'ballotElectedByLot', {
        body: { organ: meeting.plan.body.name },
        names,
      }),
    ],
    wanted: [step('declareElected', { names }, { type: 'declareElected', item: item.id, persons: elected })],
  };
}

/** KL 5:56: between those who have equally many. One place left is offered by name; for more, the desk says who. */
function tied(meeting: Meeting, ballot: ClosedBallot, read: Scene['words'][number]): Partial<Scene> {
  const { sure, tied: level } = standing(ballot);
  const places = ballot.places - sure.length;
  const witness = meeting.agenda.leader;
  if (witness === undefined) return { words: [read] };
  const draws = combinations(level, places).map((persons) =>
    step(
      'drawBallotLot',
      { names: named(meeting, persons) },
      { type: 'drawBallotLot', persons, witness, manner: '–' },
      { asks: ['person', 'manner'] },
    ),
  );
  return { words: [read, words('ballotTied', { names: named(meeting, level), places })], wanted: draws };
}

/** Every way to fill the places: few, since few are level. */
function combinations(persons: readonly PersonId[], places: number): readonly (readonly PersonId[])[] {
  if (places === 0) return [[]];
  return persons.flatMap((person, index) =>
    combinations(persons.slice(index + 1), places - 1).map((rest) => [person, ...rest]),
  );
}

function named(meeting: Meeting, persons: readonly PersonId[]): readonly string[] {
  return persons.map((person) => personWithParty(meeting.plan, person));
}

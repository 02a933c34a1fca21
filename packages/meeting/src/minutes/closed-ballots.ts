import type { ItemState } from '../agenda/types.ts';
import type { ClosedBallot } from '../elections/types.ts';
import { personWithParty, phrase, plainName } from '../phrase.ts';
import { codeOf } from '../elections/ballots.ts';
import type { Fact } from '../types.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';
import type { Passage } from './shape.ts';

/** Each closed ballot of the item: that it was held and how, the code read aloud, the figures, the lot. Nobody is named as a voter. */
export function ballotPassages(known: Known, item: ItemState, facts: readonly Fact[]): readonly Passage[] {
  return Object.values(known.meeting.elections.ballots)
    .filter((ballot) => ballot.item === item.id)
    .flatMap((ballot) => {
      const own = facts.filter(({ event }) => 'ballot' in event && event.ballot === ballot.id);
      return ballot.state === 'annulled' ? annulled(item, ballot, own) : held(known, item, ballot, own);
    });
}

function annulled(item: ItemState, ballot: ClosedBallot, facts: readonly Fact[]): readonly Passage[] {
  const annulment = factsOfType(facts, 'ClosedBallotAnnulled');
  return [
    passage('procedure', passageKey(item.id, 'ballotAnnulled', ballot.id), 'ballotAnnulled', {}, annulment, {
      verbatim: annulment.map((fact) => fact.event.reason),
    }),
  ];
}

function held({ meeting }: Known, item: ItemState, ballot: ClosedBallot, facts: readonly Fact[]): readonly Passage[] {
  const { result, means, end, candidates } = ballot;
  if (result === undefined) return [];
  const names = (persons: typeof candidates) => persons.map((person) => personWithParty(meeting.plan, person));
  const votes = candidates
    .toSorted((a, b) => (result.votes[b] ?? 0) - (result.votes[a] ?? 0))
    .map((person) =>
      phrase('minutes.ballotVotes', { name: personWithParty(meeting.plan, person), votes: result.votes[person] ?? 0 }),
    );
  if (ballot.others === true) votes.push(phrase('minutes.ballotVotesOthers', { votes: result.others ?? 0 }));
  const about = factsOfType(facts, 'ClosedBallotOpened', 'ClosedBallotEnded', 'CountStarted', 'ClosedBallotCounted');
  const figures = passage(
    'procedure',
    passageKey(item.id, 'ballot', ballot.id),
    'ballot',
    { form: means, cast: ballot.voted.length, votes, blank: result.blank, invalid: result.invalid },
    about,
    { heading: phrase('minutes.heading.ballot') },
  );
  const code =
    end === undefined
      ? []
      : [
          passage(
            'procedure',
            passageKey(item.id, 'ballotCode', ballot.id),
            'ballotCode',
            { code: codeOf(end.head), holders: names(ballot.shares), final: codeOf(ballot.resultHead) },
            factsOfType(facts, 'ClosedBallotEnded', 'ShareGiven', 'ClosedBallotCounted'),
          ),
        ];
  const lots = factsOfType(facts, 'BallotLotDrawn').map((fact) =>
    passage(
      'procedure',
      passageKey(item.id, 'ballotLot', ballot.id),
      'ballotLot',
      { names: names(fact.event.persons), witness: plainName(meeting.plan, fact.event.witness) },
      [fact],
      { verbatim: [fact.event.manner] },
    ),
  );
  return [figures, ...code, ...lots];
}

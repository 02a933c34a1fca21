import type { Ballot, VoteResult } from '../decisions/types.ts';
import { personWithParty } from '../phrase.ts';
import { alternativeNoun } from '../script/alternatives.ts';
import type { Meeting } from '../types.ts';
import type { VoteAnnex } from './shape.ts';

type Row = VoteAnnex['parties'][number];

/** Every vote that counted, in the order in which they were closed. */
export function annexes(meeting: Meeting): readonly VoteAnnex[] {
  // One vote is open at a time: they stand in the order in which they were closed.
  const closed = Object.values(meeting.decisions.votes).filter((vote) => vote.state === 'closed');
  return closed.flatMap((vote, index) => {
    const question = meeting.decisions.questions[vote.question];
    const { result } = vote;
    if (question === undefined || result === undefined) return [];
    const { yes, no, abstain, absent } = result;
    return [
      {
        number: index + 1,
        vote: vote.id,
        item: question.item,
        section: meeting.agenda.items[question.item]?.number ?? 0,
        yesFor: alternativeNoun(meeting, question, vote.yes),
        noFor: alternativeNoun(meeting, question, vote.no),
        figures: { yes, no, abstain, absent },
        ballots: result.ballots.map((ballot) => named(meeting, ballot)),
        parties: perParty(meeting, result),
      },
    ];
  });
}

function named(meeting: Meeting, ballot: Ballot): VoteAnnex['ballots'][number] {
  return {
    person: ballot.person,
    name: personWithParty(meeting.plan, ballot.person),
    seat: meeting.plan.seats.find((seat) => seat.id === ballot.seat)?.number ?? 0,
    choice: ballot.choice,
    spoken: ballot.how === 'spoken',
  };
}

/** Rows in the plan's order of parties; persons without a party last, under an empty name. */
function perParty(meeting: Meeting, result: VoteResult): readonly Row[] {
  const partyOf = new Map(meeting.plan.people.map((person) => [person.id, person.party]));
  const parties = [
    ...meeting.plan.parties.map((party) => ({ id: party.id, name: party.name })),
    { id: undefined, name: '' },
  ];
  return parties.flatMap((party) => {
    const own = result.ballots.filter((ballot) => partyOf.get(ballot.person) === party.id);
    if (own.length === 0) return [];
    const count = (choice: Ballot['choice']) => own.filter((ballot) => ballot.choice === choice).length;
    return [
      { party: party.name, yes: count('yes'), no: count('no'), abstain: count('abstain'), absent: count('absent') },
    ];
  });
}

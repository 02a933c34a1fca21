import { type ClosedBallot, type Meeting, personWithParty, type PersonId } from '@klubba/meeting';

/** "§ 123 Val av ordförande". */
export function ballotTitle(
  meeting: Meeting,
  ballot: ClosedBallot,
): { readonly number: number; readonly title: string } {
  const item = meeting.agenda.items[ballot.item];
  return { number: item?.number ?? 0, title: item?.title ?? '' };
}

/** Parties that have nominated the person. */
export function nominatedBy(meeting: Meeting, ballot: ClosedBallot, person: PersonId): readonly string[] {
  const nominations = Object.values(meeting.proposals.byId).filter(
    (one) => one.item === ballot.item && one.state === 'onTable' && one.candidates?.includes(person),
  );
  const people = nominations.flatMap((one) => [...(one.mover === undefined ? [] : [one.mover]), ...one.supporters]);
  const parties = people.map((one) => meeting.plan.people.find((known) => known.id === one)?.party);
  return [...new Set(parties.flatMap((id) => meeting.plan.parties.find((party) => party.id === id)?.short ?? []))];
}

/** Candidates and votes, most first. */
export function ranked(
  meeting: Meeting,
  ballot: ClosedBallot,
): readonly { readonly name: string; readonly votes: number }[] {
  return ballot.candidates
    .map((person) => ({ name: personWithParty(meeting.plan, person), votes: ballot.result?.votes[person] ?? 0 }))
    .toSorted((a, b) => b.votes - a.votes);
}

/** "5K7T 93QW P2HM": the beginning of a receipt, in groups a person can compare. */
export function receiptCode(hash: string): string {
  return [0, 4, 8].map((from) => hash.slice(from, from + 4).toUpperCase()).join(' ');
}

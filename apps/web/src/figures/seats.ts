import type { Ballot, Meeting, PersonId, Seat, Vote } from '@klubba/meeting';
import type { SeatGroup, SeatState, SeatView } from '../ui/index.ts';

/** What one seat shows now. */
export type SeatStateOf = (seat: Seat, person: PersonId | undefined) => SeatState;

/** Every seat in the body's order, grouped by party in the plan's order. `short`: surnames, as the hall has them; two with the same surname in a party get an initial. */
export function seatGroups(meeting: Meeting, stateOf: SeatStateOf, short: boolean): readonly SeatGroup<SeatView>[] {
  const { parties, seats, people } = meeting.plan;
  const inOrder = seats.toSorted((a, b) => a.number - b.number);
  const serving = (seat: Seat) => meeting.attendance.serving[seat.id]?.person ?? seat.holder;
  const familyNames = inOrder.map((seat) => people.find((p) => p.id === serving(seat))?.familyName);
  const view = (seat: Seat): SeatView => {
    const person = people.find((p) => p.id === serving(seat));
    const shared = familyNames.filter((name) => name === person?.familyName).length > 1;
    const surname = shared ? `${person?.familyName} ${person?.givenName.charAt(0)}` : (person?.familyName ?? '');
    return {
      id: seat.id,
      name: short ? surname : `${person?.givenName ?? ''} ${person?.familyName ?? ''}`.trim(),
      state: stateOf(seat, person?.id),
    };
  };
  const groups = parties.map((party) => ({
    party: party.short,
    seats: inOrder.filter((s) => s.party === party.id).map(view),
  }));
  const without = inOrder.filter((seat) => seat.party === undefined).map(view);
  return [...groups, ...(without.length > 0 ? [{ party: '', seats: without }] : [])].filter(
    (group) => group.seats.length > 0,
  );
}

const CHOICE: Readonly<Record<Ballot['choice'], SeatState>> = {
  yes: 'ja',
  no: 'nej',
  abstain: 'avstar',
  absent: 'absent',
};

/** While the vote is open only whether a seat has voted; when it is closed, how. */
export function voteSeatState(vote: Vote): SeatStateOf {
  return (seat) => {
    const ballot = vote.result?.ballots.find((one) => one.seat === seat.id);
    if (vote.result !== undefined) return ballot === undefined ? 'absent' : CHOICE[ballot.choice];
    const elector = vote.electors.find((one) => one.seat === seat.id);
    if (elector === undefined) return 'absent';
    if (vote.cast[elector.person] !== undefined) return 'voted';
    return vote.called === elector.person ? 'called' : 'waiting';
  };
}

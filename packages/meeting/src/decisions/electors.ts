import type { PersonId } from '../ids.ts';
import { presentServing, rollCallOrder, servingSeatOf } from '../selectors.ts';
import type { Seat } from '../plan.ts';
import type { Meeting } from '../types.ts';
import type { Elector, Vote } from './types.ts';

/** Everyone who may vote now, in the body's order, the leader last (algorithm C). */
export function electorsNow(meeting: Meeting): readonly Elector[] {
  const order = rollCallOrder(meeting);
  return presentServing(meeting)
    .flatMap(({ seat, person }) =>
      registered(meeting, seat, person).map((weights) => ({ seat: seat.id, person, ...weights })),
    )
    .toSorted((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat));
}

export function stillServes(meeting: Meeting, person: PersonId): boolean {
  return servingSeatOf(meeting, person) !== undefined;
}

/** Who has neither voted nor abstained, and still serves. */
export function pendingElectors(meeting: Meeting, vote: Vote): readonly PersonId[] {
  return vote.electors
    .map((e) => e.person)
    .filter((person) => vote.cast[person] === undefined && stillServes(meeting, person));
}

/** The next name: after the one called last, and from the top again for those who did not answer. */
export function nextVoter(meeting: Meeting, vote: Vote): PersonId | undefined {
  const order = vote.electors.map((e) => e.person);
  const from = vote.called ? order.indexOf(vote.called) + 1 : 0;
  const pending = pendingElectors(meeting, vote);
  return [...order.slice(from), ...order].find((person) => pending.includes(person));
}

/** In a roll call the order is the body's; with buttons, those who are missing are called as they come. */
export function mayBeCalled(meeting: Meeting, vote: Vote, person: PersonId): boolean {
  return vote.method === 'rollCall'
    ? nextVoter(meeting, vote) === person
    : pendingElectors(meeting, vote).includes(person);
}

/** ABL 7:8, 7:29: a general meeting votes by the register that it has approved; everywhere else each has one vote (KL 4:24). */
function registered({ plan, company }: Meeting, seat: Seat, person: PersonId): readonly Weights[] {
  if (plan.body.kind !== 'generalMeeting') return [{}];
  const row = company.votingRegister?.rows.find((one) => one.seat === seat.id && one.person === person);
  return row === undefined ? [] : [{ votes: row.votes, shares: row.shares }];
}

type Weights = Pick<Elector, 'votes' | 'shares'>;

import { personWithParty, phrase } from '../phrase.ts';
import type { Fact } from '../types.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';
import type { Passage } from './shape.ts';

/** ABL 7:29, 7:48: the minutes of a general meeting hold the voting register: who was represented, with how many votes and shares. */
export function votingRegister({ meeting }: Known, facts: readonly Fact[]): readonly Passage[] {
  const { plan, attendance } = meeting;
  const opened = factsOfType(facts, 'MeetingOpened');
  if (plan.body.kind !== 'generalMeeting' || opened.length === 0) return [];
  const represented = plan.seats.flatMap((seat) => {
    const there = attendance.stretches.filter((one) => one.person === seat.holder && one.capacity === 'member');
    if (seat.holder === undefined || there.length === 0) return [];
    const votes = seat.votes ?? 1;
    return [{ name: personWithParty(plan, seat.holder), votes, shares: seat.shares ?? votes }];
  });
  const sum = (what: 'votes' | 'shares') => represented.reduce((all, one) => all + one[what], 0);
  const values = {
    rows: represented.map((row) => phrase('minutes.votingRegister.row', row)),
    votes: sum('votes'),
    shares: sum('shares'),
  };
  return [passage('presence', passageKey(null, 'votingRegister'), 'votingRegister', values, opened)];
}

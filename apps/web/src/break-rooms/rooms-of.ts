import { isElected, type Meeting, type Party, type PersonId } from '@klubba/meeting';

/** `group`: the own party's, in a break for group meetings alone. `break`: across the parties, in any break. */
export type BreakRoom = { readonly is: 'group'; readonly party: Party } | { readonly is: 'break' };

/**
 * The rooms that stand open to this person in the break that goes on, the own party's first (CHT-03, CHT-04). The server decides
 * again at the door; nobody but the elected has one, whatever the duty.
 */
export function roomsOf(meeting: Meeting, me: PersonId): readonly BreakRoom[] {
  const { plan } = meeting;
  const { current } = meeting.adjournment;
  if (current === undefined || !isElected(meeting, me)) return [];
  const own = plan.people.find(({ id }) => id === me)?.party;
  const party = plan.parties.find(({ id }) => id === own);
  const across: BreakRoom = { is: 'break' };
  return current.cause === 'groupMeeting' && party !== undefined ? [{ is: 'group', party }, across] : [across];
}

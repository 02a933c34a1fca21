import { presentServing } from '../attendance/quorum.ts';
import type { Seat } from '../plan.ts';
import type { Meeting } from '../types.ts';
import type { Holding, RegisterRow } from './types.ts';

/** What this seat of a general meeting represents: as the desk has entered it, or as the plan has it. */
export function holdingOf({ company }: Pick<Meeting, 'company'>, seat: Seat): Holding {
  const votes = seat.votes ?? 1;
  return company.holdings[seat.id] ?? { votes, shares: seat.shares ?? votes };
}

/** The voting register as it would be approved now: the shareholders and proxies who are here, in the body's order (ABL 7:29). */
export function registerNow(meeting: Meeting): readonly RegisterRow[] {
  if (meeting.plan.body.kind !== 'generalMeeting') return [];
  return presentServing(meeting)
    .toSorted((a, b) => a.seat.number - b.seat.number)
    .map(({ seat, person }) => ({ seat: seat.id, person, ...holdingOf(meeting, seat) }));
}

/** Somebody has come or left, or the desk has put something right, since the register was approved. */
export function registerHasChanged(meeting: Meeting): boolean {
  const approved = meeting.company.votingRegister?.rows;
  if (approved === undefined) return false;
  const now = registerNow(meeting);
  return now.length !== approved.length || now.some((row) => !approved.some((one) => isSame(one, row)));
}

function isSame(a: RegisterRow, b: RegisterRow): boolean {
  return (
    a.seat === b.seat && a.person === b.person && a.votes === b.votes && a.shares === b.shares && a.owner === b.owner
  );
}

/** Of all rows: how much is represented. */
export function represented(rows: readonly Holding[]): { readonly votes: number; readonly shares: number } {
  return {
    votes: rows.reduce((sum, row) => sum + row.votes, 0),
    shares: rows.reduce((sum, row) => sum + row.shares, 0),
  };
}

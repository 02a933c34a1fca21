import { isLinked } from '../attendance/linked.ts';
import type { PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import type { BallotCount, ClosedBallot } from './types.ts';

/** So few that the result itself may tell how somebody voted. */
const SMALL_ELECTORATE = 6;
/** Signs of a code that are read aloud; the whole of it stands on every screen that verifies. */
const CODE_LENGTH = 8;

/** The ballot that is being held: opened, and neither annulled nor settled by an election. */
export function closedBallotNow(meeting: Pick<Meeting, 'elections'>): ClosedBallot | undefined {
  const { ballots, elected } = meeting.elections;
  return Object.values(ballots).find(
    (ballot) => ballot.state !== 'annulled' && !elected.some((one) => one.item === ballot.item),
  );
}

/** The last ballot of the item that was not annulled. */
export function closedBallotOf(
  meeting: Pick<Meeting, 'elections'>,
  item: ClosedBallot['item'],
): ClosedBallot | undefined {
  return Object.values(meeting.elections.ballots)
    .filter((ballot) => ballot.item === item && ballot.state !== 'annulled')
    .at(-1);
}

/** Present where the meeting is held, and at no distance: can walk to the hall's own voting tablet. */
export function isInHall({ plan, attendance }: Meeting, person: PersonId): boolean {
  const presence = attendance.present[person];
  return presence !== undefined && !isLinked(plan, presence);
}

/** Voters whose tablet has not yet said whether its ballot is there. */
export function uncheckedVoters(ballot: ClosedBallot): readonly PersonId[] {
  return ballot.voted.filter((person) => ballot.checked[person] === undefined);
}

export function missingVoters(ballot: ClosedBallot): readonly PersonId[] {
  return ballot.electors.filter((person) => ballot.checked[person] === 'missing');
}

/** Who is elected by the figures alone, and between whom the lot must be drawn for the places left (KL 5:56). */
export function standing(ballot: ClosedBallot): {
  readonly sure: readonly PersonId[];
  readonly tied: readonly PersonId[];
} {
  const { candidates, places, result } = ballot;
  const votes = (person: PersonId) => result?.votes[person] ?? 0;
  const ranked = candidates.toSorted((a, b) => votes(b) - votes(a));
  const last = ranked[places - 1];
  if (last === undefined) return { sure: ranked, tied: [] };
  const line = votes(last);
  const sure = ranked.filter((person) => votes(person) > line);
  const level = ranked.filter((person) => votes(person) === line);
  return sure.length + level.length === places ? { sure: [...sure, ...level], tied: [] } : { sure, tied: level };
}

/** So many votes for somebody who is not nominated that one person may have had as many as one who would be elected. */
export function othersPrevail({ candidates, places, result }: ClosedBallot): boolean {
  const others = result?.others ?? 0;
  if (others === 0) return false;
  const ranked = candidates.map((person) => result?.votes[person] ?? 0).toSorted((a, b) => b - a);
  return others >= (ranked[places - 1] ?? 0);
}

/** Those elected, when nothing is left to the lot or to votes for somebody else: by the figures, or by the lot that was drawn. */
export function electedBy(ballot: ClosedBallot): readonly PersonId[] | undefined {
  if (othersPrevail(ballot)) return undefined;
  const { sure, tied } = standing(ballot);
  if (tied.length === 0) return sure;
  return ballot.lot === undefined ? undefined : [...sure, ...ballot.lot];
}

/** The electorate is small, or all voted alike: the figures tell how somebody voted. */
export function revealsVotes(ballot: Pick<ClosedBallot, 'electors' | 'result'>): boolean {
  if (ballot.electors.length <= SMALL_ELECTORATE) return true;
  if (ballot.result === undefined) return false;
  const { votes, blank, others = 0 } = ballot.result;
  return [...Object.values(votes), others, blank].filter((figure) => figure > 0).length === 1;
}

export function sameCount(a: BallotCount, b: BallotCount, candidates: readonly PersonId[]): boolean {
  const alike = candidates.every((person) => (a.votes[person] ?? 0) === (b.votes[person] ?? 0));
  return alike && a.blank === b.blank && a.invalid === b.invalid && (a.others ?? 0) === (b.others ?? 0);
}

/** "7C4F 91D2": what is read aloud and compared. */
export function codeOf(head: string | undefined): string {
  const code = (head ?? '').slice(0, CODE_LENGTH).toUpperCase();
  return `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`;
}

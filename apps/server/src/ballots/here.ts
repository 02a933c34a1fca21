import type { BallotId, ClosedBallot, Meeting, MeetingId } from '@klubba/meeting';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import type { Ballots } from './ballots.ts';
import type { BoardRow } from './board-store.ts';

type Path = { readonly meeting: MeetingId; readonly ballot: BallotId };
/** What a request is about, as the meeting and the board have it now. */
export type Here = {
  readonly meeting: Meeting;
  readonly ballot: ClosedBallot;
  readonly row: BoardRow;
};

/** Refused with 404 where the meeting or the ballot is not there. */
export async function find({ meetings }: Services, ballots: Ballots, path: Path): Promise<Here> {
  const running = await meetings.find(path.meeting);
  const meeting = running?.live.now();
  const ballot = meeting?.plan === undefined ? undefined : meeting.elections.ballots[path.ballot];
  const row = ballot === undefined ? undefined : await ballots.store.find(path.ballot);
  if (running === undefined || meeting?.plan === undefined || ballot === undefined || row === undefined)
    throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
  return { meeting, ballot, row };
}

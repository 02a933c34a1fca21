import type { ClosedBallot } from '@klubba/meeting';
import type { BallotBoard } from '@klubba/protocol';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useMeeting } from '../live/index.ts';
import { type Board, boardOf } from './requests.ts';

const READ_EVERY_MS = 2_000;

export type BoardView = { readonly board: Board; readonly seen: BallotBoard | undefined; readonly readNow: () => void };

/** The ballot's board, read again every other second and when the meeting says that something has happened. */
export function useBoard({ id, state }: ClosedBallot): BoardView {
  const { meeting } = useMeeting().plan;
  const board = useMemo(() => boardOf(meeting, id), [meeting, id]);
  const [seen, setSeen] = useState<BallotBoard>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const reply = await board.read();
      if (!left && reply.is === 'value') setSeen(reply.value);
    };
    void read();
    const timer = setInterval(() => void read(), READ_EVERY_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [board, state, round]);
  return { board, seen, readNow: useCallback(() => setRound((before) => before + 1), []) };
}

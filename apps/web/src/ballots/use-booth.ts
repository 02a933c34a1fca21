import type { Refusal } from '@klubba/meeting';
import type { BoothView } from '@klubba/protocol';
import { useCallback, useEffect, useState } from 'react';
import type { Board } from './requests.ts';

const LOOK_EVERY_MS = 1_000;

/** Who is at the hall's own tablet, looked at every second: it stands in no fact of the meeting. */
export function useBooth(board: Board): {
  readonly seen: BoothView | undefined;
  /** Why it cannot be looked at. */
  readonly refusal: Refusal | undefined;
  readonly lookAgain: () => void;
} {
  const [seen, setSeen] = useState<BoothView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const reply = await board.booth.read();
      if (left || reply.is === 'lost') return;
      if (reply.is === 'value') setSeen(reply.value);
      setRefusal(reply.is === 'refused' ? reply.refusal : undefined);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [board, round]);
  return { seen, refusal, lookAgain: useCallback(() => setRound((before) => before + 1), []) };
}

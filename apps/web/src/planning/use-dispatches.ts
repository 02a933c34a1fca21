import type { MeetingId } from '@klubba/meeting';
import type { HttpProblem, NoticeDispatch, NoticeDispatchList } from '@klubba/protocol';
import { useCallback, useEffect, useState } from 'react';

export type Wish = 'notice' | 'missing' | 'reminder';
export type Dispatches = {
  /** Undefined until the first answer has come. */
  readonly list: readonly NoticeDispatch[] | undefined;
  /** What was pressed and is being carried out. */
  readonly sending: Wish | undefined;
  /** The rule that stood in the way, or `unreachable`. */
  readonly trouble: string | undefined;
  readonly send: (wish: Wish) => Promise<void>;
};

/** The dispatch log of a meeting, and the way to send more. */
export function useDispatches(meeting: MeetingId): Dispatches {
  const [list, setList] = useState<readonly NoticeDispatch[]>();
  const [sending, setSending] = useState<Wish>();
  const [trouble, setTrouble] = useState<string>();
  const ask = useCallback(
    async (wish?: Wish) => {
      const answer = await askServer(meeting, wish);
      if ('rule' in answer) setTrouble(answer.rule);
      else setList(answer.dispatches);
    },
    [meeting],
  );
  useEffect(() => {
    void ask();
  }, [ask]);
  const send = useCallback(
    async (wish: Wish) => {
      setSending(wish);
      setTrouble(undefined);
      await ask(wish);
      setSending(undefined);
    },
    [ask],
  );
  return { list, sending, trouble, send };
}

async function askServer(meeting: MeetingId, wish?: Wish): Promise<NoticeDispatchList | HttpProblem> {
  try {
    const response = await fetch(`/api/meetings/${encodeURIComponent(meeting)}/notice/dispatches`, {
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(wish === undefined ? {} : { method: 'POST', body: JSON.stringify({ send: wish }) }),
    });
    return (await response.json()) as NoticeDispatchList | HttpProblem;
  } catch {
    return { rule: 'unreachable' };
  }
}

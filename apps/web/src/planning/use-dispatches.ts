import type { MeetingId } from '@klubba/meeting';
import type { HttpProblem, NoticeDispatch, NoticeDispatchList } from '@klubba/protocol';
import { useCallback, useEffect, useState } from 'react';

export type Wish = 'notice' | 'missing' | 'reminder';
type Asked = { readonly send: Wish } | { readonly callOff: string };
export type Dispatches = {
  /** Undefined until the first answer has come. */
  readonly list: readonly NoticeDispatch[] | undefined;
  /** What was pressed and is being carried out. */
  readonly sending: Wish | 'callOff' | undefined;
  /** The rule that stood in the way, or `unreachable`. */
  readonly trouble: string | undefined;
  readonly send: (wish: Wish) => Promise<void>;
  /** True when the meeting is called off. */
  readonly callOff: (reason: string) => Promise<boolean>;
};

/** The dispatch log of a meeting, and the way to send more. */
export function useDispatches(meeting: MeetingId): Dispatches {
  const [list, setList] = useState<readonly NoticeDispatch[]>();
  const [sending, setSending] = useState<Dispatches['sending']>();
  const [trouble, setTrouble] = useState<string>();
  const ask = useCallback(
    async (asked?: Asked) => {
      const answer = await askServer(meeting, asked);
      if ('rule' in answer) setTrouble(answer.rule);
      else setList(answer.dispatches);
      return !('rule' in answer);
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
      await ask({ send: wish });
      setSending(undefined);
    },
    [ask],
  );
  const callOff = useCallback(
    async (reason: string) => {
      setSending('callOff');
      setTrouble(undefined);
      const isDone = await ask({ callOff: reason });
      setSending(undefined);
      return isDone;
    },
    [ask],
  );
  return { list, sending, trouble, send, callOff };
}

async function askServer(meeting: MeetingId, asked?: Asked): Promise<NoticeDispatchList | HttpProblem> {
  const isOff = asked !== undefined && 'callOff' in asked;
  const body = isOff ? { reason: asked.callOff } : asked;
  try {
    const what = isOff ? 'calling-off' : 'dispatches';
    const response = await fetch(`/api/meetings/${encodeURIComponent(meeting)}/notice/${what}`, {
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return (await response.json()) as NoticeDispatchList | HttpProblem;
  } catch {
    return { rule: 'unreachable' };
  }
}

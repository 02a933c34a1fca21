import { useCallback, useEffect, useState } from 'react';
import { type Answer, ask } from './api.ts';

type Value<Name extends Parameters<typeof ask>[0]> = Awaited<ReturnType<typeof ask<Name>>>;
export type Asked<Name extends Parameters<typeof ask>[0]> = Value<Name> | { readonly is: 'asking' };

/** Asks once, and again on demand. `asking` until the first answer has come. */
export function useAnswer<Name extends Parameters<typeof ask>[0]>(name: Name): readonly [Asked<Name>, () => void] {
  const [answer, setAnswer] = useState<Asked<Name>>({ is: 'asking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const wait = async () => {
      const next = await ask(name, leaving.signal);
      if (!leaving.signal.aborted) setAnswer(next);
    };
    void wait();
    return () => leaving.abort();
  }, [name, round]);
  return [answer, useCallback(() => setRound((before) => before + 1), [])];
}

/** True for an answer that will not become a value by waiting. */
export function isTrouble<T>(answer: Answer<T> | { readonly is: 'asking' }): boolean {
  return answer.is === 'unreachable' || answer.is === 'refused';
}

import type { AppLogin } from '@klubba/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AppWay, beginAppLogin, cancelAppLogin, lookAtAppLogin, type Told } from './api.ts';

/** The code changes every second. */
const LOOK_EVERY_MS = 1_000;
/** How long the page stays by itself: an app that is not opened gives up much sooner, and is asked again. */
export const PAGE_STAYS_MS = 5 * 60_000;

export type AppLoginView =
  | { readonly is: 'beginning' }
  | { readonly is: 'pending'; readonly login: Extract<AppLogin, { state: 'pending' }> }
  | { readonly is: 'failed'; readonly hint: string }
  | { readonly is: 'refused'; readonly rule: string }
  | { readonly is: 'done'; readonly next: string };

/** One login with an app, from the first code to the end. An order that nobody opened in time is made anew by itself. */
export function useAppLogin(way: AppWay, next: string) {
  const [view, setView] = useState<AppLoginView>({ is: 'beginning' });
  const [round, setRound] = useState(0);
  const [until, setUntil] = useState(() => Date.now() + PAGE_STAYS_MS);
  const isOver = useRef(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    isOver.current = false;
    const hear = (told: Told<AppLogin>): void => {
      if (isOver.current) return;
      const now = viewOf(told);
      const nobodyCame = now?.is === 'failed' && now.hint === 'startFailed' && Date.now() < until;
      if (nobodyCame) return ask(() => beginAppLogin(way, next));
      if (now !== undefined) setView(now);
      // Without an answer the last picture stays, and the next second may bring one.
      if (now === undefined || now.is === 'pending')
        timer = setTimeout(() => ask(() => lookAtAppLogin(way)), LOOK_EVERY_MS);
    };
    const ask = (question: () => Promise<Told<AppLogin>>): void => {
      void question().then(hear);
    };
    setView({ is: 'beginning' });
    ask(() => beginAppLogin(way, next));
    return () => {
      isOver.current = true;
      clearTimeout(timer);
    };
  }, [way, next, round, until]);
  const again = useCallback(() => {
    setUntil(Date.now() + PAGE_STAYS_MS);
    setRound((before) => before + 1);
  }, []);
  const cancel = useCallback(async () => {
    isOver.current = true;
    await cancelAppLogin(way);
  }, [way]);
  return { view, until, again, cancel };
}

function viewOf(told: Told<AppLogin>): AppLoginView | undefined {
  if (told.is === 'unreachable') return undefined;
  if (told.is === 'refused') return { is: 'refused', rule: told.rule };
  const login = told.value;
  switch (login.state) {
    case 'pending':
      return { is: 'pending', login };
    case 'failed':
      return { is: 'failed', hint: login.hint };
    case 'done':
      return { is: 'done', next: login.next };
  }
}

import type { HttpProblem } from '@klubba/protocol';
import { useCallback, useState } from 'react';
import type { Answer } from '../app/api.ts';

export type Sending = {
  readonly isSending: boolean;
  /** Why it was refused the last time. */
  readonly problem: HttpProblem | undefined;
  /** No answer came: it is not known to be saved. */
  readonly isLost: boolean;
};

/** `undefined`: not accepted. An answer without content is `true`. */
type Send = <Value>(answer: Promise<Answer<Value>>) => Promise<NonNullable<Value> | true | undefined>;

const STILL: Sending = { isSending: false, problem: undefined, isLost: false };

/** One press on its way: what stands beside the button meanwhile and after. The value when it was accepted. */
export function useSending(): Sending & { readonly send: Send; readonly forget: () => void } {
  const [state, setState] = useState<Sending>(STILL);
  const send = useCallback<Send>(async (answer) => {
    setState({ ...STILL, isSending: true });
    const told = await answer;
    switch (told.is) {
      case 'value':
        setState(STILL);
        return told.value ?? true;
      case 'refused':
        setState({ ...STILL, problem: told.problem });
        return undefined;
      case 'anonymous':
      case 'unreachable':
        setState({ ...STILL, isLost: true });
        return undefined;
    }
  }, []);
  return { ...state, send, forget: useCallback(() => setState(STILL), []) };
}

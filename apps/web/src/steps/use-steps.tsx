import type { Step } from '@klubba/meeting';
import { type ReactNode, useCallback, useState } from 'react';
import { useCommand, useMeeting } from '../live/index.ts';
import { AskDialog } from './ask-dialog.tsx';
import { type Answers, fill } from './fill.ts';
import { waitingItems } from './waiting-items.ts';

export type Steps = {
  /** Carries a step out, or asks for what it needs first. */
  readonly press: (step: Step) => void;
  readonly sending: boolean;
  readonly refusal: ReturnType<typeof useCommand>['refusal'];
  readonly dismiss: () => void;
  /** The question that a step asks, to be placed anywhere in the view. */
  readonly dialog: ReactNode;
};

/** One desk's way from a step of the script to the meeting. */
export function useSteps(): Steps {
  const { send, sending, refusal, dismiss } = useCommand();
  const waiting = useMeeting(waitingItems);
  const [asking, setAsking] = useState<Step>();
  const carryOut = useCallback(
    async (step: Step, answers: Answers) => {
      const outcome = await send(fill(step.command, answers));
      if (outcome.kind === 'done' && step.then !== undefined) await send(step.then);
    },
    [send],
  );
  const press = useCallback(
    (step: Step) => {
      if ((step.asks?.length ?? 0) > 0 || (endsTheEvening(step) && waiting > 0)) setAsking(step);
      else void carryOut(step, {});
    },
    [carryOut, waiting],
  );
  const dialog =
    asking === undefined ? null : (
      <AskDialog
        step={asking}
        onCancel={() => setAsking(undefined)}
        onAnswer={(answers) => {
          setAsking(undefined);
          void carryOut(asking, answers);
        }}
      />
    );
  return { press, sending, refusal, dismiss, dialog };
}

/** One press must not send everybody home while items wait. */
function endsTheEvening(step: Step): boolean {
  return step.command.type === 'closeMeeting';
}

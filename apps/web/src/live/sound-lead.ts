import { useEffect, useState } from 'react';

/**
 * Of several tabs of one person in one meeting all are live, but one alone sounds and has the microphone.
 * The browser's own lock decides: it passes on by itself when a tab is closed or crashes.
 */
export function followSoundLead(
  meeting: string,
  locks: LockManager | undefined,
  tell: (leads: boolean) => void,
): SoundLead {
  if (locks === undefined) {
    tell(true);
    return { take: () => undefined, stop: () => undefined };
  }
  const name = `klubba-sound:${meeting}`;
  const stopped = new AbortController();
  let release = (): void => undefined;
  const hold = (): Promise<void> => {
    tell(true);
    return new Promise((resolve) => {
      release = resolve;
    });
  };
  const queue = (): void => {
    locks.request(name, { signal: stopped.signal }, hold).catch(() => {
      // Stopped while waiting, or another tab took the lead: then this one waits for its turn again.
      if (stopped.signal.aborted) return;
      tell(false);
      queue();
    });
  };
  queue();
  return {
    take() {
      locks.request(name, { steal: true }, hold).catch(() => {
        if (stopped.signal.aborted) return;
        tell(false);
        queue();
      });
    },
    stop() {
      stopped.abort();
      release();
    },
  };
}

export type SoundLead = { take(): void; stop(): void };

/** Whether this tab is the one that sounds, and how to make it so. */
export function useSoundLead(meeting: string): { readonly leads: boolean; readonly take: () => void } {
  const [leads, setLeads] = useState(false);
  const [lead, setLead] = useState<SoundLead>();
  useEffect(() => {
    const followed = followSoundLead(meeting, navigator.locks, setLeads);
    setLead(followed);
    return () => followed.stop();
  }, [meeting]);
  return { leads, take: () => lead?.take() };
}

import type { MinutesDocument } from '@klubba/meeting';
import type { HttpProblem } from '@klubba/protocol';
import { useEffect, useRef, useState } from 'react';
import { useMeeting } from '../live/index.ts';

/** The draft is fetched again when something has happened, not more often than this. */
const FETCH_EVERY_MS = 800;

export type Draft =
  | { readonly is: 'fetching' }
  | { readonly is: 'known'; readonly document: MinutesDocument }
  | { readonly is: 'refused'; readonly rule: string }
  /** No answer. What was known last is kept. */
  | { readonly is: 'unreachable'; readonly document: MinutesDocument | undefined };

/** The minutes as they stand now, following the meeting. */
export function useMinutes(): Draft {
  const id = useMeeting((meeting) => meeting.plan.meeting);
  const seq = useMeeting((meeting) => meeting.seq);
  const [draft, setDraft] = useState<Draft>({ is: 'fetching' });
  const wanted = useRef(seq);
  const wake = useRef<() => void>(() => undefined);
  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = -1;
    const follow = async () => {
      asked = wanted.current;
      const next = await fetchMinutes(id, leaving.signal);
      if (leaving.signal.aborted) return;
      setDraft((before) => (next.is === 'unreachable' ? { is: 'unreachable', document: documentOf(before) } : next));
      timer = setTimeout(() => {
        timer = undefined;
        wake.current();
      }, FETCH_EVERY_MS);
    };
    let busy = false;
    wake.current = () => {
      if (busy || timer !== undefined || asked === wanted.current) return;
      busy = true;
      void follow().finally(() => {
        busy = false;
      });
    };
    wake.current();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [id]);
  useEffect(() => {
    wanted.current = seq;
    wake.current();
  }, [seq]);
  return draft;
}

export function documentOf(draft: Draft): MinutesDocument | undefined {
  return draft.is === 'known' || draft.is === 'unreachable' ? draft.document : undefined;
}

async function fetchMinutes(id: string, signal: AbortSignal): Promise<Draft> {
  try {
    const response = await fetch(`/api/meetings/${id}/minutes.json`, { signal });
    const body: unknown = await response.json();
    return response.ok
      ? { is: 'known', document: body as MinutesDocument }
      : { is: 'refused', rule: (body as HttpProblem).rule };
  } catch {
    return { is: 'unreachable', document: undefined };
  }
}

import { decide, type Meeting, type Refusal } from '@klubba/meeting';
import { useCallback, useEffect, useState } from 'react';
import { keep, readKept } from '../app/preferences.ts';
import { useCommand, useMe } from '../live/index.ts';
import { computerName, keepDraft, keptDraft, type Unsaved } from './computer.ts';

const kept = { getItem: readKept, setItem: keep };
/** The lock is renewed while an editor is open; the heart lets one that falls silent go after five minutes. */
const LOCK_RENEW_MS = 60_000;

export type Writing = {
  /** This computer, as the minutes know it. */
  readonly device: string;
  readonly draft: Unsaved | undefined;
  /** The draft differs from what was there when it was opened. */
  readonly dirty: boolean;
  /** Another computer has the pen. */
  readonly elsewhere: Refusal | undefined;
  readonly refusal: Refusal | undefined;
  /** Takes the pen and opens an editor. Nothing happens while another text is unsaved. */
  readonly begin: (draft: Unsaved) => void;
  readonly change: (text: string) => void;
  /** Closes the editor and gives the pen back. */
  readonly end: () => void;
};

/** One editor at a time, on one computer at a time, and no text lost by a reload. */
export function useWriting(meeting: Meeting, now: number): Writing {
  const id = meeting.plan.meeting;
  const me = useMe()?.person;
  const { send, refusal } = useCommand();
  const [device] = useState(() => computerName(kept, () => crypto.randomUUID()));
  const [draft, setDraft] = useState<Unsaved | undefined>(() => keptDraft(kept, id));
  const [dirty, setDirty] = useState(() => draft !== undefined);
  const judged =
    me === undefined ? undefined : decide(meeting, { type: 'lockMinutes', device }, { at: now, actor: me, id: 'lock' });
  const open = draft !== undefined;
  useEffect(() => {
    if (!open) return undefined;
    void send({ type: 'lockMinutes', device });
    const release = () => void send({ type: 'unlockMinutes', device });
    // A page that is closed does not keep the pen from the other computer.
    window.addEventListener('pagehide', release);
    const renewing = setInterval(() => void send({ type: 'lockMinutes', device }), LOCK_RENEW_MS);
    return () => {
      clearInterval(renewing);
      window.removeEventListener('pagehide', release);
      release();
    };
  }, [open, device, send]);
  useWarning(dirty);
  const begin = useCallback(
    (next: Unsaved) => {
      if (dirty) return;
      setDraft(next);
    },
    [dirty],
  );
  const change = useCallback(
    (text: string) => {
      setDirty(true);
      setDraft((before) => {
        if (before === undefined) return before;
        const next = { ...before, text };
        keepDraft(kept, id, next);
        return next;
      });
    },
    [id],
  );
  const end = useCallback(() => {
    setDraft(undefined);
    setDirty(false);
    keepDraft(kept, id, undefined);
  }, [id]);
  const elsewhere = judged === undefined || judged.ok ? undefined : judged.refusal;
  return { device, draft, dirty, elsewhere, refusal, begin, change, end };
}

/** The browser asks before the page is left with text that is not saved. */
function useWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
}

import { decide, type Meeting, type Refusal } from '@klubba/meeting';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { keep, readKept } from '../app/preferences.ts';
import { useCommand, useMe } from '../live/index.ts';
import { useOwnStore } from '../own-store/index.ts';
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
  const store = useOwnStore(me);
  /** Undefined until something is opened or closed here: then what the browser kept is open. */
  const [opened, setOpened] = useState<Unsaved | null>();
  const [changed, setChanged] = useState(false);
  const before = useMemo(() => (store === undefined ? undefined : keptDraft(store, id)), [store, id]);
  const draft = opened === undefined ? before : (opened ?? undefined);
  const dirty = opened === undefined ? before !== undefined : changed;
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
      setOpened(next);
    },
    [dirty],
  );
  const change = useCallback(
    (text: string) => {
      if (draft === undefined) return;
      const next = { ...draft, text };
      setChanged(true);
      setOpened(next);
      if (store !== undefined) keepDraft(store, id, next);
    },
    [id, draft, store],
  );
  const end = useCallback(() => {
    setOpened(null);
    setChanged(false);
    if (store !== undefined) keepDraft(store, id, undefined);
  }, [id, store]);
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

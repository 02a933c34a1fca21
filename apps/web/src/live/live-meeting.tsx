import type { Meeting, MeetingCommand, MeetingId, Refusal } from '@klubba/meeting';
import type { LinkView, You } from '@klubba/protocol';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Connection, Where } from './connection.ts';
import { type ConnectionView, connectionView } from './connection-view.ts';
import { openConnection } from './early.ts';
import type { Outcome } from './machine.ts';

const Connected = createContext<Connection | undefined>(undefined);

export type LiveMeetingProps = {
  readonly meeting: MeetingId;
  /** See the meeting as the public does, also when logged in. */
  readonly asPublic?: boolean;
  /** Shown until the first picture of the meeting has come, and when none can be had. */
  readonly waiting: (connection: ConnectionView) => ReactNode;
  readonly children: ReactNode;
  /** Another way to connect, for tests and the gallery. */
  readonly connect?: (where: Where) => Connection;
};

/** Everything inside sees the meeting as it is now, or as it last was when the link is lost. */
export function LiveMeeting({
  meeting,
  asPublic = false,
  waiting,
  children,
  connect = openConnection,
}: LiveMeetingProps) {
  const [connection, setConnection] = useState<Connection>();
  useEffect(() => {
    const opened = connect({ meeting, asPublic });
    setConnection(opened);
    return () => opened.stop();
  }, [meeting, asPublic, connect]);
  if (connection === undefined) return waiting({ is: 'connecting' });
  return (
    <Connected value={connection}>
      <WhenKnown waiting={waiting}>{children}</WhenKnown>
    </Connected>
  );
}

function WhenKnown({ waiting, children }: Pick<LiveMeetingProps, 'waiting' | 'children'>) {
  const connection = useLive();
  const known = useSyncExternalStore(
    connection.subscribe,
    () => connection.current().known?.meeting.plan !== undefined,
  );
  const view = useConnection();
  return known ? children : waiting(view);
}

/** The connection itself, for what is more than a screen (video, telemetry). */
export function useLive(): Connection {
  const connection = useContext(Connected);
  if (connection === undefined) throw new Error('A screen of the meeting must stand inside <LiveMeeting>.');
  return connection;
}

/** The whole meeting as this person may see it, or the part that `select` takes; renders again when that part changes. */
export function useMeeting(): Meeting;
export function useMeeting<T>(select: (meeting: Meeting) => T): T;
export function useMeeting<T>(select?: (meeting: Meeting) => T): T | Meeting {
  const connection = useLive();
  const kept = useRef<{ readonly meeting: Meeting; readonly select: unknown; readonly value: T | Meeting }>(undefined);
  return useSyncExternalStore(connection.subscribe, () => {
    const meeting = connection.current().known?.meeting;
    if (meeting?.plan === undefined) throw new Error('The meeting is not known yet.');
    if (kept.current?.meeting !== meeting || kept.current.select !== select) {
      kept.current = { meeting, select, value: select === undefined ? meeting : select(meeting) };
    }
    return kept.current.value;
  });
}

/** Whom the server takes this page for, with the person's duties; null for the public. */
export function useMe(): You | null {
  const connection = useLive();
  const kept = useRef<You | null>(null);
  return useSyncExternalStore(connection.subscribe, () => {
    const { you } = connection.current();
    if (JSON.stringify(you) !== JSON.stringify(kept.current)) kept.current = you;
    return kept.current;
  });
}

/** For support: how everybody's link is now. */
export function useLinks(): readonly LinkView[] {
  const connection = useLive();
  return useSyncExternalStore(connection.subscribe, () => connection.current().links);
}

export type Command = {
  /** Resolves with the server's answer. Never rejects: a refusal is an answer. */
  readonly send: (command: MeetingCommand) => Promise<Outcome>;
  /** True from the press until the server has answered, also across a reconnect. */
  readonly sending: boolean;
  /** Why the last one was refused; gone at the next press. */
  readonly refusal: Refusal | undefined;
  readonly dismiss: () => void;
};

/** One button's way to the meeting. While its command is on its way a second press sends nothing. */
export function useCommand(): Command {
  const connection = useLive();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const underWay = useRef<Promise<Outcome>>(undefined);
  const send = useCallback(
    (command: MeetingCommand) => {
      if (underWay.current !== undefined) return underWay.current;
      setSending(true);
      setRefusal(undefined);
      const asked = connection.send(command).then((outcome) => {
        underWay.current = undefined;
        setSending(false);
        if (outcome.kind === 'refused') setRefusal(outcome.refusal);
        return outcome;
      });
      underWay.current = asked;
      return asked;
    },
    [connection],
  );
  const dismiss = useCallback(() => setRefusal(undefined), []);
  return useMemo(() => ({ send, sending, refusal, dismiss }), [send, sending, refusal, dismiss]);
}

/** How the link is, in words a screen can use; the same object while nothing changed. */
export function useConnection(): ConnectionView {
  const connection = useLive();
  const kept = useRef<ConnectionView>(undefined);
  return useSyncExternalStore(connection.subscribe, () => {
    const fresh = connectionView(connection.current());
    if (kept.current === undefined || JSON.stringify(kept.current) !== JSON.stringify(fresh)) kept.current = fresh;
    return kept.current;
  });
}

/** The server's present in ms since 1970, renewed at every whole `stepMs`. */
export function useServerNow(stepMs = 1_000): number {
  const offsetMs = useServerOffset();
  const [now, setNow] = useState(() => Date.now() + offsetMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const at = Date.now() + offsetMs;
      setNow(at);
      timer = setTimeout(tick, stepMs - (at % stepMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [stepMs, offsetMs]);
  return now;
}

/** What to add to this device's clock to get the server's, in whole ms. */
export function useServerOffset(): number {
  const connection = useLive();
  return useSyncExternalStore(connection.subscribe, () => Math.round(connection.current().clock?.offsetMs ?? 0));
}

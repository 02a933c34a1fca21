import { identityTalkOf, type MeetingId, type PersonId } from '@klubba/meeting';
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
import { useLive, useMe, useMeeting } from '../live/index.ts';
import { adjustCapacity, CAPACITY_MAX, FULL_CAPACITY } from './capacity.ts';
import { hallHears, isHeardSoon } from './cast.ts';
import { earlySession } from './early.ts';
import { ownDevice } from './pass.ts';
import { reportLink } from './report-link.ts';
import { NO_VIDEO, type VideoSession, type VideoView, type VideoWish } from './view.ts';

/** Speaker and room are on every page and are never given up. */
const ALWAYS_SHOWN = 2;

export type HallDevice = 'room' | 'rostrum' | 'display';

type VideoContext = {
  readonly view: VideoView;
  readonly session: VideoSession | undefined;
  readonly leads: boolean;
  readonly takeLead: () => void;
  readonly sound: boolean;
  readonly setSound: (on: boolean) => void;
  /** How many pictures of others this device and its net bear now. */
  readonly capacity: number;
  /** A picture on this page: `rank` 0 is the speaker, 1 the room, 2 and up the others. The answer takes it back. */
  readonly show: (identity: string, rank: number) => () => void;
};

const Video = createContext<VideoContext | undefined>(undefined);

/**
 * The video link of a page, inside <LiveMeeting>. It joins as soon as there is a place, and stays until the page goes:
 * keep it outside of what changes from moment to moment. `as`: a camera or screen of the hall.
 */
export function MeetingVideo({ as, children }: { readonly as?: HallDevice | undefined; readonly children: ReactNode }) {
  const session = useSession(as);
  const view = useSyncExternalStore(
    useCallback((listener) => session?.subscribe(listener) ?? (() => undefined), [session]),
    () => session?.current() ?? NO_VIDEO,
  );
  const me = useMe()?.person;
  const mode = useMeeting(
    useCallback((meeting) => (me === undefined ? undefined : meeting.attendance.present[me]?.mode), [me]),
  );
  const soon = useMeeting(useCallback((meeting) => me !== undefined && isHeardSoon(meeting, me), [me]));
  const [chosenSound, setSound] = useState<boolean>();
  const talks = useMeeting(
    useCallback((meeting) => me !== undefined && identityTalkOf(meeting, me) !== undefined, [me]),
  );
  // In the hall one hears the hall; in a talk outside it only the other.
  const sound = talks || (chosenSound ?? (as === undefined ? mode !== 'room' : as === 'display'));
  const { show, pictures } = useShown();
  const hallHas = hallHears(view.guests);
  const leads = !view.overtaken;
  const takeLead = useCallback(() => session?.takeOver(), [session]);
  useEffect(() => {
    const wish: VideoWish = {
      pictures,
      sound,
      leads,
      mayOpenMicrophone: as !== undefined || talks || mode === 'remote' || !hallHas,
      microphoneSoon: talks || (soon && mode === 'remote'),
    };
    session?.wish(wish);
  }, [session, pictures, sound, leads, as, mode, hallHas, soon, talks]);
  const capacity = useTelemetry(session, Math.max(0, pictures.length - ALWAYS_SHOWN));
  const value = useMemo(
    () => ({ view, session, leads, takeLead, sound, setSound, show, capacity }),
    [view, session, leads, takeLead, sound, show, capacity],
  );
  return <Video value={value}>{children}</Video>;
}

/** The link, for screens that say something of it. Outside <MeetingVideo>: no link. */
export function useVideo(): VideoContext {
  return useContext(Video) ?? NO_CONTEXT;
}

const NO_CONTEXT: VideoContext = {
  view: NO_VIDEO,
  session: undefined,
  leads: true,
  takeLead: () => undefined,
  sound: false,
  setSound: () => undefined,
  capacity: CAPACITY_MAX,
  show: () => () => undefined,
};

/** The video library is fetched when it is needed and not before. */
function useSession(as: HallDevice | undefined): VideoSession | undefined {
  const meetingId = useMeeting((meeting) => meeting.plan.meeting);
  const me = useMe()?.person;
  const [session, setSession] = useState<VideoSession>();
  useEffect(() => {
    if (me === undefined) return undefined;
    let started: VideoSession | undefined;
    let gone = false;
    void sessionFor(meetingId, as).then((opened) => {
      if (gone) {
        opened.stop();
        return;
      }
      started = opened;
      setSession(opened);
    });
    return () => {
      gone = true;
      started?.stop();
      setSession(undefined);
    };
  }, [meetingId, me, as]);
  usePlaceChanges(session, me);
  return session;
}

/** The one that was begun with the page, if it came; else a new one. */
async function sessionFor(meeting: MeetingId, as: HallDevice | undefined): Promise<VideoSession> {
  const device = as ?? ownDevice(sessionStorage, () => crypto.randomUUID());
  const early = await earlySession(meeting, device)?.catch(() => undefined);
  if (early !== undefined) return early;
  const { startVideo } = await import('./session.ts');
  return startVideo(meeting, { name: device, yields: as === undefined });
}

/** Whenever the meeting moves this person, or says so, the way in is asked for again. */
function usePlaceChanges(session: VideoSession | undefined, me: PersonId | undefined): void {
  const live = useLive();
  const turn = useSyncExternalStore(live.subscribe, () => live.current().videoTurn);
  const place = useMeeting(
    useCallback(
      (meeting) => {
        const presence = me === undefined ? undefined : meeting.attendance.present[me];
        const { agenda, secrecy } = meeting;
        const declared =
          secrecy.closedFor !== undefined &&
          me !== undefined &&
          secrecy.declarations[secrecy.closedFor]?.[me] !== undefined;
        const talk = me === undefined ? undefined : identityTalkOf(meeting, me)?.since;
        return [
          agenda.phase,
          talk,
          secrecy.closedFor,
          declared,
          presence?.admitted,
          presence?.mode,
          agenda.current,
        ].join();
      },
      [me],
    ),
  );
  const known = useRef<string>(undefined);
  useEffect(() => {
    const now = `${place} ${turn}`;
    if (known.current !== undefined && known.current !== now) session?.refresh();
    known.current = now;
  }, [session, place, turn]);
}

/** Which pictures are on this page now, the most important first. */
function useShown(): { readonly show: VideoContext['show']; readonly pictures: readonly string[] } {
  const shown = useRef(new Map<object, { readonly identity: string; readonly rank: number }>());
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const show = useCallback((identity: string, rank: number) => {
    const key = {};
    const settle = (): void => {
      const ordered = [...shown.current.values()].toSorted((a, b) => a.rank - b.rank).map((one) => one.identity);
      const next = [...new Set(ordered)];
      setPictures((before) => (before.join() === next.join() ? before : next));
    };
    shown.current.set(key, { identity, rank });
    settle();
    return () => {
      shown.current.delete(key);
      settle();
    };
  }, []);
  return { show, pictures };
}

/** The server judges from what each page tells of its link who is present (ATT-10); the page itself learns how much it bears. */
function useTelemetry(session: VideoSession | undefined, shown: number): number {
  const live = useLive();
  const [capacity, setCapacity] = useState(FULL_CAPACITY);
  const others = useRef(shown);
  useEffect(() => {
    others.current = shown;
  }, [shown]);
  useEffect(() => {
    if (session === undefined) return undefined;
    return reportLink(session, live, (load) => setCapacity((before) => adjustCapacity(before, load, others.current)));
  }, [session, live]);
  return capacity.tiles;
}

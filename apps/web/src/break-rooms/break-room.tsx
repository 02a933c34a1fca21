import { timeText } from '@klubba/i18n';
import type { MeetingId } from '@klubba/meeting';
import { Ear, Lock, RotateCcw } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useText } from '../app/text.tsx';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { useChannel } from '../chat/use-channel.ts';
import { hasChat } from '../chat/who.ts';
import { useMe, useMeeting, useServerNow } from '../live/index.ts';
import { EmptyState, MemberFrame, Skeleton, Ticks } from '../ui/index.ts';
import { BreakEndLine } from './break-end.tsx';
import css from './break-rooms.module.css';
import { RoomBar } from './room-bar.tsx';
import { RoomNotice } from './room-notice.tsx';
import { enterRoom } from './room-session.ts';
import { RoomTiles } from './room-tiles.tsx';
import { useRoomTitle } from './room-title.ts';
import type { RoomSession, RoomView } from './room-view.ts';
import type { BreakRoom } from './rooms-of.ts';

export type BreakRoomProps = {
  readonly room: BreakRoom;
  readonly top: ReactNode;
  readonly leaveLabel: string;
  readonly onLeave: () => void;
};

/** A room of the break, whole screen: those who are there, the time, and one's own camera and microphone, off until one presses. */
export function BreakRoomScreen({ room, top, leaveLabel, onLeave }: BreakRoomProps) {
  const meeting = useMeeting(({ plan }) => plan.meeting);
  const entered = useRoom(meeting, room.is);
  const title = useRoomTitle(room);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <MemberFrame
      top={top}
      stage={
        <section className={css.room}>
          <header className={css.head}>
            <h1 ref={heading} tabIndex={-1} className={css.title}>
              {title}
            </h1>
            <UntilLine />
          </header>
          <BreakEndLine audible />
          {entered !== undefined && <Inside room={room} {...entered} />}
        </section>
      }
      side={<Beside room={room} />}
      bar={entered === undefined ? null : <RoomBar {...entered} leaveLabel={leaveLabel} onLeave={onLeave} />}
    />
  );
}

type Entered = { readonly session: RoomSession; readonly view: RoomView };

function Inside({ room, session, view }: Entered & { readonly room: BreakRoom }) {
  const t = useText();
  const { link, guests } = view;
  return (
    <>
      <RoomNotice view={view} session={session} />
      {guests.length > 0 && <RoomTiles view={view} session={session} />}
      {guests.length === 0 && link.is === 'connected' && (
        <div className={css.alone} role="status">
          <EmptyState title={t('breaks.alone')}>
            {room.is === 'group' ? t('breaks.alone.group', { party: room.party.name }) : t('breaks.alone.break')}
          </EmptyState>
        </div>
      )}
      {guests.length === 0 && link.is === 'connecting' && (
        <Skeleton bars={1} tall>
          {t('breaks.link.connecting')}
        </Skeleton>
      )}
    </>
  );
}

/** The party's own chat where the body has one, or how the room works. */
function Beside({ room }: { readonly room: BreakRoom }) {
  const me = useMe()?.person;
  const isOn = useMeeting(useCallback((now) => me !== undefined && hasChat(now, me), [me]));
  const writes = isOn && room.is === 'group';
  const channel = useChannel('group', me, writes);
  if (channel === undefined) return <About room={room} />;
  return (
    <div className={css.side}>
      <ChatPanel channel={channel} isGroup />
    </div>
  );
}

function About({ room }: { readonly room: BreakRoom }) {
  const t = useText();
  return (
    <section className={css.about}>
      <h2>{t('breaks.about')}</h2>
      <Ticks
        ticks={[
          { id: 'unrecorded', icon: Lock, text: t('breaks.about.unrecorded') },
          { id: 'who', icon: Ear, text: t(`breaks.about.${room.is}`) },
          { id: 'back', icon: RotateCcw, text: t('breaks.about.back') },
        ]}
      />
    </section>
  );
}

function UntilLine() {
  const t = useText();
  const until = useMeeting((meeting) => meeting.adjournment.current?.until);
  const now = useServerNow(1_000);
  if (until === undefined) return <p className={css.until}>{t('breaks.open')}</p>;
  const minutes = Math.max(0, Math.ceil((until - now) / 60_000));
  return <p className={css.until}>{t('breaks.until', { time: timeText(until), minutes })}</p>;
}

function useRoom(meeting: MeetingId, kind: BreakRoom['is']): Entered | undefined {
  const [session, setSession] = useState<RoomSession>();
  useEffect(() => {
    const opened = enterRoom(meeting, kind);
    setSession(opened);
    return () => opened.stop();
  }, [meeting, kind]);
  const view = useSyncExternalStore(
    (listener) => session?.subscribe(listener) ?? (() => undefined),
    () => session?.current(),
  );
  return session === undefined || view === undefined ? undefined : { session, view };
}

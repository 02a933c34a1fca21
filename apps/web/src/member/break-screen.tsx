import { timeText } from '@klubba/i18n';
import { currentItem, type Meeting, personWithParty } from '@klubba/meeting';
import { Check, FileText, MicOff, Pause, VideoOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { later } from '../app/later.tsx';
import { useText } from '../app/text.tsx';
import { BreakEndLine } from '../break-rooms/break-end.tsx';
import { RoomChoices } from '../break-rooms/room-choices.tsx';
import type { BreakRoom } from '../break-rooms/rooms-of.ts';
import { ChatButton, ChatHere, useChatShown } from '../chat/index.ts';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import {
  Button,
  ButtonRow,
  Countdown,
  cx,
  QuietFrame,
  STAGE_WIDTH,
  Ticks,
  type Tick,
  useWindowWidth,
} from '../ui/index.ts';
import { ItemDocuments } from './item-documents.tsx';
import { LiveHeading } from './live-heading.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { QuietBar } from './quiet-bar.tsx';
import { MemberTop } from './top.tsx';

const BreakRoomScreen = later('page', async () => (await import('../break-rooms/break-room.tsx')).BreakRoomScreen);

/** The break with its clock and its rooms, and the compulsory check after it. */
export function BreakScreen({ me, open, checking }: ScreenProps & { readonly checking: boolean }) {
  const t = useText();
  const meeting = useMeeting();
  const [reading, setReading] = useState(false);
  const { room, enter, leave, isGathered } = useBreakRoom(checking);
  const chats = useChatShown();
  const isPhone = useWindowWidth() < STAGE_WIDTH.tablet;
  const item = currentItem(meeting);
  if (room !== undefined)
    return <BreakRoomScreen room={room} top={<MemberTop />} leaveLabel={t('breaks.leave')} onLeave={leave} />;
  return (
    <QuietFrame
      top={<MemberTop actions={isPhone ? undefined : <ChatButton />} />}
      foot={<QuietBar me={me} onHelp={() => open('help')} beside={isPhone ? <ChatButton /> : undefined} />}
      aside={
        chats ? (
          <div className={css.chat}>
            <ChatHere />
          </div>
        ) : reading && item !== undefined ? (
          <div className={css.reading}>
            <ItemDocuments me={me} item={item} onClose={() => setReading(false)} />
          </div>
        ) : (
          <Meanwhile meeting={meeting} />
        )
      }
    >
      {checking ? <Checking me={me} isGathered={isGathered} /> : <Break meeting={meeting} me={me} enter={enter} />}
      <Ready
        me={me}
        read={
          item !== undefined && item.documents.length > 0 ? (
            <Button size="l" icon={FileText} onPress={() => setReading(!reading)} expanded={reading}>
              {t('member.break.documents')}
            </Button>
          ) : undefined
        }
      />
    </QuietFrame>
  );
}

/** The room one is in. When the chair gathers the meeting it is closed, and the screen of the check says so. */
function useBreakRoom(checking: boolean) {
  const [room, setRoom] = useState<BreakRoom>();
  const [isGathered, setGathered] = useState(false);
  useEffect(() => {
    if (!checking || room === undefined) return;
    setRoom(undefined);
    setGathered(true);
  }, [checking, room]);
  return { room: checking ? undefined : room, enter: setRoom, leave: () => setRoom(undefined), isGathered };
}

function Break({
  meeting,
  me,
  enter,
}: {
  readonly meeting: Meeting;
  readonly me: ScreenProps['me'];
  readonly enter: (room: BreakRoom) => void;
}) {
  const t = useText();
  const now = useServerNow(1_000);
  const current = meeting.adjournment.current;
  if (current === undefined) return null;
  const person =
    current.person === undefined ? t('member.break.someone') : personWithParty(meeting.plan, current.person);
  const minutes = current.until === undefined ? 0 : Math.max(0, Math.ceil((current.until - now) / 60_000));
  return (
    <>
      <h1 className={css.quietTitle}>{t('member.break.title')}</h1>
      <p className={css.lede} role="status">
        {t(`member.break.cause.${current.cause}`, { person })} {current.reason}
      </p>
      {current.until === undefined ? (
        <p>{t('member.break.open')}</p>
      ) : (
        <>
          <Countdown figure={timeText(current.until)}>{t('member.break.continues', { minutes })}</Countdown>
          <p className={css.soft}>{t('member.break.changes')}</p>
        </>
      )}
      <div className={css.soon}>
        <BreakEndLine audible={meeting.attendance.present[me]?.mode === 'remote'} />
        <RoomChoices me={me} enter={enter} />
      </div>
    </>
  );
}

function Checking({ me, isGathered }: { readonly me: ScreenProps['me']; readonly isGathered: boolean }) {
  const t = useText();
  const meeting = useMeeting();
  const confirmed = meeting.adjournment.check?.confirmed ?? [];
  const serving = Object.values(meeting.attendance.serving).map((one) => one.person);
  return (
    <>
      <LiveHeading urgent className={css.quietTitle}>
        {t(confirmed.includes(me) ? 'member.check.done' : 'member.check.title')}
      </LiveHeading>
      <p className={css.lede}>{t(confirmed.includes(me) ? 'member.check.done.note' : 'member.check.lede')}</p>
      {isGathered && <p>{t('breaks.gathered')}</p>}
      <Countdown figure={String(confirmed.filter((one) => serving.includes(one)).length)}>
        {t('member.check.count', {
          confirmed: confirmed.filter((one) => serving.includes(one)).length,
          serving: serving.length,
        })}
      </Countdown>
    </>
  );
}

/** "Jag är på plats": said in the break it stands when the check begins. */
function Ready({ me, read }: { readonly me: ScreenProps['me']; readonly read: ReactNode }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const { check, ready } = meeting.adjournment;
  const isReady = (check?.confirmed ?? ready ?? []).includes(me);
  return (
    <div className={cx(css.tight, css.after)}>
      <ButtonRow>
        {!isReady && (
          <Button
            kind="primary"
            size="l"
            icon={Check}
            busy={command.sending ? t('member.sending') : undefined}
            onPress={() => void command.send({ type: 'confirmPresence', person: me })}
          >
            {t('member.break.ready')}
          </Button>
        )}
        {read}
      </ButtonRow>
      <p className={isReady ? undefined : css.soft} role="status">
        {isReady && <b>{t('member.break.readyDone')}. </b>}
        {t(isReady ? 'member.break.readyDone.note' : 'member.break.ready.note')}
      </p>
      <RefusalLine refusal={command.refusal} />
    </div>
  );
}

function Meanwhile({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const item = currentItem(meeting);
  const next = meeting.floor.queue[0];
  const moved = Object.values(meeting.proposals.byId).filter(
    (one) => one.item === item?.id && one.state === 'onTable' && one.mover !== undefined,
  ).length;
  const kept: readonly Tick[] = [
    ...(item === undefined ? [] : [{ id: 'item', text: t('member.break.kept.item', { number: item.number }) }]),
    ...(next === undefined
      ? []
      : [
          { id: 'next', text: t('member.break.kept.next', { name: personWithParty(meeting.plan, next.person) }) },
          { id: 'queue', text: t('member.break.kept.queue', { count: meeting.floor.queue.length }) },
        ]),
    ...(moved === 0 ? [] : [{ id: 'moved', text: t('member.break.kept.proposals', { count: moved }) }]),
  ];
  return (
    <div className={css.stack}>
      <section>
        <h2>{t('member.break.meanwhile')}</h2>
        <Ticks
          ticks={[
            { id: 'mic', icon: MicOff, text: t('member.break.mic') },
            { id: 'camera', icon: VideoOff, text: t('member.break.camera') },
            { id: 'nothing', icon: Pause, text: t('member.break.nothing') },
          ]}
        />
      </section>
      {kept.length > 0 && (
        <section>
          <h2>{t('member.break.kept')}</h2>
          <Ticks ticks={kept} />
        </section>
      )}
    </div>
  );
}

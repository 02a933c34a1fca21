import { durationText } from '@klubba/i18n';
import { later } from '../app/later.tsx';
import { useText } from '../app/text.tsx';
import { ChatButton, ChatHere, useChatShown } from '../chat/index.ts';
import { useMeeting, useServerNow } from '../live/index.ts';
import { MemberFrame, speakerTime, STAGE_WIDTH, useWindowWidth } from '../ui/index.ts';
import { MeetingPictures, MeetingStage } from '../video/index.ts';
import { hasFloor } from './actions.ts';
import { ItemSide } from './item-side.tsx';
import { LooseStage } from './loose-stage.tsx';
import type { Opened, ScreenProps } from './member-screen.tsx';
import { MemberBar } from './member-bar.tsx';
import type { Side } from './moment.ts';
import { Notices } from './notices.tsx';
import css from './member.module.css';
import { SpeechTime } from './speech-time.tsx';
import { MemberTop } from './top.tsx';

const VoteSide = later('inside', async () => (await import('./vote-side.tsx')).VoteSide);
const FindingSide = later('inside', async () => (await import('./deciding-side.tsx')).FindingSide);
const DemandedSide = later('inside', async () => (await import('./deciding-side.tsx')).DemandedSide);
const DecidingSide = later('inside', async () => (await import('./deciding-side.tsx')).DecidingSide);
const BallotSide = later('inside', async () => (await import('../ballots/ballot-side.tsx')).BallotSide);
const ResultSide = later('inside', async () => (await import('./result-side.tsx')).ResultSide);
const DecidedSide = later('inside', async () => (await import('./decided-side.tsx')).DecidedSide);
const RollCallSide = later('inside', async () => (await import('./roll-call-side.tsx')).RollCallSide);
const BetweenSide = later('inside', async () => (await import('./between-side.tsx')).BetweenSide);
const WriteSide = later('inside', async () => (await import('./write-side.tsx')).WriteSide);

/** The meeting itself: pictures, the item or what stands in its place, and the bar. */
export function SessionScreen({
  side,
  opened,
  ...screen
}: ScreenProps & { readonly side: Side; readonly opened: Opened }) {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(1_000);
  const width = useWindowWidth();
  const { me } = screen;
  const speaks = hasFloor(meeting, me);
  const writes = opened === 'writing' && side.is === 'item';
  // What must be answered stands high on a narrow screen: the pictures become a strip, and stay.
  const asks = writes || speaks || ASKING.includes(side.is) || (side.is === 'rollCall' && side.own.is === 'called');
  const chats = useChatShown() && !asks;
  const isPhone = width < STAGE_WIDTH.tablet;
  const strip = (asks || chats) && width < STAGE_WIDTH.desk;
  const { speaking } = meeting.floor;
  const time =
    speaks && speaking?.limit
      ? `${durationText(speakerTime(now - speaking.from, speaking.limit).left)} ${t('member.timer.left')} ${durationText(speaking.limit)}`
      : undefined;
  return (
    <MemberFrame
      top={
        <MemberTop
          isHeading={side.is === 'item'}
          short={strip && isPhone}
          actions={asks || isPhone ? undefined : <ChatButton />}
        />
      }
      stage={
        strip ? (
          <div className={css.strip}>
            <MeetingPictures as="strip" />
          </div>
        ) : (
          <LooseStage isPinnable={width < STAGE_WIDTH.desk}>
            <MeetingStage {...(speaking === undefined ? {} : { speakerAside: <SpeechTime speech={speaking} /> })} />
          </LooseStage>
        )
      }
      sideWidth={writes || side.is === 'ballot' ? 'half' : 'third'}
      side={
        <div className={css.side}>
          <Notices me={me} />
          {chats ? <ChatHere /> : <SideOf side={side} writes={writes} hasMoved={opened === 'moved'} {...screen} />}
        </div>
      }
      bar={<MemberBar {...screen} note={time} quiet={writes} beside={isPhone && !asks ? <ChatButton /> : undefined} />}
    />
  );
}

const ASKING: readonly Side['is'][] = ['vote', 'ballot', 'finding', 'demanded', 'deciding', 'result'];

function SideOf({
  side,
  writes,
  hasMoved,
  ...screen
}: ScreenProps & { readonly side: Side; readonly writes: boolean; readonly hasMoved: boolean }) {
  switch (side.is) {
    case 'rollCall':
      return <RollCallSide {...screen} own={side.own} />;
    case 'vote':
      return <VoteSide {...screen} vote={side.vote} />;
    case 'ballot':
      return <BallotSide me={screen.me} ballot={side.ballot} />;
    case 'finding':
      return <FindingSide {...screen} question={side.question} frame={side.frame} />;
    case 'demanded':
      return <DemandedSide {...screen} question={side.question} frame={side.frame} />;
    case 'deciding':
      return <DecidingSide {...screen} question={side.question} />;
    case 'result':
      return <ResultSide {...screen} vote={side.vote} />;
    case 'decided':
      return <DecidedSide {...screen} item={side.item} />;
    case 'between':
      return <BetweenSide {...screen} />;
    case 'item':
      return writes ? (
        <WriteSide key={side.item.id} {...screen} item={side.item} />
      ) : (
        <ItemSide key={side.item.id} {...screen} item={side.item} hasMoved={hasMoved} />
      );
  }
}

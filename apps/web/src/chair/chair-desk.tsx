import { timeText } from '@klubba/i18n';
import { currentQuestion, type Meeting, openVote, personWithParty, script } from '@klubba/meeting';
import { Hand, List, ShieldQuestion, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { later } from '../app/later.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { BreakEndLine } from '../break-rooms/break-end.tsx';
import { RoomChoices } from '../break-rooms/room-choices.tsx';
import type { BreakRoom } from '../break-rooms/rooms-of.ts';
import { ChatButton, ChatHere } from '../chat/index.ts';
import { chainProps } from '../figures/chain.ts';
import { useMe, useMeeting, useServerNow } from '../live/index.ts';
import { MemberTop } from '../member/top.tsx';
import { useSteps } from '../steps/index.ts';
import { Button, ChainDiagram, ChairFrame, Panel, Sheet, TopBar, useWindowWidth } from '../ui/index.ts';
import { LostLink } from '../waiting/lost-link.tsx';
import { AgendaSheet } from './agenda-sheet.tsx';
import { AlarmsPanel } from './alarms-panel.tsx';
import { ChairLists } from './chair-lists.tsx';
import css from './chair.module.css';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { OtherSteps } from './other-steps.tsx';
import { ParticipantsSheet } from './participants-sheet.tsx';
import { PicturesColumn } from './pictures-column.tsx';
import { PresencePanel } from './presence-panel.tsx';
import { ScriptColumn } from './script-column.tsx';
import { WhatIfSheet } from './what-if-sheet.tsx';

const BreakRoomScreen = later('page', async () => (await import('../break-rooms/break-room.tsx')).BreakRoomScreen);

type Open = 'agenda' | 'participants' | 'handOver' | 'more' | 'whatIf' | undefined;
/** Below this the bar has room for one button. */
const PHONE_PX = 640;
const THREE_COLUMNS_PX = 1280;
/** How often it is said anew for how long somebody has been gone, and whether the body's limit is reached. */
const ALARM_STEP_MS = 5_000;

/** The chair's desk: the words to say now, one next lawful step, and what must be handled. */
export function ChairDesk() {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const me = useMe()?.person;
  const now = useServerNow(1_000);
  const steps = useSteps();
  const width = useWindowWidth();
  const isPhone = width < PHONE_PX;
  const [open, setOpen] = useState<Open>();
  const [room, enterRoom] = useState<BreakRoom>();
  const close = () => setOpen(undefined);
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  const leads =
    meeting.agenda.leader === undefined
      ? meeting.plan.duties.some((d) => d.person === me && d.duty === 'chair')
      : meeting.agenda.leader === me;
  usePageTitle(item === undefined ? t('chair.tab') : `§ ${item.number} ${item.title}`, meeting.plan.body.name);
  // Words and lawfulness change with facts and, for announced times, with the minute.
  const minute = Math.floor(now / 60_000) * 60_000;
  const alarmTime = Math.floor(now / ALARM_STEP_MS) * ALARM_STEP_MS;
  const deskScript = useMemo(() => (me === undefined ? undefined : script(meeting, me, minute)), [meeting, me, minute]);
  const question = currentQuestion(meeting);
  const voting = isVoting(meeting);
  const chain = question === undefined || voting ? null : chainProps(meeting, question.id, language, t);
  // Where a figure or the list of voters needs the room, the other steps stand beside.
  const stepsBeside = width >= THREE_COLUMNS_PX && (chain !== null || voting);
  if (me === undefined || deskScript === undefined) return null;
  const isBreak = meeting.adjournment.current !== undefined;
  if (isBreak && room !== undefined)
    return (
      <BreakRoomScreen
        room={room}
        top={<MemberTop />}
        leaveLabel={t('breaks.toDesk')}
        onLeave={() => enterRoom(undefined)}
      />
    );
  const otherSteps = (
    <OtherSteps script={deskScript} steps={steps} kind={meeting.plan.body.kind} stacked={stepsBeside} />
  );
  return (
    <>
      <ChairFrame
        top={
          <TopBar
            body={meeting.plan.body.name}
            item={item && { number: `§ ${item.number}`, title: item.title }}
            itemIsHeading
            leader={
              leads
                ? t(isPhone ? 'chair.youLead.brief' : 'chair.youLead')
                : t('chair.leads', { name: leaderName(meeting) })
            }
            actions={
              isPhone ? (
                <>
                  <ChatButton />
                  <Button onPress={() => setOpen('more')}>{t('chair.more')}</Button>
                </>
              ) : (
                <>
                  <ChatButton />
                  {leads && <Button onPress={() => setOpen('handOver')}>{t('chair.handOver')}</Button>}
                  <Button icon={List} onPress={() => setOpen('agenda')}>
                    {t('chair.agenda')}
                  </Button>
                </>
              )
            }
            clock={timeText(now)}
          />
        }
        pictures={<PicturesColumn />}
        presence={
          <>
            <PresencePanel meeting={meeting} />
            <Button wide icon={Users} onPress={() => setOpen('participants')}>
              {t('chair.participants')}
            </Button>
            <Button wide icon={ShieldQuestion} onPress={() => setOpen('whatIf')}>
              {t('chair.whatIf')}
            </Button>
          </>
        }
        script={
          <ScriptColumn
            script={deskScript}
            steps={steps}
            meeting={meeting}
            otherSteps={stepsBeside ? undefined : otherSteps}
          />
        }
        alarms={
          <>
            {isBreak && <BreakEndLine audible />}
            <AlarmsPanel meeting={meeting} me={me} at={alarmTime} steps={steps} />
          </>
        }
        lists={
          <>
            {stepsBeside && otherSteps}
            <ChatHere />
            {isBreak && <RoomChoices me={me} enter={enterRoom} />}
            <ChairLists meeting={meeting} me={me} now={now} />
          </>
        }
        figure={
          chain === null ? undefined : (
            <Panel title={t('figure.chain')}>
              <ChainDiagram {...chain} />
            </Panel>
          )
        }
      />
      <LostLink />
      {steps.dialog}
      <Sheet isOpen={open === 'more'} onClose={close} title={t('chair.more')} closeLabel={t('common.close')}>
        <div className={css.more}>
          <Button wide align="start" icon={List} onPress={() => setOpen('agenda')}>
            {t('chair.agenda')}
          </Button>
          {leads && (
            <Button wide align="start" icon={Hand} onPress={() => setOpen('handOver')}>
              {t('chair.handOver')}
            </Button>
          )}
          <Button wide align="start" icon={Users} onPress={() => setOpen('participants')}>
            {t('chair.participants')}
          </Button>
          <Button wide align="start" icon={ShieldQuestion} onPress={() => setOpen('whatIf')}>
            {t('chair.whatIf')}
          </Button>
        </div>
      </Sheet>
      <WhatIfSheet isOpen={open === 'whatIf'} onClose={close} meeting={meeting} me={me} at={minute} steps={steps} />
      <AgendaSheet isOpen={open === 'agenda'} onClose={close} meeting={meeting} now={now} />
      <ParticipantsSheet isOpen={open === 'participants'} onClose={close} meeting={meeting} now={now} />
      <HandOverDialog isOpen={open === 'handOver'} onClose={close} meeting={meeting} />
    </>
  );
}

/** Open or frozen: a tied vote has been counted. */
function isVoting(meeting: Meeting): boolean {
  const vote = openVote(meeting.decisions);
  return vote !== undefined && vote.state !== 'tied';
}

function leaderName(meeting: Meeting): string {
  const leader = meeting.agenda.leader ?? meeting.plan.duties.find((d) => d.duty === 'chair')?.person;
  return leader === undefined ? '' : personWithParty(meeting.plan, leader);
}

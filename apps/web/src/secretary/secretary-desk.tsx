import { timeText } from '@klubba/i18n';
import { type Meeting, personWithParty, quorum, script } from '@klubba/meeting';
import { DoorOpen, List } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { keep, readKept } from '../app/preferences.ts';
import { useText } from '../app/text.tsx';
import { ChatButton, ChatHere } from '../chat/index.ts';
import { useMe, useMeeting, useServerNow } from '../live/index.ts';
import { useSteps } from '../steps/index.ts';
import { Button, SecretaryFrame, TopBar, useWindowWidth } from '../ui/index.ts';
import { LostLink } from '../waiting/lost-link.tsx';
import { AgendaSheet } from './agenda-sheet.tsx';
import { alarmTime, AlarmsPanel } from './alarms-panel.tsx';
import { keepShown, type Shown, shownHere } from './computer.ts';
import { outsiders } from './lobby.ts';
import { LobbyView } from './lobby-view.tsx';
import { MinutesColumn } from './minutes-column.tsx';
import { PracticalColumn } from './practical-column.tsx';
import { SeatsColumn } from './seats-column.tsx';

const kept = { getItem: readKept, setItem: keep };

/** From here the top bar has room for whole sentences. */
const WIDE_PX = 1_800;

/** The secretary's desk: seats, the minutes beside what fills them, and all that is handed out, called in and let in. */
export function SecretaryDesk() {
  const t = useText();
  const meeting = useMeeting();
  const me = useMe()?.person;
  const now = useServerNow(1_000);
  const steps = useSteps();
  const [shown, setShown] = useState<Shown>(() => shownHere(kept));
  const [open, setOpen] = useState<'agenda' | 'lobby'>();
  const narrow = useWindowWidth() < WIDE_PX;
  const close = useCallback(() => setOpen(undefined), []);
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  usePageTitle(item === undefined ? t('secretary.tab') : `§ ${item.number} ${item.title}`, meeting.plan.body.name);
  const minute = Math.floor(now / 60_000) * 60_000;
  const deskScript = useMemo(() => (me === undefined ? undefined : script(meeting, me, minute)), [meeting, me, minute]);
  if (me === undefined || deskScript === undefined) return null;
  const choose = (next: Shown): void => {
    keepShown(kept, next);
    setShown(next);
  };
  const top = (
    <TopBar
      body={meeting.plan.body.name}
      item={item === undefined ? { title: t('secretary.tab') } : { number: `§ ${item.number}`, title: item.title }}
      itemIsHeading
      presence={<Presence meeting={meeting} brief={narrow} />}
      leader={leaderWords(meeting, narrow, t)}
      actions={
        <>
          {shown !== 'all' && (
            <Button size="s" onPress={() => choose('all')}>
              {t('secretary.show.everything')}
            </Button>
          )}
          <ChatButton />
          <Button size="s" icon={DoorOpen} onPress={() => setOpen('lobby')}>
            {t('secretary.lobby.open', { count: outsiders(meeting).filter((one) => one.state === 'outside').length })}
          </Button>
          <Button size="s" icon={List} onPress={() => setOpen('agenda')}>
            {t('secretary.agenda')}
          </Button>
        </>
      }
      clock={timeText(now)}
    />
  );
  // A computer that shows one column alone shows what stops the meeting above it.
  const urgent = <AlarmsPanel meeting={meeting} me={me} at={alarmTime(now)} steps={steps} show="urgent" />;
  if (open === 'lobby') return <LobbyView meeting={meeting} me={me} now={now} onClose={close} />;
  return (
    <>
      <SecretaryFrame
        top={top}
        only={shown === 'all' ? undefined : shown}
        seats={
          <>
            {shown === 'seats' && <ChatHere />}
            <SeatsColumn meeting={meeting} me={me} now={now} minute={minute} script={deskScript} steps={steps} />
          </>
        }
        minutes={
          <>
            {shown === 'minutes' && urgent}
            {shown === 'minutes' && <ChatHere />}
            <MinutesColumn meeting={meeting} now={now} />
          </>
        }
        practical={
          <>
            {shown === 'practical' && urgent}
            {(shown === 'practical' || shown === 'all') && <ChatHere />}
            <PracticalColumn
              meeting={meeting}
              me={me}
              minute={minute}
              script={deskScript}
              steps={steps}
              shown={shown}
              choose={choose}
            />
          </>
        }
      />
      <LostLink />
      {steps.dialog}
      <AgendaSheet isOpen={open === 'agenda'} onClose={close} meeting={meeting} me={me} now={now} />
    </>
  );
}

function Presence({ meeting, brief }: { readonly meeting: Meeting; readonly brief: boolean }) {
  const t = useText();
  const { present, seats, required, quorate, exception } = quorum(meeting);
  const word =
    exception === undefined ? t(quorate ? 'chair.quorate' : 'chair.notQuorate') : t(`chair.exception.${exception}`);
  return (
    <>
      <b>{t('chair.of', { present, seats })}</b>
      {brief ? `, ${word}` : ` ${t('secretary.presence', { word, required })}`}
    </>
  );
}

/** In a narrow window only the exception is said: that somebody else than the chair leads. */
function leaderWords(meeting: Meeting, narrow: boolean, t: ReturnType<typeof useText>): string | undefined {
  const chair = meeting.plan.duties.find((d) => d.duty === 'chair')?.person;
  const leader = meeting.agenda.leader ?? chair;
  if (leader === undefined || (narrow && leader === chair)) return undefined;
  return leader === chair
    ? t('secretary.chairLeads')
    : t('chair.leads', { name: personWithParty(meeting.plan, leader) });
}

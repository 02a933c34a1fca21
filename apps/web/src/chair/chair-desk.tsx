import { say, statutesText, timeText } from '@klubba/i18n';
import { alarms, currentQuestion, type Meeting, personWithParty, rules, script } from '@klubba/meeting';
import { Hand, List, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { chainProps } from '../figures/chain.ts';
import {
  ChainDiagram,
  ChairFrame,
  Button,
  Panel,
  RuleRef,
  type Alarm as AlarmView,
  AlarmList,
  TopBar,
} from '../ui/index.ts';
import { useMe, useMeeting, useServerNow } from '../live/index.ts';
import { MeetingPictures, OwnPicture } from '../video/index.ts';
import { statutesFor, stepIcon, useSteps } from '../steps/index.ts';
import { LostLink } from '../waiting/lost-link.tsx';
import { AgendaSheet } from './agenda-sheet.tsx';
import { ChairLists } from './chair-lists.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { ParticipantsSheet } from './participants-sheet.tsx';
import { PresencePanel } from './presence-panel.tsx';
import { ScriptColumn } from './script-column.tsx';

type Open = 'agenda' | 'participants' | 'handOver' | undefined;

/** The chair's desk: the words to say now, one next lawful step, and what must be handled. */
export function ChairDesk() {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const me = useMe()?.person;
  const now = useServerNow(1_000);
  const steps = useSteps();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  const leads =
    meeting.agenda.leader === undefined
      ? meeting.plan.duties.some((d) => d.person === me && d.duty === 'chair')
      : meeting.agenda.leader === me;
  usePageTitle(item === undefined ? t('chair.tab') : `§ ${item.number} ${item.title}`, meeting.plan.body.name);
  // Words and lawfulness change with facts and, for announced times, with the minute.
  const minute = Math.floor(now / 60_000) * 60_000;
  const deskScript = useMemo(() => (me === undefined ? undefined : script(meeting, me, minute)), [meeting, me, minute]);
  const question = currentQuestion(meeting);
  const chain = question === undefined ? null : chainProps(meeting, question.id, language, t);
  if (me === undefined || deskScript === undefined) return null;
  return (
    <>
      <ChairFrame
        top={
          <TopBar
            body={meeting.plan.body.name}
            item={item && { number: `§ ${item.number}`, title: item.title }}
            itemIsHeading={item !== undefined}
            leader={leads ? t('chair.youLead') : t('chair.leads', { name: leaderName(meeting) })}
            actions={
              <>
                {leads && (
                  <Button icon={Hand} onPress={() => setOpen('handOver')}>
                    {t('chair.handOver')}
                  </Button>
                )}
                <Button icon={List} onPress={() => setOpen('agenda')}>
                  {t('chair.agenda')}
                </Button>
              </>
            }
            clock={timeText(now)}
          />
        }
        pictures={
          <>
            <MeetingPictures as="column" />
            <OwnPicture />
          </>
        }
        presence={
          <>
            <PresencePanel meeting={meeting} />
            <Button wide icon={Users} onPress={() => setOpen('participants')}>
              {t('chair.participants')}
            </Button>
          </>
        }
        script={<ScriptColumn script={deskScript} steps={steps} />}
        alarms={<Alarms meeting={meeting} me={me} minute={minute} steps={steps} />}
        lists={<ChairLists meeting={meeting} now={now} />}
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
      <AgendaSheet isOpen={open === 'agenda'} onClose={close} meeting={meeting} now={now} />
      <ParticipantsSheet isOpen={open === 'participants'} onClose={close} meeting={meeting} now={now} />
      <HandOverDialog isOpen={open === 'handOver'} onClose={close} meeting={meeting} />
    </>
  );
}

function leaderName(meeting: Meeting): string {
  const leader = meeting.agenda.leader ?? meeting.plan.duties.find((d) => d.duty === 'chair')?.person;
  return leader === undefined ? '' : personWithParty(meeting.plan, leader);
}

function Alarms({
  meeting,
  me,
  minute,
  steps,
}: {
  readonly meeting: Meeting;
  readonly me: NonNullable<ReturnType<typeof useMe>>['person'];
  readonly minute: number;
  readonly steps: ReturnType<typeof useSteps>;
}) {
  const t = useText();
  const { language } = usePreferences();
  const list = useMemo(() => alarms(meeting, me, minute), [meeting, me, minute]);
  const views: readonly AlarmView[] = list.map((alarm) => {
    const statutes = statutesFor(rules.find((rule) => rule.id === alarm.rule)?.statutes ?? [], meeting.plan.body.kind);
    return {
      id: alarm.id,
      rank: alarm.rank,
      compact: true,
      word: t(`chair.rank.${alarm.rank}`),
      children: (
        <>
          {say(language, alarm)} {statutes.length > 0 && <RuleRef>{statutesText(language, statutes)}</RuleRef>}
        </>
      ),
      ...(alarm.steps.length === 0
        ? {}
        : {
            actions: alarm.steps.map((step) => (
              <Button
                key={step.key + JSON.stringify(step.values)}
                icon={stepIcon(step.command)}
                onPress={() => steps.press(step)}
              >
                {say(language, step)}
              </Button>
            )),
          }),
    };
  });
  return (
    <Panel title={t('chair.handle')} note={views.length > 1 ? t('chair.handle.note') : undefined}>
      {views.length === 0 ? <p>{t('chair.handle.none')}</p> : <AlarmList label={t('chair.handle')} alarms={views} />}
    </Panel>
  );
}

import { listOf, say, timeText } from '@klubba/i18n';
import { type Meeting, type PersonId, personWithParty, type Script } from '@klubba/meeting';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { BallotDesk } from '../ballots/ballot-desk.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine, stepIcon, type Steps } from '../steps/index.ts';
import { Button, Dialog, Panel, Row, Rows } from '../ui/index.ts';
import { MeetingPictures } from '../video/index.ts';
import { AlarmsPanel } from './alarms-panel.tsx';
import { CallInDialog } from './call-in-dialog.tsx';
import type { Shown } from './computer.ts';
import { Computers } from './computers.tsx';
import { Papers } from './papers.tsx';
import { othersPresent } from './seat-board-view.ts';
import css from './secretary.module.css';
import { Speakers } from './speakers.tsx';
import { nextOfEachList, type Turn, turns } from './substitutes-view.ts';

/** Everything beside the minutes: pictures, computers, substitutes, papers, speakers, help, and what is read out. */
export function PracticalColumn({
  meeting,
  me,
  minute,
  script,
  steps,
  shown,
  choose,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
  readonly script: Script;
  readonly steps: Steps;
  readonly shown: Shown;
  readonly choose: (shown: Shown) => void;
}) {
  const open = meeting.agenda.phase === 'open';
  return (
    <>
      <MeetingPictures as="strip" />
      <Computers meeting={meeting} me={me} minute={minute} shown={shown} choose={choose} />
      <AlarmsPanel meeting={meeting} me={me} at={minute} steps={steps} show="information" />
      <OtherSteps script={script} steps={steps} />
      <Substitutes meeting={meeting} me={me} minute={minute} />
      <Papers meeting={meeting} />
      <BallotDesk />
      {open && <Speakers meeting={meeting} />}
      <Help meeting={meeting} />
      <Aloud meeting={meeting} />
    </>
  );
}

/** Shown in the lists beside the seats, so not again here. */
const IN_LISTS: readonly string[] = [
  'answerRollCall',
  'callName',
  'endRollCall',
  'confirmPresence',
  'noteAbsent',
  'enterSpokenVote',
  'callVoter',
  'callSubstitute',
];

function OtherSteps({ script, steps }: { readonly script: Script; readonly steps: Steps }) {
  const t = useText();
  const { language } = usePreferences();
  const others = script.others.filter((step) => !IN_LISTS.includes(step.command.type));
  if (others.length === 0) return null;
  return (
    <Panel title={t('secretary.steps')}>
      <div className={css.stack}>
        {others.map((step) => (
          <Button
            key={step.key + JSON.stringify(step.values)}
            wide
            align="start"
            icon={stepIcon(step.command)}
            onPress={() => steps.press(step)}
          >
            {say(language, step)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

function Substitutes({
  meeting,
  me,
  minute,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
}) {
  const t = useText();
  const [calling, setCalling] = useState<Turn>();
  const lawful = turns(meeting, me, minute);
  const next = nextOfEachList(meeting).filter((person) => !lawful.some((turn) => turn.substitute === person));
  const serving = Object.values(meeting.attendance.serving).filter((one) => one.inPlaceOf !== undefined).length;
  const name = (person: PersonId) => personWithParty(meeting.plan, person);
  const where = (person: PersonId) => {
    const presence = meeting.attendance.present[person];
    return presence === undefined
      ? t('secretary.seat.away')
      : t(presence.fulfilled ? `label.mode.${presence.mode}` : 'chair.lost');
  };
  return (
    <Panel title={t('secretary.substitutes')} note={t('secretary.substitutes.serving', { count: serving })}>
      {lawful.length + next.length === 0 && <p>{t('secretary.substitutes.none')}</p>}
      <Rows label={t('secretary.substitutes')}>
        {lawful.map((turn) => (
          <Row
            key={turn.seat.id}
            note={
              turn.away === undefined
                ? t('secretary.substitutes.emptySeat', { number: turn.seat.number })
                : t('secretary.substitutes.replaces', { name: name(turn.away) })
            }
            end={
              <Button size="s" icon={UserPlus} onPress={() => setCalling(turn)}>
                {t('secretary.substitutes.prepare')}
              </Button>
            }
          >
            <b>{name(turn.substitute)}</b>, {where(turn.substitute).toLocaleLowerCase('sv')}
          </Row>
        ))}
        {next.map((person) => (
          <Row key={person} tight note={t('secretary.substitutes.next')}>
            {name(person)}, {where(person).toLocaleLowerCase('sv')}
          </Row>
        ))}
      </Rows>
      {calling !== undefined && (
        <CallInDialog
          meeting={meeting}
          seat={calling.seat.id}
          action={{ act: 'callSubstitute', about: calling.substitute, command: calling.command }}
          onClose={() => setCalling(undefined)}
        />
      )}
    </Panel>
  );
}

/** More names than this are counted instead of named. */
function Help({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { send, refusal } = useCommand();
  const waiting = meeting.support.requests.filter((one) => one.answeredBy === undefined);
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('secretary.help')} note={String(waiting.length)}>
      <Rows>
        {waiting.map((one) => (
          <Row
            key={`${one.person}:${one.at}`}
            start={timeText(one.at)}
            note={one.text}
            end={
              <Button size="s" onPress={() => void send({ type: 'answerHelp', person: one.person })}>
                {t('secretary.help.answer')}
              </Button>
            }
          >
            {personWithParty(meeting.plan, one.person)}
          </Row>
        ))}
      </Rows>
      <RefusalLine refusal={refusal} />
    </Panel>
  );
}

/** What is read out at the opening: everybody in the room and on link who is neither member nor substitute. */
function Aloud({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const [reading, setReading] = useState(false);
  const others = othersPresent(meeting);
  const words = (remote: boolean) => {
    const names = others
      .filter((one) => one.remote === remote)
      .map((one) => [one.name, one.as].filter(Boolean).join(', '));
    return names.length === 0
      ? undefined
      : t(remote ? 'secretary.others.remote' : 'secretary.others.room', {
          names: listOf(
            language,
            names.map((name) => name),
          ),
        });
  };
  return (
    <Panel title={t('secretary.others')} note={String(others.length)}>
      <Button wide onPress={() => setReading(true)}>
        {t('secretary.others.read')}
      </Button>
      <Dialog
        isOpen={reading}
        onClose={() => setReading(false)}
        title={t('secretary.others')}
        wide
        actions={<Button onPress={() => setReading(false)}>{t('common.close')}</Button>}
      >
        {others.length === 0 && <p>{t('secretary.others.none')}</p>}
        {[words(false), words(true)].map(
          (line) =>
            line !== undefined && (
              <p key={line} className={css.aloud}>
                {line}
              </p>
            ),
        )}
      </Dialog>
    </Panel>
  );
}

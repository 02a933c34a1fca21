import { openVote, type Meeting, type PersonId, type Script, type SeatId, sessionState } from '@klubba/meeting';
import { listOf, say } from '@klubba/i18n';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { RefusalLine, type Steps, stepIcon } from '../steps/index.ts';
import { NextStep, Panel, SeatBoard } from '../ui/index.ts';
import { personWithParty } from '@klubba/meeting';
import { VotingRegisterPanel } from '../voting-register/index.ts';
import { alarmTime, AlarmsPanel } from './alarms-panel.tsx';
import { CheckInBoard } from './check-in-view.tsx';
import { PresenceCheck } from './presence-check.tsx';
import { RollCall } from './roll-call.tsx';
import { absentMembers, attendanceBoard, boardCounts } from './seat-board-view.ts';
import { SeatSheet } from './seat-sheet.tsx';
import css from './secretary.module.css';
import { SessionNote } from './session-note.tsx';
import { SpokenVotes } from './spoken-votes.tsx';

/** Who is where, and the list that the moment is about: check-in, roll call, the check after a break, or an open vote. */
export function SeatsColumn(props: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
  readonly minute: number;
  readonly script: Script;
  readonly steps: Steps;
}) {
  const { meeting, me, now, minute, script, steps } = props;
  const { language } = usePreferences();
  const t = useText();
  const [chosen, setChosen] = useState<SeatId>();
  const state = sessionState(meeting);
  const rolls = meeting.attendance.rollCall.state === 'running';
  const votes = openVote(meeting.decisions) !== undefined;
  // A spoken vote has three equal buttons; a vote is never the one filled button of the view.
  const primary = script.primary?.command.type === 'enterSpokenVote' ? null : script.primary;
  return (
    <>
      <SessionNote meeting={meeting} />
      <div className={css.pressed}>
        {primary !== null && (
          <NextStep
            onPress={() => steps.press(primary)}
            icon={stepIcon(primary.command)}
            busy={steps.sending ? t('chair.sending') : undefined}
            effect={primary.effect === undefined ? undefined : say(language, primary.effect)}
          >
            {say(language, primary)}
          </NextStep>
        )}
        <RefusalLine refusal={steps.refusal} />
      </div>
      <AlarmsPanel meeting={meeting} me={me} at={alarmTime(now)} steps={steps} show="urgent" />
      {rolls && <RollCall meeting={meeting} me={me} minute={minute} steps={steps} script={script} />}
      {state === 'checking' && <PresenceCheck meeting={meeting} me={me} minute={minute} />}
      {votes && state === 'open' && <SpokenVotes meeting={meeting} script={script} steps={steps} />}
      {state === 'notOpen' ? (
        <CheckInBoard meeting={meeting} />
      ) : (
        <Board meeting={meeting} onSelect={(id) => setChosen(id as SeatId)} />
      )}
      <VotingRegisterPanel meeting={meeting} me={me} now={minute} writes />
      <SeatSheet meeting={meeting} me={me} minute={minute} seat={chosen} onClose={() => setChosen(undefined)} />
    </>
  );
}

function Board({ meeting, onSelect }: { readonly meeting: Meeting; readonly onSelect: (seat: string) => void }) {
  const t = useText();
  const { language } = usePreferences();
  const absent = absentMembers(meeting);
  return (
    <Panel title={t('secretary.board')} note={t('secretary.board.count', boardCounts(meeting))}>
      <SeatBoard label={t('secretary.board.seats')} parties={attendanceBoard(meeting, t)} onSelect={onSelect} />
      {absent.length > 0 && (
        <p className={css.absent}>
          <b>{t('secretary.board.absent')}</b>{' '}
          {listOf(
            language,
            absent.map((person) => personWithParty(meeting.plan, person)),
          )}
        </p>
      )}
    </Panel>
  );
}

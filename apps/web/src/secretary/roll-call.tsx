import {
  decide,
  type Meeting,
  type PersonId,
  personWithParty,
  rollCallOrder,
  type Script,
  seatById,
  type Step,
} from '@klubba/meeting';
import { say } from '@klubba/i18n';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine, type Steps, stepIcon } from '../steps/index.ts';
import { Button, ButtonRow, Panel, Row, Rows } from '../ui/index.ts';
import css from './secretary.module.css';
import { useCalledInView } from './use-called-in-view.ts';

/** The roll beside the chair's: the same list in the same order, with answers for one who has no device of their own. */
export function RollCall({
  meeting,
  me,
  minute,
  script,
  steps,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
  readonly script: Script;
  readonly steps: Steps;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { send, refusal } = useCommand();
  const { rollCall, serving, present } = meeting.attendance;
  const answered = Object.values(rollCall.answers).filter((answer) => answer === 'yes').length;
  const beside = script.others.filter((step) => ROLL_STEPS.includes(step.command.type));
  const called = useCalledInView(rollCall.called);
  return (
    <Panel title={t('chair.roll')} note={t('secretary.roll.count', { answered, all: rollCall.order.length })}>
      {beside.length > 0 && (
        <ButtonRow>
          {beside.map((step) => (
            <Button key={step.key} icon={stepIcon(step.command)} onPress={() => steps.press(step)}>
              {say(language, step)}
            </Button>
          ))}
        </ButtonRow>
      )}
      <RefusalLine refusal={refusal} />
      <div ref={called} role="group" aria-label={t('chair.roll')} className={css.roll}>
        <Rows ordered label={t('chair.roll')}>
          {rollCallOrder(meeting).map((seat) => {
            const person = serving[seat]?.person ?? seatById(meeting, seat)?.holder;
            const answer = rollCall.answers[seat];
            const isCalled = rollCall.called === seat && answer === undefined;
            const mode = person === undefined ? undefined : present[person]?.mode;
            const call = { type: 'callName', seat } as const;
            const again =
              answer === 'noAnswer' && decide(meeting, call, { at: minute, actor: me, id: 'roll' }).ok
                ? call
                : undefined;
            const state = isCalled
              ? t('chair.roll.called')
              : answer === undefined
                ? t(mode === undefined ? 'secretary.seat.away' : `label.mode.${mode}`)
                : t(`chair.roll.${answer}`);
            return (
              <Row
                key={seat}
                tight
                start={seatById(meeting, seat)?.number}
                current={isCalled}
                rank={answer === 'noAnswer' ? 'warning' : undefined}
                end={
                  again === undefined ? (
                    state
                  ) : (
                    <div className={css.pair}>
                      <span>{state}</span>
                      <Button size="s" kind="quiet" onPress={() => void send(again)}>
                        {t('secretary.roll.again')}
                      </Button>
                    </div>
                  )
                }
              >
                {person === undefined ? t('secretary.seat.vacant') : personWithParty(meeting.plan, person)}
              </Row>
            );
          })}
        </Rows>
      </div>
    </Panel>
  );
}

const ROLL_STEPS: readonly Step['command']['type'][] = ['answerRollCall', 'callName', 'endRollCall'];

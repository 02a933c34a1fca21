import { say, timeText } from '@klubba/i18n';
import {
  type Ask,
  type Instant,
  type MeetingCommand,
  type PersonId,
  personText,
  presentServing,
  type Step,
} from '@klubba/meeting';
import { type ReactNode, useId, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useMeeting, useServerNow } from '../live/index.ts';
import { Button, Dialog, RadioGroup, Select, TextArea, TextField } from '../ui/index.ts';
import { type Answers, isLot, nextTimeOfDay, unanswered } from './fill.ts';
import { waitingItems } from './waiting-items.ts';

/** What a step needs to be told before it is carried out. Nothing is sent until the answer is given. */
export function AskDialog({
  step,
  onAnswer,
  onCancel,
}: {
  readonly step: Step;
  readonly onAnswer: (answers: Answers) => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const formId = useId();
  const waiting = useMeeting(waitingItems);
  const asks = step.asks ?? [];
  const [answers, setAnswers] = useState<Answers>(() => initial(step));
  const [tried, setTried] = useState(false);
  const missing = unanswered(asks, answers);
  const put = (more: Answers) => setAnswers((before) => ({ ...before, ...more }));
  return (
    <Dialog
      isOpen
      onClose={onCancel}
      title={say(language, step)}
      actions={
        <>
          <Button onPress={onCancel}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId}>
            {t('steps.carryOut')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length > 0) setTried(true);
          else onAnswer(answers);
        }}
      >
        {asks.map((ask) => (
          <Question
            key={ask}
            ask={ask}
            command={step.command}
            answers={answers}
            put={put}
            fault={tried && missing.includes(ask)}
          />
        ))}
        {isBreakOfChoice(step.command) && (
          <BreakCause value={answers.cause ?? step.command.cause} put={(cause) => put({ cause })} />
        )}
        {step.effect !== undefined && <p>{say(language, step.effect)}</p>}
        {step.command.type === 'closeMeeting' && <p>{t('steps.closeMeeting', { count: waiting })}</p>}
      </form>
    </Dialog>
  );
}

type Adjourn = Extract<MeetingCommand, { type: 'adjourn' }>;

/** A break that the chair gives of itself, not one that a lost connection or the quorum forces. */
function isBreakOfChoice(command: MeetingCommand): command is Adjourn {
  return command.type === 'adjourn' && (command.cause === 'groupMeeting' || command.cause === 'rest');
}

/** For group meetings the parties' own rooms are opened. Nothing to choose where no parties meet. */
function BreakCause({
  value,
  put,
}: {
  readonly value: Adjourn['cause'];
  readonly put: (cause: Adjourn['cause']) => void;
}) {
  const t = useText();
  const hasParties = useMeeting(({ plan }) => plan.parties.length > 0);
  if (!hasParties) return null;
  return (
    <RadioGroup
      label={t('breaks.cause')}
      value={value}
      onChange={(cause) => put(cause === 'groupMeeting' ? 'groupMeeting' : 'rest')}
      options={[
        { id: 'groupMeeting', label: t('label.adjournment.groupMeeting'), note: t('breaks.cause.groupMeeting') },
        { id: 'rest', label: t('label.adjournment.rest'), note: t('breaks.cause.rest') },
      ]}
    />
  );
}

/** The step's own example is a sensible time; other examples are no answers. */
function initial(step: Step): Answers {
  const { command } = step;
  return step.asks?.includes('until') && 'until' in command && command.until !== undefined
    ? { until: command.until }
    : {};
}

function Question({
  ask,
  command,
  answers,
  put,
  fault,
}: {
  readonly ask: Ask;
  readonly command: MeetingCommand;
  readonly answers: Answers;
  readonly put: (more: Answers) => void;
  readonly fault: boolean;
}): ReactNode {
  const t = useText();
  const error = fault ? t(`steps.ask.${ask}.missing`) : undefined;
  const wrong = error === undefined ? {} : { error };
  switch (ask) {
    case 'until':
      return <Until until={answers.until} put={put} fault={fault} />;
    case 'reason':
    case 'text':
      return (
        <TextArea
          label={t(`steps.ask.${ask}`)}
          value={answers[ask] ?? ''}
          onChange={(value) => put({ [ask]: value })}
          maxLength={4_000}
          {...wrong}
        />
      );
    case 'manner':
      return (
        <TextField
          label={t('steps.ask.manner')}
          value={answers.manner ?? ''}
          onChange={(manner) => put({ manner })}
          maxLength={400}
          {...wrong}
        />
      );
    case 'person':
      return (
        <PersonQuestion
          value={answers.person}
          put={(person) => put({ person })}
          label={t(isLot(command) ? 'proportional.witness' : 'steps.ask.person')}
          {...wrong}
        />
      );
    case 'persons':
      return (
        <PersonQuestion
          value={answers.persons?.[0]}
          put={(person) => put({ persons: [person] })}
          label={t(command.type === 'openProportional' ? 'proportional.assistant' : 'steps.ask.persons')}
          {...wrong}
        />
      );
  }
}

function Until({
  until,
  put,
  fault,
}: {
  readonly until: Instant | undefined;
  readonly put: (more: Answers) => void;
  readonly fault: boolean;
}) {
  const t = useText();
  const now = useServerNow(60_000);
  const [clock, setClock] = useState(until === undefined ? '' : timeText(until));
  return (
    <TextField
      label={t('steps.ask.until')}
      hint={t('steps.ask.until.hint')}
      value={clock}
      inputMode="decimal"
      onChange={(value) => {
        setClock(value);
        const at = nextTimeOfDay(value, now);
        put(at === undefined ? ({ until: undefined } as unknown as Answers) : { until: at });
      }}
      {...(fault ? { error: t('steps.ask.until.missing') } : {})}
    />
  );
}

/** Anyone who serves and is present now, in seat order. */
function PersonQuestion({
  value,
  put,
  label,
  error,
}: {
  readonly value: PersonId | undefined;
  readonly put: (person: PersonId) => void;
  readonly label: string;
  readonly error?: string;
}) {
  const t = useText();
  const meeting = useMeeting();
  const options = presentServing(meeting).map(({ person }) => {
    const known = meeting.plan.people.find((one) => one.id === person);
    return { id: person, label: known === undefined ? person : personText(known, meeting.plan.parties) };
  });
  return (
    <Select
      label={label}
      placeholder={t('steps.ask.choose')}
      options={options}
      value={value ?? null}
      onChange={(id) => put(id as PersonId)}
      {...(error === undefined ? {} : { error })}
    />
  );
}

import { timeText } from '@klubba/i18n';
import {
  type Meeting,
  type MeetingCommand,
  type PersonId,
  personWithParty,
  type RemoteApplication,
  remotePlaces,
} from '@klubba/meeting';
import { X } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand, useServerNow } from '../live/index.ts';
import { inTheWayOf } from '../member/lawful.ts';
import { RefusalLine, refusalText } from '../steps/index.ts';
import { Button, ButtonRow, Checkbox, EmptyState, NextStep, NotNow, TextArea, TextField } from '../ui/index.ts';
import { dayTextOf } from './day.ts';
import { Grounds } from './grounds.tsx';
import css from './planning.module.css';

type Props = {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly application: RemoteApplication | undefined;
  readonly onDone: () => void;
};

/** One application: what speaks for and against, the reason, and the chair's answer. */
export function Decision({ application, ...rest }: Props) {
  const t = useText();
  if (application === undefined) return <EmptyState>{t('planning.remote.select')}</EmptyState>;
  return (
    <>
      <Head meeting={rest.meeting} application={application} />
      <Grounds meeting={rest.meeting} application={application} />
      <Answer {...rest} application={application} />
    </>
  );
}

type OfOne = Omit<Props, 'application'> & { readonly application: RemoteApplication };

function Head({ meeting, application }: Pick<OfOne, 'meeting' | 'application'>) {
  const t = useText();
  const { language } = usePreferences();
  const { person, appliedAt, decidedAt, decidedBy, standing } = application;
  return (
    <header>
      <h2 className={css.title}>{personWithParty(meeting.plan, person)}</h2>
      <p className={css.soft}>
        {appliedAt === undefined
          ? t('planning.remote.before')
          : t('planning.remote.at', { day: dayTextOf(language, appliedAt), time: timeText(appliedAt) })}
      </p>
      {decidedAt !== undefined && decidedBy !== undefined && (
        <p className={css.soft}>
          {t('planning.remote.decidedBy', {
            person: personWithParty(meeting.plan, decidedBy),
            day: dayTextOf(language, decidedAt),
            time: timeText(decidedAt),
          })}{' '}
          {standing === true && t('planning.remote.isStanding')}
        </p>
      )}
    </header>
  );
}

function Answer({ meeting, me, application, onDone }: OfOne) {
  const t = useText();
  const { language } = usePreferences();
  const now = useServerNow(60_000);
  const { send, sending, refusal } = useCommand();
  const [reason, setReason] = useState('');
  const [room, setRoom] = useState('');
  const [standing, setStanding] = useState(false);
  const [tried, setTried] = useState(false);
  const { person, state } = application;
  const name = personWithParty(meeting.plan, person);
  const because = reason.trim();
  const premises = room.trim() === '' ? {} : { premises: room.trim() };
  const grant: MeetingCommand = {
    type: 'grantRemote',
    person,
    ...(because === '' ? {} : { reason: because }),
    ...premises,
    ...(standing ? { standing } : {}),
  };
  const barrier = inTheWayOf(meeting, me, grant, now);
  const give = async (command: MeetingCommand) => {
    const outcome = await send(command);
    if (outcome.kind === 'done') onDone();
  };
  const withReason = (command: MeetingCommand): void => {
    setTried(true);
    if (because !== '') void give(command);
  };
  if (barrier?.rule === 'MTG-CHAIR') return <p className={css.soft}>{t('planning.remote.onlyChair')}</p>;
  const isGranted = state === 'granted';
  const left = remotePlaces(meeting).left;
  return (
    <div className={css.answer}>
      <TextArea
        label={t('planning.remote.reason')}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={2_000}
        {...(tried && because === '' ? { error: t('planning.remote.reason.missing') } : {})}
      />
      {!isGranted && (
        <>
          <TextField
            label={t('planning.remote.premises')}
            hint={t('planning.remote.premises.hint')}
            value={room}
            onChange={setRoom}
            maxLength={80}
          />
          <Checkbox checked={standing} onChange={setStanding}>
            {t('planning.remote.standing.check')}
          </Checkbox>
          {barrier === undefined ? (
            <NextStep
              busy={sending ? t('planning.sending') : undefined}
              effect={t(left === 1 ? 'planning.remote.grant.last' : 'planning.remote.grant.effect', { person: name })}
              onPress={() => void give(grant)}
            >
              {t('planning.remote.grant')}
            </NextStep>
          ) : (
            <NotNow
              stacked
              action={t('planning.remote.grant')}
              word={t('common.notNow')}
              {...refusalText(language, barrier, meeting.plan.body.kind)}
            />
          )}
        </>
      )}
      <RefusalLine refusal={refusal} />
      <ButtonRow>
        {isGranted && (
          <Button icon={X} onPress={() => withReason({ type: 'withdrawRemote', person, reason: because })}>
            {t('planning.remote.withdraw')}
          </Button>
        )}
        {(state === 'applied' || state === 'queued') && (
          <Button icon={X} onPress={() => withReason({ type: 'denyRemote', person, reason: because, ...premises })}>
            {t('planning.remote.deny')}
          </Button>
        )}
      </ButtonRow>
      <p className={css.soft}>
        {isGranted && `${t('planning.remote.withdraw.effect')} `}
        {t('planning.remote.kept')}
      </p>
    </div>
  );
}

import { type Meeting, type NoticeAnswer, type PersonId, personWithParty, remoteApplications } from '@klubba/meeting';
import { Check, Hourglass, X } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand, useServerNow } from '../live/index.ts';
import { inTheWayOf } from '../member/lawful.ts';
import { RefusalLine, refusalText } from '../steps/index.ts';
import { Button, Icon, NotNow, Panel } from '../ui/index.ts';
import { ApplyForm } from './apply-form.tsx';
import { dayTextOf } from './day.ts';
import css from './planning.module.css';
import { TestAgain } from './test-again.tsx';

const ANSWERS = ['room', 'remote', 'absent'] as const;

/** In the room, at a distance or absent: three equal answers, and what has become of an application. */
export function AnswerPanel({ meeting, me }: { readonly meeting: Meeting; readonly me: PersonId }) {
  const t = useText();
  const { language } = usePreferences();
  const now = useServerNow(60_000);
  const { send, sending, refusal } = useCommand();
  const [applies, setApplies] = useState(false);
  const permission = remoteApplications(meeting).find(({ person }) => person === me);
  const mayBeRemote = permission?.state === 'granted' || isWaiting(permission?.state);
  const barrier = mayBeRemote ? undefined : inTheWayOf(meeting, me, { type: 'applyRemote', person: me }, now);
  const answer = meeting.notice.answers[me]?.answer ?? (mayBeRemote ? 'remote' : undefined);
  const give = async (chosen: NoticeAnswer) => {
    if (chosen === 'remote') {
      setApplies(!mayBeRemote);
      return;
    }
    setApplies(false);
    await send({ type: 'answerNotice', person: me, answer: chosen });
  };
  return (
    <Panel title={t('notice.answer.title')} note={t('notice.answer.change')}>
      <div className={css.answers} role="group" aria-label={t('notice.answer.title')}>
        {ANSWERS.map((one) =>
          one === 'remote' && barrier !== undefined ? null : (
            <Button
              key={one}
              size="l"
              pressed={answer === one && !(applies && one !== 'remote')}
              expanded={one === 'remote' && !mayBeRemote ? applies : undefined}
              busy={sending && answer !== one && one !== 'remote' ? t('notice.sending') : undefined}
              onPress={() => void give(one)}
            >
              {t(`notice.answer.${one}`)}
            </Button>
          ),
        )}
      </div>
      {barrier !== undefined && (
        <NotNow
          action={t('notice.answer.remote')}
          word={t('common.notNow')}
          {...refusalText(language, barrier, meeting.plan.body.kind)}
        />
      )}
      <div role="status" className={css.form}>
        <Outcome meeting={meeting} me={me} answer={answer} />
      </div>
      <RefusalLine refusal={refusal} />
      {applies && <ApplyForm meeting={meeting} me={me} onDone={() => setApplies(false)} />}
      {mayBeRemote && <TestAgain meeting={meeting} me={me} />}
    </Panel>
  );
}

function isWaiting(state: string | undefined): boolean {
  return state === 'applied' || state === 'queued';
}

/** What the answer means now, with the chair's decision and its reason. */
function Outcome({
  meeting,
  me,
  answer,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly answer: NoticeAnswer | undefined;
}) {
  const t = useText();
  const { language } = usePreferences();
  const permission = remoteApplications(meeting).find(({ person }) => person === me);
  if (answer !== 'remote')
    return <p>{t(answer === undefined ? 'notice.answer.none' : `notice.answer.is.${answer}`)}</p>;
  if (permission === undefined) return null;
  const { state, decidedAt, decidedBy, decisionReason, premises } = permission;
  if (state === 'applied' || state === 'queued') {
    return (
      <p className={css.outcome}>
        <Icon shape={Hourglass} />
        <span>{t(`notice.remote.${state}`)}</span>
      </p>
    );
  }
  const by =
    decidedAt === undefined || decidedBy === undefined
      ? undefined
      : { person: personWithParty(meeting.plan, decidedBy), day: dayTextOf(language, decidedAt) };
  const words =
    state === 'granted'
      ? t(by === undefined ? 'notice.remote.granted' : 'notice.remote.granted.by', by)
      : t(`notice.remote.${state}`, by);
  return (
    <>
      <p className={css.outcome}>
        <Icon shape={state === 'granted' ? Check : X} />
        <span>{words}</span>
      </p>
      {decisionReason !== undefined && decisionReason !== '' && (
        <p>{t('notice.remote.reason', { reason: decisionReason })}</p>
      )}
      {premises !== undefined && (
        <p>{t(state === 'granted' ? 'notice.remote.premises' : 'notice.remote.offered', { room: premises })}</p>
      )}
    </>
  );
}

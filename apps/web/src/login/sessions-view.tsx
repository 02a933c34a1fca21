import { dateText, timeText } from '@klubba/i18n';
import type { SessionView } from '@klubba/protocol';
import { LogOut } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { Loading } from '../app/loading.tsx';
import { Unreachable } from '../app/unreachable.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/frames.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { Tag } from '../ui/text.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { endAllSessions, endOtherSessions, endSession, mySessions, type Told } from './api.ts';
import { deviceName } from './device-name.ts';
import { FreshNotice } from './fresh-notice.tsx';
import { isoDate } from './iso-date.ts';
import css from './login.module.css';
import { OwnPasskeys } from './own-passkeys.tsx';

type Answer = Told<{ readonly sessions: readonly SessionView[] }>;

/** `/sessions`: where I am logged in, and out with what I do not know. */
export function SessionsView() {
  const t = useText();
  const [answer, setAnswer] = useState<Answer>();
  const [ways] = useAnswer('loginWays');
  const hasPasskeys = ways.is === 'value' && ways.value.ways.includes('passkey');
  const [isEnded, setEnded] = useState(false);
  const [refused, setRefused] = useState<string>();
  usePageTitle(t('login.sessions.title'));
  const ask = useCallback(async () => setAnswer(await mySessions()), []);
  useEffect(() => {
    void ask();
  }, [ask]);
  const end = async (ending: Promise<Told<undefined>>) => {
    const told = await ending;
    setEnded(told.is === 'value');
    setRefused(told.is === 'refused' ? told.rule : undefined);
    await ask();
  };
  const endAll = async () => {
    const told = await endAllSessions();
    if (told.is === 'value') location.assign('/');
    else await end(Promise.resolve(told));
  };
  if (answer === undefined) return <Loading />;
  if (answer.is === 'unreachable') return <Unreachable again={() => void ask()} />;
  if (answer.is === 'refused') return <Navigate replace to={`/?next=${encodeURIComponent('/sessions')}`} />;
  const { sessions } = answer.value;
  return (
    <PageFrame
      top={
        <TopBar
          body={t('common.product')}
          actions={
            <ButtonLink size="s" href="/">
              {t('shell.toStart')}
            </ButtonLink>
          }
        />
      }
    >
      <h1>{t('login.sessions.title')}</h1>
      <p className={css.lede}>{t('login.sessions.text')}</p>
      <Panel label={t('login.sessions.title')}>
        <Rows label={t('login.sessions.title')}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => void end(endSession(session.id))} />
          ))}
        </Rows>
      </Panel>
      <StatusLine>{isEnded ? t('login.sessions.ended') : ''}</StatusLine>
      <FreshNotice rule={refused} />
      <div className={css.buttons}>
        {sessions.length > 1 && (
          <Button icon={LogOut} onPress={() => void end(endOtherSessions())}>
            {t('login.sessions.endOthers')}
          </Button>
        )}
        <Button icon={LogOut} onPress={() => void endAll()}>
          {t('login.sessions.endAll')}
        </Button>
      </div>
      {hasPasskeys && <OwnPasskeys />}
    </PageFrame>
  );
}

function SessionRow({ session, onEnd }: { readonly session: SessionView; readonly onEnd: () => void }) {
  const t = useText();
  const { language } = usePreferences();
  const at = (when: number) => ({ date: dateText(language, isoDate(when)), time: timeText(when) });
  const until = at(session.expiresAt);
  const how = t(`label.identification.${session.method}`);
  return (
    <Row
      current={session.current}
      note={
        <>
          {t('login.sessions.since', { ...at(session.createdAt), how, until: `${until.date} ${until.time}` })}{' '}
          {t('login.sessions.seen', at(session.lastSeenAt))}
        </>
      }
      end={
        session.current ? (
          <Tag>{t('login.sessions.this')}</Tag>
        ) : (
          <Button size="s" icon={LogOut} onPress={onEnd}>
            {t('login.sessions.end')}
          </Button>
        )
      }
    >
      {deviceName(session.device) ?? t('login.sessions.unknownDevice')}
    </Row>
  );
}

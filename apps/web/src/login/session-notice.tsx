import { timeText } from '@klubba/i18n';
import { useEffect, useState } from 'react';
import { useText } from '../app/text.tsx';
import { Alert } from '../ui/alert.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { mySessions } from './api.ts';
import css from './login.module.css';

/** How long before the end it is said. */
const WARN_BEFORE_MS = 30 * 60_000;
const ASK_AGAIN_MS = 60_000;

/** Says in good time that the login ends. One in a running meeting is prolonged by the server, and then nothing is said. */
export function SessionNotice() {
  const t = useText();
  const [endsAt, setEndsAt] = useState<number>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      const told = await mySessions();
      const current = told.is === 'value' ? told.value.sessions.find((one) => one.current) : undefined;
      if (isGone || current === undefined) return;
      const left = current.expiresAt - Date.now();
      setEndsAt(left <= WARN_BEFORE_MS ? current.expiresAt : undefined);
      timer = setTimeout(() => void look(), Math.max(ASK_AGAIN_MS, Math.min(left - WARN_BEFORE_MS, 2 ** 31 - 1)));
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  if (endsAt === undefined) return null;
  const here = encodeURIComponent(location.pathname);
  return (
    <div role="status" className={css.notice}>
      <Alert
        rank="information"
        word={`${t('login.ends.word')}.`}
        compact
        actions={<ButtonLink href={`/?again&next=${here}`}>{t('login.ends.again')}</ButtonLink>}
      >
        {t('login.ends.text', { time: timeText(endsAt) })}
      </Alert>
    </div>
  );
}

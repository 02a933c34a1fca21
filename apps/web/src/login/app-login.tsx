import { timeText } from '@klubba/i18n';
import type { AppLogin as AppLoginAnswer } from '@klubba/protocol';
import { Hourglass, Smartphone, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Loading } from '../app/loading.tsx';
import { useText } from '../app/text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { NumberedSteps } from '../ui/rows.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import type { AppWay } from './api.ts';
import { hintText, refusalSentence } from './hint-text.ts';
import { LoginFailed, LoginPage, OtherWay, useMunicipality } from './login-page.tsx';
import css from './login.module.css';
import { sameDeviceLink } from './same-device.ts';
import { useAppLogin } from './use-app-login.ts';

/** BankID and Freja: a code for the telephone, or the app on this very device. */
export function AppLogin({ way, next }: { readonly way: AppWay; readonly next: string }) {
  const t = useText();
  const { view, until, again, cancel } = useAppLogin(way, next);
  const navigate = useNavigate();
  const done = view.is === 'done' ? view.next : undefined;
  useEffect(() => {
    // A whole new page: everything that was asked as nobody is asked again.
    if (done !== undefined) location.replace(done);
  }, [done]);
  const leave = async () => {
    await cancel();
    await navigate(`/?next=${encodeURIComponent(next)}`);
  };
  const retry = (
    <Button kind="primary" size="l" onPress={again}>
      {t('login.again')}
    </Button>
  );
  switch (view.is) {
    case 'beginning':
    case 'done':
      return <Loading />;
    case 'failed':
      return <LoginFailed why={hintText(t, way, view.hint, 'failed')} next={next} again={retry} />;
    case 'refused':
      return <LoginFailed why={refusalSentence(t, view.rule)} next={next} again={retry} />;
    case 'pending':
      return <Scan way={way} next={next} login={view.login} until={until} onCancel={() => void leave()} />;
  }
}

type ScanProps = {
  readonly way: AppWay;
  readonly next: string;
  readonly login: Extract<AppLoginAnswer, { state: 'pending' }>;
  readonly until: number;
  readonly onCancel: () => void;
};

function Scan({ way, next, login, until, onCancel }: ScanProps) {
  const t = useText();
  const [helped, setHelped] = useState(false);
  const municipality = useMunicipality() ?? '';
  const app = t(`login.app.${way}`);
  const sameDevice = (
    <ButtonLink icon={Smartphone} size="l" href={sameDeviceLink(login.open, navigator.userAgent, location.href)}>
      {t('login.sameDevice', { app })}
    </ButtonLink>
  );
  return (
    <LoginPage
      title={t('login.qr.title')}
      aside={
        <>
          <h1 className={css.title}>{t('login.qr.title')}</h1>
          <NumberedSteps
            steps={[t('login.qr.open', { app }), t('login.qr.scan'), t('login.qr.check', { municipality })]}
          />
          <div className={css.waiting}>
            <Icon shape={Hourglass} />
            <div>
              <StatusLine>{hintText(t, way, login.hint, 'pending')}</StatusLine>
              <p>{t('login.qr.until', { time: timeText(until) })}</p>
            </div>
          </div>
          <div className={css.buttons}>
            <span className={css.wide}>{sameDevice}</span>
            <Button icon={X} size="l" onPress={onCancel}>
              {t('login.cancel')}
            </Button>
          </div>
          <Alert rank="information" word={`${t('login.qr.neverTitle')}.`}>
            {t('login.qr.never')}
          </Alert>
          <div className={css.buttons}>
            <Button kind="quiet" expanded={helped} onPress={() => setHelped(!helped)}>
              {t('login.qr.notFound')}
            </Button>
            <OtherWay next={next} />
          </div>
          {helped && <p>{t('login.qr.notFoundHelp')}</p>}
        </>
      }
    >
      <div className={`${css.buttons} ${css.narrow}`}>{sameDevice}</div>
      <Code login={login} label={t('login.qr.label', { app })} />
      <p className={css.caption}>{t(way === 'bankId' ? 'login.qr.changes' : 'login.qr.still')}</p>
    </LoginPage>
  );
}

/** Dark on white in both themes: a camera reads nothing else as surely. */
function Code({ login, label }: { readonly login: ScanProps['login']; readonly label: string }) {
  const { size, path } = login.code;
  return (
    <div className={css.code}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
    </div>
  );
}

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button } from '../ui/button.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { refusalSentence } from './hint-text.ts';
import { LoginPage, OtherWay, WhomToRing } from './login-page.tsx';
import css from './login.module.css';
import { canUsePasskeys, logInByPasskey, type PasskeyOutcome } from './passkey.ts';

/** A key on this device: the device itself asks for finger, face or code. */
export function PasskeyLogin({ next }: { readonly next: string }) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<PasskeyOutcome>();
  const use = async () => {
    setAsking(true);
    const came = await logInByPasskey();
    setAsking(false);
    if (came === 'done') location.replace(next);
    else setOutcome(came);
  };
  const isPossible = canUsePasskeys();
  const why = outcome === 'notDone' ? t('login.passkey.notDone') : undefined;
  return (
    <LoginPage title={t('login.passkey.title')} aside={<WhomToRing />}>
      <h1 className={css.title}>{t('login.passkey.title')}</h1>
      <p className={css.lede}>{t(isPossible ? 'login.passkey.text' : 'login.passkey.unsupported')}</p>
      <StatusLine urgent>{typeof outcome === 'object' ? refusalSentence(t, outcome.rule) : why}</StatusLine>
      <div className={css.buttons}>
        {isPossible && (
          <Button
            kind="primary"
            size="l"
            icon={KeyRound}
            busy={isAsking ? t('login.wait') : undefined}
            onPress={() => void use()}
          >
            {t('login.passkey.use')}
          </Button>
        )}
        <OtherWay next={next} />
      </div>
    </LoginPage>
  );
}

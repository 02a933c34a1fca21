import { dateText } from '@klubba/i18n';
import type { PasskeyView } from '@klubba/protocol';
import { KeyRound } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { myPasskeys, removePasskey } from './api.ts';
import { deviceName } from './device-name.ts';
import { FreshNotice } from './fresh-notice.tsx';
import css from './login.module.css';
import { isoDate } from './iso-date.ts';
import { addPasskey, canUsePasskeys, type PasskeyOutcome } from './passkey.ts';

/** The keys on my devices. Nothing is shown where the installation has not allowed keys. */
export function OwnPasskeys() {
  const t = useText();
  const { language } = usePreferences();
  const [keys, setKeys] = useState<readonly PasskeyView[]>();
  const [outcome, setOutcome] = useState<PasskeyOutcome>();
  const ask = useCallback(async () => {
    const told = await myPasskeys();
    setKeys(told.is === 'value' ? told.value.passkeys : undefined);
  }, []);
  useEffect(() => {
    void ask();
  }, [ask]);
  if (keys === undefined) return null;
  const add = async () => {
    setOutcome(await addPasskey());
    await ask();
  };
  const remove = async (id: string) => {
    const told = await removePasskey(id);
    setOutcome(told.is === 'refused' ? { rule: told.rule } : undefined);
    await ask();
  };
  return (
    <Panel title={t('login.passkey.list')}>
      {keys.length === 0 && <p>{t('login.passkey.none')}</p>}
      <Rows label={t('login.passkey.list')}>
        {keys.map((key) => (
          <Row
            key={key.id}
            note={dateText(language, isoDate(key.addedAt))}
            end={
              <Button size="s" onPress={() => void remove(key.id)}>
                {t('login.passkey.remove')}
              </Button>
            }
          >
            {deviceName(key.device) ?? t('login.sessions.unknownDevice')}
          </Row>
        ))}
      </Rows>
      <StatusLine>{typeof outcome === 'string' ? words(t, outcome) : ''}</StatusLine>
      <FreshNotice rule={typeof outcome === 'object' ? outcome.rule : undefined} />
      <div className={css.buttons}>
        {canUsePasskeys() ? (
          <Button icon={KeyRound} onPress={() => void add()}>
            {t('login.passkey.add')}
          </Button>
        ) : (
          <p>{t('login.passkey.unsupported')}</p>
        )}
      </div>
    </Panel>
  );
}

function words(t: ReturnType<typeof useText>, outcome: 'done' | 'notDone'): string {
  return t(outcome === 'done' ? 'login.passkey.added' : 'login.passkey.notDone');
}

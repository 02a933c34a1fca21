import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, Dialog, StatusLine } from '../ui/index.ts';
import { Outcome } from './answered.tsx';
import { remove } from './api.ts';
import { useSending } from './use-sending.ts';

/** When something is wrong with logins as such: everybody but the one who presses must log in again. */
export function EndAllLogins() {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const { send, ...sending } = useSending();
  const carryOut = async () => {
    if ((await send(remove('/api/register/logins'))) === undefined) return;
    setAsking(false);
    setSaid(t('admin.logins.endAll.done'));
  };
  return (
    <>
      <Button icon={LogOut} onPress={() => setAsking(true)}>
        {t('admin.logins.endAll')}
      </Button>
      <StatusLine>{said}</StatusLine>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('admin.logins.endAll')}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button
              kind="primary"
              onPress={() => void carryOut()}
              busy={sending.isSending ? t('admin.saving') : undefined}
            >
              {t('admin.logins.endAll')}
            </Button>
          </>
        }
      >
        <p>{t('admin.logins.endAll.effect')}</p>
        <Outcome problem={sending.problem} lost={sending.isLost} />
      </Dialog>
    </>
  );
}

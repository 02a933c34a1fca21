import type { DeviceTest, Meeting, PersonId } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, StatusLine } from '../ui/index.ts';
import { DeviceCheck } from '../video/index.ts';
import css from './planning.module.css';

/** One who has applied tries the equipment again, and the chair sees the last result. */
export function TestAgain({ meeting, me }: { readonly meeting: Meeting; readonly me: PersonId }) {
  const t = useText();
  const { send, sending, refusal } = useCommand();
  const [tries, setTries] = useState(false);
  const [test, setTest] = useState<DeviceTest>();
  const [sent, setSent] = useState(false);
  const give = async (result: DeviceTest) => {
    const outcome = await send({ type: 'testRemote', person: me, test: result });
    if (outcome.kind !== 'done') return;
    setSent(true);
    setTries(false);
  };
  return (
    <div className={css.form}>
      {tries ? (
        <>
          <DeviceCheck meeting={meeting.plan.meeting} onResult={setTest} />
          {test !== undefined && (
            <Button busy={sending ? t('notice.sending') : undefined} onPress={() => void give(test)}>
              {t('notice.apply.test.send')}
            </Button>
          )}
        </>
      ) : (
        <Button
          onPress={() => {
            setSent(false);
            setTries(true);
          }}
        >
          {t('notice.apply.test.again')}
        </Button>
      )}
      <StatusLine>{sent && t('notice.apply.test.sent')}</StatusLine>
      <RefusalLine refusal={refusal} />
    </div>
  );
}

import type { DeviceTest, Meeting, PersonId, RemoteCheck } from '@klubba/meeting';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Checkbox, NextStep, NotNow, Panel, TextArea } from '../ui/index.ts';
import { DeviceCheck } from '../video/index.ts';
import { REMOTE_CHECKS } from './device-faults.ts';
import css from './planning.module.css';

type Props = { readonly meeting: Meeting; readonly me: PersonId; readonly onDone: () => void };

/** The application: why, what is declared, and a test of the equipment that the chair will see. */
export function ApplyForm({ meeting, me, onDone }: Props) {
  const t = useText();
  const { send, sending, refusal } = useCommand();
  const heading = useRef<HTMLHeadingElement>(null);
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState<readonly RemoteCheck[]>([]);
  const [tries, setTries] = useState(false);
  const [test, setTest] = useState<DeviceTest>();
  useEffect(() => heading.current?.focus(), []);
  const apply = async () => {
    const outcome = await send({
      type: 'applyRemote',
      person: me,
      confirmed,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(test === undefined ? {} : { test }),
    });
    if (outcome.kind === 'done') onDone();
  };
  return (
    <section className={css.form} aria-labelledby="apply-title">
      <div>
        <h3 id="apply-title" ref={heading} tabIndex={-1} className={css.subtitle}>
          {t('notice.apply.title')}
        </h3>
        <p className={css.soft}>{t('notice.apply.lede')}</p>
      </div>
      <TextArea
        label={t('notice.apply.reason')}
        hint={t('notice.apply.reason.hint')}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={2_000}
      />
      <Panel level={4} title={t('notice.apply.checks')}>
        {REMOTE_CHECKS.map((check) => (
          <Checkbox
            key={check}
            checked={confirmed.includes(check)}
            onChange={(on) => setConfirmed(on ? [...confirmed, check] : confirmed.filter((one) => one !== check))}
          >
            {t(`notice.apply.check.${check}`)}
          </Checkbox>
        ))}
      </Panel>
      {tries ? (
        <DeviceCheck meeting={meeting.plan.meeting} onResult={setTest} />
      ) : (
        <Button onPress={() => setTries(true)}>{t('notice.apply.test')}</Button>
      )}
      {confirmed.length < REMOTE_CHECKS.length ? (
        <NotNow
          stacked
          action={t('notice.apply.send')}
          word={t('common.notNow')}
          reason={t('notice.apply.checks.missing')}
        />
      ) : (
        <NextStep
          busy={sending ? t('notice.sending') : undefined}
          effect={test === undefined ? t('notice.apply.untested') : undefined}
          onPress={() => void apply()}
        >
          {t('notice.apply.send')}
        </NextStep>
      )}
      <RefusalLine refusal={refusal} />
    </section>
  );
}

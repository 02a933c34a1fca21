import { isTextKey, text } from '@klubba/i18n';
import { calledTo, type Meeting } from '@klubba/meeting';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { Alert, Button, FormDialog, TextArea } from '../ui/index.ts';
import css from './planning.module.css';
import type { Dispatches } from './use-dispatches.ts';

type Props = { readonly meeting: Meeting; readonly dispatches: Dispatches };

/** The desk calls the meeting off: asked for once more, with the reason that everybody may read. */
export function CallOff(props: Props) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setAsked(true)}>
        {t('planning.off.open')}
      </Button>
      {isAsked && <CallOffDialog {...props} onClose={() => setAsked(false)} />}
    </>
  );
}

function CallOffDialog({ meeting, dispatches, onClose }: Props & { readonly onClose: () => void }) {
  const t = useText();
  const { language } = usePreferences();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { sending, trouble, callOff } = dispatches;
  const { members, substitutes } = calledTo(meeting.plan);
  const told = meeting.notice.sent.length === 0 ? 0 : members.length + substitutes.length;
  const troubleKey = `refusal.${trouble ?? ''}`;
  const save = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '' && (await callOff(reason))) onClose();
  };
  return (
    <FormDialog
      title={t('planning.off.title')}
      cancel={t('common.cancel')}
      save={t('planning.off.open')}
      busy={sending === 'callOff' ? t('planning.sending') : undefined}
      className={css.form}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <p>{t('planning.off.text', { count: told })}</p>
      <TextArea
        label={t('planning.off.reason')}
        hint={t('planning.off.reason.hint')}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={2_000}
        {...(isMissing ? { error: text(language, 'refusal.MTG-CALLED-OFF', { state: 'noReason' }) } : {})}
      />
      <div role="status">
        {trouble !== undefined && (
          <Alert rank="warning" word={t('common.notNow')} compact>
            {isTextKey(troubleKey) ? text(language, troubleKey, { state: 'checkIn' }) : t('planning.desk.unreachable')}
          </Alert>
        )}
      </div>
    </FormDialog>
  );
}

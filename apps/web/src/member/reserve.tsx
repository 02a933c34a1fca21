import { plain, timeText } from '@klubba/i18n';
import { type ItemState, type PersonId, type ProposalId, proposalName } from '@klubba/meeting';
import { PenLine } from 'lucide-react';
import { useId, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital } from '../figures/chain.ts';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Dialog, Select, TextArea } from '../ui/index.ts';
import { inTheWayOf } from './lawful.ts';
import css from './member.module.css';

/** The right to a reservation against a decision, until the meeting is closed (RES-1). Nothing where there is no right. */
export function Reserve({ me, item }: { readonly me: PersonId; readonly item: ItemState }) {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(60_000);
  const [isOpen, setOpen] = useState(false);
  const made = meeting.decisions.reservations.filter((one) => one.item === item.id && one.person === me);
  const refusal = inTheWayOf(meeting, me, { type: 'reserve', person: me, item: item.id, text: '' }, now);
  if (made.length > 0)
    return <p role="status">{t('member.reserve.done', { time: timeText(made.at(-1)?.at ?? now) })}</p>;
  if (refusal !== undefined) return null;
  return (
    <div className={css.tight}>
      <Button icon={PenLine} onPress={() => setOpen(true)}>
        {t('member.reserve')}
      </Button>
      <p className={css.soft}>{t('member.reserve.until')}</p>
      {isOpen && <ReserveDialog me={me} item={item} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ReserveDialog({
  me,
  item,
  onClose,
}: {
  readonly me: PersonId;
  readonly item: ItemState;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const command = useCommand();
  const formId = useId();
  const [text, setText] = useState('');
  const [favour, setFavour] = useState<string | null>(null);
  const options = Object.values(meeting.proposals.byId)
    .filter((proposal) => proposal.item === item.id && proposal.state === 'onTable')
    .map((proposal) => ({
      id: proposal.id,
      label: capital(String(plain(language, proposalName(meeting, proposal.id)))),
    }));
  const send = async (): Promise<void> => {
    const outcome = await command.send({
      type: 'reserve',
      person: me,
      item: item.id,
      text,
      ...(favour === null ? {} : { inFavourOf: favour as ProposalId }),
    });
    if (outcome.kind === 'done') onClose();
  };
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('member.reserve.title', { number: item.number })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} busy={command.sending ? t('member.sending') : undefined}>
            {t('member.reserve.send')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={css.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {options.length > 0 && (
          <Select
            label={t('member.reserve.favour')}
            placeholder={t('member.reserve.favour.choose')}
            options={options}
            value={favour}
            onChange={setFavour}
          />
        )}
        <TextArea
          legal
          label={t('member.reserve.text')}
          hint={t('member.reserve.text.hint')}
          value={text}
          onChange={setText}
          maxLength={10_000}
        />
        <p>{t('member.reserve.effect')}</p>
        <RefusalLine refusal={command.refusal} />
      </form>
    </Dialog>
  );
}

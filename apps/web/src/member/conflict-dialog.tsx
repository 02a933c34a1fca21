import type { ItemId, Meeting, PersonId } from '@klubba/meeting';
import { useId, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Dialog, Row, Rows, Select, TextArea } from '../ui/index.ts';
import { inTheWayOf } from './lawful.ts';
import css from './member.module.css';

/** To declare a conflict of interest, in the open item or in one to come; what it does is said before the press. */
export function ConflictDialog({
  isOpen,
  onClose,
  me,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly me: PersonId;
}) {
  return isOpen ? <Asking onClose={onClose} me={me} /> : null;
}

function Asking({ onClose, me }: { readonly onClose: () => void; readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const formId = useId();
  const items = declarable(meeting, me, now);
  const [chosen, setChosen] = useState<string | null>(meeting.agenda.current ?? items[0] ?? null);
  const [ground, setGround] = useState('');
  const item = chosen === null ? undefined : meeting.agenda.items[chosen as ItemId];
  const send = async (): Promise<void> => {
    if (item === undefined) return;
    const outcome = await command.send({
      type: 'declareConflict',
      item: item.id,
      person: me,
      ...(ground.trim() === '' ? {} : { ground: ground.trim() }),
    });
    if (outcome.kind === 'done') onClose();
  };
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('member.conflict.ask')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {item !== undefined && (
            <Button kind="primary" type="submit" form={formId} busy={command.sending ? t('member.sending') : undefined}>
              {t('member.conflict.send', { number: item.number })}
            </Button>
          )}
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
        <Select
          label={t('member.conflict.which')}
          options={items.map((id) => ({
            id,
            label: `§ ${meeting.agenda.items[id]?.number} ${meeting.agenda.items[id]?.title}`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <TextArea
          label={t('member.conflict.ground')}
          hint={t('member.conflict.ground.hint')}
          rows={2}
          value={ground}
          onChange={setGround}
          maxLength={400}
        />
        <p>{t(chosen === meeting.agenda.current ? 'member.conflict.effect.now' : 'member.conflict.effect.later')}</p>
        <RefusalLine refusal={command.refusal} />
      </form>
      <Declared me={me} />
    </Dialog>
  );
}

/** What one has declared for items to come can be taken back until they are opened. */
function Declared({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const own = Object.values(meeting.agenda.items).filter(
    (item) =>
      item.stage === 'waiting' &&
      meeting.conflicts.byItem[item.id]?.some((one) => one.person === me && one.state === 'declared'),
  );
  if (own.length === 0) return null;
  return (
    <section>
      <h3>{t('member.conflict.declared')}</h3>
      <Rows label={t('member.conflict.declared')}>
        {own.map((item) => (
          <Row
            key={item.id}
            start={`§ ${item.number}`}
            end={
              <Button
                size="s"
                onPress={() => void command.send({ type: 'withdrawConflict', item: item.id, person: me })}
              >
                {t('member.conflict.withdraw')}
              </Button>
            }
          >
            {item.title}
          </Row>
        ))}
      </Rows>
      <RefusalLine refusal={command.refusal} />
    </section>
  );
}

/** The open item first, then those to come: in what is over there is nothing to declare. */
function declarable(meeting: Meeting, me: PersonId, at: number): readonly ItemId[] {
  const lawful = meeting.agenda.order.filter(
    (item) => inTheWayOf(meeting, me, { type: 'declareConflict', item, person: me }, at) === undefined,
  );
  const current = lawful.filter((item) => item === meeting.agenda.current);
  return [...current, ...lawful.filter((item) => item !== meeting.agenda.current)];
}

import { decide, type ItemId, type Meeting } from '@klubba/meeting';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand, useMe } from '../live/index.ts';
import { RefusalLine, refusalText } from '../steps/index.ts';
import { Button, ButtonRow, IconButton, Row, Rows, Sheet } from '../ui/index.ts';

/** The agenda with what can be done to each item: open it, or move it among those that wait. */
export function AgendaSheet({
  isOpen,
  onClose,
  meeting,
  now,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly meeting: Meeting;
  readonly now: number;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { send, refusal } = useCommand();
  const me = useMe()?.person;
  const { order, items } = meeting.agenda;
  const swap = (id: ItemId, by: -1 | 1) => {
    const at = order.indexOf(id);
    const next = order.toSpliced(at, 1).toSpliced(at + by, 0, id);
    void send({ type: 'reorderAgenda', order: next });
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('chair.agenda')} closeLabel={t('common.close')}>
      <Rows ordered label={t('chair.agenda')}>
        {order.map((id, index) => {
          const item = items[id];
          if (item === undefined) return null;
          const open = { type: 'openItem', item: id } as const;
          const judged = me === undefined ? undefined : decide(meeting, open, { at: now, actor: me, id: 'agenda' });
          const why =
            judged === undefined || judged.ok
              ? undefined
              : refusalText(language, judged.refusal, meeting.plan.body.kind);
          const waiting = item.stage === 'waiting';
          return (
            <Row
              key={id}
              start={`§ ${item.number}`}
              current={meeting.agenda.current === id}
              note={waiting && why !== undefined ? `${why.reason} ${why.rule ?? ''}` : t(`label.stage.${item.stage}`)}
              end={
                waiting ? (
                  <ButtonRow>
                    {judged?.ok === true && (
                      <Button
                        size="s"
                        onPress={() => void send(open).then((outcome) => outcome.kind === 'done' && onClose())}
                      >
                        {t('chair.agenda.open')}
                      </Button>
                    )}
                    <IconButton
                      icon={ArrowUp}
                      kind="quiet"
                      label={t('chair.agenda.up', { number: item.number })}
                      unavailable={index === 0}
                      onPress={() => swap(id, -1)}
                    />
                    <IconButton
                      icon={ArrowDown}
                      kind="quiet"
                      label={t('chair.agenda.down', { number: item.number })}
                      unavailable={index === order.length - 1}
                      onPress={() => swap(id, 1)}
                    />
                  </ButtonRow>
                ) : undefined
              }
            >
              {item.title}
            </Row>
          );
        })}
      </Rows>
      <RefusalLine refusal={refusal} />
    </Sheet>
  );
}

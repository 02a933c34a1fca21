import { durationText } from '@klubba/i18n';
import { decide, type ItemId, type Meeting, type PersonId } from '@klubba/meeting';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { ButtonRow, IconButton, Row, Rows, Sheet } from '../ui/index.ts';
import { itemDuration } from './minutes-rows.ts';

/** The agenda as it stands, how long each item has taken, and before the opening its order. */
export function AgendaSheet({
  isOpen,
  onClose,
  meeting,
  me,
  now,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const { order, items } = meeting.agenda;
  const mayOrder = decide(meeting, { type: 'reorderAgenda', order }, { at: now, actor: me, id: 'agenda' }).ok;
  const swap = (id: ItemId, by: -1 | 1) => {
    const at = order.indexOf(id);
    void send({ type: 'reorderAgenda', order: order.toSpliced(at, 1).toSpliced(at + by, 0, id) });
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('secretary.agenda')} closeLabel={t('common.close')}>
      <Rows ordered label={t('secretary.agenda')}>
        {order.map((id, index) => {
          const item = items[id];
          if (item === undefined) return null;
          const took = itemDuration(meeting, id, now);
          return (
            <Row
              key={id}
              start={`§ ${item.number}`}
              current={meeting.agenda.current === id}
              note={
                took === undefined
                  ? t(`label.stage.${item.stage}`)
                  : t('secretary.agenda.took', {
                      stage: t(`label.stage.${item.stage}`),
                      time: durationText(took / 1000),
                    })
              }
              end={
                mayOrder && item.stage === 'waiting' ? (
                  <ButtonRow>
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

import { decide, type ItemId, type ItemState, type Meeting } from '@klubba/meeting';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand, useMe } from '../live/index.ts';
import { RefusalLine, refusalText } from '../steps/index.ts';
import { Button, ButtonRow, IconButton, Row, Rows, Sheet, StatusLine } from '../ui/index.ts';
import css from './chair.module.css';

type Direction = 'up' | 'down';

/** The agenda with what can be done to each item: open it, read its documents, move it among those that wait. */
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
  const { send, refusal } = useCommand();
  const { order, items } = meeting.agenda;
  const { list, said, moved } = useMoving(meeting);
  const move = (item: ItemState, direction: Direction) => {
    const at = order.indexOf(item.id);
    const next = order.toSpliced(at, 1).toSpliced(direction === 'up' ? at - 1 : at + 1, 0, item.id);
    void send({ type: 'reorderAgenda', order: next }).then(
      (outcome) => outcome.kind === 'done' && moved(item.id, direction),
    );
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('chair.agenda')} closeLabel={t('common.close')}>
      <div ref={list}>
        <Rows ordered label={t('chair.agenda')}>
          {order.map((id, index) => {
            const item = items[id];
            if (item === undefined) return null;
            return (
              <AgendaRow
                key={id}
                meeting={meeting}
                item={item}
                now={now}
                first={index === 0}
                last={index === order.length - 1}
                onOpen={() =>
                  void send({ type: 'openItem', item: id }).then((outcome) => outcome.kind === 'done' && onClose())
                }
                onMove={(direction) => move(item, direction)}
              />
            );
          })}
        </Rows>
      </div>
      <StatusLine hidden>{said}</StatusLine>
      <RefusalLine refusal={refusal} />
    </Sheet>
  );
}

/** After a move the focus is on the same item's button again, and its new place is read out. */
function useMoving(meeting: Meeting) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState<{ readonly item: ItemId; readonly direction: Direction }>();
  const { order, items } = meeting.agenda;
  const item = last === undefined ? undefined : items[last.item];
  useEffect(() => {
    if (last === undefined || item === undefined) return;
    const label = t(`chair.agenda.${last.direction}`, { number: item.number });
    list.current?.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)?.focus();
  }, [last, item, order, t]);
  const said =
    item === undefined
      ? ''
      : t('chair.agenda.moved', { number: item.number, place: order.indexOf(item.id) + 1, places: order.length });
  const moved = (id: ItemId, direction: Direction) => setLast({ item: id, direction });
  return { list, said, moved };
}

function AgendaRow(props: {
  readonly meeting: Meeting;
  readonly item: ItemState;
  readonly now: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly onOpen: () => void;
  readonly onMove: (direction: Direction) => void;
}) {
  const { meeting, item, now, first, last, onOpen, onMove } = props;
  const t = useText();
  const { language } = usePreferences();
  const me = useMe()?.person;
  const waiting = item.stage === 'waiting';
  const judged =
    me === undefined
      ? undefined
      : decide(meeting, { type: 'openItem', item: item.id }, { at: now, actor: me, id: 'agenda' });
  const why =
    judged === undefined || judged.ok ? undefined : refusalText(language, judged.refusal, meeting.plan.body.kind);
  const state = waiting && why !== undefined ? `${why.reason} ${why.rule ?? ''}` : t(`label.stage.${item.stage}`);
  return (
    <Row
      start={`§ ${item.number}`}
      current={meeting.agenda.current === item.id}
      note={state}
      end={
        waiting ? (
          <ButtonRow>
            {judged?.ok === true && (
              <Button size="s" onPress={onOpen}>
                {t('chair.agenda.open')}
              </Button>
            )}
            <IconButton
              icon={ArrowUp}
              kind="quiet"
              label={t('chair.agenda.up', { number: item.number })}
              unavailable={first}
              onPress={() => onMove('up')}
            />
            <IconButton
              icon={ArrowDown}
              kind="quiet"
              label={t('chair.agenda.down', { number: item.number })}
              unavailable={last}
              onPress={() => onMove('down')}
            />
          </ButtonRow>
        ) : undefined
      }
    >
      {item.title}
      <Documents meeting={meeting} item={item} />
    </Row>
  );
}

function Documents({ meeting, item }: { readonly meeting: Meeting; readonly item: ItemState }) {
  const t = useText();
  if (item.documents.length === 0) return null;
  const folder = `/api/meetings/${encodeURIComponent(meeting.plan.meeting)}/documents`;
  return (
    <details className={css.documents}>
      <summary>{t('chair.documents', { count: item.documents.length })}</summary>
      <ul>
        {item.documents.map(({ id, title, pages = 0 }) => (
          <li key={id}>
            <a href={`${folder}/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
              {t('chair.document', { title, pages })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

import type { ItemId, ItemState, Meeting } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting, useServerNow } from '../live/index.ts';
import { Button, Panel, Row, Rows, VisuallyHidden } from '../ui/index.ts';
import { VotingRegisterPanel } from '../voting-register/index.ts';
import { ItemDocuments } from './item-documents.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { Reserve } from './reserve.tsx';

/** Between two items: what comes, with its documents, and the decisions one may still make a reservation against. */
export function BetweenSide({ me }: ScreenProps) {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(60_000);
  const [read, setRead] = useState<ItemId>();
  const item = read === undefined ? undefined : meeting.agenda.items[read];
  if (item !== undefined)
    return (
      <Panel framed flush label={t('member.tab.documents')}>
        <ItemDocuments me={me} item={item} onClose={() => setRead(undefined)} />
      </Panel>
    );
  return (
    <Panel framed reads label={t('member.agenda')}>
      <div className={css.stack}>
        <header className={css.tight}>
          <h1 className={css.title}>{t('member.between.title')}</h1>
          <p>{t('member.between.text')}</p>
        </header>
        <VotingRegisterPanel meeting={meeting} me={me} now={now} />
        <Coming onRead={setRead} />
        <Reservable me={me} />
      </div>
    </Panel>
  );
}

/** The items to come, in the agenda's order. */
export function Coming({ onRead }: { readonly onRead: (item: ItemId) => void }) {
  const t = useText();
  const meeting = useMeeting();
  return (
    <section>
      <h2>{t('member.between.next')}</h2>
      <Rows label={t('member.agenda')}>
        {coming(meeting).map((item) => (
          <Row
            key={item.id}
            start={`§ ${item.number}`}
            end={
              item.documents.length === 0 ? undefined : (
                <Button kind="quiet" size="s" onPress={() => onRead(item.id)}>
                  {t('member.agenda.open')}
                  <VisuallyHidden> § {item.number}</VisuallyHidden>
                </Button>
              )
            }
          >
            {item.title}
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function coming(meeting: Meeting): readonly ItemState[] {
  return meeting.agenda.order.flatMap((id) => {
    const item = meeting.agenda.items[id];
    return item?.stage === 'waiting' ? [item] : [];
  });
}

function Reservable({ me }: { readonly me: ScreenProps['me'] }) {
  const t = useText();
  const meeting = useMeeting();
  const items = meeting.agenda.order.flatMap((id) => {
    const item = meeting.agenda.items[id];
    const took = meeting.decisions.tookPart[id]?.includes(me) === true;
    return item !== undefined && item.outcome !== undefined && took ? [item] : [];
  });
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t('member.reserve.list')}</h2>
      <Rows label={t('member.reserve.list')}>
        {items.map((item) => (
          <Row key={item.id} start={`§ ${item.number}`} note={<Reserve me={me} item={item} />}>
            {item.title}
          </Row>
        ))}
      </Rows>
    </section>
  );
}

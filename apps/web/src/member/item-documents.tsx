import type { DocumentId, ItemState, PersonId } from '@klubba/meeting';
import { useCallback } from 'react';
import { later } from '../app/later.tsx';
import { useLive, useMeeting } from '../live/index.ts';
import { picturesOfPage } from '../video/index.ts';

/** The reader is large and not everybody reads here: it comes when it is needed, and never before the pictures. */
const DocumentReader = later('inside', async () => {
  await picturesOfPage.past;
  return (await import('../documents/index.ts')).DocumentReader;
});

/** An item's documents beside the meeting. Opening one is the receipt for it (DOC-03). */
export function ItemDocuments({
  me,
  item,
  selected,
  onSelect,
  onClose,
}: {
  readonly me: PersonId;
  readonly item: ItemState;
  readonly selected?: DocumentId | undefined;
  readonly onSelect?: (document: DocumentId) => void;
  readonly onClose?: () => void;
}) {
  const live = useLive();
  const meetingId = useMeeting((meeting) => meeting.plan.meeting);
  const receive = useCallback(
    (document: DocumentId) => {
      if (item.receipts[document]?.includes(me)) return;
      // A receipt that is refused, such as before check-in, is asked for again at the next opening.
      void live.send({ type: 'confirmReceipt', item: item.id, document });
    },
    [live, item.receipts, item.id, me],
  );
  return (
    <DocumentReader
      key={item.id}
      meeting={meetingId}
      item={item}
      onOpened={receive}
      selected={selected}
      {...(onSelect === undefined ? {} : { onSelect })}
      {...(onClose === undefined ? {} : { onClose })}
    />
  );
}

import type { AgendaDocument, ItemState, PersonId } from '@klubba/meeting';

/** The document handed out last, as long as this person has not opened it. */
export function unreadHandout(item: ItemState, me: PersonId): AgendaDocument | undefined {
  const last = item.documents
    .filter((document) => document.handedOutAt !== undefined)
    .toSorted((a, b) => (a.handedOutAt ?? 0) - (b.handedOutAt ?? 0))
    .at(-1);
  return last === undefined || item.receipts[last.id]?.includes(me) ? undefined : last;
}

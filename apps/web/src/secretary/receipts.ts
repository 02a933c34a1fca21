import type { AgendaDocument, ItemId, Meeting, PersonId } from '@klubba/meeting';

/** How far one handed-out document has come. */
type Receipts = {
  readonly item: ItemId;
  readonly document: AgendaDocument;
  /** Those who should have it: everybody who serves. */
  readonly wanted: number;
  readonly have: number;
  readonly missing: readonly PersonId[];
};

/** Documents handed out during the meeting, the latest first, with who has not opened them yet. */
export function receipts(meeting: Meeting): readonly Receipts[] {
  const serving = meeting.plan.seats.flatMap((seat) => meeting.attendance.serving[seat.id]?.person ?? []);
  return meeting.agenda.order
    .flatMap((id) => {
      const item = meeting.agenda.items[id];
      return (item?.documents ?? []).map((document) => {
        const opened = new Set(item?.receipts[document.id] ?? []);
        const missing = serving.filter((person) => !opened.has(person));
        return { item: id, document, wanted: serving.length, have: serving.length - missing.length, missing };
      });
    })
    .filter(({ document }) => document.handedOutAt !== undefined)
    .toSorted((a, b) => (b.document.handedOutAt ?? 0) - (a.document.handedOutAt ?? 0));
}

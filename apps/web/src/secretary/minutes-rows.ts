import type { Instant, ItemId, Meeting, MinutesDocument, Note, Passage, PersonId } from '@klubba/meeting';

/** One line of the live draft: an event on the left, what it becomes in the minutes on the right. */
export type MinutesRow =
  | { readonly is: 'opened'; readonly id: string; readonly at: Instant | undefined; readonly item: ItemId }
  | { readonly is: 'passage'; readonly id: string; readonly at: Instant | undefined; readonly passage: Passage }
  | { readonly is: 'note'; readonly id: string; readonly at: Instant; readonly note: Note }
  /** Not yet in the minutes: it comes there by what the chair does about it. */
  | { readonly is: 'lost'; readonly id: string; readonly at: Instant; readonly person: PersonId };

/** What the draft is shown of: one §, or the meeting as a whole before the first §. */
export type MinutesPart = ItemId | null;

/** The lines of one part in the order in which things happened; what has no time of its own stands last. */
export function minutesRows(meeting: Meeting, document: MinutesDocument, part: MinutesPart): readonly MinutesRow[] {
  const passages =
    part === null ? document.general : (document.sections.find((section) => section.item === part)?.passages ?? []);
  const opened: readonly MinutesRow[] =
    part === null ? [] : [{ is: 'opened', id: 'opened', at: meeting.agenda.items[part]?.openedAt, item: part }];
  const told = passages
    .filter((passage) => passage.group !== 'notes')
    .map((passage): MinutesRow => ({ is: 'passage', id: passage.key, at: passage.at, passage }));
  const notes = meeting.minutes.notes
    .filter((note) => note.item === part)
    .map((note): MinutesRow => ({ is: 'note', id: `note:${note.id}`, at: note.at, note }));
  const lost = part === (meeting.agenda.current ?? null) ? lostNow(meeting) : [];
  return [...opened, ...[...told, ...notes, ...lost].toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))];
}

function lostNow(meeting: Meeting): readonly MinutesRow[] {
  return Object.values(meeting.attendance.serving).flatMap(({ person }): readonly MinutesRow[] => {
    const lost = meeting.attendance.present[person]?.lost;
    return lost === undefined ? [] : [{ is: 'lost', id: `lost:${person}`, at: lost.at, person }];
  });
}

/** Which part the draft shows when nobody has chosen: the open §, else the last one that was open, else the meeting as a whole. */
export function partNow(meeting: Meeting): MinutesPart {
  if (meeting.agenda.current !== undefined) return meeting.agenda.current;
  const opened = meeting.agenda.order.filter((id) => meeting.agenda.items[id]?.openedAt !== undefined);
  return opened.toSorted((a, b) => openedAt(meeting, b) - openedAt(meeting, a))[0] ?? null;
}

const openedAt = (meeting: Meeting, item: ItemId): number => meeting.agenda.items[item]?.openedAt ?? 0;

/** Where a § and its events stand in time: for how long each has taken (scenario 21). In ms; undefined before it is opened. */
export function itemDuration(meeting: Meeting, item: ItemId, now: Instant): number | undefined {
  const state = meeting.agenda.items[item];
  if (state?.openedAt === undefined) return undefined;
  return Math.max(0, (state.closedAt ?? meeting.agenda.closedAt ?? now) - state.openedAt);
}

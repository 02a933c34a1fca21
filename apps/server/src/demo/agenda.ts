import type { DocumentId, Item, ItemId, ItemKind, LocalDate, MeetingId, PersonId } from '@klubba/meeting';

/** An item before the files are made: `documents` are titles, with what their pages say. */
export type DraftDocument = { readonly title: string; readonly paragraphs: readonly string[]; readonly pages: number };
export type DraftItem = Omit<Item, 'documents'> & { readonly drafts: readonly DraftDocument[] };

export type ItemWords = {
  readonly number: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly diaryNumber?: string;
  readonly proposal?: { readonly by: string; readonly text: string; readonly clauses?: readonly string[] };
  readonly preparedBy?: readonly string[];
  readonly doors?: Item['doors'];
  readonly presenter?: PersonId;
  readonly expectedConflicts?: readonly PersonId[];
  readonly election?: NonNullable<Item['election']>;
  readonly asker?: PersonId;
  readonly answerer?: PersonId;
  readonly raisedOn?: LocalDate;
  readonly drafts?: readonly DraftDocument[];
};

/** What the chair puts when nobody wants the agenda otherwise. */
export const AGENDA_AS_CALLED = { by: 'Ordföranden', text: 'Dagordningen fastställs enligt kallelsen.' } as const;

/** An item of the agenda, made known with the notice. */
export function draftItem(meeting: MeetingId, announcedOn: LocalDate, words: ItemWords): DraftItem {
  const { number, title, kind, drafts = [], proposal, preparedBy = [], doors = 'open', ...more } = words;
  return {
    ...more,
    id: `${meeting}-§${number}` as ItemId,
    number,
    title,
    kind,
    doors,
    preparedBy,
    announcedOn,
    drafts,
    ...(proposal === undefined ? {} : { tabled: proposal }),
  };
}

export function documentId(item: ItemId, index: number): DocumentId {
  return `${item}-${index + 1}` as DocumentId;
}

/** A few pages that say plainly what they are. */
export function document(title: string, pages: number, ...paragraphs: readonly string[]): DraftDocument {
  return { title, pages, paragraphs };
}

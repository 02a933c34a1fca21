import { isTextKey } from '@klubba/i18n';
import {
  type AgendaDocument,
  type DocumentId,
  fullName,
  type Item,
  type ItemId,
  type ItemKind,
  type Person,
  type PersonId,
} from '@klubba/meeting';
import type { PlannedItem } from '@klubba/protocol';

/** An item while it is being written: every field as it stands in its box. */
export type DraftItem = {
  /** Of the row on the screen; an item that is in the plan already has its own as well. */
  readonly id: string;
  readonly planned?: ItemId;
  readonly title: string;
  readonly kind: ItemKind;
  /** Absent: as the body's meetings are. */
  readonly doors?: Item['doors'];
  readonly diaryNumber: string;
  /** Organs, with commas between. */
  readonly preparedBy: string;
  readonly tabledBy: string;
  readonly tabledText: string;
  readonly office: string;
  readonly places: string;
  /** Decided by closed ballot from the start. */
  readonly closed: boolean;
  /** To the next meeting in the room instead. */
  readonly move?: true;
  readonly raisedOn: string;
  readonly asker?: PersonId;
  readonly answerer?: PersonId;
  /** Names with commas between, of those to be heard; absent: nothing was said of it. */
  readonly heard?: string;
  readonly removed: readonly DocumentId[];
};

export function newDraft(kind: ItemKind, title = ''): DraftItem {
  return {
    id: crypto.randomUUID(),
    title,
    kind,
    diaryNumber: '',
    preparedBy: '',
    tabledBy: '',
    tabledText: '',
    office: '',
    places: '1',
    closed: false,
    raisedOn: '',
    removed: [],
  };
}

export function draftOf(item: Item, people: readonly Person[] = []): DraftItem {
  const heard = people.filter(({ id }) => item.externals?.includes(id));
  return {
    ...newDraft(item.kind, item.title),
    id: item.id,
    planned: item.id,
    doors: item.doors,
    diaryNumber: item.diaryNumber ?? '',
    preparedBy: item.preparedBy.join(', '),
    tabledBy: item.tabled?.by ?? '',
    tabledText: item.tabled?.text ?? '',
    office: item.election?.office ?? '',
    places: String(item.election?.places ?? 1),
    closed: item.election?.closed ?? false,
    raisedOn: item.raisedOn ?? '',
    ...(item.asker === undefined ? {} : { asker: item.asker }),
    ...(item.answerer === undefined ? {} : { answerer: item.answerer }),
    ...(heard.length === 0 ? {} : { heard: heard.map(fullName).join(', ') }),
  };
}

/** As the server is asked for it. `documents`: those that the item has now. */
export function wishOf(draft: DraftItem, documents: readonly AgendaDocument[]): PlannedItem {
  const { planned, title, kind, doors, asker, answerer, removed, closed, move } = draft;
  const tabled = { by: draft.tabledBy.trim(), text: draft.tabledText.trim() };
  return {
    ...(planned === undefined ? {} : { id: planned }),
    title,
    kind,
    ...(doors === undefined ? {} : { doors }),
    ...(draft.diaryNumber.trim() === '' ? {} : { diaryNumber: draft.diaryNumber.trim() }),
    preparedBy: apart(draft.preparedBy),
    ...(draft.heard === undefined ? {} : { heard: apart(draft.heard) }),
    ...(tabled.text === '' ? {} : { tabled }),
    ...(kind === 'election'
      ? { election: { office: draft.office.trim(), places: placesOf(draft.places), closed } }
      : {}),
    ...(move === undefined ? {} : { move }),
    ...(kind === 'bill' && draft.raisedOn !== '' ? { raisedOn: draft.raisedOn } : {}),
    ...(isAsked(kind) && asker !== undefined ? { asker } : {}),
    ...(isAsked(kind) && answerer !== undefined ? { answerer } : {}),
    documents: documents.flatMap(({ id }) => (removed.includes(id) ? [] : [id])),
  };
}

/** Put by one person and answered by another (KL 5:59–5:64). */
export function isAsked(kind: ItemKind): boolean {
  return kind === 'interpellation' || kind === 'question';
}

function apart(words: string): string[] {
  return words
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function placesOf(text: string): number {
  return Math.min(200, Math.max(1, Math.trunc(Number(text)) || 1));
}

/** The text of a rule that stood in the way of the plan; undefined: the server did not answer. */
export function refusalKey(rule: string) {
  const key = `refusal.${rule}`;
  return isTextKey(key) ? key : undefined;
}

import type { ItemId, MeetingId } from '@klubba/meeting';

const NAME = 'klubba.computer';
const SHOWS = 'klubba.secretary.shows';

/** What this computer shows: everything, or one column over the full width. */
export const SHOWN = ['all', 'seats', 'minutes', 'practical'] as const;
export type Shown = (typeof SHOWN)[number];

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** This browser's own name, the same as long as its storage is kept: by it the minutes know which computer writes. */
export function computerName(kept: Kept, newName: () => string): string {
  const known = kept.getItem(NAME);
  if (known !== null) return known;
  const name = newName();
  kept.setItem(NAME, name);
  return name;
}

export function shownHere(kept: Kept): Shown {
  const chosen = kept.getItem(SHOWS);
  return SHOWN.find((one) => one === chosen) ?? 'all';
}

export function keepShown(kept: Kept, shown: Shown): void {
  kept.setItem(SHOWS, shown);
}

/** Text that is written and not saved. One editor is open at a time. */
export type Unsaved = {
  /** What it is about: a passage's key, `note:<id>` of a note, or `note:` of a new one. */
  readonly of: string;
  readonly item: ItemId | null;
  readonly text: string;
};

const draftKey = (meeting: MeetingId): string => `draft/${meeting}`;

/** Kept in the browser, sealed, so that a reload or a change of column loses nothing. */
export function keptDraft(kept: Kept, meeting: MeetingId): Unsaved | undefined {
  const text = kept.getItem(draftKey(meeting));
  if (text === null || text === '') return undefined;
  try {
    const value = JSON.parse(text) as Partial<Unsaved>;
    const { of, item = null } = value;
    return typeof of === 'string' && typeof value.text === 'string' ? { of, item, text: value.text } : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(kept: Kept, meeting: MeetingId, draft: Unsaved | undefined): void {
  kept.setItem(draftKey(meeting), draft === undefined ? '' : JSON.stringify(draft));
}

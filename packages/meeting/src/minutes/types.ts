import type { Instant, ItemId, PersonId } from '../ids.ts';

/** The secretary's own prose beside the facts; the facts themselves cannot be edited (MIN-01). */
export type Note = {
  readonly id: string;
  readonly item: ItemId | null;
  readonly text: string;
  readonly by: PersonId;
  readonly at: Instant;
};
export type MinutesState = {
  readonly notes: readonly Note[];
  /** Prose that stands in for a generated passage, by passage key; the facts inside are re-inserted, never retyped. */
  readonly wordings: Readonly<Record<string, string>>;
  /** One computer at a time writes (secretary on two computers). */
  readonly lockedBy?: { readonly device: string; readonly by: PersonId | 'system'; readonly at: Instant };
  /** Chair's own words for a script line, by line key. */
  readonly scriptWords: Readonly<Record<string, string>>;
  /** Items whose minutes the body has had adjusted at once (PRO-3). */
  readonly adjustedAtOnce: readonly ItemId[];
};
/** `device`: the computer that writes; without it the pen is the person's, on whichever computer. */
export type MinutesCommand =
  | {
      readonly type: 'writeNote';
      readonly note: string;
      readonly item: ItemId | null;
      readonly text: string;
      readonly device?: string;
    }
  | { readonly type: 'removeNote'; readonly note: string; readonly device?: string }
  | { readonly type: 'wordPassage'; readonly passage: string; readonly text: string; readonly device?: string }
  | { readonly type: 'lockMinutes'; readonly device: string }
  | { readonly type: 'unlockMinutes'; readonly device: string }
  | { readonly type: 'adjustAtOnce'; readonly item: ItemId }
  | { readonly type: 'wordScript'; readonly line: string; readonly text: string };
export type MinutesEvent =
  | { readonly type: 'NoteWritten'; readonly note: string; readonly item: ItemId | null; readonly text: string }
  | { readonly type: 'NoteRemoved'; readonly note: string }
  | { readonly type: 'PassageWorded'; readonly passage: string; readonly text: string }
  | { readonly type: 'MinutesLocked'; readonly device: string }
  | { readonly type: 'MinutesUnlocked'; readonly device: string }
  | { readonly type: 'AdjustedAtOnce'; readonly item: ItemId }
  | { readonly type: 'ScriptWorded'; readonly line: string; readonly text: string };

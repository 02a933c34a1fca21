import type { ItemId, ProposalId } from '../ids.ts';

const SEPARATOR = '/';

/** Stable name of a passage in the minutes or of a line in the script: `item/what/which`, or `/what` for the meeting as a whole.
 * Wordings hang on it, so the same facts must always give the same key. */
export function passageKey(item: ItemId | null, ...parts: readonly (string | number)[]): string {
  return [item ?? '', ...parts].join(SEPARATOR);
}

export function itemOfPassage(key: string): ItemId | null {
  const item = key.split(SEPARATOR, 1)[0] ?? '';
  return item === '' ? null : (item as ItemId);
}

const NAME = 'name';

/** Where the secretary's name for a proposal is kept among the wordings. */
export function nameKey(item: ItemId, proposal: ProposalId): string {
  return passageKey(item, NAME, proposal);
}

export function isNameKey(key: string): boolean {
  return key.split(SEPARATOR)[1] === NAME;
}

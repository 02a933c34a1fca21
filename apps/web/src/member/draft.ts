import type { ItemId, MeetingId, PersonId, ProposalId, ProposalKind } from '@klubba/meeting';

/** A proposal that is being written. It lies on this device alone until it is handed in. */
export type Draft = {
  readonly kind: ProposalKind | null;
  readonly text: string;
  readonly reason: string;
  readonly addressee: string | null;
  readonly of: ProposalId | null;
  readonly clause: number | null;
  readonly instance: 1 | 2;
  readonly candidates: readonly PersonId[];
};

export const EMPTY_DRAFT: Draft = {
  kind: null,
  text: '',
  reason: '',
  addressee: null,
  of: null,
  clause: null,
  instance: 1,
  candidates: [],
};

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (meeting: MeetingId, item: ItemId): string => `klubba.draft.${meeting}.${item}`;

/** Undefined when nothing is kept, or what is kept cannot be read. */
export function readDraft(storage: Kept, meeting: MeetingId, item: ItemId): Draft | undefined {
  try {
    const kept = storage.getItem(keyOf(meeting, item));
    return kept === null ? undefined : { ...EMPTY_DRAFT, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return undefined;
  }
}

/** A device that keeps nothing loses the draft at a reload and nothing else. */
export function keepDraft(storage: Kept, meeting: MeetingId, item: ItemId, draft: Draft): void {
  try {
    storage.setItem(keyOf(meeting, item), JSON.stringify(draft));
  } catch {
    // Full or forbidden.
  }
}

export function forgetDraft(storage: Kept, meeting: MeetingId, item: ItemId): void {
  try {
    storage.removeItem(keyOf(meeting, item));
  } catch {
    // Forbidden: then nothing was kept.
  }
}

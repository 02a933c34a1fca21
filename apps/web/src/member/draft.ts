import type { ItemId, MeetingId, PersonId, ProposalId, ProposalKind } from '@klubba/meeting';
import { isKept } from '../own-store/name.ts';
import type { OwnStore } from '../own-store/index.ts';

/** A proposal that is being written. It lies on this device alone, sealed, until it is handed in. */
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

type Kept = Pick<OwnStore, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (meeting: MeetingId, item: ItemId): string => `draft/${meeting}/${item}`;

/** Something is kept on this device; what, only its writer's login opens. */
export const hasDraft = (
  storage: Pick<Storage, 'getItem'>,
  person: PersonId,
  meeting: MeetingId,
  item: ItemId,
): boolean => isKept(storage, person, keyOf(meeting, item));

/** Undefined when nothing is kept, or what is kept cannot be read. */
export function readDraft(storage: Kept, meeting: MeetingId, item: ItemId): Draft | undefined {
  try {
    const kept = storage.getItem(keyOf(meeting, item));
    return kept === null ? undefined : { ...EMPTY_DRAFT, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return undefined;
  }
}

export function keepDraft(storage: Kept, meeting: MeetingId, item: ItemId, draft: Draft): void {
  storage.setItem(keyOf(meeting, item), JSON.stringify(draft));
}

export function forgetDraft(storage: Kept, meeting: MeetingId, item: ItemId): void {
  storage.removeItem(keyOf(meeting, item));
}

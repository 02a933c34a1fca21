import type { Instant, ItemId, PersonId } from '../ids.ts';

/** jäv: `raised` by another; `contested` by the person; `established` by own declaration or by the body's decision (6:30). */
export type Conflict = {
  readonly item: ItemId;
  readonly person: PersonId;
  readonly state: 'declared' | 'raised' | 'contested' | 'established' | 'rejected' | 'withdrawn';
  readonly ground?: string;
  readonly raisedBy?: PersonId;
  readonly at: Instant;
};
export type ConflictsState = { readonly byItem: Readonly<Record<ItemId, readonly Conflict[]>> };
export type ConflictsCommand =
  | { readonly type: 'declareConflict'; readonly item: ItemId; readonly person: PersonId; readonly ground?: string }
  | { readonly type: 'raiseConflict'; readonly item: ItemId; readonly person: PersonId; readonly ground: string }
  | { readonly type: 'contestConflict'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'decideConflict'; readonly item: ItemId; readonly person: PersonId; readonly inConflict: boolean }
  | { readonly type: 'withdrawConflict'; readonly item: ItemId; readonly person: PersonId };
export type ConflictsEvent =
  | { readonly type: 'ConflictDeclared'; readonly item: ItemId; readonly person: PersonId; readonly ground?: string }
  | {
      readonly type: 'ConflictRaised';
      readonly item: ItemId;
      readonly person: PersonId;
      readonly ground: string;
      readonly by: PersonId;
    }
  | { readonly type: 'ConflictContested'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'ConflictDecided'; readonly item: ItemId; readonly person: PersonId; readonly inConflict: boolean }
  | { readonly type: 'ConflictWithdrawn'; readonly item: ItemId; readonly person: PersonId };

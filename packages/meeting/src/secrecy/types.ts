import type { Instant, ItemId, PersonId } from '../ids.ts';

export type SecrecyState = {
  /** Item whose deliberation is behind closed doors now. */
  readonly closedFor?: ItemId;
  /** Items once closed: what of them each audience may see stays so. */
  readonly closedItems: readonly ItemId[];
  /** intyg om avskildhet, by item. */
  readonly declarations: Readonly<Record<ItemId, Readonly<Record<PersonId, Instant>>>>;
  readonly externals: Readonly<
    Record<PersonId, { readonly item: ItemId; readonly state: 'invited' | 'admitted' | 'ended' }>
  >;
};
export type SecrecyCommand =
  | { readonly type: 'closeDoors' }
  | { readonly type: 'openDoors' }
  | { readonly type: 'declareRoom'; readonly person: PersonId }
  | { readonly type: 'admitExternal'; readonly person: PersonId }
  | { readonly type: 'endExternal'; readonly person: PersonId };
export type SecrecyEvent =
  | { readonly type: 'DoorsClosed'; readonly item: ItemId }
  | { readonly type: 'DoorsOpened'; readonly item: ItemId }
  | { readonly type: 'RoomDeclared'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'ExternalAdmitted'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'ExternalEnded'; readonly item: ItemId; readonly person: PersonId };

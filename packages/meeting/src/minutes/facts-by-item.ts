import { scopeOf } from '../audience/subject.ts';
import type { ItemId } from '../ids.ts';
import type { Fact, Meeting } from '../types.ts';

export type ItemFacts = {
  /** Of the item itself. */
  readonly own: readonly Fact[];
  /** Of the meeting as a whole, while the item was open: presence, adjournments, who leads. */
  readonly during: readonly Fact[];
};

const NOTHING: ItemFacts = { own: [], during: [] };

/** One pass over the journal, so that a long evening's minutes cost no more than its length. */
export function factsByItem(meeting: Meeting, facts: readonly Fact[]): ReadonlyMap<ItemId, ItemFacts> {
  const byItem = new Map<ItemId, { own: Fact[]; during: Fact[] }>();
  const at = (item: ItemId) => {
    const known = byItem.get(item) ?? { own: [], during: [] };
    byItem.set(item, known);
    return known;
  };
  let current: ItemId | undefined;
  for (const fact of facts) {
    const { event } = fact;
    if (event.type === 'ItemOpened') current = event.item;
    const scope = 'item' in event && typeof event.item === 'string' ? event.item : scopeOf(event, meeting);
    if (scope !== null && scope !== 'unknown') at(scope).own.push(fact);
    else if (current !== undefined) at(current).during.push(fact);
    if (event.type === 'ItemClosed' || event.type === 'ItemWithdrawn')
      current = event.item === current ? undefined : current;
  }
  return byItem;
}

export function factsOf(byItem: ReadonlyMap<ItemId, ItemFacts>, item: ItemId): ItemFacts {
  return byItem.get(item) ?? NOTHING;
}

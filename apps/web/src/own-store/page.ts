import type { PersonId } from '@klubba/meeting';
import type { OwnStore } from './own-store.ts';

type Opened = { readonly person: PersonId; readonly store: OwnStore; readonly close: () => void };
let opened: Opened | undefined;

/** The one that is open on this page, and whose. Its key lies nowhere but in memory. */
export const openedStore = (): Opened | undefined => opened;

export function putStore(next: Opened): void {
  opened?.close();
  opened = next;
}

/** After logging out nothing of it is left on the page. */
export function closeOwnStore(): void {
  opened?.close();
  opened = undefined;
}

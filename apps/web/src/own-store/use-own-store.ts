import type { PersonId } from '@klubba/meeting';
import type { StorageKey } from '@klubba/protocol';
import { useEffect, useState } from 'react';
import { importKey, openOwnStore, type OwnStore } from './own-store.ts';
import { openedStore, putStore } from './page.ts';

const AGAIN_MS = 2_000;

/** Its key is asked for once by a page, however many of its parts look. */
let opening: Promise<void> | undefined;

/** What this person keeps in this browser, as soon as the server has given the key to it. */
export function useOwnStore(person: PersonId | undefined): OwnStore | undefined {
  const [opened, setOpened] = useState(openedStore);
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      if (person === undefined) return;
      while (openedStore()?.person !== person && opening !== undefined) await opening;
      if (openedStore()?.person !== person) {
        opening = open(person).finally(() => {
          opening = undefined;
        });
        await opening;
      }
      if (left) return;
      setOpened(openedStore());
      if (openedStore()?.person !== person) timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [person]);
  return opened?.person === person ? opened?.store : undefined;
}

/** Nothing is opened when no answer comes, or when another has logged in in another tab. */
async function open(person: PersonId): Promise<void> {
  try {
    const response = await fetch('/api/me/storage-key', { cache: 'no-store' });
    if (!response.ok) return;
    const given = (await response.json()) as StorageKey;
    if (given.person !== person) return;
    const store = await openOwnStore(localStorage, await importKey(given.key), person);
    const closing = new AbortController();
    addEventListener('storage', ({ key, newValue }) => void store.changed(key, newValue), { signal: closing.signal });
    putStore({ person, store, close: () => closing.abort() });
  } catch {
    // Asked again soon.
  }
}

import type { PersonId } from '@klubba/meeting';
import { beforeEach, describe, expect, it } from 'vitest';
import { isKept } from './name.ts';
import { importKey, openOwnStore } from './own-store.ts';

const anna = 'p-anna' as PersonId;
const bo = 'p-bo' as PersonId;
const keyOf = (fill: number) => importKey(Buffer.alloc(32, fill).toString('base64url'));
const SECRET = 'the secret of a credential, med å';

let lies: Map<string, string>;
let storage: Parameters<typeof openOwnStore>[0];
const only = (): readonly [string, string] => [...lies][0]!;

beforeEach(() => {
  lies = new Map();
  storage = {
    get length() {
      return lies.size;
    },
    key: (at) => [...lies.keys()][at] ?? null,
    getItem: (place) => lies.get(place) ?? null,
    setItem: (place, value) => void lies.set(place, value),
    removeItem: (place) => void lies.delete(place),
  };
});

async function put(value = SECRET): Promise<void> {
  const store = await openOwnStore(storage, await keyOf(1), anna);
  store.setItem('ballot', value);
  expect(store.getItem('ballot')).toBe(value);
  await store.written();
}
const opens = async (fill: number, person: PersonId) =>
  (await openOwnStore(storage, await keyOf(fill), person)).getItem('ballot');

describe('what a person keeps in the browser', () => {
  it('lies there sealed, and opens after a new login', async () => {
    await put();
    const [, sealed] = only();
    expect(sealed).not.toContain(SECRET);
    expect(atob(sealed)).not.toContain(SECRET.slice(0, 8));
    expect(isKept(storage, anna, 'ballot')).toBe(true);
    expect(await opens(1, anna)).toBe(SECRET);
  });

  it('is never sealed twice alike', async () => {
    await put();
    const [, first] = only();
    await put();
    expect(only()[1]).not.toBe(first);
  });

  it('does not open to another person, whose key is another', async () => {
    await put();
    const [place, sealed] = only();
    expect(await opens(2, bo)).toBeNull();
    expect(await opens(2, anna)).toBeNull();
    lies.set(place.replace(anna, bo), sealed);
    expect(await opens(2, bo)).toBeNull();
  });

  it('is refused when it was altered, moved or cut', async () => {
    await put();
    const [place, sealed] = only();
    const bytes = Buffer.from(sealed, 'base64');
    for (const at of [0, 12, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      lies.set(place, altered.toString('base64'));
      expect(await opens(1, anna)).toBeNull();
    }
    for (const other of ['', '{"secret":"in clear"}', sealed.slice(0, 8)]) {
      lies.set(place, other);
      expect(await opens(1, anna)).toBeNull();
    }
    lies.delete(place);
    lies.set(place.replace('ballot', 'draft'), sealed);
    expect((await openOwnStore(storage, await keyOf(1), anna)).getItem('draft')).toBeNull();
  });

  it('is the last that was put, and goes when it is taken away', async () => {
    const store = await openOwnStore(storage, await keyOf(1), anna);
    store.setItem('ballot', 'first');
    store.setItem('ballot', 'last');
    await store.written();
    expect(await opens(1, anna)).toBe('last');
    store.removeItem('ballot');
    await store.written();
    expect(store.getItem('ballot')).toBeNull();
    expect(lies.size).toBe(0);
  });

  it('follows what another tab puts', async () => {
    const other = await openOwnStore(storage, await keyOf(1), anna);
    await put();
    await other.changed(...only());
    expect(other.getItem('ballot')).toBe(SECRET);
    await other.changed(only()[0], null);
    expect(other.getItem('ballot')).toBeNull();
  });

  it('says so when the browser would not take it, and takes the next', async () => {
    const store = await openOwnStore(storage, await keyOf(1), anna);
    const { setItem } = storage;
    storage.setItem = () => {
      throw new Error('full');
    };
    store.setItem('ballot', 'first');
    await expect(store.written()).rejects.toThrow('full');
    storage.setItem = setItem;
    store.setItem('ballot', 'second');
    await store.written();
    expect(await opens(1, anna)).toBe('second');
  });

  it('has a key that the page cannot take out', async () => {
    await expect(crypto.subtle.exportKey('raw', await keyOf(1))).rejects.toThrow();
  });
});

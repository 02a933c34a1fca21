import type { PersonId } from '@klubba/meeting';
import { placeOf } from './name.ts';

const NONCE_BYTES = 12;

/** What one person keeps in this browser. On the disk it is sealed; read and written here in clear, in memory. */
export type OwnStore = {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
  /** When what was put last lies sealed in the browser. Fails when the browser would not take it. */
  written(): Promise<void>;
  /** Another tab has put something. */
  changed(place: string | null, sealed: string | null): Promise<void>;
};

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** AES-GCM needs a secret of 256 bits, here in base64url. The page itself cannot take it out again. */
export const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Opens what lies there for this person. What this key does not open, or was moved or altered, is as if it were not there. */
export async function openOwnStore(storage: Kept, key: CryptoKey, person: PersonId): Promise<OwnStore> {
  const prefix = placeOf(person);
  const opened = new Map<string, string>();
  const places = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  const take = async (place: string | null, sealed: string | null): Promise<void> => {
    if (place?.startsWith(prefix) !== true) return;
    const plain = sealed === null ? undefined : await unsealed(key, place, sealed);
    if (plain === undefined) opened.delete(place);
    else opened.set(place, plain);
  };
  await Promise.all(places.map((place) => take(place, place === null ? null : storage.getItem(place))));
  let last = Promise.resolve();
  const then = (work: () => Promise<void>): void => {
    last = last.catch(() => undefined).then(work);
    // Told to whoever asks whether it was written.
    last.catch(() => undefined);
  };
  return {
    getItem: (name) => opened.get(prefix + name) ?? null,
    setItem(name, value) {
      const place = prefix + name;
      opened.set(place, value);
      then(async () => storage.setItem(place, await sealedText(key, place, value)));
    },
    removeItem(name) {
      const place = prefix + name;
      opened.delete(place);
      then(async () => storage.removeItem(place));
    },
    written: () => last,
    changed: take,
  };
}

/** The place is bound to it: what is moved elsewhere does not open. */
async function sealedText(key: CryptoKey, place: string, plain: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const encoder = new TextEncoder();
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(place) },
    key,
    encoder.encode(plain),
  );
  return textOf([...iv, ...new Uint8Array(sealed)]);
}

async function unsealed(key: CryptoKey, place: string, text: string): Promise<string | undefined> {
  try {
    const bytes = bytesOf(text);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, NONCE_BYTES), additionalData: new TextEncoder().encode(place) },
      key,
      bytes.subarray(NONCE_BYTES),
    );
    return new TextDecoder().decode(plain);
  } catch {
    return undefined;
  }
}

function textOf(bytes: readonly number[]): string {
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Locks what must lie in the database but be read by the servers alone. The use is part of the key. What is sealed names its form
 * and its key, so that both can be exchanged: the first of the secrets seals, each of them opens what it has sealed.
 */
export type Sealing = { seal(plain: string): Buffer; open(sealed: Buffer): string | undefined };

/** Authenticated ciphers, each with 256 bits of key, a nonce of 12 bytes and a tag of 16. A number is never used for anything else. */
const FORMS = {
  1: {
    cipher: (key: Buffer, nonce: Buffer) => createCipheriv('aes-256-gcm', key, nonce),
    decipher: (key: Buffer, nonce: Buffer) => createDecipheriv('aes-256-gcm', key, nonce, TAG),
  },
  2: {
    cipher: (key: Buffer, nonce: Buffer) => createCipheriv('chacha20-poly1305', key, nonce, TAG),
    decipher: (key: Buffer, nonce: Buffer) => createDecipheriv('chacha20-poly1305', key, nonce, TAG),
  },
} as const;
type Form = keyof typeof FORMS;
/** The form in which is sealed from now on; the others are still opened. */
const CURRENT: Form = 1;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
const HEAD_BYTES = 1 + KEY_ID_BYTES;
const TAG = { authTagLength: TAG_BYTES } as const;

type Key = { readonly id: Buffer; readonly key: Buffer };

export function sealing(secrets: Uint8Array | readonly Uint8Array[], use: string, form: Form = CURRENT): Sealing {
  const keys = (secrets instanceof Uint8Array ? [secrets] : secrets).map((secret): Key => {
    const made = (info: string, bytes: number): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, '', `klubba ${info}`, bytes));
    return { id: made(`${use} id`, KEY_ID_BYTES), key: made(use, KEY_BYTES) };
  });
  const [first] = keys;
  if (first === undefined) throw new Error('Nothing to seal with');
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = FORMS[form].cipher(first.key, nonce);
      const locked = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(form), first.id, nonce, cipher.getAuthTag(), locked]);
    },
    open(sealed) {
      const named = formOf(sealed[0]);
      const id = sealed.subarray(1, HEAD_BYTES);
      const known = keys.find((one) => one.id.equals(id));
      const opened =
        named === undefined || known === undefined
          ? undefined
          : unlocked(named, known.key, sealed.subarray(HEAD_BYTES));
      // Sealed before forms had numbers.
      return (
        opened ?? keys.reduce<string | undefined>((found, one) => found ?? unlocked(1, one.key, sealed), undefined)
      );
    },
  };
}

function formOf(byte: number | undefined): Form | undefined {
  return byte === 1 || byte === 2 ? byte : undefined;
}

function unlocked(form: Form, key: Buffer, sealed: Buffer): string | undefined {
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = FORMS[form].decipher(key, nonce);
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Locks what must lie in the database but be read by the servers alone. AES-256-GCM; the use is part of the key. */
export type Sealing = { seal(plain: string): Buffer; open(sealed: Buffer): string | undefined };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function sealing(secret: Uint8Array, use: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `klubba ${use}`, 32));
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const locked = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), locked]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },
  };
}

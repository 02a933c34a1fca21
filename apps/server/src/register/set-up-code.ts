import { createHmac, timingSafeEqual } from 'node:crypto';

/** No sign in it is taken for another when it is read from a screen. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** What the start of an empty installation shows, and whoever has it may become the first administrator. Good until there is one. */
export type SetUpCode = { readonly code: string; matches(given: string): boolean };

export function setUpCode(key: Uint8Array): SetUpCode {
  const bytes = createHmac('sha256', key).update('set-up code').digest();
  const signs = Array.from(bytes.subarray(0, GROUPS * GROUP_LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
  const code = signs.match(/.{4}/g)?.join('-') ?? signs;
  return {
    code,
    matches(given) {
      const plain = Buffer.from(given.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
      const expected = Buffer.from(signs);
      return plain.length === expected.length && timingSafeEqual(plain, expected);
    },
  };
}

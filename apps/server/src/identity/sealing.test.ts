import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { sealing } from './sealing.ts';

const secret = randomBytes(32);

it('what is sealed opens to what it was, never looks the same twice, and opens to nothing when a single bit was changed', () => {
  const { seal, open } = sealing(secret, 'renewals');
  const sealed = seal('refresh-token');
  expect(open(sealed)).toBe('refresh-token');
  expect(seal('refresh-token').equals(sealed)).toBe(false);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(open(changed)).toBeUndefined();
  }
});

it('what is sealed for one use opens for no other, nor with another secret', () => {
  const sealed = sealing(secret, 'renewals').seal('refresh-token');
  expect(sealing(secret, 'people').open(sealed)).toBeUndefined();
  expect(sealing(randomBytes(32), 'renewals').open(sealed)).toBeUndefined();
});

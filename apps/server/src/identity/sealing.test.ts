import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealing } from './sealing.ts';

const [old, fresh] = [randomBytes(32), randomBytes(32)];

describe('what is sealed', () => {
  it('is opened by the same key and use, shows nothing, and is another each time', () => {
    const { seal, open } = sealing(old, 'sessions');
    const sealed = seal('refresh-token');
    expect(open(sealed)).toBe('refresh-token');
    expect(sealed.toString('latin1')).not.toContain('refresh-token');
    expect(seal('refresh-token').equals(sealed)).toBe(false);
    expect(sealing(fresh, 'sessions').open(sealed)).toBeUndefined();
    expect(sealing(old, 'login attempts').open(sealed)).toBeUndefined();
  });

  it('is not opened when any part of it was changed', () => {
    const { seal, open } = sealing(old, 'sessions');
    const sealed = seal('refresh-token');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(open(changed)).toBeUndefined();
    }
    expect(open(Buffer.alloc(0))).toBeUndefined();
  });

  it('names its key: a new one seals from now on, the old one opens what it sealed, and gone it opens nothing', () => {
    const before = sealing(old, 'sessions').seal('of before');
    const both = sealing([fresh, old], 'sessions');
    expect(both.open(before)).toBe('of before');
    const resealed = both.seal(both.open(before) ?? '');
    expect(sealing(fresh, 'sessions').open(resealed)).toBe('of before');
    expect(sealing(old, 'sessions').open(resealed)).toBeUndefined();
    expect(sealing(fresh, 'sessions').open(before)).toBeUndefined();
  });

  it('names its cipher: what was sealed with another is still opened, so that one can be exchanged at any time', () => {
    const other = sealing(old, 'sessions', 2).seal('by another cipher');
    expect(other[0]).toBe(2);
    expect(sealing(old, 'sessions').seal('x')[0]).toBe(1);
    expect(sealing(old, 'sessions').open(other)).toBe('by another cipher');
    other[0] = 1;
    expect(sealing(old, 'sessions').open(other)).toBeUndefined();
  });

  it('is opened also from before forms had numbers', () => {
    const key = Buffer.from(hkdfSync('sha256', old, '', 'klubba sessions', 32));
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const locked = Buffer.concat([cipher.update('of old'), cipher.final()]);
    const sealed = Buffer.concat([nonce, cipher.getAuthTag(), locked]);
    expect(sealing([fresh, old], 'sessions').open(sealed)).toBe('of old');
  });
});

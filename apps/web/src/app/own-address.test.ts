import { describe, expect, it } from 'vitest';
import { ownScreenOf } from './own-address.ts';

describe('what is begun with the page', () => {
  it('is the meeting of the own screen, by any of its addresses', () => {
    expect(ownScreenOf('/m/KS%202026')).toEqual({ meeting: 'KS 2026', screen: undefined });
    expect(ownScreenOf('/m/ks/member')).toEqual({ meeting: 'ks', screen: 'member' });
    expect(ownScreenOf('/m/ks/chair/')).toEqual({ meeting: 'ks', screen: 'chair' });
  });

  it.each(['/', '/m/ks/notice', '/m/ks/ballot', '/m/ks/booth', '/display/ks', '/m/%E0%A4%A'])(
    'is nothing at %s: no camera starts where there is no meeting on the screen',
    (path) => expect(ownScreenOf(path)).toEqual({}),
  );
});

import { describe, expect, it } from 'vitest';
import { isEnough } from '@klubba/protocol';
import { demandedBy } from './demanded-by.ts';

describe('what is demanded of a login', () => {
  const demands = [
    { scope: 'body', act: 'vote', assurance: 'substantial' },
    { scope: 'meeting', act: 'vote', assurance: 'high' },
    { scope: 'item', act: 'closedItem', assurance: 'high' },
  ] as const;

  it('is told apart by who demands it; where nobody does, every login will do', () => {
    expect([demandedBy(demands, 'vote', 'body'), demandedBy(demands, 'vote', 'meeting')]).toEqual([
      'substantial',
      'high',
    ]);
    expect(demandedBy(demands, 'closedItem', 'meeting')).toBe('low');
    expect(demandedBy([{ act: 'checkIn', assurance: 'high' }], 'checkIn', 'body')).toBe('high');
  });

  it('a meeting asks for as much as its body, or more', () => {
    expect(isEnough('high', 'substantial')).toBe(true);
    expect(isEnough('low', 'substantial')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { atLeast, demandedBy } from './demand-levels.ts';

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
    expect(atLeast('high', 'substantial')).toBe(true);
    expect(atLeast('low', 'substantial')).toBe(false);
  });
});

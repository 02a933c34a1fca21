import type { MeetingCommand, PersonId } from '@klubba/meeting';
import { describe, expect, it } from 'vitest';
import { fill, nextTimeOfDay, unanswered } from './fill.ts';

describe('a step that asks', () => {
  it('puts the witness of a lot where the command wants it, and a person elsewhere as person', () => {
    const lot = { type: 'recordLot', alternative: 'a', witness: 'x', manner: '–' } as unknown as MeetingCommand;
    expect(fill(lot, { person: 'p1' as PersonId, manner: 'slips in a bowl' })).toMatchObject({
      witness: 'p1',
      manner: 'slips in a bowl',
    });
    const demand = { type: 'demandVote', person: 'x' as PersonId } as const;
    expect(fill(demand, { person: 'p2' as PersonId })).toEqual({ type: 'demandVote', person: 'p2' });
  });

  it('puts who assists at a proportional election among its assistants, and its lot before a witness', () => {
    const opening = { type: 'openProportional', assistants: ['x' as PersonId] } as const;
    expect(fill(opening, { persons: ['p1' as PersonId] })).toEqual({ type: 'openProportional', assistants: ['p1'] });
    const lot = { type: 'drawProportionalLot', group: 1, witness: 'x' as PersonId, manner: '–' } as const;
    expect(fill(lot, { person: 'p2' as PersonId, manner: 'slips' })).toEqual({
      ...lot,
      witness: 'p2',
      manner: 'slips',
    });
  });

  it('is not ready while an answer is empty', () => {
    expect(unanswered(['reason', 'person'], { reason: '' })).toEqual(['reason', 'person']);
    expect(unanswered(['persons'], { persons: [] })).toEqual(['persons']);
    expect(unanswered(['reason'], { reason: 'late document' })).toEqual([]);
  });
});

describe('a time of day', () => {
  const evening = new Date(2026, 10, 26, 19, 42).getTime();
  it('is the next one, tomorrow after midnight', () => {
    expect(nextTimeOfDay('19.55', evening)).toBe(new Date(2026, 10, 26, 19, 55).getTime());
    expect(nextTimeOfDay('00:10', evening)).toBe(new Date(2026, 10, 27, 0, 10).getTime());
  });
  it('is nothing when it is no time', () => {
    expect(nextTimeOfDay('24.00', evening)).toBeUndefined();
    expect(nextTimeOfDay('soon', evening)).toBeUndefined();
  });
});

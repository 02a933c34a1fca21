import { describe, expect, it } from 'vitest';
import { adjustCapacity, CAPACITY_MAX, FULL_CAPACITY } from './capacity.ts';

const WELL = { lossPermille: 0, droppedPermille: 20 };

describe('how many others are shown', () => {
  it('halves what is shown when packets are lost or frames come too late', () => {
    expect(adjustCapacity(FULL_CAPACITY, { ...WELL, lossPermille: 80 }, 12).tiles).toBe(6);
    expect(adjustCapacity(FULL_CAPACITY, { ...WELL, droppedPermille: 400 }, 6).tiles).toBe(3);
  });

  it('never goes below one, whatever happens', () => {
    let capacity = FULL_CAPACITY;
    for (let round = 0; round < 10; round += 1)
      capacity = adjustCapacity(capacity, { ...WELL, lossPermille: 500 }, capacity.tiles);
    expect(capacity.tiles).toBe(1);
  });

  it('comes back by one at a time, after three good rounds each', () => {
    let capacity = adjustCapacity(FULL_CAPACITY, { ...WELL, lossPermille: 80 }, 4);
    const seen = [capacity.tiles];
    for (let round = 0; round < 6; round += 1) {
      capacity = adjustCapacity(capacity, WELL, capacity.tiles);
      seen.push(capacity.tiles);
    }
    expect(seen).toEqual([2, 2, 2, 3, 3, 3, 4]);
    for (let round = 0; round < 200; round += 1) capacity = adjustCapacity(capacity, WELL, 12);
    expect(capacity.tiles).toBe(CAPACITY_MAX);
  });
});

import type { Item, ItemId, MeetingId } from '@klubba/meeting';
import { boardPlan, given } from '@klubba/meeting/testing';
import type { PlanWish } from '@klubba/protocol';
import { describe, expect, it } from 'vitest';
import { calledFromOutside, heardIn } from './called-from-outside.ts';

const meeting = 'm-1' as MeetingId;
const wish = (...items: PlanWish['items']): PlanWish => ({
  body: boardPlan().body.id,
  date: '2026-12-01',
  time: '13:00',
  place: 'Eken',
  form: 'physical',
  firstNumber: 1,
  items,
});
const matter = { title: 'Bistånd', kind: 'matter' } as const;
const item: Item = { ...matter, id: 'i' as ItemId, number: 1, doors: 'secret', documents: [], preparedBy: [] };

describe('EXT-02 who is called from outside to be heard', () => {
  it('is one person, in each item where the name stands', () => {
    const called = calledFromOutside(
      wish({ ...matter, heard: ['Elsa Enskild'] }, matter, { ...matter, heard: [' Elsa  Enskild ', 'Bo von Ek'] }),
      meeting,
    );
    expect([...(called ?? [])].map(([{ givenName, familyName }, at]) => [givenName, familyName, at])).toEqual([
      ['Elsa', 'Enskild', [0, 2]],
      ['Bo von', 'Ek', [2]],
    ]);
    if (called === undefined) return expect.unreachable();
    expect(heardIn(item, 2, called).externals).toHaveLength(2);
    expect(heardIn(item, 1, called)).not.toHaveProperty('externals');
  });

  it('has both a given name and a family name', () => {
    expect(calledFromOutside(wish({ ...matter, heard: ['Elsa'] }), meeting)).toBeUndefined();
  });

  it('is the same person when the plan is changed, and called still where nothing is said of it', () => {
    const before = given(boardPlan()).meeting;
    const was = before.plan.items.find(({ externals }) => externals !== undefined);
    const elsa = was?.externals?.[0];
    if (was === undefined || elsa === undefined) return expect.unreachable();
    const ids = (called: ReturnType<typeof calledFromOutside>) => [...(called ?? [])].map(([{ id }]) => id);
    expect(ids(calledFromOutside(wish({ ...matter, id: was.id }), meeting, before))).toEqual([elsa]);
    expect(ids(calledFromOutside(wish({ ...matter, heard: ['Elsa Enskild'] }), meeting, before))).toEqual([elsa]);
    expect(ids(calledFromOutside(wish({ ...matter, id: was.id, heard: [] }), meeting, before))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmOrder } from './alarm-order.ts';

const weak = { id: 'weak', rank: 'warning' } as const;
const conflict = { id: 'conflict', rank: 'information' } as const;
const lost = { id: 'lost', rank: 'stop' } as const;
const ids = (alarms: readonly { readonly id: string }[]) => alarms.map((alarm) => alarm.id);

describe('the order of alarms', () => {
  it('puts what hinders a decision first', () => {
    expect(ids(alarmOrder([conflict, weak, lost], [], undefined))).toEqual(['lost', 'weak', 'conflict']);
  });

  it('lets a new alarm, however grave, come in below the one in use', () => {
    expect(ids(alarmOrder([weak, conflict, lost], ['weak', 'conflict'], 'weak'))).toEqual(['weak', 'lost', 'conflict']);
  });

  it('keeps the order of those of equal rank', () => {
    const second = { id: 'second', rank: 'warning' } as const;
    expect(ids(alarmOrder([weak, second], [], undefined))).toEqual(['weak', 'second']);
  });

  it('forgets the place of one that is gone', () => {
    expect(ids(alarmOrder([weak, lost], ['conflict', 'weak'], 'conflict'))).toEqual(['lost', 'weak']);
  });

  it('never loses an alarm or shows one twice, and never moves the one in use', () => {
    const alarm = fc.record({
      id: fc.string({ maxLength: 2 }),
      rank: fc.constantFrom('stop', 'warning', 'information'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(alarm, { selector: (one) => one.id }), fc.nat(), fc.nat(), (alarms, cut, pick) => {
        const before = ids(alarms.slice(0, cut % (alarms.length + 1)));
        const focused = before[pick % Math.max(1, before.length)];
        const after = ids(alarmOrder(alarms, before, focused));
        expect(after.toSorted()).toEqual(ids(alarms).toSorted());
        if (focused !== undefined) expect(after.indexOf(focused)).toBe(before.indexOf(focused));
      }),
    );
  });
});

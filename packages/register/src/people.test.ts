import { describe, expect, it } from 'vitest';
import { planOf } from './standing.ts';
import { addPerson, board, giveSeat, person, town, townOf } from './testing/town.ts';

const anna = person('Anna');

describe('administrators', () => {
  const led = town.after({ type: 'makeAdministrator', person: anna });

  it('REG-ADMIN: nobody else changes the register', () => {
    expect(townOf(led.register, person('Bo')).after(addPerson('Zoe')).refusal).toEqual({ rule: 'REG-ADMIN' });
    expect(townOf(led.register, anna).after(addPerson('Zoe')).refusal).toBeUndefined();
  });

  it('REG-LAST-ADMIN: the last one stays', () => {
    const away = { type: 'withdrawAdministrator', person: anna } as const;
    expect(led.after(away).refusal?.rule).toBe('REG-LAST-ADMIN');
    expect(led.after({ type: 'makeAdministrator', person: person('Bo') }, away).refusal).toBeUndefined();
  });
});

describe('erasure (DAT-07)', () => {
  const erase = { type: 'erasePerson', person: anna, on: '2026-11-01' } as const;

  it('takes everything of one who never held an office', () => {
    const erased = town.after(erase).register.people.get(anna);
    expect(erased).toMatchObject({ name: null, contact: {} });
  });

  it('keeps the name of one who held a seat, which is public, and nothing to reach them by', () => {
    const erased = town.after(giveSeat(board, 1, 'Anna'), erase);
    expect(erased.register.people.get(anna)).toMatchObject({ name: { givenName: 'Anna' }, contact: {} });
    expect(planOf(erased.register, board, '2024-01-01')?.people[0]?.givenName).toBe('Anna');
  });

  it('REG-IN-OFFICE: waits until nobody needs to call the person', () => {
    const refusal = town.after(giveSeat(board, 1, 'Anna'), { ...erase, on: '2026-10-14' }).refusal;
    expect(refusal).toEqual({ rule: 'REG-IN-OFFICE', detail: { where: 'Socialnämnden' } });
  });

  it('REG-ERASED: is for ever', () => {
    expect(town.after(erase, giveSeat(board, 1, 'Anna')).refusal?.rule).toBe('REG-ERASED');
  });
});

it('a protected person’s telephone goes into no plan', () => {
  const { register } = town.after(addPerson('Zoe', { isProtected: true }), giveSeat(board, 1, 'Zoe'));
  expect(JSON.stringify(planOf(register, board, '2024-01-01'))).not.toContain('070-174');
});

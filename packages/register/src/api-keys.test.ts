import { describe, expect, it } from 'vitest';
import { type ApiKeyWish, decideKeyMade, decideKeyRevoked, keyActor } from './api-keys.ts';
import { mayAdminister } from './decide.ts';
import { evolveRegister } from './evolve.ts';
import { addPerson, board, giveSeat, person, type Town, town, townOf } from './testing/town.ts';
import type { ApiKeyId, Register, RegisterCommand, RegisterEvent } from './types.ts';

const TODAY = '2026-01-10';
const KEY = 'k1' as ApiKeyId;
const wish: ApiKeyWish = { key: KEY, name: 'Personalsystemet', scopes: ['register.write'], until: '2026-06-30' };
const anna = person('Anna');

const having = (register: Register, ...events: readonly RegisterEvent[]): Register =>
  evolveRegister(
    register,
    events.map((event, index) => ({ seq: register.seq + 1 + index, at: 7, actor: anna, event })),
  );
const made = (register: Register, more: Partial<ApiKeyWish> = {}): Register => {
  const decided = decideKeyMade(register, { ...wish, ...more }, TODAY);
  return having(register, ...(decided.ok ? decided.value : []));
};
const refusalOf = (register: Register, more: Partial<ApiKeyWish>) => {
  const decided = decideKeyMade(register, { ...wish, ...more }, TODAY);
  return decided.ok ? undefined : decided.refusal;
};

describe('a key for another system', () => {
  const keyed = made(town.register);

  it('is made with its name, what it may do and its last day', () => {
    expect(keyed.apiKeys.get(KEY)).toEqual({
      id: KEY,
      name: 'Personalsystemet',
      scopes: ['register.write'],
      until: '2026-06-30',
      madeBy: anna,
      madeAt: 7,
    });
  });

  it('REG-NAME, REG-KEY-SCOPES, REG-EXISTS: has a name of its own and something that it may do', () => {
    expect(refusalOf(town.register, { name: ' ' })).toEqual({ rule: 'REG-NAME' });
    expect(refusalOf(town.register, { scopes: [] })).toEqual({ rule: 'REG-KEY-SCOPES' });
    const same = { key: 'k2' as ApiKeyId };
    expect(refusalOf(keyed, same)).toEqual({ rule: 'REG-EXISTS', detail: { name: 'Personalsystemet' } });
    expect(refusalOf(having(keyed, { type: 'ApiKeyRevoked', key: KEY }), same)).toBeUndefined();
  });

  it.each(['2026-01-09', '2027-01-12', '2026-02-30', 'soon'])('REG-KEY-UNTIL: does not end on %s', (until) => {
    expect(refusalOf(town.register, { until })).toEqual({
      rule: 'REG-KEY-UNTIL',
      detail: { today: TODAY, latest: '2027-01-11' },
    });
  });

  it('may end the same day, or in a year', () => {
    for (const until of [TODAY, '2027-01-11']) expect(refusalOf(town.register, { until })).toBeUndefined();
  });

  it('is revoked once and for ever', () => {
    const first = decideKeyRevoked(keyed, KEY);
    expect(first).toEqual({ ok: true, value: [{ type: 'ApiKeyRevoked', key: KEY }] });
    const revoked = having(keyed, { type: 'ApiKeyRevoked', key: KEY });
    expect(revoked.apiKeys.get(KEY)?.revokedAt).toBe(7);
    expect(decideKeyRevoked(revoked, KEY)).toEqual({ ok: true, value: [] });
    expect(decideKeyRevoked(keyed, 'k9' as ApiKeyId)).toMatchObject({ refusal: { rule: 'REG-UNKNOWN' } });
  });
});

describe('another system in the register', () => {
  const system = (more: Partial<ApiKeyWish> = {}): Town => townOf(made(town.register, more), keyActor(KEY));

  it('keeps people and places, when its key says so', () => {
    const after = system().after(addPerson('Zoe'), giveSeat(board, 1, 'Zoe'));
    expect(after.refusal).toBeUndefined();
    expect(after.register.people.has(person('Zoe'))).toBe(true);
  });

  it('REG-KEY-ACT: writes nothing by a key that only reads, or by one that there is not', () => {
    expect(system({ scopes: ['register.read'] }).after(addPerson('Zoe')).refusal).toEqual({ rule: 'REG-KEY-ACT' });
    const nobody = townOf(town.register, keyActor('k9' as ApiKeyId));
    expect(nobody.after(addPerson('Zoe')).refusal).toEqual({ rule: 'REG-KEY-ACT' });
  });

  it('REG-KEY-ACT: makes no administrator, decides no rule, erases nobody and leaves protected people alone', () => {
    const hidden = system().register;
    const guarded = townOf(townOf(hidden).after(addPerson('Zoe', { isProtected: true })).register, keyActor(KEY));
    const change = { ...addPerson('Zoe'), type: 'changePerson' } as RegisterCommand;
    const forbidden: readonly RegisterCommand[] = [
      { type: 'makeAdministrator', person: anna },
      { type: 'withdrawAdministrator', person: anna },
      { type: 'erasePerson', person: anna, on: TODAY },
      { type: 'nameMunicipality', name: 'Annan kommun' },
      {
        type: 'registerRule',
        body: board,
        rule: 'remoteAllowed',
        value: true,
        wording: 'x',
        decision: { by: board, date: TODAY, section: '1' },
        from: TODAY,
      },
      change,
    ];
    for (const command of forbidden) expect(guarded.after(command).refusal).toEqual({ rule: 'REG-KEY-ACT' });
  });

  it('is never an administrator, whatever it is called', () => {
    const actor = keyActor(KEY);
    expect(mayAdminister(made(town.register), { actor, byDirectory: true })).toBe(false);
  });
});

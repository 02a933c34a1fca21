import { type BodyId } from '@klubba/meeting';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideRegister } from './decide.ts';
import { evolveRegister } from './evolve.ts';
import { dayBefore } from './spans.ts';
import { planOf } from './standing.ts';
import { addBody, board, c, council, NAMES, person, remote, s, town } from './testing/town.ts';
import type { Register, RegisterCommand } from './types.ts';

const day = fc
  .integer({ min: 0, max: 1_400 })
  .map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10));
const end = fc.option(fc.constant('2026-10-14'), { nil: undefined });
const who = fc.constantFrom(...NAMES).map((name) => person(name));
const place = fc.constantFrom<BodyId>(board, council);
const party = fc.constantFrom(s, c);
const number = fc.integer({ min: 1, max: 5 });
const upTo = (to: string | undefined) => (to === undefined ? {} : { to });

/** A command whose first effect is on its day, never before. */
const command: fc.Arbitrary<{ readonly first: string; readonly command: RegisterCommand }> = fc.oneof(
  fc.tuple(day, place, who, number, party, end).map(([from, body, one, seat, of, to]) => ({
    first: from,
    command: { type: 'giveSeat', body, seat, person: one, party: of, basis: 'election', from, ...upTo(to) } as const,
  })),
  fc.tuple(day, place, who, number).map(([to, body, one, seat]) => ({
    first: to,
    command: { type: 'endMandate', body, seat, person: one, to, why: 'resigned' } as const,
  })),
  fc.tuple(day, place, who, number, party, end).map(([from, body, one, order, of, to]) => ({
    first: from,
    command: { type: 'addSubstitute', body, order, person: one, party: of, from, ...upTo(to) } as const,
  })),
  fc.tuple(day, place, who).map(([to, body, one]) => ({
    first: to,
    command: { type: 'endSubstitute', body, person: one, to, why: 'moved' } as const,
  })),
  fc.tuple(day, place, fc.uniqueArray(who, { maxLength: 4 }), party).map(([from, body, persons, of]) => ({
    first: from,
    command: { type: 'orderSubstitutes', body, persons, party: of, from } as const,
  })),
  fc.tuple(day, place, who).map(([from, body, one]) => ({
    first: from,
    command: { type: 'giveDuty', body, person: one, duty: 'chair', from } as const,
  })),
  fc.tuple(day, fc.boolean()).map(([from, value]) => ({
    first: from,
    command: remote(board, council, { value, from, decision: { by: council, date: from, section: '1' } }),
  })),
  fc.tuple(day, fc.integer({ min: 5, max: 9 })).map(([from, seatsTotal]) => ({
    first: from,
    command: {
      type: 'changeBody',
      body: board,
      name: 'Nämnden',
      kind: 'board',
      parent: council,
      seatsTotal,
      from,
    } as const,
  })),
);

function run(register: Register, wish: RegisterCommand): Register {
  const decided = decideRegister(register, wish, { actor: 'system', byDirectory: false });
  if (!decided.ok) return register;
  return evolveRegister(
    register,
    decided.value.map((event, index) => ({ seq: register.seq + 1 + index, at: 0, actor: 'system', event })),
  );
}

it('no day before a fact’s own is ever changed by it', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 25 }), (wishes) => {
      let register = town.register;
      for (const wish of wishes) {
        const next = run(register, wish.command);
        for (const earlier of [dayBefore(wish.first), '2023-06-01'].filter((one) => one < wish.first))
          for (const body of [board, council])
            expect(planOf(next, body, earlier)).toEqual(planOf(register, body, earlier));
        register = next;
      }
    }),
  );
});

it('seats are conserved, and nobody has two places in a body on one day', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), day, (wishes, on) => {
      const register = wishes.reduce((before, wish) => run(before, wish.command), town.register);
      for (const body of [board, council]) {
        const plan = planOf(register, body, on);
        expect(plan?.seats.length).toBe(plan?.body.seatsTotal);
        const holders = plan?.seats.flatMap((seat) => seat.holder ?? []) ?? [];
        const all = [...holders, ...(plan?.substitutes.flatMap((list) => list.persons) ?? [])];
        expect(new Set(all).size).toBe(all.length);
        expect(plan?.duties.filter((one) => one.duty === 'chair').length).toBeLessThanOrEqual(1);
      }
    }),
  );
});

it('many facts at once give what they give one by one', () => {
  const command = addBody('x' as BodyId, { name: 'X', kind: 'companyBoard' });
  const decided = decideRegister(town.register, command, { actor: 'system', byDirectory: false });
  const facts = (decided.ok ? decided.value : []).map((event, index) => ({
    seq: town.register.seq + 1 + index,
    at: 0,
    actor: 'system' as const,
    event,
  }));
  const before = town.register.bodies.size;
  expect(evolveRegister(town.register, facts).bodies.size).toBe(before + 1);
  expect(town.register.bodies.size).toBe(before);
});

import type { PersonId } from '@klubba/meeting';
import { expect, it } from 'vitest';
import { namesOn } from './names-on.ts';

const people = [
  ['p-1' as PersonId, 'Åsa Öhman'],
  ['p-2' as PersonId, 'Bo Ek'],
] as const;

it('names on a slip are read in their order, numbered or not, whatever the letters’ size', () => {
  expect(namesOn('1. Bo Ek\n2) åsa öhman\n\n', people)).toEqual({ persons: ['p-2', 'p-1'], unknown: [] });
});

it('a name that nobody of the meeting has is told as it was written', () => {
  expect(namesOn('Bo Ek\nEva Vem', people)).toEqual({ persons: ['p-2'], unknown: ['Eva Vem'] });
});

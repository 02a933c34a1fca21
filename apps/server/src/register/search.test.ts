import type { PersonId } from '@klubba/meeting';
import { emptyRegister, type Register, type RegisterPerson } from '@klubba/register';
import { describe, expect, it } from 'vitest';
import { peopleIndexes } from './search.ts';

function registerOf(...names: readonly string[]): Register {
  const people = names.map((name): [PersonId, RegisterPerson] => {
    const [givenName = '', familyName = ''] = name.split(' ');
    return [
      name as PersonId,
      { id: name as PersonId, name: { givenName, familyName }, contact: {}, isProtected: false },
    ];
  });
  return { ...emptyRegister, seq: names.length, people: new Map(people) };
}

const found = (words: string, ...names: readonly string[]): readonly string[] =>
  peopleIndexes()(registerOf(...names), '2026-01-01')
    .find(words)
    .map((one) => one.id);

describe('searching people', () => {
  it('lists everybody by family name in Swedish order: z before å, ä and ö', () => {
    expect(found('', 'Bo Öberg', 'Bo Zetterlund', 'Bo Ängfors', 'Bo Åberg', 'Bo Ek')).toEqual([
      'Bo Ek',
      'Bo Zetterlund',
      'Bo Åberg',
      'Bo Ängfors',
      'Bo Öberg',
    ]);
  });

  it('finds by the beginning of any name, in any order', () => {
    expect(found('nor bir', 'Birgitta Nordin', 'Bo Nordin')).toEqual(['Birgitta Nordin']);
  });

  it('finds those who are spelled otherwise and sound alike, after those spelled as asked', () => {
    expect(found('karlsson', 'Bo Carlson', 'Bo Karlsson')).toEqual(['Bo Karlsson', 'Bo Carlson']);
    expect(found('wikstrom', 'Bo Vikström', 'Bo Wikström')).toEqual(['Bo Vikström', 'Bo Wikström']);
    expect(found('kristina', 'Christina Falk')).toEqual(['Christina Falk']);
    expect(found('therese', 'Thérèse Ek')).toEqual(['Thérèse Ek']);
    expect(found('jøns', 'Bo Jönsson')).toEqual(['Bo Jönsson']);
  });

  it('å ä and ö are letters of their own: who asks for them gets them first', () => {
    expect(found('oberg', 'Bo Öberg', 'Bo Oberg')).toEqual(['Bo Oberg', 'Bo Öberg']);
  });
});

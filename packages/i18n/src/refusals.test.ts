import { rules } from '@klubba/meeting';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { catalogues } from './catalogues.ts';
import { isTextKey, type TextValues, text } from './format.ts';

const NAMES_OF_DETAIL = /^\w+$/;

/** Every placeholder of a message, also inside the branches of a choice. */
function placeholders(message: string): readonly string[] {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each);
    if (typeof node !== 'object' || node === null) return;
    const { value, type, options } = node as { value?: unknown; type?: number; options?: object };
    if (type !== undefined && type !== 0 && typeof value === 'string' && NAMES_OF_DETAIL.test(value)) found.add(value);
    for (const branch of Object.values(options ?? {})) walk((branch as { value: unknown }).value);
  };
  walk(new IntlMessageFormat(message, 'sv-SE', undefined, { ignoreTag: true }).getAst());
  return [...found].toSorted();
}

describe('words of refusals', () => {
  it.each(rules.map((rule) => rule.id))('%s has a sentence in both languages with the same gaps', (id) => {
    const key = `refusal.${id}`;
    if (!isTextKey(key)) throw new Error(`${key} has no text`);
    expect(placeholders(catalogues.sv[key])).toEqual(placeholders(catalogues.en[key]));
    expect(catalogues.sv[key]).not.toMatch(/!|§§/u);
  });

  const sentences: readonly (readonly [string, TextValues, string])[] = [
    ['NAR-1', { present: 20, required: 21 }, '20 är närvarande, minst 21 krävs.'],
    [
      'ERS-1',
      { why: 'next', person: 'Hassan Aydin', next: 'Elin Backlund' },
      'Hassan Aydin står inte på tur. Näst på tur av de närvarande är Elin Backlund.',
    ],
    ['ERS-6', { why: 'conflict', person: 'Daniel Hållén' }, 'Daniel Hållén är jävig i ärendet.'],
    ['ERS-3', { why: 'item', person: 'Kent Rosén' }, 'Kent Rosén kan ta platsen när ärendet är avslutat.'],
    [
      'DIST-5',
      { why: 'lost', persons: ['Birgitta Nordin', 'Erik Lövgren'] },
      'Anslutningen är bruten för Birgitta Nordin och Erik Lövgren. Ajournera, eller anteckna frånvaro.',
    ],
    [
      'MTG-CHECK',
      { missing: 1, persons: ['Nils Olhage'] },
      'En är varken avstämd eller antecknad som frånvarande: Nils Olhage.',
    ],
    ['MTG-ROLL-CALL', { why: 'left', left: 26 }, '26 ledamöter är kvar att ropa upp.'],
    ['MTG-SESSION', { state: 'checking' }, 'Närvaron måste stämmas av innan sammanträdet fortsätter.'],
    ['MTG-LOBBY', { why: 'item', items: ['§ 120'] }, 'Personen släpps in när § 120 har öppnats.'],
    ['MTG-EXTERNAL', { why: 'ended' }, 'Medverkan är avslutad och kan inte tas upp igen.'],
    ['MTG-CONFLICT', { why: 'decided' }, 'Jävet är redan prövat.'],
    ['MTG-IN-ROOM', { duty: 'presidium' }, 'Då är ingen ur presidiet kvar i rummet.'],
  ];

  it.each(sentences)('%s says what stands in the way', (id, values, sentence) => {
    const key = `refusal.${id}`;
    if (!isTextKey(key)) throw new Error(`${key} has no text`);
    expect(text('sv', key, values)).toBe(sentence);
    expect(text('en', key, values)).not.toMatch(/[{}]/u);
  });
});

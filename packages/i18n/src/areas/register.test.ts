import { registerRules } from '@klubba/register';
import { describe, expect, it } from 'vitest';
import { isTextKey, text } from '../format.ts';
import { statutesText } from '../statute.ts';

describe('words of the register’s refusals', () => {
  it.each(registerRules.map(({ id, statutes }) => ({ id, statutes })))(
    '$id has a sentence in both languages, and its paragraphs in it',
    ({ id, statutes }) => {
      const key = `refusal.${id}`;
      if (!isTextKey(key)) throw new Error(`${key} has no text`);
      for (const language of ['sv', 'en'] as const)
        expect(
          text(language, key, { body: 'X', by: 'Y', seats: '1', least: '1', person: 'Z', on: '', from: '' }),
        ).toContain(statutesText(language, statutes));
    },
  );

  it('a board that tries by itself is told whose decision is missing', () => {
    expect(text('sv', 'refusal.GOV-03', { body: 'Socialnämnden', by: 'Kommunfullmäktige' })).toBe(
      'Kommunfullmäktiges beslut om distansdeltagande i Socialnämnden saknas. En nämnd kan inte ge sig den rätten. KL 6 kap. 24 §.',
    );
  });
});

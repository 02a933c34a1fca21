import { isTextKey } from '@klubba/i18n';
import { shippedWordings } from '@klubba/register';
import { describe, expect, it } from 'vitest';
import { wordingsFor, wordingText } from './wordings.ts';

describe('wordings to begin from (GOV-24)', () => {
  it.each(shippedWordings.map((one) => ({ ...one, at: one })))('$id has its words, with no gap left', ({ id, at }) => {
    expect(isTextKey(`admin.wording.${id}`)).toBe(true);
    for (const language of ['sv', 'en'] as const) {
      const words = wordingText(language, at);
      expect(words).toMatch(/^\p{Lu}[^{}]{20,}\.$/su);
      expect(words).not.toContain('NaN');
    }
  });

  it('say the number that the value says', () => {
    const loss = shippedWordings.find((one) => one.id === 'lossAbsent');
    const places = shippedWordings.find((one) => one.id === 'remoteMaximum');
    if (loss === undefined || places === undefined) throw new Error('Both are shipped');
    expect(wordingText('sv', loss)).toContain('inom 5 minuter');
    expect(wordingText('sv', places)).toContain('Högst 10 personer');
  });

  it('are there for taking part at a distance in every kind of body that may', () => {
    for (const kind of [
      'council',
      'executiveBoard',
      'board',
      'committee',
      'draftingCommittee',
      'companyBoard',
    ] as const)
      expect(wordingsFor(kind).map((one) => one.rule)).toContain('remoteAllowed');
    expect(wordingsFor('generalMeeting')).toEqual([]);
  });
});

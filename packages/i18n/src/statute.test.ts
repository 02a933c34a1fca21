import { describe, expect, it } from 'vitest';
import { statuteText, statutesText } from './statute.ts';

describe('a statute in words', () => {
  it('names act, chapter and section as each language does', () => {
    expect(statuteText('sv', { act: 'KL', chapter: 5, section: '53' })).toBe('KL 5 kap. 53 §');
    expect(statuteText('en', { act: 'KL', chapter: 5, section: '53' })).toBe('LGA ch. 5 s. 53');
    expect(statuteText('sv', { act: 'LPV', section: '22' })).toBe('LPV 22 §');
    expect(statuteText('sv', { act: 'ABL', chapter: 8, section: '21' })).toBe('ABL 8 kap. 21 §');
  });

  it("does not invent a number for a body's own order", () => {
    expect(statuteText('sv', { act: 'ORDER' })).toBe('Organets egen arbetsordning');
    expect(statuteText('en', { act: 'HOUSE' })).toBe('Order at the meeting');
  });

  it('keeps several apart', () => {
    const both = [{ act: 'KL', chapter: 5, section: '45' } as const, { act: 'KL', chapter: 6, section: '27' } as const];
    expect(statutesText('sv', both)).toBe('KL 5 kap. 45 §, KL 6 kap. 27 §');
  });
});

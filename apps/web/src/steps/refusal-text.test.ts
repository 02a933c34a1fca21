import type { Statute } from '@klubba/meeting';
import { describe, expect, it } from 'vitest';
import { refusalText, statutesFor } from './refusal-text.ts';

const kl = (chapter: number, section: number): Statute => ({ act: 'KL', chapter, section: String(section) });

describe('the paragraph beside a refusal', () => {
  const both = [kl(5, 53), kl(6, 33)];
  it('is the one that governs the body', () => {
    expect(statutesFor(both, 'council')).toEqual([kl(5, 53)]);
    expect(statutesFor(both, 'board')).toEqual([kl(6, 33)]);
  });
  it('is kept when it is the only one there is', () => {
    expect(statutesFor([kl(5, 53)], 'board')).toEqual([kl(5, 53)]);
  });
  it('is left out for the order of the house', () => {
    expect(statutesFor([{ act: 'HOUSE' }], 'council')).toEqual([]);
  });
  it('a refusal is a sentence with its figures', () => {
    const said = refusalText('sv', { rule: 'NAR-1', detail: { present: 20, required: 21 } }, 'council');
    expect(said.reason).toContain('20');
    expect(said.rule).toBe('KL 5 kap. 45 §');
  });
});

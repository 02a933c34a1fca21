import type { PersonId } from '@klubba/meeting';
import { expect, it } from 'vitest';
import { demoLinks } from './demo-links.ts';

const links = demoLinks(new Uint8Array(32).fill(7));
const sofia = 'p-sofia-elmgren' as PersonId;

it('leads its own person in, and stays the same', () => {
  expect(links.personOf(links.tokenOf(sofia))).toBe(sofia);
  expect(demoLinks(new Uint8Array(32).fill(7)).tokenOf(sofia)).toBe(links.tokenOf(sofia));
  expect(links.tokenOf(sofia)).toMatch(/^[\w-]+$/);
});

it('leads nobody in when made up, changed, of another person or of another installation', () => {
  const token = links.tokenOf(sofia);
  const others = links.tokenOf('p-marie-sandell' as PersonId);
  const made = ['', 'x', token.slice(1), token.slice(0, -1), `${token}A`, others.slice(0, -22) + token.slice(-22)];
  for (const one of made) expect(links.personOf(one)).toBeUndefined();
  expect(demoLinks(new Uint8Array(32).fill(8)).personOf(token)).toBeUndefined();
});

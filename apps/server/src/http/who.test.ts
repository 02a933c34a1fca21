import { expect, it } from 'vitest';
import { isFromOtherSite } from './who.ts';

const ours = 'https://klubba.example.se';
const from = (headers: Record<string, string>): boolean => isFromOtherSite({ headers }, ours);

it('knows its own pages, behind a proxy or not, and clients that are no browsers', () => {
  expect(from({})).toBe(false);
  expect(from({ origin: ours, host: '127.0.0.1:8420', 'sec-fetch-site': 'same-origin' })).toBe(false);
  expect(from({ origin: 'http://localhost:8420', host: 'localhost:8420' })).toBe(false);
});

it('refuses what another site’s page sends', () => {
  expect(from({ origin: 'https://evil.example', host: 'klubba.example.se' })).toBe(true);
  expect(from({ origin: 'null', host: 'klubba.example.se' })).toBe(true);
  expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(true);
  expect(from({ 'sec-fetch-site': 'same-site' })).toBe(true);
});

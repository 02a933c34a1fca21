import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { othersPerPage, stagePage } from './stage-layout.ts';

describe('the page of others beside speaker and room', () => {
  it('shows one other on a phone, six on a tablet, twelve on a wall', () => {
    expect([390, 820, 1280, 1920].map((width) => othersPerPage(width))).toEqual([1, 6, 6, 12]);
  });

  it('shows fewer when the load asks for it, but never nobody', () => {
    expect(othersPerPage(1280, 4)).toBe(4);
    expect(othersPerPage(1280, 0)).toBe(1);
  });

  it('says 7–12 av 16 on the second page', () => {
    const page = stagePage(
      Array.from({ length: 16 }, (_, n) => n),
      1,
      6,
    );
    expect([page.first, page.last, page.total, page.pages]).toEqual([7, 12, 16, 3]);
  });

  it('falls back to the last page when people have left', () => {
    expect(stagePage(['a', 'b'], 5, 1).shown).toEqual(['b']);
  });

  it('says nobody when there is nobody', () => {
    const page = stagePage([], 0, 6);
    expect([page.first, page.last, page.pages]).toEqual([0, 0, 1]);
  });

  it('shows everyone exactly once over all pages', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 25 }), (people, per) => {
        const { pages } = stagePage(people, 0, per);
        const seen = Array.from({ length: pages }, (_, page) => stagePage(people, page, per).shown).flat();
        expect(seen).toEqual(people);
      }),
    );
  });
});

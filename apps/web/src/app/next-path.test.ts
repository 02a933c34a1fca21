import { describe, expect, it } from 'vitest';
import { demoToken, nextPath } from './next-path.ts';

describe('after logging in', () => {
  it('goes where one was heading', () => {
    expect(nextPath('/m/kf-2025-11-13')).toBe('/m/kf-2025-11-13');
    expect(nextPath(null)).toBe('/');
  });

  it('never leaves for another site', () => {
    for (const elsewhere of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'm/1']) {
      expect(nextPath(elsewhere)).toBe('/');
    }
  });
});

describe('a pasted demo link', () => {
  it('is a whole address or its end', () => {
    expect(demoToken(' http://localhost:8080/in/abc.def\n')).toBe('abc.def');
    expect(demoToken('abc.def')).toBe('abc.def');
  });
});

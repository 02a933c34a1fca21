import { describe, expect, it } from 'vitest';
import { languageCookie, languageFrom, themeFrom } from './preferences.ts';

describe('language and theme', () => {
  it('is Swedish until somebody chooses English', () => {
    expect(languageFrom('')).toBe('sv');
    expect(languageFrom('other=1; klubba_language=en')).toBe('en');
    expect(languageFrom('xklubba_language=en')).toBe('sv');
    expect(languageFrom('klubba_language=de')).toBe('sv');
  });

  it('reads back what it wrote', () => {
    expect(languageFrom(languageCookie('en'))).toBe('en');
  });

  it('follows the system unless a theme is chosen', () => {
    expect(themeFrom(null)).toBe('system');
    expect(themeFrom('dark')).toBe('dark');
    expect(themeFrom('pink')).toBe('system');
  });
});

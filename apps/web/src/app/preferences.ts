import type { Language } from '@klubba/i18n';
import type { ThemeChoice } from '../ui/preferences.tsx';

/** Of this browser. The public pages have their language in their address instead, so that any cache may keep them. */
export const LANGUAGE_COOKIE = 'klubba_language';
export const THEME_KEY = 'klubba.theme';
const A_YEAR_SECONDS = 31_536_000;

/** The language chosen earlier in this browser. Swedish until somebody chooses otherwise, whatever the browser speaks. */
export function languageFrom(cookies: string): Language {
  const kept = cookies
    .split('; ')
    .find((cookie) => cookie.startsWith(`${LANGUAGE_COOKIE}=`))
    ?.slice(LANGUAGE_COOKIE.length + 1);
  return kept === 'en' ? 'en' : 'sv';
}

export function languageCookie(language: Language): string {
  return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${A_YEAR_SECONDS}; SameSite=Lax`;
}

export function themeFrom(kept: string | null): ThemeChoice {
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Private browsing may forbid storage; the choice then lasts as long as the page. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See readKept.
  }
}

import { type Language, type TextKey, type TextValues, text } from '@klubba/i18n';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ThemeChoice } from '../ui/preferences.tsx';
import { keep, languageCookie, languageFrom, readKept, THEME_KEY, themeFrom } from './preferences.ts';

export type Translate = (key: TextKey, values?: TextValues) => string;

type Preferences = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly theme: ThemeChoice;
  readonly setTheme: (theme: ThemeChoice) => void;
};

const Chosen = createContext<Preferences | undefined>(undefined);

/** Language and theme of this browser. Sets `lang` and `data-theme` on the document. */
export function PreferencesProvider(props: {
  readonly loadEnglish: () => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const { loadEnglish, children } = props;
  const [language, chooseLanguage] = useState(() => languageFrom(document.cookie));
  const [theme, chooseTheme] = useState(() => themeFrom(readKept(THEME_KEY)));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  const setLanguage = useCallback(
    (next: Language) => {
      const change = async () => {
        if (next === 'en') await loadEnglish();
        document.cookie = languageCookie(next);
        chooseLanguage(next);
      };
      // Without network the language stays as it was; nothing else is lost.
      void change().catch(() => undefined);
    },
    [loadEnglish],
  );
  const setTheme = useCallback((next: ThemeChoice) => {
    keep(THEME_KEY, next);
    chooseTheme(next);
  }, []);
  const preferences = useMemo(
    () => ({ language, setLanguage, theme, setTheme }),
    [language, setLanguage, theme, setTheme],
  );
  return <Chosen value={preferences}>{children}</Chosen>;
}

export function usePreferences(): Preferences {
  const preferences = useContext(Chosen);
  if (preferences === undefined) throw new Error('A view must stand inside <PreferencesProvider>.');
  return preferences;
}

/** The text of a key in the language chosen: `const t = useText(); t('common.cancel')`. */
export function useText(): Translate {
  const { language } = usePreferences();
  return useCallback((key, values) => text(language, key, values), [language]);
}

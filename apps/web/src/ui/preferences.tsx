import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './preferences.module.css';

/** First in the page: past the top bar by keyboard. Every frame's `main` has the id "main". */
export function SkipLink({ children, to = 'main' }: { readonly children: ReactNode; readonly to?: string }) {
  return (
    <a className={css.skip} href={`#${to}`}>
      {children}
    </a>
  );
}

export type UiLanguage = 'sv' | 'en';

/** Each language under its own name, in its own language. */
export function LanguageSwitch({
  language,
  onChange,
  label,
}: {
  readonly language: UiLanguage;
  readonly onChange: (language: UiLanguage) => void;
  readonly label: string;
}) {
  return (
    <div role="group" aria-label={label} className={css.choices}>
      <Button size="s" lang="sv" pressed={language === 'sv'} onPress={() => onChange('sv')}>
        Svenska
      </Button>
      <Button size="s" lang="en" pressed={language === 'en'} onPress={() => onChange('en')}>
        English
      </Button>
    </div>
  );
}

export type ThemeChoice = 'system' | 'light' | 'dark';

export function ThemeSwitch({
  theme,
  onChange,
  labels,
}: {
  readonly theme: ThemeChoice;
  readonly onChange: (theme: ThemeChoice) => void;
  readonly labels: Readonly<Record<ThemeChoice | 'group', string>>;
}) {
  return (
    <div role="group" aria-label={labels.group} className={css.choices}>
      <Button size="s" icon={Monitor} pressed={theme === 'system'} onPress={() => onChange('system')}>
        {labels.system}
      </Button>
      <Button size="s" icon={Sun} pressed={theme === 'light'} onPress={() => onChange('light')}>
        {labels.light}
      </Button>
      <Button size="s" icon={Moon} pressed={theme === 'dark'} onPress={() => onChange('dark')}>
        {labels.dark}
      </Button>
    </div>
  );
}

import { ArrowLeft, CalendarDays } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { SessionNotice } from '../login/session-notice.tsx';
import { Alert, ButtonLink, ColumnsFrame, PageFrame, ThemeSwitch, TopBar } from '../ui/index.ts';
import { LanguageSwitch } from '../ui/preferences.tsx';
import css from './admin.module.css';
import { useDamage } from './register-known.ts';

const ROOMS = ['guide', 'people', 'bodies', 'import', 'keys', 'log'] as const;

type Props = {
  /** What this page shows, for the bar and the browser's tab. */
  readonly title: string;
  readonly children: ReactNode;
  /** Columns from 1040 px, as a CSS grid-template-columns; one scrolling page without. */
  readonly columns?: string | undefined;
};

/** The frame of every administration page: the ways between its rooms on top, language and theme at the foot. */
export function AdminFrame({ title, children, columns }: Props) {
  const t = useText();
  usePageTitle(title, t('admin.title'));
  const top = (
    <div>
      <TopBar
        body={t('admin.title')}
        item={{ title }}
        actions={
          <ButtonLink size="s" kind="quiet" icon={CalendarDays} href="/">
            {t('admin.toMeetings')}
          </ButtonLink>
        }
      />
      <nav className={css.rooms} aria-label={t('admin.rooms')}>
        {ROOMS.map((room) => (
          <NavLink key={room} to={`/admin/${room}`} className={css.room}>
            {t(`admin.room.${room}`)}
          </NavLink>
        ))}
      </nav>
      <SessionNotice />
      <Damage />
    </div>
  );
  return columns === undefined ? (
    <PageFrame top={top} foot={<Choices />}>
      {children}
    </PageFrame>
  ) : (
    <ColumnsFrame top={top} template={columns} foot={<Choices />}>
      {children}
    </ColumnsFrame>
  );
}

/** Somebody has reached into the database: told on every page, since every page may show what they wrote. */
function Damage() {
  const t = useText();
  const seq = useDamage();
  if (seq === undefined) return null;
  return (
    <Alert rank="stop" word={t('admin.log.damaged.word')}>
      {t('admin.log.damaged', { seq })}
    </Alert>
  );
}

/** Language and theme, at the foot. */
export function Choices() {
  const t = useText();
  const { language, setLanguage, theme, setTheme } = usePreferences();
  const labels = {
    group: t('shell.theme'),
    system: t('shell.theme.system'),
    light: t('shell.theme.light'),
    dark: t('shell.theme.dark'),
  };
  return (
    <div className={css.choices}>
      <LanguageSwitch language={language} onChange={setLanguage} label={t('shell.language')} />
      <ThemeSwitch theme={theme} onChange={setTheme} labels={labels} />
    </div>
  );
}

/** To the list one came from. */
export function BackLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <div>
      <ButtonLink size="s" kind="quiet" icon={ArrowLeft} href={to}>
        {children}
      </ButtonLink>
    </div>
  );
}

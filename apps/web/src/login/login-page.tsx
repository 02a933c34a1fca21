import type { ReactNode } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { ButtonLink } from '../ui/button.tsx';
import { CallBox } from '../ui/connection-lost.tsx';
import { QuietFrame } from '../ui/frames.tsx';
import { LanguageSwitch } from '../ui/preferences.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import css from './login.module.css';

/** The frame of every login page: whose it is at the top, the language, two columns. */
export function LoginPage(props: { readonly title: string; readonly children: ReactNode; readonly aside?: ReactNode }) {
  const t = useText();
  const { language, setLanguage } = usePreferences();
  const municipality = useMunicipality();
  usePageTitle(props.title);
  const languageSwitch = <LanguageSwitch language={language} onChange={setLanguage} label={t('shell.language')} />;
  return (
    <QuietFrame
      top={<TopBar body={municipality ?? t('common.product')} actions={languageSwitch} />}
      {...(props.aside === undefined ? {} : { aside: props.aside })}
    >
      {props.children}
    </QuietFrame>
  );
}

export function useMunicipality(): string | undefined {
  const [ways] = useAnswer('loginWays');
  return ways.is === 'value' ? ways.value.municipality : undefined;
}

/** Whom to ring, where the installation says so. */
export function WhomToRing() {
  const t = useText();
  const [ways] = useAnswer('loginWays');
  const help = ways.is === 'value' ? ways.value.help : undefined;
  return help === undefined ? null : <CallBox title={t('login.help.title')} who={help.name} phone={help.phone} />;
}

/** A login that came to nothing: why, in a sentence, and the ways on. */
export function LoginFailed(props: { readonly why: string; readonly next: string; readonly again: ReactNode }) {
  const t = useText();
  return (
    <LoginPage title={t('login.failed.title')} aside={<WhomToRing />}>
      <div role="alert">
        <h1 className={css.title}>{t('login.failed.title')}</h1>
        <p className={css.lede}>{props.why}</p>
      </div>
      <div className={css.buttons}>
        {props.again}
        <OtherWay next={props.next} />
      </div>
    </LoginPage>
  );
}

export function OtherWay({ next }: { readonly next: string }) {
  const t = useText();
  return (
    <ButtonLink kind="quiet" href={`/?next=${encodeURIComponent(next)}`}>
      {t('login.otherWay')}
    </ButtonLink>
  );
}

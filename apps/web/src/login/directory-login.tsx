import { ArrowRight, Building2 } from 'lucide-react';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { Loading } from '../app/loading.tsx';
import { Unreachable } from '../app/unreachable.tsx';
import { useText } from '../app/text.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { ButtonLink } from '../ui/button.tsx';
import { refusalSentence } from './hint-text.ts';
import { LoginFailed, LoginPage, OtherWay, WhomToRing } from './login-page.tsx';
import css from './login.module.css';

/** To the municipality's own login: at once where there is one, by choice where there are several. */
export function DirectoryLogin({ next }: { readonly next: string }) {
  const t = useText();
  const [query] = useSearchParams();
  const [ways, again] = useAnswer('loginWays');
  const failed = query.get('failed');
  const directories = ways.is === 'value' ? (ways.value.directories ?? []) : [];
  const [only, ...others] = directories;
  const goTo = failed === null && only !== undefined && others.length === 0 ? addressOf(only.id, next) : undefined;
  useEffect(() => {
    if (goTo !== undefined) location.replace(goTo);
  }, [goTo]);
  if (ways.is === 'asking' || goTo !== undefined) return <Loading />;
  if (ways.is !== 'value') return <Unreachable again={again} />;
  const choices = directories.map(({ id, name }, at) => (
    <ButtonLink
      key={id}
      kind={at === 0 ? 'primary' : 'secondary'}
      size="l"
      icon={Building2}
      iconEnd={ArrowRight}
      href={addressOf(id, next)}
    >
      {failed === null || others.length > 0 ? t('login.directory.to', { name }) : t('login.again')}
    </ButtonLink>
  ));
  if (failed !== null) return <LoginFailed why={refusalSentence(t, failed)} next={next} again={choices} />;
  return (
    <LoginPage title={t('login.directory.choose')} aside={<WhomToRing />}>
      <h1 className={css.title}>{t('login.directory.choose')}</h1>
      <div className={css.buttons}>
        {choices}
        <OtherWay next={next} />
      </div>
    </LoginPage>
  );
}

function addressOf(id: string, next: string): string {
  return `/api/login/directory/${encodeURIComponent(id)}?next=${encodeURIComponent(next)}`;
}

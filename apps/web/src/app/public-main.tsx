import 'klubba-texts/public';
import { lazy, Suspense } from 'react';
import { SkipLink } from '../ui/preferences.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Loading } from './loading.tsx';
import { mount } from './mount.tsx';
import { useText } from './text.tsx';

const PublicPage = lazy(() => import('../public/index.tsx'));

/** `/public` and `/public/:meetingId`. An entry of its own, so that a citizen downloads neither router nor forms. */
function Page() {
  const t = useText();
  return (
    <>
      <SkipLink>{t('shell.skip')}</SkipLink>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <PublicPage />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

void mount(<Page />, () => import('klubba-texts/public-en'));

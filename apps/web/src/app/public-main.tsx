import 'klubba-texts/public';
import '../ui/plain.css';
import PublicPage from '../public/index.tsx';
import { SkipLink } from '../ui/preferences.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { mount } from './mount.tsx';
import { useText } from './text.tsx';

/**
 * `/public` and `/public/:meetingId`. An entry of its own, so that a citizen downloads neither router nor forms. The page takes
 * the place of what the server wrote, in one step.
 */
function Page() {
  const t = useText();
  return (
    <>
      <SkipLink>{t('shell.skip')}</SkipLink>
      <ErrorBoundary>
        <PublicPage />
      </ErrorBoundary>
    </>
  );
}

void mount(<Page />, () => import('klubba-texts/public-en'));

import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { ButtonLink, EmptyState } from '../ui/index.ts';
import css from './waiting.module.css';

/** A meeting that is not held has no screens: whoever comes by an old address reads that, why, and where to turn. */
export function UnlessCalledOff({ children }: { readonly children: ReactNode }) {
  const off = useMeeting().notice.calledOff;
  return off === undefined ? children : <NotHeld reason={off.reason} />;
}

function NotHeld({ reason }: { readonly reason: string }) {
  const t = useText();
  const { meetingId = '' } = useParams();
  const { plan } = useMeeting();
  usePageTitle(t('waiting.calledOff'));
  return (
    <main id="main">
      <EmptyState
        page
        level={1}
        title={t('waiting.calledOff')}
        action={
          <div className={css.ways}>
            <ButtonLink size="l" href={`/m/${encodeURIComponent(meetingId)}/notice`}>
              {t('waiting.calledOff.notice')}
            </ButtonLink>
            <ButtonLink size="l" href="/">
              {t('waiting.toStart')}
            </ButtonLink>
          </div>
        }
      >
        {t('waiting.calledOff.text', { body: plan.body.name, reason })}
      </EmptyState>
    </main>
  );
}

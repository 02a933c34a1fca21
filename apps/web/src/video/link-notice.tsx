import { Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { Button } from '../ui/index.ts';
import { useVideo } from './meeting-video.tsx';
import css from './video.module.css';

/** What stands in the way of picture and sound, with the one thing to do. Nothing when nothing does. */
export function LinkNotice() {
  const t = useText();
  const { view, session, leads, takeLead } = useVideo();
  if (view.link === 'none' && view.trouble === 'noServer') return <Notice>{t('video.noLink')}</Notice>;
  if (view.trouble === 'unreachable' || view.link === 'reconnecting') return <Notice>{t('video.linkAway')}</Notice>;
  if (!leads)
    return <Notice action={{ word: t('video.soundHere'), press: takeLead }}>{t('video.soundElsewhere')}</Notice>;
  if (view.sound && view.soundBlocked)
    return (
      <Notice action={{ word: t('video.startSound'), press: () => void session?.startSound() }}>
        {t('video.soundBlocked')}
      </Notice>
    );
  return null;
}

function Notice({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: { readonly word: string; readonly press: () => void };
}) {
  return (
    <div role="status" className={css.notice}>
      <p>{children}</p>
      {action !== undefined && (
        <Button size="s" icon={Volume2} onPress={action.press}>
          {action.word}
        </Button>
      )}
    </div>
  );
}

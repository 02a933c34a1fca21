import { Skeleton } from '../ui/states.tsx';
import css from './app.module.css';
import { useText } from './text.tsx';

/** A view on its way. Nothing is shown for the first 0.4 s. */
export function Loading() {
  const t = useText();
  return (
    <main id="main" className={css.loading}>
      <Skeleton bars={4} tall>
        {t('common.loading')}
      </Skeleton>
    </main>
  );
}

import { RotateCcw } from 'lucide-react';
import { useText } from '../app/text.tsx';
import type { ConnectionView } from '../live/index.ts';
import { Button, ErrorState, Skeleton } from '../ui/index.ts';
import css from './waiting.module.css';

/** Before the first picture of the meeting has come, and when none can be had: what happened and what to do. */
export function WaitingForMeeting({ connection }: { readonly connection: ConnectionView }) {
  const t = useText();
  if (connection.is === 'ended') {
    return (
      <main id="main">
        <ErrorState
          page
          level={1}
          title={t(`waiting.ended.${connection.why}`)}
          happened={t(`waiting.ended.${connection.why}.why`)}
          kept={t('waiting.ended.kept')}
          todo={t('waiting.ended.todo')}
          actions={
            <Button kind="primary" size="l" icon={RotateCcw} onPress={() => location.assign('/')}>
              {t('waiting.toStart')}
            </Button>
          }
        />
      </main>
    );
  }
  return (
    <main id="main" className={css.waiting}>
      <Skeleton bars={4} tall>
        {t('waiting.connecting')}
      </Skeleton>
    </main>
  );
}

import { RotateCcw } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useText } from './text.tsx';

/** No answer from the server, for a whole page. */
export function Unreachable({ again }: { readonly again: () => void }) {
  const t = useText();
  return (
    <main id="main">
      <ErrorState
        page
        level={1}
        title={t('shell.unreachable.title')}
        happened={t('shell.unreachable.happened')}
        kept={t('shell.unreachable.kept')}
        todo={t('shell.unreachable.todo')}
        actions={
          <Button kind="primary" size="l" icon={RotateCcw} onPress={again}>
            {t('shell.unreachable.again')}
          </Button>
        }
      />
    </main>
  );
}

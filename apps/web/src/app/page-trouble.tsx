import { RotateCcw } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useText } from './text.tsx';

/** What happened to a whole page, what is kept, what to do, and one button to do it: `failed`, a bug; `unreachable`, no answer from the server. */
export function PageTrouble({ what, again }: { readonly what: 'failed' | 'unreachable'; readonly again: () => void }) {
  const t = useText();
  return (
    <main id="main">
      <ErrorState
        page
        level={1}
        title={t(`shell.${what}.title`)}
        happened={t(`shell.${what}.happened`)}
        kept={t(`shell.${what}.kept`)}
        todo={t(`shell.${what}.todo`)}
        actions={
          <Button kind="primary" size="l" icon={RotateCcw} onPress={again}>
            {t(`shell.${what}.again`)}
          </Button>
        }
      />
    </main>
  );
}

import { RotateCcw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useText } from './text.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** A bug in a view stops at the view. What is saved is on the server; loading the page again brings it back. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const t = useText();
  return (
    <main id="main">
      <ErrorState
        page
        level={1}
        title={t('shell.failed.title')}
        happened={t('shell.failed.happened')}
        kept={t('shell.failed.kept')}
        todo={t('shell.failed.todo')}
        actions={
          <Button kind="primary" size="l" icon={RotateCcw} onPress={() => location.reload()}>
            {t('shell.failed.again')}
          </Button>
        }
      />
    </main>
  );
}

import { Component, type ReactNode } from 'react';
import { PageTrouble } from './page-trouble.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** A bug in a view stops at the view. What is saved is on the server; loading the page again brings it back. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <PageTrouble what="failed" again={() => location.reload()} /> : this.props.children;
  }
}

import { PageTrouble } from './page-trouble.tsx';

/** No answer from the server, for a whole page. */
export function Unreachable({ again }: { readonly again: () => void }) {
  return <PageTrouble what="unreachable" again={again} />;
}

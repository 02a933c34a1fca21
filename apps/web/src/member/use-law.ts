import { download } from '../app/download.ts';
import { useDownload } from '../app/later.tsx';
import type * as Law from './law.ts';

export type { Law };

const law = download((): Promise<typeof Law> => import('./law.ts'));

/**
 * For the first screen, which offers its steps before the law is here to say which of them are off. One pressed meanwhile is
 * judged by the server, which judges all of them.
 */
export function useLaw(): typeof Law | undefined {
  const state = useDownload(law);
  return state.is === 'here' ? state.value : undefined;
}

import { useSyncExternalStore } from 'react';

/** Width of the window in CSS px. */
export function useWidth(): number {
  return useSyncExternalStore(listen, () => window.innerWidth);
}

function listen(then: () => void): () => void {
  window.addEventListener('resize', then);
  return () => window.removeEventListener('resize', then);
}

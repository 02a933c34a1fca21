import { useEffect } from 'react';

/** Names the browser's tab: what one looks at first, then where. `usePageTitle('§ 118 Mål och budget 2026', 'Kommunfullmäktige')`. */
export function usePageTitle(...parts: readonly string[]): void {
  const title = [...parts, 'Klubba'].join(', ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

import { useEffect, useRef } from 'react';

/** The name being called is kept in view of its own list; focus stays where it is. */
export function useCalledInView(called: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It scrolls, so arrow keys must reach it also when no row has a button.
    if (list.current !== null) list.current.tabIndex = 0;
  }, []);
  useEffect(() => {
    const box = list.current;
    const row = box?.querySelector('[aria-current]');
    if (box === null || !(row instanceof HTMLElement)) return;
    box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }, [called]);
  return list;
}

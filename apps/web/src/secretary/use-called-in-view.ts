import { useEffect, useRef } from 'react';

/** The name being called is kept in view of its own list; focus stays where it is. */
export function useCalledInView(called: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = list.current;
    const row = box?.querySelector('[aria-current]');
    if (box === null || !(row instanceof HTMLElement)) return;
    box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }, [called]);
  return list;
}

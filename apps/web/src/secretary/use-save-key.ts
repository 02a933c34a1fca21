import { type RefObject, useEffect, useRef } from 'react';

/** Ctrl (or Cmd) and Enter in the field saves. */
export function useSaveKey(field: RefObject<HTMLTextAreaElement | null>, save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const box = field.current;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current();
    };
    box?.addEventListener('keydown', press);
    return () => box?.removeEventListener('keydown', press);
  }, [field]);
}

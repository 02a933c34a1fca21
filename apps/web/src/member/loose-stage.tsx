import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { MeetingPictures } from '../video/index.ts';
import css from './member.module.css';

/**
 * On a narrow screen the stage would leave no room to read if it stood still: it scrolls with the page, and when it has
 * gone, speaker and room stay as a strip at the top. They lie over the page, so nothing moves under a finger.
 */
export function LooseStage({ isPinnable, children }: { readonly isPinnable: boolean; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const isGone = useScrolledPast(box, isPinnable);
  return (
    <div ref={box} className={css.loose}>
      {children}
      {isPinnable && isGone && (
        <div className={css.pinned}>
          <MeetingPictures as="strip" />
        </div>
      )}
    </div>
  );
}

/** Less than this of the stage is left in view, and the strip takes over. */
const LEFT = 0.7;

function useScrolledPast(box: RefObject<HTMLDivElement | null>, isOn: boolean): boolean {
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null || !isOn) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => entry !== undefined && setGone(entry.intersectionRatio < LEFT && entry.boundingClientRect.top < 0),
      { threshold: [0, LEFT, 1] },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      setGone(false);
    };
  }, [box, isOn]);
  return isGone;
}

import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './countdown.module.css';

export type CountdownProps = {
  /** "19.55", the time of going on, or what is left from `countdown()`. */
  readonly figure: string;
  /** "om 4 minuter", "fortsätter sammanträdet" */
  readonly children?: ReactNode;
  readonly look?: 'page' | 'hall';
};

/** One big clock. Not a live region: a reader would be told every second; the view says when something changes. */
export function Countdown({ figure, children, look = 'page' }: CountdownProps) {
  return (
    <p className={cx(css.clock, look === 'hall' && css.hall)}>
      {look === 'hall' && <span className={css.words}>{children} </span>}
      <time className={css.figure}>{figure}</time>
      {look === 'page' && <span className={css.words}>{children}</span>}
    </p>
  );
}

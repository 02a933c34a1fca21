import type { ReactNode } from 'react';
import css from './status-line.module.css';
import textCss from './text.module.css';

/**
 * A line that says what has just happened, in its own place; nothing pops up. Keep it mounted and change its
 * children: a live region that arrives together with its text is not read out. `urgent` interrupts the reader.
 */
export function StatusLine({
  children,
  hidden = false,
  urgent = false,
}: {
  readonly children?: ReactNode;
  readonly hidden?: boolean;
  readonly urgent?: boolean;
}) {
  return (
    <div role={urgent ? 'alert' : 'status'} className={hidden ? textCss.visuallyHidden : css.line}>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import css from './window-trail.module.css';

export type WindowMoment = { readonly title: string; readonly note: ReactNode };

export type WindowTrailProps = {
  readonly label: string;
  /** "Slutsats", 20.32.04 */
  readonly finding: WindowMoment;
  /** "Du kan begära", omröstning nu */
  readonly open: WindowMoment;
  /** "Klubbslag", sedan för sent */
  readonly gavel: WindowMoment;
};

/** The window between the chair's finding and the gavel, during which anyone may ask for a vote. */
export function WindowTrail({ label, finding, open, gavel }: WindowTrailProps) {
  return (
    <ol aria-label={label} className={css.trail}>
      <li className={css.done}>
        <b className={css.title}>{finding.title}</b>
        {finding.note}
      </li>
      <li className={css.now} aria-current="step">
        <b className={css.title}>{open.title}</b>
        {open.note}
      </li>
      <li className={css.later}>
        <b className={css.title}>{gavel.title}</b>
        {gavel.note}
      </li>
    </ol>
  );
}

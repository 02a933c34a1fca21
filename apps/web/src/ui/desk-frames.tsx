import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './desk-frames.module.css';

export type ChairFrameProps = {
  readonly top: ReactNode;
  /** A `StageColumn` of speaker and room. */
  readonly pictures: ReactNode;
  /** Presence, quorum, and a way to all participants. */
  readonly presence: ReactNode;
  /** The trail, the words, the next step, other steps. */
  readonly script: ReactNode;
  /** What must be handled, gravest first. */
  readonly alarms: ReactNode;
  /** Speakers, proposals. */
  readonly lists: ReactNode;
  /** A wide figure under script and lists: the chain of propositions. */
  readonly figure?: ReactNode;
};

/** A column that scrolls by itself must take focus: a list of names has nothing else in it to focus. */
const SCROLLS = { tabIndex: 0 } as const;

/**
 * The chair's desk. From 1280 px pictures and presence 304, script, lists 404. From 1040 alarms across the top, pictures
 * beside the script, lists below. Under 1040 one column: pictures, alarms, script, the rest.
 */
export function ChairFrame({ top, pictures, presence, script, alarms, lists, figure }: ChairFrameProps) {
  return (
    <div className={css.desk}>
      {top}
      {/* No tabindex here: with a reading flow of its own it would take all that is inside out of the tab order. */}
      <main id="main" className={cx(css.chair, figure !== undefined && css.hasUnder)}>
        <div className={css.column}>
          <div className={css.pictures}>{pictures}</div>
          <div className={cx(css.part, css.presence)}>{presence}</div>
        </div>
        <div className={css.script}>{script}</div>
        <div className={css.column} {...SCROLLS}>
          <div className={css.alarms}>{alarms}</div>
          <div className={cx(css.part, css.lists)}>{lists}</div>
        </div>
        {figure !== undefined && (
          <div className={css.under} {...SCROLLS}>
            {figure}
          </div>
        )}
      </main>
    </div>
  );
}

export type SecretaryFrameProps = {
  readonly top: ReactNode;
  readonly seats: ReactNode;
  readonly minutes: ReactNode;
  readonly practical: ReactNode;
  /** Two computers: each shows one part over the full width. All three when left out. */
  readonly only?: 'seats' | 'minutes' | 'practical' | undefined;
};

/** The secretary's desk. From 1800 px seats 716, minutes, practical 456; from 1040 seats on top; under that one column. */
export function SecretaryFrame({ top, seats, minutes, practical, only }: SecretaryFrameProps) {
  if (only !== undefined) {
    return (
      <div className={css.desk}>
        {top}
        <main id="main" tabIndex={-1} className={cx(css.column, css.one)}>
          {{ seats, minutes, practical }[only]}
        </main>
      </div>
    );
  }
  return (
    <div className={css.desk}>
      {top}
      <main id="main" tabIndex={-1} className={css.secretary}>
        <div className={cx(css.column, css.seats)}>{seats}</div>
        <div className={cx(css.column, css.minutes)}>{minutes}</div>
        <div className={cx(css.column, css.practical)}>{practical}</div>
      </main>
    </div>
  );
}

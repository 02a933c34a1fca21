import { durationText } from '@klubba/i18n';
import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx.ts';
import { speakerTime } from './speaker-time.ts';
import css from './speaker-timer.module.css';

export type SpeakerTimerProps = {
  /** How long the speech has lasted. Feed it from the server's present minus the time of FloorGiven. */
  readonly elapsedMs: number;
  readonly limitSeconds: number;
  readonly labels: {
    /** "3.12 av 6.00" → "av"; big: "kvar av" */
    readonly of: string;
    /** After the time when it is out: "över tiden" */
    readonly over: string;
    /** Names the meter: "Använd talartid" */
    readonly meter: string;
  };
  readonly name?: ReactNode;
  /** "anförande", "replik" */
  readonly note?: ReactNode;
  /** `big` shows what is left, for the one who speaks. */
  readonly look?: 'row' | 'big';
};

/** Used time of the speech, or what is left of it. Counts in whole seconds and does not blink when time is out. */
export function SpeakerTimer({ elapsedMs, limitSeconds, labels, name, note, look = 'row' }: SpeakerTimerProps) {
  const time = speakerTime(elapsedMs, limitSeconds);
  const isOver = time.over > 0;
  const limit = durationText(limitSeconds);
  const shown = isOver ? `+${durationText(time.over)}` : durationText(look === 'big' ? time.left : time.elapsed);
  return (
    <div className={cx(look === 'big' ? css.big : css.timer, isOver && css.over)}>
      {name !== undefined && (
        <span>
          <span className={css.who}>{name}</span> {note !== undefined && <span className={css.note}>{note}</span>}
        </span>
      )}
      <span className={css.time}>
        {shown} <span className={css.of}>{isOver ? labels.over : `${labels.of} ${limit}`}</span>
      </span>
      <div
        className={css.meter}
        role="meter"
        aria-label={labels.meter}
        aria-valuemin={0}
        aria-valuemax={limitSeconds}
        aria-valuenow={Math.min(time.elapsed, limitSeconds)}
        aria-valuetext={`${durationText(time.elapsed)} / ${limit}`}
      >
        <span className={css.fill} style={{ '--share': time.share } as CSSProperties} />
      </div>
    </div>
  );
}

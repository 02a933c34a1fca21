import type { CSSProperties } from 'react';
import { cx } from './cx.ts';
import css from './quorum-bar.module.css';

export type QuorumBarProps = {
  readonly present: number;
  readonly seats: number;
  /** The count at which the body is quorate; the line stands there. */
  readonly needed: number;
  /** The whole in words, read out: "20 av 41 närvarande, 21 krävs." */
  readonly label: string;
  /** Left under the bar: "1 till". */
  readonly missing?: string | undefined;
  /** Right under the bar: "21 krävs". */
  readonly neededWords?: string | undefined;
  readonly look?: 'page' | 'hall';
};

/** One cell a seat and a line where the body is quorate. */
export function QuorumBar({ present, seats, needed, label, missing, neededWords, look = 'page' }: QuorumBarProps) {
  return (
    <div
      className={look === 'hall' ? css.hall : undefined}
      style={{ '--need': needed, '--all': seats } as CSSProperties}
    >
      <div role="img" aria-label={label} className={cx(css.bar, seats > 60 && css.dense)}>
        {Array.from({ length: seats }, (_, seat) => (
          <i key={seat} className={seat < present ? css.on : undefined} />
        ))}
      </div>
      {(missing !== undefined || neededWords !== undefined) && (
        <p className={css.key}>
          <span>{missing}</span>
          <span className={css.at}>{neededWords}</span>
        </p>
      )}
    </div>
  );
}

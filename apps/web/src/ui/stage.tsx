import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './stage.module.css';

export type StageProps = {
  /** "Bild från sammanträdet" */
  readonly label: string;
  /** A large `VideoTile` of the one who has the floor, or of the chair. */
  readonly speaker: ReactNode;
  /** A `VideoTile` of the room. Always shown; it cannot be folded away. */
  readonly room: ReactNode;
  /** The page of others, from `stagePage`. On a phone the first of them is shown. */
  readonly others: readonly { readonly id: string; readonly tile: ReactNode }[];
  /** "Andra på distans" */
  readonly othersLabel: string;
  /** A `Pager`. */
  readonly pager?: ReactNode;
};

/** Speaker, then room, then a page of others. From 1040 px the speaker takes the height that is left. */
export function Stage({ label, speaker, room, others, othersLabel, pager }: StageProps) {
  const few = others.length > 0 && others.length <= 4;
  return (
    <section aria-label={label} className={cx(css.stage, few && css.fewOthers, others.length === 0 && css.nobody)}>
      <div className={css.speaker}>{speaker}</div>
      <div className={css.rest}>
        <div className={css.room}>
          <div className={css.roomTile}>{room}</div>
          {pager !== undefined && <div className={css.pager}>{pager}</div>}
        </div>
        {others.length > 0 && (
          <ul aria-label={othersLabel} className={css.others}>
            {others.map(({ id, tile }) => (
              <li key={id}>{tile}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** Two pictures on a dark strip: what stays on top of a phone during a vote. */
export function StageStrip({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label} className={cx(css.pair, css.strip)}>
      {children}
    </section>
  );
}

/** Speaker and room under each other in a narrow column, beside each other when folded. */
export function StageColumn({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label} className={css.column}>
      {children}
    </section>
  );
}

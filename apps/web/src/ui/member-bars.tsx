import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './member-bars.module.css';
import { VoteMark } from './vote-mark.tsx';

export type MemberBarsProps = {
  /** The whole in words, read out: "15 nej och 26 ja. En tredjedel av 41 är 13,7; gränsen går vid 14." */
  readonly label: string;
  readonly nej: number;
  readonly ja: number;
  /** So many nej are enough; the line stands after them. */
  readonly limit: number;
  /** "Nej, för återremiss" */
  readonly nejWord: ReactNode;
  /** "Ja, för att avgöra ärendet i dag" */
  readonly jaWord: ReactNode;
  /** "Gränsen går vid 14. En tredjedel av 41 är 13,7." */
  readonly words?: ReactNode;
  readonly look?: 'page' | 'hall';
};

/** A minority's share (KL 5 kap. 50 §): one bar a member, square for nej and round for ja, and the line to reach. */
export function MemberBars({ label, nej, ja, limit, nejWord, jaWord, words, look = 'page' }: MemberBarsProps) {
  const all = Math.max(1, nej + ja);
  return (
    <figure
      className={cx(css.bars, look === 'hall' && css.hall)}
      style={{ '--all': all, '--limit': limit } as CSSProperties}
    >
      <div className={css.above} aria-hidden="true">
        {nej > 0 && (
          <span className={css.side} style={{ gridColumn: `1 / span ${nej}` }}>
            <VoteMark choice="nej" />
            {nejWord}
          </span>
        )}
        {ja > 0 && (
          <span className={css.side} style={{ gridColumn: `${nej + 1} / span ${ja}` }}>
            <VoteMark choice="ja" />
            {jaWord}
          </span>
        )}
      </div>
      <div role="img" aria-label={label} className={css.cells}>
        {Array.from({ length: all }, (_, at) => (
          <span key={at} className={at < nej ? css.nej : css.ja} />
        ))}
        <span className={css.line} />
      </div>
      {words !== undefined && <figcaption className={css.words}>{words}</figcaption>}
    </figure>
  );
}

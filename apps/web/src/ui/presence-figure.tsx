import type { ReactNode } from 'react';
import css from './presence-figure.module.css';
import { QuorumBar, type QuorumBarProps } from './quorum-bar.tsx';
import { Pairs, type Pair } from './rows.tsx';

export type PresenceFigureProps = {
  /** "40 av 41" */
  readonly count: string;
  /** "beslutför" or "inte beslutför" */
  readonly word: string;
  /** "Minst 21 krävs, KL 5 kap. 45 §" */
  readonly rule?: ReactNode;
  /** The cells, when quorum is in question. */
  readonly bar?: QuorumBarProps | undefined;
  /** "I salen 24", "På distans 16" … */
  readonly breakdown?: readonly Pair[];
};

/** How many are present, whether that is enough, and where they are. */
export function PresenceFigure({ count, word, rule, bar, breakdown }: PresenceFigureProps) {
  return (
    <div>
      <p className={css.big}>
        <b>{count}</b> <span>{word}</span>
      </p>
      {bar && <QuorumBar {...bar} />}
      {rule !== undefined && <p className={css.rule}>{rule}</p>}
      {breakdown && breakdown.length > 0 && (
        <div className={css.pairs}>
          <Pairs pairs={breakdown} />
        </div>
      )}
    </div>
  );
}

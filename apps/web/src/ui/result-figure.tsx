import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './result-figure.module.css';
import { VOTE_CHOICES, VoteMark, type VoteChoice } from './vote-mark.tsx';

export type ResultFigureProps = {
  /** "Ja har fått flest röster, 20 mot 12" */
  readonly headline?: ReactNode;
  /** What ja and nej meant. */
  readonly meaning?: ReactNode;
  readonly counts: Readonly<Record<VoteChoice, number>>;
  readonly words: Readonly<Record<VoteChoice, string>>;
  readonly look?: 'page' | 'hall';
  readonly level?: 2 | 3;
};

/** The result of a closed vote. Never mounted while the vote is open: there is no partial result. */
export function ResultFigure({ headline, meaning, counts, words, look = 'page', level = 2 }: ResultFigureProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={look === 'hall' ? css.hall : undefined}>
      <div>
        {headline !== undefined && <Heading className={css.headline}>{headline}</Heading>}
        {meaning !== undefined && <div className={css.meaning}>{meaning}</div>}
      </div>
      <dl className={css.counts}>
        {VOTE_CHOICES.map((choice) => (
          <div key={choice} className={cx(css.count, css[choice])}>
            <dt className={css.word}>
              <VoteMark choice={choice} />
              {words[choice]}
            </dt>
            <dd className={css.figure}>{counts[choice]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import { cx } from './cx.ts';
import css from './vote-mark.module.css';

/** The three answers of an open vote, in the order they are always shown. */
export type VoteChoice = 'ja' | 'nej' | 'avstar';
export const VOTE_CHOICES: readonly VoteChoice[] = ['ja', 'nej', 'avstar'];

/** Disc, square, bar: the answer's shape, in the colour of the text around it. Always beside its word. */
export function VoteMark({
  choice,
  className,
}: {
  readonly choice: VoteChoice;
  readonly className?: string | undefined;
}) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" className={cx(css.mark, className)}>
      {choice === 'ja' && <circle cx="10" cy="10" r="9" />}
      {choice === 'nej' && <rect x="1.5" y="1.5" width="17" height="17" />}
      {choice === 'avstar' && <rect x="0.5" y="7" width="19" height="6" />}
    </svg>
  );
}

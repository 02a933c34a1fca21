import { Check, LoaderCircle, RotateCcw } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';
import { StatusLine } from './status-line.tsx';
import css from './vote-buttons.module.css';
import { VOTE_CHOICES, VoteMark, type VoteChoice } from './vote-mark.tsx';

/** Where the own vote stands. `text` are the words on the button concerned. */
export type VoteState =
  | { readonly is: 'open' }
  /** "Sparar din röst …": nothing can be pressed again meanwhile. */
  | { readonly is: 'sending'; readonly choice: VoteChoice; readonly text: string }
  /** "Din röst, 20.46.31": the others stay pressable, the answer may be changed until the vote is closed. */
  | { readonly is: 'cast'; readonly choice: VoteChoice; readonly text: string }
  /** "Inte sparad. Tryck igen." */
  | { readonly is: 'not-saved'; readonly choice: VoteChoice; readonly text: string }
  /** "Avslutad 20.48" */
  | { readonly is: 'closed'; readonly choice?: VoteChoice | undefined; readonly text: string }
  /** "Du är jävig." with its paragraph. */
  | { readonly is: 'not-allowed'; readonly word: string; readonly reason: string; readonly rule?: string | undefined };

export type VoteButtonsProps = {
  /** The question, read out as the group's name: "Huvudvotering, § 118". */
  readonly label: string;
  readonly answers: Readonly<Record<VoteChoice, { readonly word: string; readonly meaning: ReactNode }>>;
  readonly state: VoteState;
  readonly onVote: (choice: VoteChoice) => void;
};

/**
 * Three answers alike in size, shape and colour until one is cast. The component never moves focus, so that no
 * answer is ever chosen by the key that happened to be pressed.
 */
export function VoteButtons({ label, answers, state, onVote }: VoteButtonsProps) {
  const whyId = useId();
  return (
    <div>
      <div role="group" aria-label={label} className={css.vote}>
        {VOTE_CHOICES.map((choice) => (
          <Answer key={choice} choice={choice} answer={answers[choice]} state={state} whyId={whyId} onVote={onVote} />
        ))}
      </div>
      {state.is === 'not-allowed' && (
        <p id={whyId} className={css.why}>
          <b>{state.word}</b> {state.reason}{' '}
          {state.rule !== undefined && <span className={css.rule}>{state.rule}</span>}
        </p>
      )}
      <StatusLine hidden urgent={state.is === 'not-saved'}>
        {state.is === 'open' || state.is === 'not-allowed'
          ? ''
          : `${state.choice === undefined ? '' : `${answers[state.choice].word}. `}${state.text}`}
      </StatusLine>
    </div>
  );
}

const SAYS: Partial<Record<VoteState['is'], IconShape>> = {
  sending: LoaderCircle,
  cast: Check,
  'not-saved': RotateCcw,
  closed: Check,
};

type AnswerProps = Pick<VoteButtonsProps, 'state' | 'onVote'> & {
  readonly choice: VoteChoice;
  readonly answer: { readonly word: string; readonly meaning: ReactNode };
  readonly whyId: string;
};

function Answer({ choice, answer, state, whyId, onVote }: AnswerProps) {
  const mine = 'choice' in state && state.choice === choice;
  const off = state.is === 'closed' || state.is === 'not-allowed';
  const waiting = state.is === 'sending';
  const cast = mine && (state.is === 'cast' || state.is === 'closed');
  const icon = SAYS[state.is];
  return (
    <button
      type="button"
      className={cx(css.answer, cast && css.cast, off && !cast && css.off, waiting && css.waiting)}
      aria-pressed={cast}
      aria-disabled={off || waiting || undefined}
      aria-describedby={state.is === 'not-allowed' ? whyId : undefined}
      onClick={off || waiting ? undefined : () => onVote(choice)}
    >
      <VoteMark choice={choice} className={css.mark} />
      <span className={css.word}>{answer.word}</span>
      <span className={css.said}>
        {mine && icon ? (
          <>
            <Icon shape={icon} turning={waiting} />
            {state.text}
          </>
        ) : state.is === 'closed' ? (
          state.text
        ) : (
          <span>{answer.meaning}</span>
        )}
      </span>
    </button>
  );
}

import { Lock } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';
import css from './not-now.module.css';
import { StatusLine } from './status-line.tsx';
import { RuleRef } from './text.tsx';

export type NotNowProps = {
  /** The step that is not lawful now: "Avsluta överläggningen". */
  readonly action: ReactNode;
  /** The words "Inte nu." */
  readonly word: string;
  /** Why, as a sentence: "Fem talare står kvar på talarlistan." */
  readonly reason: string;
  /** The paragraph: "Arbetsordningen 22 §". */
  readonly rule?: string | undefined;
  readonly icon?: IconShape;
  /** The reason under the button instead of beside it, for narrow columns. */
  readonly stacked?: boolean;
};

/** A step that is visible but off. It takes focus, and a press says the reason again. */
export function NotNow({ action, word, reason, rule, icon = Lock, stacked = false }: NotNowProps) {
  const whyId = useId();
  const [asked, setAsked] = useState(0);
  const sentence = [word, reason, rule].filter(Boolean).join(' ');
  return (
    <div className={cx(css.step, stacked && css.stacked)}>
      <button
        type="button"
        className={css.button}
        aria-disabled="true"
        aria-describedby={whyId}
        onClick={() => setAsked(asked + 1)}
        onBlur={() => setAsked(0)}
      >
        <Icon shape={icon} />
        <span>{action}</span>
      </button>
      <p id={whyId} className={cx(css.why, asked > 0 && css.asked)}>
        <b>{word}</b> {reason} {rule !== undefined && <RuleRef>{rule}</RuleRef>}
      </p>
      <StatusLine hidden>{asked > 0 ? `${sentence}${asked % 2 === 0 ? '\u00a0' : ''}` : ''}</StatusLine>
    </div>
  );
}

import { LoaderCircle } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import css from './action-bar.module.css';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';
import { StatusLine } from './status-line.tsx';

export type BarAction = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconShape;
  readonly onPress: () => void;
  /** At most one, and first: it is the wide one on a phone. */
  readonly primary?: boolean;
  readonly busy?: string | undefined;
  /** Why it is not lawful now. The button stays, dashed, and a press says this. */
  readonly notNow?: { readonly word: string; readonly reason: string; readonly rule?: string | undefined } | undefined;
};

export type ActionBarProps = {
  /** Names the region: "Dina åtgärder". */
  readonly label: string;
  /** The own picture: any child that fills its box. */
  readonly ownPicture: ReactNode;
  /** An `OnAirMark`, always beside the own picture. */
  readonly onAir: ReactNode;
  readonly actions?: readonly BarAction[];
  /** A sentence instead of some actions: why there is nothing to press now. */
  readonly message?: ReactNode;
  /** The person has the floor: the bar is edged in red, as the mark is. */
  readonly live?: boolean;
};

/** At the thumb: the own picture, whether one is heard, and what one can do. Up to five actions. */
export function ActionBar({ label, ownPicture, onAir, actions = [], message, live = false }: ActionBarProps) {
  const [asked, setAsked] = useState<string>();
  const refused = actions.find((action) => action.id === asked)?.notNow;
  const few = actions.length <= 1;
  return (
    <section
      aria-label={label}
      className={cx(css.bar, live && css.live, few && message === undefined && css.compact, refused && css.wrap)}
    >
      {refused && (
        <p aria-hidden="true" className={css.said}>
          <b>{refused.word}</b> {refused.reason}{' '}
          {refused.rule !== undefined && <span className={css.rule}>{refused.rule}</span>}
        </p>
      )}
      <div className={css.own}>{ownPicture}</div>
      <div className={css.air}>{onAir}</div>
      {message !== undefined && <div className={css.message}>{message}</div>}
      {actions.length > 0 && (
        <div
          className={cx(css.acts, few && css.few, actions.length === 3 && css.three, actions.length === 4 && css.four)}
        >
          {actions.map((action) => (
            <BarButton
              key={action.id}
              action={action}
              onAsk={() => setAsked(action.id)}
              onLeave={() => setAsked(undefined)}
            />
          ))}
        </div>
      )}
      <StatusLine hidden>{refused ? sentenceOf(refused) : ''}</StatusLine>
    </section>
  );
}

function BarButton({
  action,
  onAsk,
  onLeave,
}: {
  readonly action: BarAction;
  readonly onAsk: () => void;
  readonly onLeave: () => void;
}) {
  const { notNow, busy } = action;
  const off = notNow !== undefined;
  const whyId = useId();
  return (
    <button
      type="button"
      className={cx(css.act, action.primary && !off && css.primary, off && css.off)}
      aria-disabled={off || busy !== undefined || undefined}
      aria-describedby={off ? whyId : undefined}
      onClick={off ? onAsk : busy === undefined ? action.onPress : undefined}
      onBlur={off ? onLeave : undefined}
    >
      <Icon shape={busy === undefined ? action.icon : LoaderCircle} turning={busy !== undefined} />
      <span>{busy ?? action.label}</span>
      {off && (
        <span hidden id={whyId}>
          {sentenceOf(notNow)}
        </span>
      )}
    </button>
  );
}

function sentenceOf({ word, reason, rule }: NonNullable<BarAction['notNow']>): string {
  return [word, reason, rule].filter(Boolean).join(' ');
}

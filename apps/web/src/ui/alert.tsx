import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './alert.module.css';
import type { AlertRank } from './alert-rank.ts';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';

const SHAPE: Record<AlertRank, IconShape> = { stop: OctagonAlert, warning: TriangleAlert, information: Info };

export type AlertProps = {
  readonly rank: AlertRank;
  /** The rank in words: "Hindrar beslut.", "Varning.", "För kännedom." */
  readonly word: string;
  readonly children: ReactNode;
  /** Buttons under the text. */
  readonly actions?: ReactNode;
  readonly compact?: boolean;
};

/** A message with a rank: shape, word and colour say the same thing. */
export function Alert({ rank, word, children, actions, compact = false }: AlertProps) {
  return (
    <div className={cx(css.alert, rank !== 'information' && css[rank], compact && css.compact)}>
      <Icon shape={SHAPE[rank]} className={css.icon} />
      <div>
        <p>
          <span className={css.word}>{word}</span> {children}
        </p>
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** Alerts under each other. The caller orders them by rank; a new one enters below the one in focus. */
export function AlertList({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <div role="group" aria-label={label} className={css.list}>
      {children}
    </div>
  );
}

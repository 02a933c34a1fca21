import { CornerUpLeft, Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import css from './queue.module.css';

export type QueueEntry = {
  readonly id: string;
  readonly kind: 'speech' | 'reply' | 'point-of-order';
  /** Place in the list, for speeches. */
  readonly place?: number | undefined;
  /** "Jonas Fridh (V)" */
  readonly name: string;
  /** The kind in words, for those that go before the list: "replik", "ordningsfråga". */
  readonly kindWord?: string | undefined;
  /** "salen", "på distans", "anslutning bruten" */
  readonly where?: string | undefined;
  /** The person's own line. */
  readonly own?: boolean;
  readonly actions?: ReactNode;
};

/** The speakers' list in its order: replies and points of order first, as the caller gives them. */
export function Queue({
  label,
  entries,
  look = 'page',
}: {
  readonly label: string;
  readonly entries: readonly QueueEntry[];
  readonly look?: 'page' | 'hall';
}) {
  return (
    <ol aria-label={label} className={cx(css.queue, look === 'hall' && css.hall)}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.own ? css.own : undefined}>
          <span className={css.mark}>
            {entry.kind === 'reply' && <Icon shape={CornerUpLeft} />}
            {entry.kind === 'point-of-order' && <Icon shape={Hand} />}
            {entry.kind === 'speech' && entry.place}
          </span>
          <span className={css.who}>
            {entry.name}
            {look === 'page' && entry.kindWord !== undefined && `, ${entry.kindWord}`}
          </span>
          <span className={css.where}>{look === 'hall' ? (entry.kindWord ?? entry.where) : entry.where}</span>
          {entry.actions !== undefined && <div className={css.actions}>{entry.actions}</div>}
        </li>
      ))}
    </ol>
  );
}

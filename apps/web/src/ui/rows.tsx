import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AlertRank } from './alert-rank.ts';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';
import css from './rows.module.css';

/** A list whose rows are divided by a line. `ordered` when the order means something. */
export function Rows({
  children,
  label,
  ordered = false,
}: {
  readonly children: ReactNode;
  readonly label?: string;
  readonly ordered?: boolean;
}) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List aria-label={label} className={css.rows}>
      {children}
    </List>
  );
}

export type RowProps = {
  /** Before the words: a number, a paragraph, a time or an icon. */
  readonly start?: ReactNode;
  readonly children: ReactNode;
  /** A softer second line. */
  readonly note?: ReactNode;
  /** After the words: a state in words, or a button. */
  readonly end?: ReactNode;
  readonly current?: boolean;
  /** Only the exception is marked. */
  readonly rank?: Exclude<AlertRank, 'information'> | undefined;
  readonly tight?: boolean;
};

export function Row({ start, children, note, end, current = false, rank, tight = false }: RowProps) {
  return (
    <li
      aria-current={current || undefined}
      className={cx(
        css.row,
        start !== undefined && css.withStart,
        tight && css.tight,
        current && css.current,
        rank && css[rank],
      )}
    >
      {start !== undefined && <span className={css.start}>{start}</span>}
      <div className={css.main}>
        {children}
        {note !== undefined && <span className={css.note}>{note}</span>}
      </div>
      {end !== undefined && <div className={css.end}>{end}</div>}
    </li>
  );
}

export type Pair = { readonly term: ReactNode; readonly value: ReactNode };

/** Terms and figures, the figure at the end of the line: "I salen 24". */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className={css.pairs}>
      {pairs.flatMap(({ term, value }, at) => [<dt key={`t${at}`}>{term}</dt>, <dd key={`v${at}`}>{value}</dd>])}
    </dl>
  );
}

/** Terms and sentences side by side. */
export function Facts({ facts }: { readonly facts: readonly Pair[] }) {
  return (
    <dl className={css.facts}>
      {facts.flatMap(({ term, value }, at) => [<dt key={`t${at}`}>{term}</dt>, <dd key={`v${at}`}>{value}</dd>])}
    </dl>
  );
}

export type Tick = { readonly id: string; readonly text: ReactNode; readonly icon?: IconShape };

/** What is kept, what is known, what is ready: a tick and a sentence. */
export function Ticks({ ticks }: { readonly ticks: readonly Tick[] }) {
  return (
    <ul className={css.ticks}>
      {ticks.map(({ id, text, icon = Check }) => (
        <li key={id}>
          <Icon shape={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** What to do, in order. */
export function NumberedSteps({ steps }: { readonly steps: readonly ReactNode[] }) {
  return (
    <ol className={css.numbered}>
      {steps.map((step, at) => (
        <li key={at}>
          <div>{step}</div>
        </li>
      ))}
    </ol>
  );
}

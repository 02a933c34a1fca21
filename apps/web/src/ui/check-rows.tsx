import { Check, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './check-rows.module.css';
import { Icon } from './icon.tsx';

export type CheckRow = {
  readonly id: string;
  /** "Mikrofon" */
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'waiting';
  /** The outcome as a sentence: "Din röst hörs tydligt." */
  readonly result: ReactNode;
  /** What to do about a fault. */
  readonly action?: ReactNode;
};

const SHAPE = { ok: Check, warning: TriangleAlert, waiting: CircleDashed } as const;
const ORDER = { warning: 0, waiting: 1, ok: 2 } as const;

/** Tests as sentences, the faulty first. */
export function CheckRows({ label, rows }: { readonly label: string; readonly rows: readonly CheckRow[] }) {
  const ordered = rows.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <ul aria-label={label} className={css.rows}>
      {ordered.map((row) => (
        <li key={row.id} className={row.state === 'warning' ? css.warning : undefined}>
          <Icon shape={SHAPE[row.state]} className={css.icon} />
          <span className={css.what}>{row.what}</span>
          <span className={css.result}>{row.result}</span>
          {row.action !== undefined && <div className={css.action}>{row.action}</div>}
        </li>
      ))}
    </ul>
  );
}

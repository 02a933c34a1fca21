import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './table.module.css';
import textCss from './text.module.css';

export type TableColumn<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand to the right, in tabular digits. */
  readonly number?: boolean;
  /** The cell that names its row. One per table. */
  readonly rowHead?: boolean;
  /** Sums in the last row. */
  readonly foot?: ReactNode;
};

export type TableProps<Row> = {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly selectedId?: string | undefined;
  /** Narrow tables of figures may keep their columns on a phone. */
  readonly folds?: boolean;
};

export function Table<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowId,
  selectedId,
  folds = true,
}: TableProps<Row>) {
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <table className={cx(css.table, folds && css.folds)}>
      <caption className={captionHidden ? textCss.visuallyHidden : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.number ? css.number : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowId(row)}
            aria-current={rowId(row) === selectedId || undefined}
            className={rowId(row) === selectedId ? css.selected : undefined}
          >
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {hasFoot && (
        <tfoot>
          <tr>
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.id} scope="row">
                  {column.foot}
                </th>
              ) : (
                <td key={column.id} className={column.number ? css.number : undefined}>
                  <CellLabel>{column.head}</CellLabel>
                  <span>{column.foot}</span>
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: TableColumn<Row>; readonly row: Row }) {
  const content = <span>{column.cell(row)}</span>;
  if (column.rowHead) return <th scope="row">{content}</th>;
  return (
    <td className={column.number ? css.number : undefined}>
      <CellLabel>{column.head}</CellLabel>
      {content}
    </td>
  );
}

function CellLabel({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true" className={css.label}>
      {children}
    </span>
  );
}

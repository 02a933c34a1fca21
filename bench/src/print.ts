import { shown } from './statistics.ts';

/** A table of monospaced text: words to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? shown(cell) : cell)));
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[], isFigure: (column: number) => boolean): string =>
    row
      .map((cell, column) => (isFigure(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const figures = (column: number): boolean => rows.some((row) => typeof row[column] === 'number');
  return [line(head, figures), ...cells.map((row) => line(row, figures))].join('\n');
}

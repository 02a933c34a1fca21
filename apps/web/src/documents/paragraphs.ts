/** A piece of a page's text as pdf.js gives it, in points from the page's lower left corner. */
export type TextPiece = {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  /** [a, b, c, d, x, y] */
  readonly transform: readonly number[];
};

export type Paragraph = { readonly text: string; readonly isHeading: boolean };

type Line = { readonly text: string; readonly y: number; readonly height: number };

/** More than this times the text's height between two lines, and a new paragraph begins. */
const GAP = 1.75;
/** So much larger than the page's ordinary text is a heading. */
const HEADING = 1.15;

/** A page's text in the order it is written, line breaks undone, to be read in any width and size. */
export function paragraphs(pieces: readonly TextPiece[]): readonly Paragraph[] {
  const lines = linesOf(pieces);
  const usual = median(lines.map((line) => line.height));
  const grouped: { text: string; isHeading: boolean; last: Line }[] = [];
  for (const line of lines) {
    const isHeading = line.height > usual * HEADING;
    const open = grouped.at(-1);
    const follows = open !== undefined && open.isHeading === isHeading && isNext(open.last, line);
    if (follows) Object.assign(open, { text: joined(open.text, line.text), last: line });
    else grouped.push({ text: line.text, isHeading, last: line });
  }
  return grouped.map(({ text, isHeading }) => ({ text, isHeading }));
}

function isNext(last: Line, line: Line): boolean {
  const step = last.y - line.y;
  return step >= 0 && step <= Math.max(last.height, line.height) * GAP;
}

/** A word broken over two lines is put together; what had a hyphen of its own keeps it. */
function joined(before: string, next: string): string {
  return /\p{Ll}[-\u00AD]$/u.test(before) && /^\p{Ll}/u.test(next) ? before.slice(0, -1) + next : `${before} ${next}`;
}

function linesOf(pieces: readonly TextPiece[]): readonly Line[] {
  const lines: Line[] = [];
  let text = '';
  let y = 0;
  let height = 0;
  const end = (): void => {
    if (text.trim() !== '') lines.push({ text: text.replaceAll(/\s+/gu, ' ').trim(), y, height });
    text = '';
    height = 0;
  };
  for (const piece of pieces) {
    if (text === '') y = piece.transform[5] ?? 0;
    text += piece.str;
    height = Math.max(height, piece.height);
    if (piece.hasEOL) end();
  }
  end();
  return lines;
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? 0;
}

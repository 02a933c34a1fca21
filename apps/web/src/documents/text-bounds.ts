/** Where the text of a page stands, in points from its upper left corner. */
type Bounds = { readonly left: number; readonly top: number; readonly width: number };

type Placed = {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
};

/** Text narrower than this share of the page is not taken for all there is: a figure may stand beside it. */
const LEAST = 0.6;

/** A page without text, or with too little, is shown whole. */
export function textBounds(
  pieces: readonly Placed[],
  page: { readonly width: number; readonly height: number },
): Bounds {
  const written = pieces.filter((piece) => piece.str.trim() !== '');
  const left = Math.min(...written.map((piece) => piece.transform[4] ?? 0));
  const right = Math.max(...written.map((piece) => (piece.transform[4] ?? 0) + piece.width));
  const upper = Math.max(...written.map((piece) => (piece.transform[5] ?? 0) + piece.height));
  const isWhole = written.length === 0 || left < 0 || right > page.width || right - left < page.width * LEAST;
  if (isWhole) return { left: 0, top: 0, width: page.width };
  return { left, top: Math.max(0, page.height - upper), width: right - left };
}

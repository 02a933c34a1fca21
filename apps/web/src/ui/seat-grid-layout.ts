/** A party's seats, in the order of the register. */
export type SeatGroup<Seat> = { readonly party: string; readonly seats: readonly Seat[] };

/** One party within a block: its seats in columns, filled from the top. */
export type SeatSection<Seat> = {
  readonly party: string;
  readonly count: number;
  readonly columns: readonly (readonly Seat[])[];
};

/** Parties that stand under each other, `width` seat columns wide and `height` rows high (a party's head is one row). */
export type SeatBlock<Seat> = {
  readonly sections: readonly SeatSection<Seat>[];
  readonly width: number;
  readonly height: number;
};

export type SeatLayout<Seat> = {
  readonly blocks: readonly SeatBlock<Seat>[];
  readonly columns: number;
  readonly rows: number;
};

/** How many columns of names fit over the hall's 1920 px, by the size of the name. */
export const HALL_COLUMNS = { upTo60: 10, upTo85: 12 } as const;
const FEWEST_ROWS = 5;

/**
 * Places every seat. The order of parties and seats is kept, and only those two decide: the same body gives the same
 * places before, during and after a vote. Chooses the fewest rows for which all fit within `maxColumns`.
 */
export function layoutSeats<Seat>(groups: readonly SeatGroup<Seat>[], maxColumns: number): SeatLayout<Seat> {
  const filled = groups.filter((group) => group.seats.length > 0);
  const most = filled.reduce((sum, group) => sum + group.seats.length + 1, 0);
  for (let rows = FEWEST_ROWS; ; rows++) {
    const blocks = stackBlocks(filled, rows);
    const columns = blocks.reduce((sum, block) => sum + block.width, 0);
    if (columns <= Math.max(1, maxColumns) || rows >= most) {
      return { blocks, columns, rows: blocks.reduce((tallest, block) => Math.max(tallest, block.height), 0) };
    }
  }
}

/** Of all ways to stack neighbouring one-column parties, the one with fewest columns, and then the most even heights. */
function stackBlocks<Seat>(groups: readonly SeatGroup<Seat>[], rows: number): readonly SeatBlock<Seat>[] {
  type Best = { readonly cost: number; readonly blocks: readonly SeatBlock<Seat>[] };
  let best: Best[] = [{ cost: 0, blocks: [] }];
  for (let end = 1; end <= groups.length; end++) {
    const candidates: Best[] = [];
    for (let start = end - 1; start >= 0; start--) {
      const block = blockOf(groups.slice(start, end), rows);
      const before = best[start];
      if (block === undefined || before === undefined) break;
      candidates.push({
        cost: before.cost + block.width * COLUMN_COST + block.height ** 2,
        blocks: [...before.blocks, block],
      });
    }
    best = [...best, candidates.reduce((least, next) => (next.cost < least.cost ? next : least))];
  }
  return best[groups.length]?.blocks ?? [];
}

/** More than any sum of squared heights, so that columns are counted first. */
const COLUMN_COST = 1_000_000;

function blockOf<Seat>(groups: readonly SeatGroup<Seat>[], rows: number): SeatBlock<Seat> | undefined {
  const sections = groups.map(({ party, seats }) => ({
    party,
    count: seats.length,
    columns: inColumns(seats, rows - 1),
  }));
  const width = Math.max(...sections.map((section) => section.columns.length));
  const height = sections.reduce((sum, section) => sum + 1 + (section.columns[0]?.length ?? 0), 0);
  const stacked = sections.length > 1;
  return stacked && (width > 1 || height > rows) ? undefined : { sections, width, height };
}

/** Columns of equal height, but for the last ones when the seats do not divide evenly. */
function inColumns<Seat>(seats: readonly Seat[], most: number): readonly (readonly Seat[])[] {
  const columns = Math.ceil(seats.length / most);
  const each = Math.ceil(seats.length / columns);
  return Array.from({ length: Math.ceil(seats.length / each) }, (_, at) => seats.slice(at * each, at * each + each));
}

/** Widths of letters in the interface's bold type, in em, near enough to know what fits. */
const NARROW = 0.31;
const WIDE = 0.84;
const ORDINARY = 0.535;

function widthInEm(word: string): number {
  return [...word].reduce(
    (sum, letter) => sum + ("fijlrt-'’.".includes(letter) ? NARROW : 'mwMW'.includes(letter) ? WIDE : ORDINARY),
    0,
  );
}

/** How small a name may be written to stay on one line, and how small when it must take two. */
const LEAST_ON_ONE_LINE = 0.78;
const LEAST_ON_TWO_LINES = 0.7;

/**
 * How large to write a name on a seat `roomEm` wide, 1 being the grid's size. A name that fits keeps its size, one that
 * nearly does is written smaller, and one that does not wraps at its spaces and hyphens. It is never cut.
 */
export function nameScale(name: string, roomEm: number): number {
  if (!nameWraps(name, roomEm)) return Math.min(1, roomEm / widthInEm(name));
  const longest = Math.max(...name.split(/[\s-]+/).map(widthInEm));
  return Math.max(LEAST_ON_TWO_LINES, Math.min(LEAST_ON_ONE_LINE, roomEm / longest));
}

/** Whether the name takes two lines on a seat `roomEm` wide. */
export function nameWraps(name: string, roomEm: number): boolean {
  return roomEm / widthInEm(name) < LEAST_ON_ONE_LINE;
}

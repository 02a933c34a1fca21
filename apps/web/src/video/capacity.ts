/** How many pictures of others a device and its net bear, learned from what arrives. Sound, speaker and room are never counted and never shrink. */
export type Capacity = { readonly tiles: number; readonly goodRounds: number };

export type Load = {
  /** Of the packets that were sent here, so many in a thousand did not come. */
  readonly lossPermille: number;
  /** Of the frames that came, so many in a thousand were too late to be drawn. */
  readonly droppedPermille: number;
};

export const CAPACITY_MAX = 24;
export const FULL_CAPACITY: Capacity = { tiles: CAPACITY_MAX, goodRounds: 0 };

const TOO_MUCH_LOSS_PERMILLE = 50;
const TOO_MANY_DROPPED_PERMILLE = 250;
/** Good rounds before one more is tried: quick down, slow up. */
const PATIENCE_ROUNDS = 3;

/** One round of measuring, with `shown` others on the page. */
export function adjustCapacity(before: Capacity, load: Load, shown: number): Capacity {
  const strained = load.lossPermille > TOO_MUCH_LOSS_PERMILLE || load.droppedPermille > TOO_MANY_DROPPED_PERMILLE;
  if (strained)
    return { tiles: Math.max(1, Math.floor(Math.min(before.tiles, Math.max(1, shown)) / 2)), goodRounds: 0 };
  const goodRounds = before.goodRounds + 1;
  if (goodRounds < PATIENCE_ROUNDS) return { ...before, goodRounds };
  return { tiles: Math.min(CAPACITY_MAX, before.tiles + 1), goodRounds: 0 };
}

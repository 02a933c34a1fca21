/** One page of the others, and where it stands among them all. */
export type StagePage<T> = {
  readonly shown: readonly T[];
  /** 1-based numbers of the first and last shown; 0 when there is nobody. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
  /** 0-based, kept within what exists. */
  readonly page: number;
  readonly pages: number;
};

/** Widths at which the member's stage folds, in CSS px. */
export const STAGE_WIDTH = { tablet: 640, desk: 1040, wide: 1600 } as const;

/**
 * How many others are shown beside the speaker and the room. The speaker and the room are never counted: they are
 * always there. `capacity` is what the measured load allows, and can only lower the number.
 */
export function othersPerPage(width: number, capacity: number = Number.POSITIVE_INFINITY): number {
  const bySpace = width < STAGE_WIDTH.tablet ? 1 : width < STAGE_WIDTH.wide ? 6 : 12;
  return Math.max(1, Math.min(bySpace, Math.floor(capacity)));
}

/** The page to show. A page that no longer exists, because people left, becomes the last one. */
export function stagePage<T>(others: readonly T[], page: number, perPage: number): StagePage<T> {
  const per = Math.max(1, Math.floor(perPage));
  const pages = Math.max(1, Math.ceil(others.length / per));
  const at = Math.min(Math.max(0, Math.floor(page)), pages - 1);
  const shown = others.slice(at * per, at * per + per);
  return {
    shown,
    first: shown.length === 0 ? 0 : at * per + 1,
    last: at * per + shown.length,
    total: others.length,
    page: at,
    pages,
  };
}

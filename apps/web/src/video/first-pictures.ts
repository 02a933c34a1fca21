/** How long pictures that do not come are waited for. */
const AT_MOST_MS = 700;

export type FirstPictures = {
  /** One has been drawn. */
  readonly drawn: () => void;
  /** Resolves when one has, or when it has been waited for long enough; from then on at once. */
  readonly past: Promise<void>;
};

/** What is large and is no picture waits its turn: a device that is busy reading a document draws nobody. */
export function firstPictures(atMostMs: number): FirstPictures {
  let drawn = (): void => undefined;
  const past = new Promise<void>((resolve) => {
    drawn = resolve;
    setTimeout(resolve, atMostMs);
  });
  return { drawn, past };
}

/** Of this page. */
export const picturesOfPage = firstPictures(AT_MOST_MS);

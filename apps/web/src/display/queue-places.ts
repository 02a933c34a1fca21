/** How many names of the speakers' list fit on the wall, at the size that is read from fifteen metres. */
const PLACES = 7;
const TAKEN_BY_PICTURES = 2;
const TAKEN_BY_HEADING = 2;
const MOVED_SHOWN = 3;

/** Names that fit above `moved` proposals, each as high as a name, and above those at a distance. Never none. */
export function queuePlaces(moved: number, hasRemote: boolean): number {
  const proposals = moved === 0 ? 0 : Math.min(moved, MOVED_SHOWN) + TAKEN_BY_HEADING;
  return Math.max(1, PLACES - proposals - (hasRemote ? TAKEN_BY_PICTURES : 0));
}

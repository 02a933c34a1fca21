import { useWindowWidth } from '../ui/index.ts';

const COLUMNS_FROM_PX = 1040;

/** True where columns fold into one: a list and what is chosen in it are then two pages. */
export function useIsNarrow(): boolean {
  return useWindowWidth() < COLUMNS_FROM_PX;
}

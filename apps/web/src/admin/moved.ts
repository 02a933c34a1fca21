/** The list with one of them a step up (-1) or down (1); at the end of the list nothing moves. */
export function moved<One>(list: readonly One[], one: One, by: 1 | -1): readonly One[] {
  const from = list.indexOf(one);
  const to = from + by;
  if (from === -1 || to < 0 || to >= list.length) return list;
  const without = list.toSpliced(from, 1);
  return without.toSpliced(to, 0, one);
}

type Keys<T> = T extends unknown ? keyof T : never;

/**
 * `true` when each type takes the other and knows the same fields, else `never`. Fields are counted besides, for one that may
 * be left out is otherwise no difference.
 */
export type Same<A, B> = [A] extends [B]
  ? [B] extends [A]
    ? [Keys<A>] extends [Keys<B>]
      ? [Keys<B>] extends [Keys<A>]
        ? true
        : never
      : never
    : never
  : never;

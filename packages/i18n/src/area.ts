/** One area's catalogue: the same keys in Swedish and English, checked by the type. Values are ICU messages (FormatJS). */
export type Area<Key extends string> = {
  readonly sv: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
};

export function area<const Key extends string>(catalogue: {
  readonly sv: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<NoInfer<Key>, string>>;
}): Area<Key> {
  return catalogue;
}

/** Only the fields that the test is about. */
export type Pattern<T> = T extends readonly (infer Each)[]
  ? readonly Pattern<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Pattern<T[Key]> }
    : T;

/** Where `actual` does not answer the pattern: objects may have more fields, arrays not more elements; undefined when it does. */
export function difference(actual: unknown, pattern: unknown, path = ''): string | undefined {
  if (Object.is(actual, pattern)) return undefined;
  if (Array.isArray(pattern))
    return Array.isArray(actual) ? inArray(actual, pattern, path) : mismatch(actual, pattern, path);
  if (!isRecord(pattern) || !isRecord(actual)) return mismatch(actual, pattern, path);
  for (const [key, expected] of Object.entries(pattern)) {
    const wrong = difference(actual[key], expected, `${path}.${key}`);
    if (wrong) return wrong;
  }
  return undefined;
}

function inArray(actual: readonly unknown[], pattern: readonly unknown[], path: string): string | undefined {
  if (actual.length !== pattern.length) return `${path || 'list'} has ${actual.length} elements, not ${pattern.length}`;
  for (const [index, expected] of pattern.entries()) {
    const wrong = difference(actual[index], expected, `${path}[${index}]`);
    if (wrong) return wrong;
  }
  return undefined;
}

function mismatch(actual: unknown, pattern: unknown, path: string): string {
  return `${path || 'value'} is ${JSON.stringify(actual)}, not ${JSON.stringify(pattern)}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

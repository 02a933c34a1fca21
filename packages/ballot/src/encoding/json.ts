/** What the format's JSON is made of. Numbers are small whole numbers; large ones are strings. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one spelling of a value: compact, fields in the order they were given, undefined ones left out, and DEL escaped
 * as the reference implementation does.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('\x7f', '\\u007f');
}

import type { PersonId } from '@klubba/meeting';

/** The names of a slip, one a line, as persons of the meeting in the same order; what names nobody is told as it was written. */
export function namesOn(
  text: string,
  people: readonly (readonly [PersonId, string])[],
): { readonly persons: readonly PersonId[]; readonly unknown: readonly string[] } {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*\d+[.)]?\s*/u, '').trim())
    .filter((line) => line !== '');
  const found = lines.map((line) => ({
    line,
    person: people.find(([, name]) => name.toLocaleLowerCase('sv') === line.toLocaleLowerCase('sv'))?.[0],
  }));
  return {
    persons: found.flatMap(({ person }) => person ?? []),
    unknown: found.flatMap(({ line, person }) => (person === undefined ? [line] : [])),
  };
}

/** The Swedish of everything that the first screens do not say. Whatever is downloaded later waits for it too. */
export function restOfTexts(): Promise<unknown> {
  return import('klubba-texts/rest');
}

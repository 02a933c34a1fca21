/** One place where the words stand: the page's number from 1. */
export type Hit = { readonly page: number };

/** Every place where `words` stand, in reading order. Case, line breaks and runs of spaces do not matter. */
export function searchPages(pages: readonly string[], words: string): readonly Hit[] {
  const wanted = flat(words);
  if (wanted === '') return [];
  return pages.flatMap((text, at) => {
    const found = flat(text).split(wanted).length - 1;
    return Array.from({ length: found }, () => ({ page: at + 1 }));
  });
}

function flat(text: string): string {
  return text.toLocaleLowerCase('sv').replaceAll(/\s+/gu, ' ').trim();
}

import { useEffect, useState } from 'react';
import { pageText, type PDFDocumentProxy } from './pdf.ts';
import { type Hit, searchPages } from './search-pages.ts';

/** Where `words` stand in the document. The text of its pages is read once, when the search is opened. */
export function useHits(pdf: PDFDocumentProxy, words: string): readonly Hit[] {
  const [pages, setPages] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const texts: string[] = [];
      for (let number = 1; number <= pdf.numPages && !gone; number += 1) {
        texts.push(await pageText(await pdf.getPage(number)));
      }
      if (!gone) setPages(texts);
    };
    // A page that cannot be read has no hits; what is drawn is not affected.
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [pdf]);
  return searchPages(pages, words);
}

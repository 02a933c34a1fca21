import { useEffect, useState } from 'react';
import { openPdf, type PDFDocumentProxy } from './pdf.ts';

export type Opened =
  | { readonly is: 'coming' }
  | { readonly is: 'open'; readonly pdf: PDFDocumentProxy }
  | { readonly is: 'failed' };

/** A document fetched and opened; a new `round` tries again. Left, it is closed with all that it holds. */
export function usePdf(address: string, round: number): Opened {
  const [opened, setOpened] = useState<Opened>({ is: 'coming' });
  useEffect(() => {
    let gone = false;
    setOpened({ is: 'coming' });
    const task = openPdf(address);
    task.promise.then(
      (pdf) => {
        if (!gone) setOpened({ is: 'open', pdf });
      },
      () => {
        if (!gone) setOpened({ is: 'failed' });
      },
    );
    return () => {
      gone = true;
      void task.destroy();
    };
  }, [address, round]);
  return opened;
}

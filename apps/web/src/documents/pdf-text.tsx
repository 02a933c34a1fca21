import { useEffect, useState } from 'react';
import { LegalText } from '../ui/index.ts';
import { type Paragraph, paragraphs } from './paragraphs.ts';
import type { PDFDocumentProxy } from './pdf.ts';

/** A page as running text, in the size of the screen's own. `onEmpty`: the page is a picture, and has none. */
export function PdfText({
  pdf,
  number,
  onEmpty,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly onEmpty: () => void;
}) {
  const [shown, setShown] = useState<readonly Paragraph[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const content = await (await pdf.getPage(number)).getTextContent();
      if (gone) return;
      const found = paragraphs(content.items.flatMap((item) => ('str' in item ? [item] : [])));
      setShown(found);
      if (found.length === 0) onEmpty();
    };
    read().catch(onEmpty);
    return () => {
      gone = true;
    };
  }, [pdf, number, onEmpty]);
  return (
    <LegalText>
      {shown.map(({ text, isHeading }, at) => (isHeading ? <h3 key={at}>{text}</h3> : <p key={at}>{text}</p>))}
    </LegalText>
  );
}

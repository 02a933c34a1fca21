import { TextLayer } from 'pdfjs-dist';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import css from './documents.module.css';
import type { PDFDocumentProxy } from './pdf.ts';

/** One page, as wide as its column and as sharp as the screen, with its text over it for reading aloud and copying. */
export function PdfPage({ pdf, number }: { readonly pdf: PDFDocumentProxy; readonly number: number }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const width = useColumnWidth(box);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    if (width === 0) return undefined;
    let stop = (): void => undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const [surface, words] = [canvas.current, text.current];
      if (gone || surface === null || words === null) return;
      const fit = width / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: fit });
      surface.width = Math.floor(viewport.width * devicePixelRatio);
      surface.height = Math.floor(viewport.height * devicePixelRatio);
      setScale(fit);
      words.replaceChildren();
      const drawing = page.render({
        canvas: surface,
        viewport,
        transform: [devicePixelRatio, 0, 0, devicePixelRatio, 0, 0],
      });
      const layer = new TextLayer({
        textContentSource: page.streamTextContent(),
        container: words,
        viewport,
      });
      stop = () => {
        drawing.cancel();
        layer.cancel();
      };
      await Promise.all([drawing.promise, layer.render()]);
    };
    // A drawing that is cancelled because the page was turned rejects: the next one is on its way.
    draw().catch(() => undefined);
    box.current?.parentElement?.scrollTo({ top: 0 });
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, number, width]);
  return (
    <div ref={box} className={css.sheet} style={{ '--total-scale-factor': scale } as CSSProperties}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className={css.text} />
    </div>
  );
}

function useColumnWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

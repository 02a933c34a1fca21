import { TextLayer } from 'pdfjs-dist';
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import css from './documents.module.css';
import type { PDFDocumentProxy } from './pdf.ts';
import { textBounds } from './text-bounds.ts';

/** Around the text when the margins are passed over, in CSS px. */
const AIR = 8;

/** One page, its text as wide as the column, with its words over it for reading aloud and copying. The margins are there, beyond the edge. */
export function PdfPage({ pdf, number }: { readonly pdf: PDFDocumentProxy; readonly number: number }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const width = useColumnWidth(box);
  const [size, setSize] = useState({ scale: 1, width: 0 });
  useEffect(() => {
    if (width === 0) return undefined;
    let stop = (): void => undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const [surface, words] = [canvas.current, text.current];
      if (gone || surface === null || words === null) return;
      const whole = page.getViewport({ scale: 1 });
      const pieces = content.items.flatMap((item) => ('str' in item ? [item] : []));
      const bounds = page.rotate === 0 ? textBounds(pieces, whole) : { left: 0, top: 0, width: whole.width };
      const scale = (width - 2 * AIR) / bounds.width;
      const viewport = page.getViewport({ scale });
      surface.width = Math.floor(viewport.width * devicePixelRatio);
      surface.height = Math.floor(viewport.height * devicePixelRatio);
      setSize({ scale, width: viewport.width });
      words.replaceChildren();
      const drawing = page.render({
        canvas: surface,
        viewport,
        transform: [devicePixelRatio, 0, 0, devicePixelRatio, 0, 0],
      });
      const layer = new TextLayer({ textContentSource: content, container: words, viewport });
      stop = () => {
        drawing.cancel();
        layer.cancel();
      };
      requestAnimationFrame(() =>
        box.current?.parentElement?.scrollTo({ left: bounds.left * scale - AIR, top: bounds.top * scale - AIR }),
      );
      await Promise.all([drawing.promise, layer.render()]);
    };
    // A drawing that is cancelled because the page was turned rejects: the next one is on its way.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, number, width]);
  return (
    <div ref={box} className={css.column}>
      <div
        className={css.sheet}
        style={{ '--total-scale-factor': size.scale, width: size.width === 0 ? '100%' : size.width } as CSSProperties}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <div ref={text} className={css.text} />
      </div>
    </div>
  );
}

function useColumnWidth(box: RefObject<HTMLDivElement | null>): number {
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

import { describe, expect, it } from 'vitest';
import { paragraphs, type TextPiece } from './paragraphs.ts';
import { searchPages } from './search-pages.ts';
import { textBounds } from './text-bounds.ts';

const line = (str: string, y: number, height = 11): TextPiece => ({
  str,
  hasEOL: true,
  height,
  transform: [height, 0, 0, height, 71, y],
});

describe('a search in a document', () => {
  it('finds every place, over line breaks and whatever the case', () => {
    const pages = ['Mål och\nBudget. Budget 2026.', 'inget', 'budget'];
    expect(searchPages(pages, ' budget ').map((hit) => hit.page)).toEqual([1, 1, 3]);
    expect(searchPages(pages, 'mål och budget')).toHaveLength(1);
  });
  it('finds nothing for no words', () => {
    expect(searchPages(['allt'], '  ')).toEqual([]);
  });
});

describe('a page as text', () => {
  it('puts lines together to paragraphs, and a gap parts them', () => {
    expect(paragraphs([line('Nämnderna ska', 700), line('spara.', 686), line('Nytt stycke.', 650)])).toEqual([
      { text: 'Nämnderna ska spara.', isHeading: false },
      { text: 'Nytt stycke.', isHeading: false },
    ]);
  });
  it('mends a word that was broken at the end of a line', () => {
    expect(paragraphs([line('barn- och utbild-', 700), line('ningsnämnden', 686)])[0]?.text).toBe(
      'barn- och utbildningsnämnden',
    );
  });
  it('knows a heading by its size', () => {
    const [first, second] = paragraphs([line('Förslag', 720, 16), line('Text här.', 700), line('Mer text.', 686)]);
    expect(first).toEqual({ text: 'Förslag', isHeading: true });
    expect(second?.isHeading).toBe(false);
  });
});

describe('the margins of a page', () => {
  const page = { width: 595, height: 842 };
  const piece = (x: number, width: number) => ({ ...line('text', 760), width, transform: [11, 0, 0, 11, x, 760] });
  it('are passed over when text fills the page', () => {
    expect(textBounds([piece(71, 453)], page)).toEqual({ left: 71, top: 71, width: 453 });
  });
  it('are kept where there is little text, or none: something else may stand there', () => {
    expect(textBounds([piece(71, 100)], page).width).toBe(595);
    expect(textBounds([], page)).toEqual({ left: 0, top: 0, width: 595 });
  });
});

import { fold, type Meeting } from '@klubba/meeting';
import { councilPlan, evening } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { minutesPage } from './page.ts';
import { minutesPdf } from './pdf.ts';
import { minutesSheet } from './sheet.ts';

const facts = evening(councilPlan(), 10, 1_500);
const words = { signature: 'Justerarnas signatur:', page: 'Sida', draft: 'Utkast', signing: 'Justering' };
function meeting(): Meeting {
  const folded = fold(facts);
  if (folded.plan === undefined) throw new Error('An evening begins with its plan');
  return folded;
}

describe('the minutes in print', () => {
  it('have every § that was taken up, in order, in both languages', () => {
    const { order, items } = meeting().agenda;
    const numbers = order.flatMap((id) => (items[id]?.openedAt === undefined ? [] : items[id].number));
    expect(numbers.length).toBeGreaterThan(1);
    for (const language of ['sv', 'en'] as const) {
      expect(minutesSheet(meeting(), facts, language).sections.map((section) => section.number)).toEqual(
        numbers.map((number) => `§ ${number}`),
      );
    }
  });

  it('leave no text key and no gap unfilled', () => {
    for (const language of ['sv', 'en'] as const) {
      const sheet = JSON.stringify(minutesSheet(meeting(), facts, language));
      expect(sheet).not.toMatch(/minutes\.\w|label\.\w|\{\w+\}/);
    }
  });

  it('are tagged PDF for the archive (PDF/A-2a) and for screen readers (PDF/UA-1)', () => {
    const sheet = minutesSheet(meeting(), facts, 'sv');
    for (const [standard, mark] of [
      ['a-2a', 'pdfaid:conformance>A'],
      ['ua-1', 'pdfuaid:part>1'],
    ] as const) {
      const pdf = minutesPdf(sheet, words, standard, 1_763_054_400_000).toString('latin1');
      expect(pdf).toContain(mark);
      expect(pdf).toContain('/MarkInfo');
    }
  });

  it('are a page whose headings go down one level at a time, and which takes no text for markup', () => {
    const sheet = { ...minutesSheet(meeting(), facts, 'sv'), municipality: '<b>Exempelköping</b>' };
    const page = minutesPage(sheet, words, [{ href: 'minutes.pdf', label: 'PDF' }]);
    expect(page).toContain('&lt;b&gt;Exempelköping');
    const levels = [...page.matchAll(/<h([1-6])>/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1));
    expect(page).not.toMatch(/<script|style=|onclick/);
  });
});

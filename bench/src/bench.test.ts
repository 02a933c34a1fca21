import { describe, expect, it } from 'vitest';
import { aimLine, atLeast, atMost, runBench } from './bench.ts';

const report = {
  figures: { p99Ms: 12.5 },
  aims: [atMost('p99', 12.5, 10), atLeast('ratio', 0.9, 0.8)],
  tables: ['a table'],
};

describe('a bench', () => {
  it('says whether each aim was met, and by how much it was missed', () => {
    expect(report.aims.map((aim) => aim.met)).toEqual([false, true]);
    expect(aimLine(atMost('p99', 12.5, 10))).toBe('NOT MET  p99: 12.5 (limit 10, 1.25 × the limit)');
    expect(aimLine(atLeast('ratio', 0.9, 0.8))).toBe('met      ratio: 0.9 (limit 0.8)');
    expect(atMost('loss', Number.NaN, 1).met).toBe(false);
  });

  it('ends in one object for machines, when asked', async () => {
    const lines: string[] = [];
    const met = await runBench({ name: 'one', about: 'an example', run: async () => report }, true, (line) =>
      lines.push(line),
    );
    expect(met).toBe(false);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      bench: 'one',
      figures: { p99Ms: 12.5 },
      aims: [
        { name: 'p99', value: 12.5, limit: 10, met: false },
        { name: 'ratio', value: 0.9, limit: 0.8, met: true },
      ],
    });
  });
});

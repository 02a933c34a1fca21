import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

type Colours = Readonly<Record<string, string>>;

/** The colours of every rule block, in the order they stand: light, dark when chosen, reduced motion apart, dark by system. */
const blocks: readonly Colours[] = [...source.matchAll(/\{([^{}]*)\}/g)]
  .map(([, body = '']) =>
    Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]])),
  )
  .filter((colours) => Object.keys(colours).length > 0);

const [light = {}, chosenDark = {}, systemDark = {}] = blocks;
const themes: readonly (readonly [string, Colours])[] = [
  ['light', light],
  ['dark', { ...light, ...chosenDark }],
];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(colours: Colours, front: string, back: string): number {
  const [one, other] = [colours[front], colours[back]];
  if (one === undefined || other === undefined) throw new Error(`No colour ${front} or ${back}.`);
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: readonly (readonly [string, readonly string[]])[] = [
  [
    'ink',
    ['paper', 'surface', 'sunken', 'accent-soft', 'stop-soft', 'warn-soft', 'ja-soft', 'nej-soft', 'avstar-soft'],
  ],
  ['ink-soft', ['paper', 'surface', 'sunken']],
  ['surface', ['ink']],
  ['accent', ['paper', 'surface', 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['stop', ['paper', 'surface', 'stop-soft']],
  ['on-stop', ['stop']],
  ['warn', ['paper', 'surface', 'warn-soft']],
  ['on-ja', ['ja']],
  ['on-nej', ['nej']],
  ['ja', ['ja-soft']],
  ['nej', ['nej-soft']],
  ['on-stage', ['stage']],
  ['on-stage-soft', ['stage']],
];

const EDGES: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', ['paper', 'surface', 'sunken']],
  ['accent', ['paper', 'surface', 'sunken']],
  ['stop', ['paper', 'surface']],
  ['focus', ['paper', 'surface', 'focus-gap']],
  ['stage-line', ['stage']],
];

describe.each(themes)('the %s theme', (_, colours) => {
  it.each(TEXT.flatMap(([front, backs]) => backs.map((back) => [front, back])))(
    'writes %s on %s at 7:1 or more',
    (front = '', back = '') => {
      expect(contrast(colours, front, back)).toBeGreaterThanOrEqual(7);
    },
  );

  it.each(EDGES.flatMap(([front, backs]) => backs.map((back) => [front, back])))(
    'draws %s on %s at 3:1 or more',
    (front = '', back = '') => {
      expect(contrast(colours, front, back)).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('dark', () => {
  it('is the same whether chosen or the system’s', () => {
    expect(blocks).toHaveLength(3);
    expect(systemDark).toEqual(chosenDark);
  });
});

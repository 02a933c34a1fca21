import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutChain, type ChainProposal, type ChainVote } from './chain-layout.ts';

/** The main proposal is set aside, the others meet two and two, the last winner meets the main one. */
function chain(
  counters: number,
  fallen = 0,
): { readonly proposals: readonly ChainProposal[]; readonly votes: readonly ChainVote[] } {
  const proposals = [
    { id: 'main', title: 'main' },
    ...Array.from({ length: counters }, (_, n) => ({ id: `c${n}`, title: `c${n}` })),
    ...Array.from({ length: fallen }, (_, n) => ({ id: `f${n}`, title: `f${n}`, fallen: true })),
  ];
  const votes: ChainVote[] = [];
  for (let n = 1; n < counters; n++) {
    votes.push({
      id: `v${n}`,
      heading: '',
      state: n === 1 ? 'now' : 'later',
      ja: { from: n === 1 ? 'c0' : `v${n - 1}`, title: '' },
      nej: { from: `c${n}`, title: '' },
    });
  }
  votes.push({
    id: 'last',
    heading: '',
    state: 'later',
    ja: { from: 'main', title: '' },
    nej: { from: counters === 1 ? 'c0' : `v${counters - 1}`, title: '' },
  });
  return { proposals, votes };
}

describe('the chain of counter-propositions', () => {
  it('places four proposals, one fallen, and two votes as the chair draws them', () => {
    const { proposals, votes } = chain(2, 1);
    const layout = layoutChain(proposals, votes);
    expect(layout.rows).toBe(4);
    expect(layout.votes).toMatchObject([
      { id: 'v1', row: 2, rowEnd: 4, split: 3 },
      { id: 'last', row: 1, rowEnd: 4, split: 2 },
    ]);
    expect(layout.wires.find((wire) => wire.id === 'last-main')).toMatchObject({ row: 1, fromColumn: 0, toColumn: 2 });
  });

  it('puts a fallen proposal last, wherever it was moved', () => {
    const { votes } = chain(1);
    const layout = layoutChain(
      [
        { id: 'f', title: 'f', fallen: true },
        { id: 'main', title: 'main' },
        { id: 'c0', title: 'c0' },
      ],
      votes,
    );
    expect(layout.proposals.map((box) => box.id)).toEqual(['main', 'c0', 'f']);
  });

  it('turns the answers when nej stands above ja', () => {
    const layout = layoutChain(
      [
        { id: 'a', title: '' },
        { id: 'b', title: '' },
      ],
      [{ id: 'v', heading: '', state: 'now', ja: { from: 'b', title: '' }, nej: { from: 'a', title: '' } }],
    );
    expect(layout.votes[0]).toMatchObject({ row: 1, rowEnd: 3, split: 2, swapped: true });
  });

  it('runs every line to the right and within the vote it enters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 }), (counters, fallen) => {
        const { proposals, votes } = chain(counters, fallen);
        const layout = layoutChain(proposals, votes);
        for (const wire of layout.wires) {
          const vote = layout.votes[wire.toColumn - 1];
          expect(wire.fromColumn).toBeLessThan(wire.toColumn);
          expect(wire.row).toBeGreaterThanOrEqual(vote?.row ?? 0);
          expect(wire.rowEnd).toBeLessThanOrEqual(vote?.rowEnd ?? 0);
        }
      }),
    );
  });
});

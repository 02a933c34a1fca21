/** A proposal in the chain of votes. */
export type ChainProposal = {
  readonly id: string;
  readonly title: string;
  /** Who is behind it: "S, V och MP. Huvudförslag". */
  readonly note?: string | undefined;
  /** Fell before the votes, with a word of when: stands dashed, outside the chain. */
  readonly fallen?: boolean;
};

/** One vote: ja and nej each for a proposal, or for the winner of an earlier vote. */
export type ChainVote = {
  readonly id: string;
  /** "Nu: omröstning 1 av 2, motförslag" */
  readonly heading: string;
  readonly state: 'done' | 'now' | 'later';
  readonly ja: ChainAnswer;
  readonly nej: ChainAnswer;
};

export type ChainAnswer = {
  /** Id of a proposal, or of an earlier vote whose winner this is. */
  readonly from: string;
  readonly title: string;
  readonly note?: string | undefined;
};

/** A box, from `row` to `rowEnd` (exclusive), in its column; CSS grid lines counted from 1, without the heading row. */
export type ChainBox = { readonly id: string; readonly row: number; readonly rowEnd: number };

/** A line from a box to an answer of a vote, over whole columns: `fromColumn` is the box's, `toColumn` the vote's. */
export type ChainWire = {
  readonly id: string;
  readonly row: number;
  readonly rowEnd: number;
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly now: boolean;
  /** The proposal or vote it comes from. */
  readonly source: string;
  readonly from: 'proposal' | 'vote';
};

export type ChainLayout = {
  readonly rows: number;
  readonly proposals: readonly ChainBox[];
  /** In the order of the votes; `split` is the row where nej begins. */
  readonly votes: readonly (ChainBox & { readonly split: number; readonly swapped: boolean })[];
  readonly wires: readonly ChainWire[];
};

/**
 * Places the chain so that every line runs straight to the right: proposals in column 0 in the order given, vote n in
 * column n, each answer at the height of what it comes from. A fallen proposal stands last.
 */
export function layoutChain(proposals: readonly ChainProposal[], votes: readonly ChainVote[]): ChainLayout {
  const ordered = [...proposals.filter((one) => !one.fallen), ...proposals.filter((one) => one.fallen)];
  const boxes = ordered.map(({ id }, at): ChainBox => ({ id, row: at + 1, rowEnd: at + 2 }));
  const placed = new Map<string, Placed>(boxes.map((box) => [box.id, { ...box, column: 0 }]));
  const wires: ChainWire[] = [];
  const voteBoxes = votes.map((vote, at) => {
    const column = at + 1;
    const sources = [vote.ja, vote.nej].map(
      (answer) => placed.get(answer.from) ?? { id: answer.from, row: 1, rowEnd: 2, column: 0 },
    );
    const [ja, nej] = sources as [Placed, Placed];
    const upper = ja.row <= nej.row ? ja : nej;
    const lower = upper === ja ? nej : ja;
    for (const source of [ja, nej]) {
      wires.push({
        id: `${vote.id}-${source.id}`,
        row: source.row,
        rowEnd: source.rowEnd,
        fromColumn: source.column,
        toColumn: column,
        now: vote.state === 'now',
        source: source.id,
        from: source.column === 0 ? 'proposal' : 'vote',
      });
    }
    const box = { id: vote.id, row: upper.row, rowEnd: lower.rowEnd, split: lower.row, swapped: upper === nej };
    placed.set(vote.id, { ...box, column });
    return box;
  });
  return { rows: boxes.length, proposals: boxes, votes: voteBoxes, wires };
}

type Placed = ChainBox & { readonly column: number };

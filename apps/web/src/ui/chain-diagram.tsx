import type { CSSProperties } from 'react';
import { layoutChain, type ChainAnswer, type ChainProposal, type ChainVote } from './chain-layout.ts';
import css from './chain-diagram.module.css';
import { cx } from './cx.ts';

export type ChainDiagramProps = {
  /** "Så når vi ett beslut" */
  readonly label: string;
  readonly proposals: readonly ChainProposal[];
  /** The main proposal, set aside until the last vote: a broad edge marks it. */
  readonly mainId?: string | undefined;
  readonly votes: readonly ChainVote[];
  readonly words: {
    /** Heading over the proposals: "Fyra förslag" */
    readonly proposals: string;
    readonly ja: string;
    readonly nej: string;
    /** On the line of the main proposal: "ställt åt sidan, väntar till sist" */
    readonly aside?: string;
    /** On a line from a vote: "vinnaren" */
    readonly winner?: string;
  };
  /** Why a proposal fell, and other words under the figure. */
  readonly below?: string | undefined;
  readonly look?: 'page' | 'hall';
};

/**
 * The order of propositions as a figure: proposals, votes two and two, and what meets in the last vote. It stands still
 * as the votes are taken. In a narrow place, and to a screen reader, it is a list in the same order.
 */
export function ChainDiagram(props: ChainDiagramProps) {
  return (
    <figure aria-label={props.label} className={css.figure}>
      <div className={props.look === 'hall' ? css.hall : css.page}>
        <Drawn {...props} />
        <Listed {...props} />
      </div>
      {props.below !== undefined && <p className={css.below}>{props.below}</p>}
    </figure>
  );
}

/** Grid column of the boxes of layout column n, and of the gutter before it. */
const boxColumn = (n: number) => n * 2 + 1;

function Drawn({ proposals, mainId, votes, words }: ChainDiagramProps) {
  const layout = layoutChain(proposals, votes);
  const columns = [
    'minmax(0, 1.05fr)',
    ...votes.map((_, at) => `var(--gut) minmax(0, ${at === votes.length - 1 ? 1.05 : 1}fr)`),
  ].join(' ');
  const proposalOf = new Map(proposals.map((one) => [one.id, one]));
  return (
    <div
      aria-hidden="true"
      className={css.chain}
      style={{ '--columns': columns, '--rows': layout.rows } as CSSProperties}
    >
      <span className={css.heading} style={{ gridColumn: 1 }}>
        {words.proposals}
      </span>
      {layout.proposals.map((box) => {
        const proposal = proposalOf.get(box.id);
        return (
          <div
            key={box.id}
            className={cx(css.proposal, box.id === mainId && css.main, proposal?.fallen && css.fallen)}
            style={{ gridRow: `${box.row + 1} / ${box.rowEnd + 1}` }}
          >
            <b>{proposal?.title}</b>
            {proposal?.note !== undefined && <span className={css.note}>{proposal.note}</span>}
          </div>
        );
      })}
      {votes.map((vote, at) => (
        <span
          key={vote.id}
          className={cx(css.heading, vote.state === 'now' && css.headingNow)}
          style={{ gridColumn: boxColumn(at + 1) }}
        >
          {vote.heading}
        </span>
      ))}
      {layout.votes.map((box, at) => {
        const vote = votes[at];
        if (vote === undefined) return null;
        const answers = [
          { word: words.ja, answer: vote.ja },
          { word: words.nej, answer: vote.nej },
        ];
        const [upper, lower] = box.swapped ? answers.toReversed() : answers;
        return (
          <div
            key={box.id}
            className={cx(css.vote, vote.state === 'now' && css.now)}
            style={{ gridColumn: boxColumn(at + 1), gridRow: `${box.row + 1} / ${box.rowEnd + 1}` }}
          >
            {upper && <Answer {...upper} rows={box.split - box.row} />}
            {lower && <Answer {...lower} rows={box.rowEnd - box.split} />}
          </div>
        );
      })}
      {layout.wires.map((wire) => (
        <div
          key={wire.id}
          className={cx(css.wire, wire.now && css.wireNow)}
          style={{
            gridColumn: `${boxColumn(wire.fromColumn) + 1} / ${boxColumn(wire.toColumn)}`,
            gridRow: `${wire.row + 1} / ${wire.rowEnd + 1}`,
          }}
        >
          <WireWord
            text={
              wire.from === 'vote'
                ? words.winner
                : wire.source === mainId && wire.toColumn > 1
                  ? words.aside
                  : undefined
            }
          />
        </div>
      ))}
    </div>
  );
}

function WireWord({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <span>{text}</span>;
}

function Answer({
  word,
  answer,
  rows,
}: {
  readonly word: string;
  readonly answer: ChainAnswer;
  readonly rows?: number;
}) {
  return (
    <div className={css.answer} style={rows === undefined ? undefined : { gridRow: `span ${rows}` }}>
      <b>{word}</b>
      <span>
        {answer.title}
        {answer.note !== undefined && <small className={css.note}>{answer.note}</small>}
      </span>
    </div>
  );
}

function Listed({ proposals, mainId, votes, words }: ChainDiagramProps) {
  return (
    <ol className={css.list}>
      <li className={css.listPart}>
        <p>{words.proposals}</p>
        <ul>
          {proposals.map((proposal) => (
            <li
              key={proposal.id}
              className={cx(css.proposal, proposal.id === mainId && css.main, proposal.fallen && css.fallen)}
            >
              <b>{proposal.title}</b>
              {proposal.note !== undefined && <span className={css.note}>{proposal.note}</span>}
            </li>
          ))}
        </ul>
      </li>
      {votes.map((vote) => (
        <li key={vote.id} className={css.listPart} aria-current={vote.state === 'now' ? 'step' : undefined}>
          <p>{vote.heading}</p>
          <div className={cx(css.listVote, vote.state === 'now' && css.now)}>
            <Answer word={words.ja} answer={vote.ja} />
            <Answer word={words.nej} answer={vote.nej} />
          </div>
        </li>
      ))}
    </ol>
  );
}

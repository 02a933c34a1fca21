import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { cx } from './cx.ts';
import { wallScale } from './wall-scale.ts';
import css from './wall-frame.module.css';

export type WallFrameProps = {
  /** "§ 118 Mål och budget 2026, huvudvotering" */
  readonly title: ReactNode;
  /** "Omröstning pågår", "40 av 41 närvarande, 16 på distans, beslutför" */
  readonly state?: ReactNode;
  readonly clock?: string | undefined;
  readonly children: ReactNode;
};

/** The hall's screen: always dark, drawn at 1920 × 1080 and scaled whole to the window. */
export function WallFrame({ title, state, clock, children }: WallFrameProps) {
  const { scale, left, top } = useWallScale();
  return (
    <div data-theme="dark" className={css.window}>
      <div
        className={css.wall}
        style={{ '--scale': scale, '--left': `${left}px`, '--top': `${top}px` } as CSSProperties}
      >
        <header className={css.top}>
          <h1 className={css.title}>{title}</h1>
          {state !== undefined && <span>{state}</span>}
          {clock !== undefined && <time className={css.clock}>{clock}</time>}
        </header>
        <main id="main" tabIndex={-1} className={css.main}>
          {children}
        </main>
      </div>
    </div>
  );
}

function useWallScale() {
  const [scale, setScale] = useState(() => wallScale(innerWidth, innerHeight));
  useEffect(() => {
    const fit = () => setScale(wallScale(innerWidth, innerHeight));
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, []);
  return scale;
}

/** A vote on the wall: words or the result above (250 px), every seat below; one of them alone fills the wall. */
export function WallVote({ top, seats }: { readonly top?: ReactNode; readonly seats?: ReactNode }) {
  const alone = top === undefined || seats === undefined;
  return (
    <div className={cx(css.main, css.vote, alone && css.onePage)}>
      {top !== undefined && <div className={css.voteTop}>{top}</div>}
      {seats}
    </div>
  );
}

/** The words above an open vote: "34 av 41 har röstat". */
export function WallWords({
  headline,
  meaning,
  hint,
}: {
  readonly headline: ReactNode;
  readonly meaning?: ReactNode;
  readonly hint?: ReactNode;
}) {
  return (
    <div className={css.words}>
      <div>
        <h2>{headline}</h2>
        {meaning !== undefined && <div className={css.meaning}>{meaning}</div>}
      </div>
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
    </div>
  );
}

export type WallDebateProps = {
  /** A large hall `VideoTile`. */
  readonly speaker: ReactNode;
  readonly queueTitle: string;
  /** A hall `Queue`. */
  readonly queue: ReactNode;
  /** What has been moved, word for word, under the queue. */
  readonly proposals?: ReactNode;
  readonly remoteLabel: string;
  /** Hall `VideoTile`s; the first eight are shown. */
  readonly remote: readonly { readonly id: string; readonly tile: ReactNode }[];
};

const REMOTE_SHOWN = 8;

/** The debate on the wall: who speaks, who waits, and those at a distance. */
export function WallDebate({ speaker, queueTitle, queue, proposals, remoteLabel, remote }: WallDebateProps) {
  return (
    <div className={cx(css.main, css.debate)}>
      {speaker}
      <div className={css.beside}>
        <section className={css.queue}>
          <h2>{queueTitle}</h2>
          {queue}
        </section>
        {proposals}
      </div>
      {remote.length > 0 && (
        <ul aria-label={remoteLabel} className={css.remote}>
          {remote.slice(0, REMOTE_SHOWN).map(({ id, tile }) => (
            <li key={id}>{tile}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What has been moved, under the speakers' list. */
export function WallProposals({
  title,
  proposals,
}: {
  readonly title: string;
  readonly proposals: readonly {
    readonly id: string;
    readonly by: string;
    readonly kind: string;
    readonly text: string;
    /** Withdrawn or not put: it stands, struck through. */
    readonly ended: boolean;
  }[];
}) {
  return (
    <section className={css.proposals}>
      <h2>{title}</h2>
      {proposals.map(({ id, by, kind, text, ended }) => {
        const Words = ended ? 'del' : 'blockquote';
        return (
          <article key={id}>
            <p>
              <b>{by}</b> {kind}
            </p>
            {text !== '' && <Words className={css.moved}>{text}</Words>}
          </article>
        );
      })}
    </section>
  );
}

/** Adjourned, closed doors, before: few words, and a hall `Countdown` beside them. */
export function WallQuiet({
  headline,
  why,
  aside,
}: {
  readonly headline: string;
  readonly why?: ReactNode;
  readonly aside?: ReactNode;
}) {
  const longest = Math.max(...headline.split(/[\s-]+/).map((word) => word.length));
  return (
    <div className={cx(css.main, css.quiet, aside === undefined && css.alone)}>
      <div className={css.quietWords} style={{ '--longest': longest } as CSSProperties}>
        <h2>{headline}</h2>
        {why !== undefined && <p className={css.why}>{why}</p>}
      </div>
      {aside}
    </div>
  );
}

import { ChainDiagram, cx, ResultFigure, SeatGrid } from '../ui/index.ts';
import { CHAIN, SEAT_WORDS, VOTE_WORDS } from './evening.ts';
import css from './gallery.module.css';
import { type Sitting, seats } from './people.ts';

const MEANING = (
  <>
    <p>Ja för bifall till kommunstyrelsens förslag (S, V, MP).</p>
    <p>Nej för bifall till Karin Ahlqvists yrkande (M, L, KD).</p>
  </>
);

export function HallVoteScreen({ sitting, stage }: { readonly sitting: Sitting; readonly stage: 'open' | 'result' }) {
  return (
    <main id="main" className={cx(css.hall, css.hallVote)}>
      <header className={css.hallTop}>
        <h1>§ 118 Mål och budget 2026, huvudvotering</h1>
        <span>{stage === 'open' ? 'Omröstning pågår' : 'Omröstningen är avslutad'}</span>
        <time>20.48</time>
      </header>
      {stage === 'open' ? (
        <div className={css.hallWords}>
          <h2>
            {sitting - 7 - (sitting === 81 ? 1 : 0)} av {sitting} har röstat
          </h2>
          {MEANING}
        </div>
      ) : (
        <div className={css.hallResult}>
          <ResultFigure
            look="hall"
            headline="Ja har fått flest röster, 20 mot 12"
            meaning={MEANING}
            counts={{ ja: 20, nej: 12, avstar: 9 }}
            words={VOTE_WORDS}
          />
        </div>
      )}
      <SeatGrid look="hall" label="Rösterna, plats för plats" groups={seats(sitting, stage)} words={SEAT_WORDS} />
    </main>
  );
}

export function HallChainScreen() {
  return (
    <main id="main" className={cx(css.hall, css.hallChain)}>
      <header className={css.hallTop}>
        <h1>§ 118 Mål och budget 2026</h1>
        <time>20.38</time>
      </header>
      <div className={css.hallWords}>
        <h2>Fyra förslag blir två frågor</h2>
        <p>Först väljs motförslaget, sedan beslutas ärendet.</p>
      </div>
      <ChainDiagram {...CHAIN} look="hall" />
    </main>
  );
}

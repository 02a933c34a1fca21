import {
  ChainDiagram,
  Countdown,
  MemberBars,
  Queue,
  ResultFigure,
  SeatGrid,
  VideoTile,
  WallDebate,
  WallFrame,
  WallQuiet,
  WallVote,
  WallWords,
} from '../ui/index.ts';
import { CHAIN, QUEUE, SEAT_WORDS, VOTE_WORDS } from './evening.ts';
import css from './gallery.module.css';
import { type Sitting, seats } from './people.ts';
import { Portrait } from './pictures.tsx';

const MEANING = (
  <>
    <p>Ja för bifall till kommunstyrelsens förslag (S, V, MP).</p>
    <p>Nej för bifall till Karin Ahlqvists yrkande (M, L, KD).</p>
  </>
);

export function HallVoteScreen({ sitting, stage }: { readonly sitting: Sitting; readonly stage: 'open' | 'result' }) {
  const voted = seats(sitting, 'open').flatMap((group) => group.seats.filter((seat) => seat.state === 'voted')).length;
  const top =
    stage === 'open' ? (
      <WallWords
        headline={`${voted} av ${sitting} har röstat`}
        meaning={MEANING}
        hint="Hur var och en har röstat visas när omröstningen är avslutad."
      />
    ) : (
      <ResultFigure
        look="hall"
        headline="Ja har fått flest röster, 20 mot 12"
        meaning={MEANING}
        counts={{ ja: 20, nej: 12, avstar: 9 }}
        words={VOTE_WORDS}
      />
    );
  return (
    <WallFrame
      title="§ 118 Mål och budget 2026, huvudvotering"
      state={stage === 'open' ? 'Omröstning pågår' : 'Omröstningen är avslutad'}
      clock="20.48"
    >
      <WallVote
        top={top}
        seats={
          <SeatGrid look="hall" label="Rösterna, plats för plats" groups={seats(sitting, stage)} words={SEAT_WORDS} />
        }
      />
    </WallFrame>
  );
}

export function HallChainScreen() {
  return (
    <WallFrame title="§ 118 Mål och budget 2026" clock="20.38">
      <div className={css.hallChain}>
        <WallWords
          headline="Fyra förslag blir två frågor"
          meaning="Först väljs motförslaget, sedan beslutas ärendet."
        />
        <ChainDiagram {...CHAIN} look="hall" />
      </div>
    </WallFrame>
  );
}

const REMOTE = [
  'Warsame (V)',
  'Haddad (S)',
  'Demir (S)',
  'Elmgren (MP)',
  'Gradin (C)',
  'Nordin (C)',
  'Falk (L)',
  'Malmborg (M)',
];

export function HallDebateScreen() {
  return (
    <WallFrame title="§ 118 Mål och budget 2026" state="40 av 41 närvarande, 16 på distans, beslutför" clock="19.42">
      <WallDebate
        speaker={
          <VideoTile
            look="hall"
            size="large"
            name="Karin Ahlqvist (M), på distans"
            speakingWord="Talar nu"
            aside="3.12 av 6.00"
          >
            <Portrait person={0} />
          </VideoTile>
        }
        queueTitle="Talarlista"
        queue={
          <Queue
            look="hall"
            label="Talarlista"
            entries={QUEUE.map(({ own: _, ...entry }) => ({
              ...entry,
              where: entry.where === 'anslutning bruten' ? entry.where : undefined,
            }))}
          />
        }
        remoteLabel="På distans"
        remote={REMOTE.map((name, at) => ({
          id: name,
          tile: name.startsWith('Nordin') ? (
            <VideoTile look="hall" name={name} state={{ is: 'broken', word: 'Bruten' }} />
          ) : (
            <VideoTile look="hall" name={name}>
              <Portrait person={at + 1} />
            </VideoTile>
          ),
        }))}
      />
    </WallFrame>
  );
}

export function HallQuietScreen() {
  return (
    <WallFrame title="Kommunfullmäktige" state="Ajournerat" clock="19.43">
      <WallQuiet
        headline="Sammanträdet är ajournerat"
        why="En ledamots anslutning är bruten. Ingen överläggning sker."
        aside={
          <Countdown look="hall" figure="19.47">
            Fortsätter klockan
          </Countdown>
        }
      />
    </WallFrame>
  );
}

export function HallThirdScreen() {
  return (
    <WallFrame title="§ 121 Motion om fler laddplatser" state="Omröstningen är avslutad" clock="21.41">
      <div className={css.hallChain}>
        <WallWords
          headline="Ärendet återremitteras"
          meaning="15 av 41 närvarande har begärt det. En tredjedel räcker, alltså 14."
        />
        <MemberBars
          look="hall"
          label="15 nej och 26 ja; gränsen går vid 14."
          nej={15}
          ja={26}
          limit={14}
          nejWord="Nej, för återremiss"
          jaWord="Ja, för att avgöra ärendet i dag"
          words="Gränsen går vid 14. En tredjedel av 41 är 13,7."
        />
      </div>
    </WallFrame>
  );
}

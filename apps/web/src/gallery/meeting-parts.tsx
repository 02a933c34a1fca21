import { FilePenLine, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import {
  BallotOptions,
  Button,
  ButtonRow,
  ChainDiagram,
  CheckRows,
  Countdown,
  EmptyState,
  ErrorState,
  Facts,
  MemberBars,
  NumberedSteps,
  Pager,
  PresenceFigure,
  ProposalCard,
  Queue,
  QuorumBar,
  ResultFigure,
  Row,
  Rows,
  SeatGrid,
  Skeleton,
  Slate,
  SpeakerTimer,
  StatusLine,
  StepTrail,
  Tabs,
  Tag,
  Ticks,
  TopBar,
  VideoTile,
  VoteButtons,
  VoteReceipt,
  type VoteState,
  WhoVoted,
  WindowTrail,
} from '../ui/index.ts';
import { CHAIN, LONG_CHAIN, QUEUE, SEAT_WORDS, STEPS, TIMER, VOTE_ANSWERS, VOTE_WORDS } from './evening.ts';
import css from './gallery.module.css';
import { Part, Shown } from './part.tsx';
import { everyone, seats } from './people.ts';
import { Hall, Portrait } from './pictures.tsx';

const nothing = () => undefined;

export function Pictures() {
  return (
    <Part title="Bildrutor">
      <div className={css.three}>
        {[
          <VideoTile key="1" name="Karin Ahlqvist (M)" speakingWord="Talar nu">
            <Portrait person={0} />
          </VideoTile>,
          <VideoTile key="2" name="Yusuf Demir (S)" onSelect={nothing} selected={false}>
            <Portrait person={3} />
          </VideoTile>,
          <VideoTile key="3" name="Erik Lövgren (S)" state={{ is: 'poor', word: 'Svag bild' }}>
            <Portrait person={2} />
          </VideoTile>,
          <VideoTile
            key="4"
            name="Oskar Nyman (S)"
            state={{ is: 'camera-off', word: 'Kameran av, inte närvarande' }}
          />,
          <VideoTile key="5" name="Birgitta Nordin (C)" state={{ is: 'broken', word: 'Anslutning bruten 1.20' }} />,
          <VideoTile key="6" name="Ruth Åkerlund (KD)" state={{ is: 'conflict', word: 'Jäv, deltar inte i § 120' }} />,
          <VideoTile key="7" name="Fullmäktigesalen">
            <Hall />
          </VideoTile>,
          <VideoTile key="8" name="Ann-Charlotte von Sydow-Lindeborg (KD), tjänstgörande ersättare">
            <Portrait person={4} />
          </VideoTile>,
        ].map((tile) => (
          <div key={tile.key} className={css.tile}>
            {tile}
          </div>
        ))}
      </div>
      <div style={{ maxWidth: 320 }}>
        <Pager page={0} pages={3} onPage={nothing} previousLabel="Föregående" nextLabel="Nästa">
          1–6 av 16 på distans
        </Pager>
      </div>
    </Part>
  );
}

const VOTE_STATES: readonly (readonly [string, VoteState])[] = [
  ['Öppen', { is: 'open' }],
  ['Skickas', { is: 'sending', choice: 'ja', text: 'Sparar din röst …' }],
  ['Vald', { is: 'cast', choice: 'ja', text: 'Din röst, 20.46.31' }],
  ['Kom inte fram', { is: 'not-saved', choice: 'ja', text: 'Inte sparad. Tryck igen.' }],
  ['Avslutad', { is: 'closed', choice: 'nej', text: 'Avslutad 20.48' }],
  ['Får inte rösta', { is: 'not-allowed', word: 'Inte nu.', reason: 'Du är jävig i ärendet.', rule: 'KL 5 kap. 47 §' }],
];

export function Votes() {
  const [pick, setPick] = useState<string | null>('b');
  return (
    <>
      <Part title="Din röst">
        <div className={css.three}>
          {VOTE_STATES.map(([name, state]) => (
            <Shown key={name} as={name}>
              <VoteButtons
                label={`Huvudvotering, § 118 (${name})`}
                answers={VOTE_ANSWERS}
                state={state}
                onVote={nothing}
              />
            </Shown>
          ))}
        </div>
        <div className={css.two}>
          <VoteReceipt
            answer="Du röstade Ja"
            meaning="bifall till kommunstyrelsens förslag (S, V, MP), kl. 20.46.31."
            kept="Rösten är sparad. Den finns kvar om du laddar om eller tappar anslutningen."
            progress={
              <>
                <b>34 av 41</b> har röstat. Resultatet visas när ordföranden har avslutat omröstningen.
              </>
            }
            change={
              <Button wide icon={RotateCcw}>
                Ändra min röst
              </Button>
            }
          />
          <BallotOptions
            label="Välj en"
            value={pick}
            onChange={setPick}
            options={[
              { id: 'a', name: 'Emma Gradin (C)', note: 'föreslagen av C och L' },
              { id: 'b', name: 'Gunilla Hedman (S)', note: 'föreslagen av S, V och MP' },
              { id: 'c', name: 'Louise Rydén (M)', note: 'föreslagen av M och KD' },
              { id: 'd', name: 'Blank röst', note: 'du röstar på ingen' },
            ]}
          />
        </div>
      </Part>
      <Part title="Resultat">
        <ResultFigure
          headline="Ja har fått flest röster, 20 mot 12"
          meaning="Ja för bifall till kommunstyrelsens förslag. Nej för bifall till Karin Ahlqvists yrkande."
          counts={{ ja: 20, nej: 12, avstar: 9 }}
          words={VOTE_WORDS}
        />
        <Shown as="41 platser, avslutad">
          <SeatGrid label="Rösterna" groups={seats(41, 'result', true)} words={SEAT_WORDS} />
        </Shown>
        <Shown as="81 ledamöter, öppen: vem, aldrig hur">
          <WhoVoted
            label="Vem har röstat"
            people={everyone(81)}
            words={{ voted: 'har röstat', waiting: 'har inte röstat' }}
          />
        </Shown>
      </Part>
      <Part title="Propositionsordning">
        <ChainDiagram {...CHAIN} />
        <ChainDiagram {...LONG_CHAIN} />
      </Part>
    </>
  );
}

export function MeetingParts() {
  return (
    <>
      <Part title="Överst">
        <div className={css.box} style={{ padding: 0 }}>
          <TopBar
            body="Kommunfullmäktige"
            item={{ number: '§ 118', title: 'Mål och budget 2026 med plan 2027–2028' }}
            leader="Du leder mötet"
            presence={
              <>
                <b>40 av 41</b> närvarande, beslutför
              </>
            }
            clock="19.42"
          />
        </div>
        <div className={css.box} style={{ padding: 0 }}>
          <TopBar
            body="Samhällsbyggnadsnämndens arbetsutskott"
            item={{
              number: '§ 204',
              title:
                'Detaljplan för fastigheten Norra Kvarnängen 3:14 med flera, antagande efter förnyad granskning och ändrad gatukostnadsutredning',
            }}
            clock="19.42"
          />
        </div>
        <StepTrail label="Ärendets gång" steps={STEPS} />
      </Part>
      <Part title="Närvaro">
        <div className={css.two}>
          <PresenceFigure
            count="40 av 41"
            word="beslutför"
            rule="Minst 21 krävs, KL 5 kap. 45 §"
            breakdown={[
              { term: 'I salen', value: 24 },
              { term: 'På distans', value: 16 },
              { term: 'Anslutning bruten', value: 1 },
            ]}
          />
          <PresenceFigure
            count="20 av 41"
            word="inte beslutför"
            rule="Mer än hälften, KL 5 kap. 45 §"
            bar={{
              present: 20,
              seats: 41,
              needed: 21,
              label: '20 av 41 närvarande, 21 krävs.',
              missing: '1 till',
              neededWords: '21 krävs',
            }}
          />
        </div>
        <QuorumBar present={64} seats={81} needed={41} label="64 av 81 närvarande, 41 krävs." neededWords="41 krävs" />
      </Part>
      <Part title="Talare">
        <div className={css.two}>
          <div>
            <SpeakerTimer
              name="Karin Ahlqvist (M)"
              note="anförande"
              elapsedMs={192_000}
              limitSeconds={360}
              labels={TIMER}
            />
            <SpeakerTimer name="Helena Ståhl (S)" note="replik" elapsedMs={141_000} limitSeconds={120} labels={TIMER} />
            <Queue label="Talarlista" entries={QUEUE} />
          </div>
          <SpeakerTimer look="big" elapsedMs={252_000} limitSeconds={360} labels={{ ...TIMER, of: 'kvar av' }} />
        </div>
      </Part>
      <Part title="Yrkanden">
        <div className={css.two}>
          <ProposalCard
            movers="Karin Ahlqvist (M) m.fl."
            parties="M, L, KD"
            kind="Ändringsyrkande, lämnat 19.33"
            text={
              'att investeringsramen för 2026 fastställs till 198 mnkr, och\natt nämndernas ramar räknas ned i motsvarande mån enligt bilaga 6.'
            }
            actions={
              <Button size="s" icon={FilePenLine}>
                Instäm
              </Button>
            }
          />
          <ProposalCard
            movers="Ann-Charlotte von Sydow-Lindeborg (KD) m.fl."
            parties="KD"
            kind="Tilläggsyrkande om samordnad vårdplanering, lämnat 19.12"
            ended="Återkallat 20.12"
            text="att kommunstyrelsen får i uppdrag att senast den 30 april redovisa hur vårdplaneringen samordnas med regionen."
          />
        </div>
      </Part>
      <Part title="Rader">
        <div className={css.two}>
          <Rows label="Dagordning" ordered>
            <Row start="§ 117" end="beslutad">
              Delårsrapport per 31 augusti
            </Row>
            <Row start="§ 118" end="pågår" current>
              Mål och budget 2026 med plan 2027–2028
            </Row>
            <Row start="§ 119">Skattesats för 2026</Row>
            <Row start="§ 120" end={<Tag>Hemligt</Tag>} note="Ruth Åkerlund (KD) har anmält jäv">
              Detaljplan för Norra Kvarnängen
            </Row>
          </Rows>
          <Rows label="Anslutningar">
            <Row start={14} rank="stop" end="borta 1.20" note="på distans">
              Birgitta Nordin (C)
            </Row>
            <Row start={7} rank="warning" end="svag bild" note="på distans">
              Erik Lövgren (S)
            </Row>
            <Row start={8} end="salen">
              Yusuf Demir (S)
            </Row>
          </Rows>
          <Facts
            facts={[
              { term: 'Text', value: 'Ledamot får delta på distans om ordföranden medger det.' },
              { term: 'Beslut', value: 'Fullmäktige 2024-06-17, § 88' },
            ]}
          />
          <Ticks
            ticks={[
              { id: '1', text: 'Din plats på talarlistan, nummer 3' },
              { id: '2', text: 'Ditt yrkande, lämnat 19.33' },
            ]}
          />
          <NumberedSteps
            steps={['Låt sidan vara öppen.', 'Kontrollera nätet, eller byt till mobilnät.', 'Ring sekreteraren.']}
          />
          <div className={css.box} style={{ padding: 0 }}>
            <Tabs
              label="Ärendet"
              tabs={[
                { id: 'a', label: 'Handlingar', content: 'Sju handlingar.' },
                { id: 'b', label: 'Yrkanden', count: 4, content: 'Fyra yrkanden.' },
                { id: 'c', label: 'Talarlista', count: 6, content: 'Sex väntar.' },
              ]}
            />
          </div>
        </div>
      </Part>
      <Part title="Klockor">
        <div className={css.two}>
          <Countdown figure="19.55">fortsätter sammanträdet, om 12 minuter</Countdown>
          <Countdown figure="4.31">kvar av pausen</Countdown>
        </div>
      </Part>
    </>
  );
}

export function Moments() {
  return (
    <Part title="Stunder">
      <WindowTrail
        label="Fönstret för att begära omröstning"
        finding={{ title: 'Slutsats', note: '20.32.04' }}
        open={{ title: 'Du kan begära', note: 'omröstning nu' }}
        gavel={{ title: 'Klubbslag', note: 'sedan för sent' }}
      />
      <MemberBars
        label="15 nej och 26 ja; gränsen går vid 14."
        nej={15}
        ja={26}
        limit={14}
        nejWord="Nej, för återremiss"
        jaWord="Ja, för att avgöra ärendet i dag"
        words="Gränsen går vid 14. En tredjedel av 41 är 13,7."
      />
      <CheckRows
        label="Prov av utrustningen"
        rows={[
          { id: 'camera', what: 'Kamera', state: 'ok', result: 'Du syns tydligt.' },
          {
            id: 'mic',
            what: 'Mikrofon',
            state: 'warning',
            result: 'Vi hör dig svagt. Flytta närmare eller välj en annan mikrofon.',
            action: <Button size="s">Byt mikrofon</Button>,
          },
          { id: 'net', what: 'Nät', state: 'waiting', result: 'Provas.' },
        ]}
      />
      <Slate what="Stängda dörrar">
        Fullmäktige behandlar ett ärende bakom stängda dörrar. Sändningen fortsätter av sig själv när ärendet är klart.
      </Slate>
    </Part>
  );
}

export function States() {
  return (
    <Part title="Vyns fyra lägen">
      <div className={css.three}>
        <div className={css.box}>
          <EmptyState level={3} title="Talarlista" action={<Button>Begär ordet</Button>}>
            Ingen har begärt ordet.
          </EmptyState>
        </div>
        <div className={css.box}>
          <Skeleton>Hämtar 7 handlingar</Skeleton>
        </div>
        <div className={css.box}>
          <ErrorState
            level={3}
            title="Handlingar"
            happened="Bilaga 3 gick inte att hämta."
            kept="Övriga sex finns här."
            todo="Försök igen eller be sekreteraren."
            actions={
              <ButtonRow>
                <Button icon={RotateCcw}>Försök igen</Button>
              </ButtonRow>
            }
          />
        </div>
      </div>
      <StatusLine>Sparat 19.42.</StatusLine>
    </Part>
  );
}

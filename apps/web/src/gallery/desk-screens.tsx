import { Hand, List, Mic, Pause, Pencil, UserPlus, Users } from 'lucide-react';
import {
  type Alarm,
  AlarmList,
  type BoardParty,
  Button,
  ChainDiagram,
  ChairFrame,
  LegalText,
  NextStep,
  NotNow,
  Panel,
  PresenceFigure,
  Queue,
  Row,
  Rows,
  SayNow,
  SeatBoard,
  SecretaryFrame,
  Soft,
  SpeakerTimer,
  StageColumn,
  StepTrail,
  TopBar,
  VideoTile,
} from '../ui/index.ts';
import { CHAIN, LINES, QUEUE, STEPS, TIMER } from './evening.ts';
import css from './gallery.module.css';
import { council } from './people.ts';
import { Hall, Portrait } from './pictures.tsx';

const nothing = () => undefined;
const ITEM = { number: '§ 118', title: 'Mål och budget 2026 med plan 2027–2028' };

const pictures = (
  <StageColumn label="Bild">
    <VideoTile name="Karin Ahlqvist (M)" speakingWord="Talar nu">
      <Portrait person={0} />
    </VideoTile>
    <VideoTile name="Fullmäktigesalen">
      <Hall />
    </VideoTile>
  </StageColumn>
);

const presence = (
  <>
    <Panel title="Närvaro">
      <PresenceFigure
        count="40 av 41"
        word="beslutför"
        rule="Minst 21 krävs, KL 5 kap. 45 §"
        breakdown={[
          { term: 'I salen', value: 24 },
          { term: 'På distans', value: 16 },
          { term: 'Anslutning bruten', value: 1 },
          { term: 'Tjänstgörande ersättare', value: 3 },
        ]}
      />
    </Panel>
    <Button wide icon={Users}>
      Alla deltagare
    </Button>
  </>
);

const ALARMS: readonly Alarm[] = [
  {
    id: 'lost',
    compact: true,
    rank: 'stop',
    word: 'Hindrar beslut.',
    children: 'Birgitta Nordin (C) har varit borta i 1 min 20 s. KL 5 kap. 16 §',
    actions: (
      <>
        <Button>Ajournera</Button>
        <Button>Anteckna frånvaro</Button>
      </>
    ),
  },
  {
    id: 'conflict',
    compact: true,
    rank: 'information',
    word: 'För kännedom.',
    children: 'Ruth Åkerlund (KD) har anmält jäv i § 120.',
  },
  {
    id: 'weak',
    compact: true,
    rank: 'warning',
    word: 'Varning.',
    children: 'Erik Lövgren (S) har svag bild. Mötesteknikern hjälper.',
  },
];

const alarms = (
  <Panel title="Att hantera" note="viktigast först">
    <AlarmList label="Meddelanden" alarms={ALARMS} />
  </Panel>
);

const lists = (
  <>
    <Panel title="Talarlista" note="1 replik, 5 anföranden">
      <SpeakerTimer name="Karin Ahlqvist (M)" note="anförande" elapsedMs={192_000} limitSeconds={360} labels={TIMER} />
      <Queue label="I tur och ordning" entries={QUEUE.map(({ own: _, ...entry }) => entry)} />
    </Panel>
    <Panel title="Yrkanden" note="4 skriftliga">
      <Rows>
        {LINES.map(([who, parties]) => (
          <Row key={who} tight end={parties}>
            {who}
          </Row>
        ))}
      </Rows>
    </Panel>
  </>
);

const top = (
  <TopBar
    body="Kommunfullmäktige"
    item={ITEM}
    itemIsHeading
    leader="Du leder mötet"
    actions={
      <>
        <Button>Lämna över</Button>
        <Button icon={List}>Dagordning</Button>
      </>
    }
    clock="19.42"
  />
);

export function ChairScreen() {
  return (
    <ChairFrame top={top} pictures={pictures} presence={presence} alarms={alarms} lists={lists} script={<Script />} />
  );
}

function Script() {
  return (
    <>
      <StepTrail label="Ärendets gång" steps={STEPS} />
      <SayNow
        label="Säg nu"
        action={
          <Button kind="quiet" icon={Pencil}>
            Ändra talmanus
          </Button>
        }
      >
        <p>Tack, Karin Ahlqvist. Helena Ståhl, Socialdemokraterna, har begärt replik. Varsågod, du har två minuter.</p>
      </SayNow>
      <NextStep
        onPress={nothing}
        effect="Karin Ahlqvists mikrofon stängs. Helena Ståhls öppnas och hon visas för alla. Därefter står Jonas Fridh (V) på tur."
      >
        Ge replik till Helena Ståhl (S)
      </NextStep>
      <Panel title="Andra steg">
        <div className={css.steps}>
          <Button wide align="start" icon={Mic}>
            Ge ordet till Jonas Fridh (V)
          </Button>
          <Button wide align="start" icon={UserPlus}>
            Lägg till talare
          </Button>
          <Button wide align="start" icon={Hand}>
            Ta upp ordningsfråga
          </Button>
          <Button wide align="start" icon={Pause}>
            Ajournera
          </Button>
        </div>
        <NotNow
          action="Avsluta överläggningen"
          word="Inte nu."
          reason="Fem talare står kvar på talarlistan."
          rule="Arbetsordningen 22 §"
        />
        <NotNow
          action="Lägg fram förslag till beslut"
          word="Inte nu."
          reason="Överläggningen är inte avslutad."
          rule="KL 5 kap. 53 §"
        />
      </Panel>
    </>
  );
}

export function ChairChainScreen() {
  return (
    <ChairFrame
      top={top}
      pictures={pictures}
      presence={presence}
      alarms={null}
      lists={
        <Panel title="Andra steg">
          <NotNow
            stacked
            action="Öppna huvudvoteringen"
            word="Inte nu."
            reason="Motförslaget är inte utsett."
            rule="Arbetsordningen 27 §"
          />
        </Panel>
      }
      script={
        <>
          <SayNow label="Säg nu">
            <p>
              Ja för bifall till yrkandet från Karin Ahlqvist m.fl. Nej för bifall till yrkandet från Mats Öberg.
              Omröstningen är öppnad.
            </p>
          </SayNow>
          <NextStep
            onPress={nothing}
            effect="Alla 41 får tre likadana knappar: ja, nej och avstår. Ingen ser någon röst innan du avslutar."
          >
            Öppna omröstning 1 av 2
          </NextStep>
        </>
      }
      figure={
        <Panel title="Så når vi ett beslut" note="Fyra förslag blir två frågor med ja och nej, KL 5 kap. 53 §">
          <ChainDiagram {...CHAIN} />
        </Panel>
      }
    />
  );
}

const MARKS: Readonly<Record<string, readonly [string, 'lost' | 'weak' | 'speaking']>> = {
  'Birgitta Nordin': ['bruten 1.20', 'lost'],
  'Erik Lövgren': ['svag bild', 'weak'],
  'Karin Ahlqvist': ['talar', 'speaking'],
};

function board(): readonly BoardParty[] {
  let number = 0;
  return council(41).map(([party, names]) => ({
    party,
    count: `${names.length} av ${names.length}`,
    seats: names.map((name, at) => {
      number += 1;
      const [state, mark] = MARKS[name] ?? [at % 3 === 2 ? 'distans' : 'salen', undefined];
      return {
        id: name,
        number,
        name,
        state,
        mark,
        note: name === 'Tomas Brännlund' ? 'ersätter Ali Karimi' : undefined,
      };
    }),
  }));
}

export function SecretaryScreen() {
  return (
    <SecretaryFrame
      top={
        <TopBar
          body="Kommunfullmäktige"
          item={ITEM}
          itemIsHeading
          presence={
            <>
              <b>40 av 41</b> närvarande, beslutför
            </>
          }
          clock="19.42"
        />
      }
      seats={
        <Panel title="Närvaro per plats" note="40 av 41">
          <SeatBoard label="Platser" parties={board()} onSelect={nothing} />
        </Panel>
      }
      minutes={
        <Panel title="Protokoll" note="sparat 19.42">
          <LegalText>
            <h3>§ 118 Mål och budget 2026 med plan 2027–2028</h3>
            <p>
              Karin Ahlqvist (M) med instämmande av Christina Falk (L) yrkar att investeringsramen för 2026 fastställs
              till 198 mnkr.
            </p>
          </LegalText>
        </Panel>
      }
      practical={
        <Panel title="Att dela ut" note="1 saknar kvitto">
          <Rows>
            <Row end="40 av 41" note="Birgitta Nordin (C) saknar">
              Bilaga 3, driftbudget, rättad 19.28
            </Row>
          </Rows>
          <Soft small>Kvitto kommer när handlingen är öppnad.</Soft>
        </Panel>
      }
    />
  );
}

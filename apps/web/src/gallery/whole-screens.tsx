import { CornerUpLeft, FilePenLine, Hand, LifeBuoy, List, Search, UserX } from 'lucide-react';
import { useState } from 'react';
import {
  ActionBar,
  type BarAction,
  Button,
  DocumentFrame,
  LegalText,
  MemberFrame,
  OnAirMark,
  Pager,
  Panel,
  Queue,
  Stage,
  stagePage,
  StageStrip,
  Table,
  Tabs,
  TopBar,
  VideoTile,
  VoteButtons,
  type VoteState,
} from '../ui/index.ts';
import { QUEUE, VOTE_ANSWERS } from './evening.ts';
import css from './gallery.module.css';
import { Hall, Portrait } from './pictures.tsx';

const nothing = () => undefined;

const ACTIONS: readonly BarAction[] = [
  { id: 'floor', label: 'Begär ordet', icon: Hand, primary: true, onPress: nothing },
  { id: 'reply', label: 'Replik', icon: CornerUpLeft, onPress: nothing },
  { id: 'proposal', label: 'Yrkande', icon: FilePenLine, onPress: nothing },
  { id: 'conflict', label: 'Jäv', icon: UserX, onPress: nothing },
  { id: 'help', label: 'Hjälp', icon: LifeBuoy, onPress: nothing },
];

const OTHERS = [
  'Amina Warsame (V)',
  'Erik Lövgren (S)',
  'Yusuf Demir (S)',
  'Christina Falk (L)',
  'Birgitta Nordin (C)',
  'Gustav Almquist (M)',
  'Fatima Haddad (S)',
  'Sofia Elmgren (MP)',
  'Emma Gradin (C)',
  'Henrik Malmborg (M)',
  'Oskar Nyman (S)',
  'Elin Backlund (S)',
  'Pia Engdahl (SD)',
  'Ruth Åkerlund (KD)',
  'Louise Rydén (M)',
  'Hanna Lindroos (MP)',
];

function OtherTile({ name, at }: { readonly name: string; readonly at: number }) {
  if (name.startsWith('Birgitta')) return <VideoTile name={name} state={{ is: 'broken', word: 'Bruten' }} />;
  return (
    <VideoTile name={name} state={name.startsWith('Erik') ? { is: 'poor', word: 'Svag bild' } : { is: 'ordinary' }}>
      <Portrait person={at + 1} />
    </VideoTile>
  );
}

const off = <OnAirMark state="off" title="Mikrofonen är av" note="Du syns i bild" />;

export function MemberScreen({ perPage }: { readonly perPage: number }) {
  const [page, setPage] = useState(0);
  const shown = stagePage(OTHERS, page, perPage);
  return (
    <MemberFrame
      top={
        <TopBar
          body="Kommunfullmäktige"
          item={{ number: '§ 118', title: 'Mål och budget 2026 med plan 2027–2028' }}
          itemIsHeading
          presence={
            <>
              <b>40 av 41</b> närvarande, beslutför
            </>
          }
          presenceBrief={
            <>
              <b>40 av 41</b>, beslutför
            </>
          }
          clock="19.42"
        />
      }
      stage={
        <Stage
          label="Bild från sammanträdet"
          speaker={
            <VideoTile
              size="large"
              name="Karin Ahlqvist (M)"
              speakingWord="Talar nu"
              aside="på distans   3.12 av 6.00 min"
            >
              <Portrait person={0} />
            </VideoTile>
          }
          room={
            <VideoTile name="Fullmäktigesalen">
              <Hall />
            </VideoTile>
          }
          othersLabel="Andra på distans"
          others={shown.shown.map((name, at) => ({ id: name, tile: <OtherTile name={name} at={at + shown.first} /> }))}
          pager={
            <Pager page={shown.page} pages={shown.pages} onPage={setPage} previousLabel="Föregående" nextLabel="Nästa">
              {shown.first === shown.last ? shown.first : `${shown.first}–${shown.last}`} av {shown.total} på distans
            </Pager>
          }
        />
      }
      side={
        <Panel
          framed
          flush
          label="Ärendet"
          foot={
            <>
              <Button kind="quiet" size="s" icon={List}>
                7 handlingar
              </Button>
              <span>Sida 1 av 48</span>
              <Button kind="quiet" size="s" icon={Search}>
                Sök
              </Button>
            </>
          }
        >
          <Document />
        </Panel>
      }
      bar={<ActionBar label="Dina åtgärder" ownPicture={<Portrait person={4} />} onAir={off} actions={ACTIONS} />}
    />
  );
}

function Document() {
  return (
    <Tabs
      label="Ärendet"
      tabs={[
        {
          id: 'papers',
          label: 'Handlingar',
          content: (
            <DocumentFrame kicker="Tjänsteskrivelse, KS 2025/0318" title="Mål och budget 2026 med plan 2027–2028">
              <LegalText>
                <h3>Kommunstyrelsens förslag till beslut</h3>
                <ol>
                  <li>Mål och budget för 2026 med plan för 2027–2028 fastställs enligt bilaga 1.</li>
                  <li>Investeringsramen för 2026 fastställs till 214 mnkr.</li>
                  <li>Nämnderna ska senast den 31 januari 2026 redovisa sina detaljbudgetar.</li>
                </ol>
              </LegalText>
              <BudgetTable />
            </DocumentFrame>
          ),
        },
        { id: 'proposals', label: 'Yrkanden', count: 4, content: 'Fyra yrkanden.' },
        { id: 'queue', label: 'Talarlista', count: 6, content: <Queue label="Talarlista" entries={QUEUE} /> },
      ]}
    />
  );
}

const BUDGET = [
  ['Barn- och utbildningsnämnden', '742,0', '761,5'],
  ['Socialnämnden', '618,4', '640,2'],
  ['Samhällsbyggnadsnämnden', '143,1', '148,3'],
  ['Övriga nämnder', '308,1', '317,9'],
] as const;

export function BudgetTable() {
  return (
    <Table
      caption="Nämndernas ramar, mnkr"
      folds={false}
      rows={BUDGET}
      rowId={(row) => row[0]}
      columns={[
        { id: 'board', head: 'Nämnd', cell: (row) => row[0], rowHead: true, foot: 'Summa, alla nämnder' },
        { id: '2025', head: '2025', cell: (row) => row[1], number: true, foot: '1 811,6' },
        { id: '2026', head: '2026', cell: (row) => row[2], number: true, foot: '1 867,9' },
      ]}
    />
  );
}

export function VoteScreen() {
  const [state, setState] = useState<VoteState>({ is: 'open' });
  return (
    <div className={css.phone}>
      <TopBar short body="Kommunfullmäktige" item={{ number: '§ 118', title: 'Mål och budget 2026' }} clock="20.46" />
      <StageStrip label="Bild från sammanträdet">
        <VideoTile name="Ordföranden">
          <Portrait person={5} />
        </VideoTile>
        <VideoTile name="Salen">
          <Hall />
        </VideoTile>
      </StageStrip>
      <main id="main" className={css.phoneMain}>
        <div>
          <h1>Huvudvotering, § 118 Mål och budget 2026</h1>
          <p>Öppen omröstning. Du kan ändra ditt svar tills ordföranden avslutar.</p>
        </div>
        <VoteButtons
          label="Huvudvotering, § 118"
          answers={VOTE_ANSWERS}
          state={state}
          onVote={(choice) => setState({ is: 'cast', choice, text: 'Din röst, 20.46.31' })}
        />
      </main>
      <ActionBar label="Dina åtgärder" ownPicture={<Portrait person={4} />} onAir={off} actions={ACTIONS.slice(4)} />
    </div>
  );
}

import { CalendarX, Hand, List, LogOut, Pause } from 'lucide-react';
import { useState } from 'react';
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Dialog,
  NextStep,
  NotNow,
  OnAirMark,
  RadioGroup,
  SearchField,
  Select,
  Sheet,
  Switch,
  Table,
  TextArea,
  TextField,
} from '../ui/index.ts';
import { council } from './people.ts';
import css from './gallery.module.css';
import { Part } from './part.tsx';

const nothing = () => undefined;

const SWATCHES = [
  ['Papper', 'paper', 'ink'],
  ['Yta', 'surface', 'ink'],
  ['Sänkt', 'sunken', 'ink'],
  ['Accent', 'accent', 'on-accent'],
  ['Accent, mjuk', 'accent-soft', 'ink'],
  ['Stopp', 'stop', 'on-stop'],
  ['Stopp, mjuk', 'stop-soft', 'stop'],
  ['Varning', 'warn-soft', 'warn'],
  ['Ja', 'ja', 'on-ja'],
  ['Nej', 'nej', 'on-nej'],
  ['Avstår', 'avstar-soft', 'avstar'],
  ['Scen', 'stage', 'on-stage'],
] as const;

export function Ground() {
  return (
    <>
      <Part title="Färg">
        <div className={css.three}>
          {SWATCHES.map(([name, back, front]) => (
            <div key={name} className={css.swatch} style={{ background: `var(--${back})`, color: `var(--${front})` }}>
              {name}
            </div>
          ))}
        </div>
      </Part>
      <Part title="Skrift">
        <div className={css.type}>
          <span className={css.label}>Sidrubrik</span>
          <span style={{ fontSize: 'var(--text-2xl)', fontWeight: 'var(--bold)' }}>Mål och budget 2026</span>
          <span className={css.label}>Talmanus</span>
          <span style={{ fontFamily: 'var(--font-serif)', fontSize: '2rem' }}>
            Jag förklarar överläggningen avslutad.
          </span>
          <span className={css.label}>Rubrik</span>
          <span style={{ fontSize: 'var(--text-l)', fontWeight: 'var(--bold)' }}>Talarlista</span>
          <span className={css.label}>Brödtext</span>
          <span>Nämnden är inte beslutför: 5 av 11. KL 6 kap. 27 §</span>
          <span className={css.label}>Minsta text</span>
          <span style={{ fontSize: 'var(--text-s)' }}>på distans, 3.12 av 6.00 0123456789 1 867,9 mnkr Il1 O0 åäö</span>
        </div>
      </Part>
    </>
  );
}

export function Buttons() {
  const [pressed, setPressed] = useState('remote');
  return (
    <>
      <Part title="Knappar">
        <NextStep onPress={nothing} effect="Alla ser förslaget. Ingen kan längre begära ordet i ärendet.">
          Lägg fram förslag till beslut
        </NextStep>
        <NextStep onPress={nothing} busy="Skickar …">
          Öppna omröstning 1 av 2
        </NextStep>
        <ButtonRow>
          <Button kind="primary" icon={Hand}>
            Begär ordet
          </Button>
          <Button icon={Pause}>Ajournera</Button>
          <Button icon={LogOut} note="Mikrofon och bild stängs">
            Visa ut ur mötet
          </Button>
          <Button kind="quiet" icon={List}>
            Alla handlingar
          </Button>
          <Button busy="Skickar …">Spara</Button>
          <ButtonLink href="#anchor" size="s">
            Hämta kalenderfil
          </ButtonLink>
        </ButtonRow>
        <ButtonRow>
          {[
            ['room', 'I salen'],
            ['remote', 'På distans'],
            ['absent', 'Frånvarande'],
          ].map(([id = '', word]) => (
            <Button key={id} pressed={pressed === id} onPress={() => setPressed(id)}>
              {word}
            </Button>
          ))}
        </ButtonRow>
        <div>
          <NotNow
            action="Fatta beslut"
            word="Inte nu."
            reason="Nämnden är inte beslutför, 5 av 11 är närvarande."
            rule="KL 6 kap. 27 §"
          />
          <NotNow
            action="Avsluta överläggningen"
            word="Inte nu."
            reason="Fem talare står kvar på talarlistan."
            rule="Arbetsordningen 22 §"
          />
        </div>
        <div style={{ maxWidth: 360 }}>
          <NotNow stacked action="Klubbslag" word="Inte nu." reason="Omröstning är begärd." rule="KL 5 kap. 53 §" />
        </div>
      </Part>
      <Part title="I sändning">
        <div className={css.three}>
          <OnAirMark state="off" title="Mikrofonen är av" note="Du syns i bild" />
          <OnAirMark state="next" title="Du är nästa talare" note="Mikrofonen öppnas åt dig" />
          <OnAirMark state="on" title="Du har ordet, alla hör dig" note="1.48 kvar av 6.00" />
        </div>
      </Part>
      <Part title="Meddelanden, i rang">
        <Alert
          rank="stop"
          word="Hindrar beslut."
          actions={
            <>
              <Button>Ajournera</Button>
              <Button>Anteckna frånvaro</Button>
            </>
          }
        >
          Birgitta Nordin (C) har varit borta i 1 min 20 s. KL 5 kap. 16 §
        </Alert>
        <Alert rank="warning" word="Varning.">
          Erik Lövgren (S) har svag bild. Mötesteknikern hjälper.
        </Alert>
        <Alert rank="information" word="För kännedom.">
          Ruth Åkerlund (KD) har anmält jäv i § 120.
        </Alert>
      </Part>
    </>
  );
}

export function Fields() {
  const [text, setText] = useState('Bifall till kommunstyrelsens förslag, med tillägget att');
  const [time, setTime] = useState('19.30');
  const [kind, setKind] = useState<string | null>('addition');
  const [shown, setShown] = useState(true);
  const [query, setQuery] = useState('ladd');
  const [place, setPlace] = useState<string | null>('remote');
  const [remote, setRemote] = useState(true);
  return (
    <Part title="Fält">
      <div className={css.three}>
        <TextArea legal label="Ditt yrkande" mark="högst 2 000 tecken" value={text} onChange={setText} />
        <Select
          label="Slag av yrkande"
          hint="Ordföranden kan ändra."
          value={kind}
          onChange={setKind}
          options={[
            { id: 'approval', label: 'Bifallsyrkande' },
            { id: 'addition', label: 'Tilläggsyrkande', note: 'Läggs till förslaget' },
            { id: 'referral', label: 'Återremiss' },
          ]}
        />
        <TextField
          label="Ajournera till"
          value={time}
          onChange={setTime}
          error="Klockan är redan 19.42. Ange en senare tid."
        />
        <SearchField label="Sök i handlingarna" value={query} onChange={setQuery} clearLabel="Rensa sökningen" />
        <RadioGroup
          label="Hur deltar du?"
          value={place}
          onChange={setPlace}
          options={[
            { id: 'room', label: 'I salen' },
            { id: 'remote', label: 'På distans', note: 'Ordföranden prövar din anhållan.' },
            { id: 'absent', label: 'Frånvarande' },
          ]}
        />
        <div>
          <Checkbox checked={shown} onChange={setShown}>
            Visa för alla direkt
          </Checkbox>
          <Checkbox checked={false} onChange={nothing}>
            Jag sitter ensam i rummet
          </Checkbox>
          <Checkbox checked={false} onChange={nothing} disabled note="Reglementet tillåter det inte.">
            Delta på distans i hemliga ärenden
          </Checkbox>
          <Switch on={remote} onChange={setRemote}>
            Distans är tillåten
          </Switch>
          <br />
          <Switch on={false} onChange={nothing} locked>
            Sluten omröstning på distans
          </Switch>
        </div>
      </div>
      <RadioGroup
        look="framed"
        label="Slag"
        value={kind}
        onChange={setKind}
        options={[
          { id: 'approval', label: 'Bifall' },
          { id: 'rejection', label: 'Avslag' },
          { id: 'amendment', label: 'Ändring' },
          { id: 'addition', label: 'Tillägg' },
          { id: 'tabling', label: 'Bordläggning' },
          { id: 'referral', label: 'Återremiss' },
        ]}
      />
    </Part>
  );
}

export function Covers() {
  const [open, setOpen] = useState<'dialog' | 'sheet'>();
  const close = () => setOpen(undefined);
  return (
    <Part title="Dialog och blad">
      <ButtonRow>
        <Button onPress={() => setOpen('dialog')}>Öppna dialog</Button>
        <Button onPress={() => setOpen('sheet')}>Öppna blad</Button>
      </ButtonRow>
      <Dialog
        mustAnswer
        isOpen={open === 'dialog'}
        onClose={close}
        title="Lämna ditt yrkande?"
        actions={
          <>
            <Button kind="primary" onPress={close}>
              Lämna yrkandet
            </Button>
            <Button onPress={close}>Avbryt</Button>
          </>
        }
      >
        <p>Det visas för alla och läses upp av ordföranden. Du kan ta tillbaka det tills överläggningen avslutas.</p>
      </Dialog>
      <Sheet isOpen={open === 'sheet'} onClose={close} closeLabel="Stäng" title="Dagordning">
        <p>§ 117 Delårsrapport per 31 augusti</p>
        <p>§ 118 Mål och budget 2026 med plan 2027–2028</p>
      </Sheet>
    </Part>
  );
}

export function Register() {
  const rows = council(41).flatMap(([party, names]) => names.slice(0, 2).map((name) => ({ party, name })));
  return (
    <Part title="Tabell">
      <Table
        caption="Mandat, ett urval"
        rows={rows.slice(0, 5)}
        rowId={(row) => row.name}
        selectedId="Marie Sandell"
        columns={[
          { id: 'name', head: 'Ledamot', cell: (row) => row.name, rowHead: true },
          { id: 'party', head: 'Parti', cell: (row) => row.party },
          { id: 'since', head: 'Vald', cell: () => '2022-10-15' },
          { id: 'present', head: 'Närvaro', cell: () => '11 av 12', number: true },
        ]}
      />
      <Button icon={CalendarX} size="s">
        Avsluta uppdrag
      </Button>
    </Part>
  );
}

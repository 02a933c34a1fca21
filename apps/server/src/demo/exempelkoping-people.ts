import type { Person, Seat, SeatId, SubstituteList } from '@klubba/meeting';
import { fictionPhone, party, person, personId } from './people.ts';

/** The council's seats in their fixed order, by party. */
const SEATS: readonly (readonly [party: string, names: readonly string[]])[] = [
  ['V', ['Lena Torstensson', 'Jonas Fridh', 'Amina Warsame', 'Petter Boman']],
  [
    'S',
    [
      'Marie Sandell',
      'Helena Ståhl',
      'Erik Lövgren',
      'Anders Wikström',
      'Yusuf Demir',
      'Gunilla Hedman',
      'Tomas Brännlund',
      'Fatima Haddad',
      'Kent Rosén',
      'Ulrika Dahlin',
      'Oskar Nyman',
      'Ingrid Palm',
      'Roger Sjölander',
    ],
  ],
  ['MP', ['Sofia Elmgren', 'David Kihlberg', 'Hanna Lindroos']],
  ['C', ['Birgitta Nordin', 'Johan Ekeroth', 'Emma Gradin']],
  ['L', ['Christina Falk', 'Magnus Thorell']],
  ['KD', ['Daniel Hållén', 'Ruth Åkerlund']],
  [
    'M',
    [
      'Carl Bergendal',
      'Karin Ahlqvist',
      'Annika Stjernholm',
      'Fredrik Wester',
      'Louise Rydén',
      'Henrik Malmborg',
      'Eva Tigerholm',
      'Nils Olhage',
    ],
  ],
  ['SD', ['Mats Öberg', 'Jenny Karlberg', 'Stefan Hjort', 'Camilla Rask', 'Bo Lundmark', 'Dan Säfström']],
];

/** In the order in which they are called (inkallelseordning). */
const SUBSTITUTES: readonly (readonly [party: string, names: readonly string[]])[] = [
  ['V', ['Maja Wikström', 'Ahmed Öztürk']],
  [
    'S',
    [
      'Elin Backlund',
      'Hassan Aydin',
      'Nour Saleh',
      'Ylva Brandt',
      'Karl-Gustav Östberg',
      'Anna-Karin Österlund-Sjöström',
      'Viktor Ängfors',
    ],
  ],
  ['MP', ['Åsa-Britt Hammarqvist', 'Elias Rönnbäck']],
  ['C', ['Lars Hedlund', 'Moa Ekdahl']],
  ['L', ['Agneta Söderhielm', 'Ture Mannerfelt']],
  ['KD', ['Sven-Erik Jägerfält', 'Miriam Åhlén']],
  ['M', ['Gustav Almquist', 'Monica Frisk', 'Catharina von Schéele-Lindqvist', 'Per-Olof Gyllensvärd']],
  ['SD', ['Pia Engdahl', 'Kenneth Bäckström', 'Ann-Louise Kjällgren']],
];

/** They have been permitted to take part at a distance tonight. */
const REMOTE: readonly string[] = [
  'Amina Warsame',
  'Erik Lövgren',
  'Yusuf Demir',
  'Fatima Haddad',
  'Oskar Nyman',
  'Roger Sjölander',
  'Sofia Elmgren',
  'Hanna Lindroos',
  'Birgitta Nordin',
  'Emma Gradin',
  'Christina Falk',
  'Ruth Åkerlund',
  'Karin Ahlqvist',
  'Gustav Almquist',
  'Henrik Malmborg',
  'Jenny Karlberg',
  'Camilla Rask',
  'Lars Hedlund',
  'Monica Frisk',
];

export const parties = SEATS.map(([short]) => party(short));

const everybody = [...SEATS, ...SUBSTITUTES].flatMap(([short, names]) => names.map((name) => ({ name, short })));

/** Members and substitutes of the council. */
export const councillors: readonly Person[] = everybody.map(({ name, short }, index) =>
  person(name, { party: short, phone: fictionPhone(index) }),
);

export const officials = {
  secretary: person('Åsa Lindvall', { title: 'kommunsekreterare', phone: fictionPhone(70) }),
  assistant: person('Mikael Nyström', { title: 'nämndsekreterare', phone: fictionPhone(71) }),
  technician: person('Jonatan Rydh', { title: 'mötestekniker', phone: fictionPhone(72) }),
  finance: person('Lars-Göran Åberg', { title: 'ekonomidirektör' }),
  lawyer: person('Nadja Ekvall', { title: 'kommunjurist' }),
  auditor: person('Maria Forsgren', { title: 'revisor' }),
  planner: person('Per Wahlund', { title: 'planarkitekt' }),
};

/** Screens and cameras of the hall, which log in as what they are. */
export const hallDevices = {
  hall: person('Fullmäktigesalen', { prefix: 'device' }),
  rostrum: person('Talarstolen', { prefix: 'device' }),
  display: person('Väggskärmen', { prefix: 'device' }),
  booth: person('Röstplattan', { prefix: 'device' }),
};

export const seats: readonly Seat[] = SEATS.flatMap(([short, names]) => names.map((name) => ({ name, short }))).map(
  ({ name, short }, index) => ({
    id: `seat-${index + 1}` as SeatId,
    number: index + 1,
    holder: personId(name),
    party: party(short).id,
  }),
);

export const substitutes: readonly SubstituteList[] = SUBSTITUTES.map(([short, names]) => ({
  party: party(short).id,
  persons: names.map((name) => personId(name)),
}));

export const remoteGranted = REMOTE.map((name) => personId(name));

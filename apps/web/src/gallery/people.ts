import type { SeatGroup, SeatState, SeatView } from '../ui/index.ts';

/** One made-up council in Exempelköping, at 41 and at 81 seats. */
const COUNCIL: readonly (readonly [string, readonly string[]])[] = [
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
      'Elin Backlund',
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
      'Gustav Almquist',
      'Louise Rydén',
      'Henrik Malmborg',
      'Eva Tigerholm',
      'Nils Olhage',
    ],
  ],
  ['SD', ['Mats Öberg', 'Jenny Karlberg', 'Stefan Hjort', 'Camilla Rask', 'Pia Engdahl', 'Dan Säfström']],
];

const MORE: Readonly<Record<string, readonly string[]>> = {
  V: ['Siv Abrahamsson', 'Leif Tjärnström', 'Mona Af Klercker'],
  S: [
    'Bo Lundqvist',
    'Maj Östergren',
    'Ali Karimi',
    'Karl-Erik Grönvall',
    'Anneli Väisänen',
    'Per Hägglund',
    'Solveig Malmström',
    'Ronny Fällman',
    'Inger Björklund',
    'Zlatko Marković',
    'Kjell Sundin',
    'Åsa Norrby',
    'Lotta Hammarskiöld',
  ],
  MP: ['Ylva Bergqvist', 'Sigrid Holm'],
  C: ['Lars-Göran Vänerklint', 'Anna-Karin Hjelmqvist', 'Per-Olof Stråhle'],
  L: ['Ebba Wallin', 'Otto Silfverstolpe', 'Ida Rosén'],
  KD: ['Ann-Charlotte von Sydow-Lindeborg', 'Samuel Fjellström', 'Maria Yohannes'],
  M: [
    'Fredrik Nordenskjöld',
    'Astrid Lagercrantz',
    'Jan Öhrström',
    'Peter Kvist',
    'Susanne Ek',
    'Claes Ridderstråle',
    'Vera Sandqvist',
    'Hugo Brandt',
  ],
  SD: ['Ulf Jakobsson', 'Lisbeth Arvidsson', 'Conny Fors', 'Marianne Lööf', 'Björn Skoglund'],
};

export type Sitting = 41 | 81;

export function council(sitting: Sitting): readonly (readonly [string, readonly string[]])[] {
  return sitting === 41 ? COUNCIL : COUNCIL.map(([party, names]) => [party, [...names, ...(MORE[party] ?? [])]]);
}

const NOT_YET = new Set([
  'Roger Sjölander',
  'Hanna Lindroos',
  'Emma Gradin',
  'Magnus Thorell',
  'Nils Olhage',
  'Camilla Rask',
  'Dan Säfström',
  'Claes Ridderstråle',
]);

export function seats(sitting: Sitting, stage: 'open' | 'result', whole = false): readonly SeatGroup<SeatView>[] {
  return council(sitting).map(([party, names]) => ({
    party,
    seats: names.map((name) => ({ id: name, name: whole ? name : surname(name), state: stateOf(party, name, stage) })),
  }));
}

function stateOf(party: string, name: string, stage: 'open' | 'result'): SeatState {
  if (stage === 'open') return NOT_YET.has(name) ? 'waiting' : 'voted';
  if (name === 'Per-Olof Stråhle') return 'absent';
  if (['V', 'S', 'MP'].includes(party)) return 'ja';
  return ['C', 'SD'].includes(party) ? 'avstar' : 'nej';
}

function surname(name: string): string {
  return name.slice(name.indexOf(' ') + 1);
}

export function everyone(
  sitting: Sitting,
): readonly { readonly id: string; readonly name: string; readonly voted: boolean }[] {
  return council(sitting).flatMap(([, names]) => names.map((name) => ({ id: name, name, voted: !NOT_YET.has(name) })));
}

import type { PartyId, PersonId, SeatId } from '../ids.ts';
import type { Party, Person, Seat, SubstituteList } from '../plan.ts';

/** The ids of tests and demonstrations are the names: `person('Marie Sandell')` is `marie-sandell`. */
export function person(name: string): PersonId {
  return slug(name) as PersonId;
}

export function seatId(number: number): SeatId {
  return `seat-${number}` as SeatId;
}

export function partyId(short: string): PartyId {
  return slug(short) as PartyId;
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
}

export const PARTIES: readonly Party[] = [
  { id: partyId('V'), short: 'V', name: 'Vänsterpartiet' },
  { id: partyId('S'), short: 'S', name: 'Socialdemokraterna' },
  { id: partyId('MP'), short: 'MP', name: 'Miljöpartiet' },
  { id: partyId('C'), short: 'C', name: 'Centerpartiet' },
  { id: partyId('L'), short: 'L', name: 'Liberalerna' },
  { id: partyId('KD'), short: 'KD', name: 'Kristdemokraterna' },
  { id: partyId('M'), short: 'M', name: 'Moderaterna' },
  { id: partyId('SD'), short: 'SD', name: 'Sverigedemokraterna' },
];

/** The council of Exempelköping: 41 members in the order of the hall, by party. All are invented. */
export const COUNCIL_MEMBERS: readonly (readonly [party: string, names: readonly string[]])[] = [
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

/** 24 substitutes, each party's in the order decided by the county board. */
export const COUNCIL_SUBSTITUTES: readonly (readonly [party: string, names: readonly string[]])[] = [
  ['V', ['Sara Lindqvist', 'Karl Wennberg']],
  ['S', ['Elin Backlund', 'Hassan Aydin', 'Nour Saleh', 'Ylva Brandt', 'Per Grahn', 'Lisa Norberg', 'Stig Ahlm']],
  ['MP', ['Rasmus Ekdahl', 'Klara Sundin']],
  ['C', ['Lars Hedlund', 'Moa Ekdahl']],
  ['L', ['Bengt Olofsson', 'Agnes Wahlgren']],
  ['KD', ['Simon Tegnér', 'Maj Lundell']],
  ['M', ['Gustav Almquist', 'Ulla Brandt', 'Monica Frisk', 'Johan Rehn']],
  ['SD', ['Pia Engdahl', 'Rolf Sandin', 'Therese Moberg']],
];

export function personOf(name: string, rest: Omit<Person, 'id' | 'givenName' | 'familyName'> = {}): Person {
  const parts = name.split(' ');
  return { id: person(name), givenName: parts.slice(0, -1).join(' '), familyName: parts.at(-1) ?? name, ...rest };
}

export function seatsOf(groups: readonly (readonly [string, readonly string[]])[]): readonly Seat[] {
  const held = groups.flatMap(([party, names]) => names.map((name) => ({ party, name })));
  return held.map(({ party, name }, index) => ({
    id: seatId(index + 1),
    number: index + 1,
    holder: person(name),
    party: partyId(party),
  }));
}

export function listsOf(groups: readonly (readonly [string, readonly string[]])[]): readonly SubstituteList[] {
  return groups.map(([party, names]) => ({ party: partyId(party), persons: names.map(person) }));
}

export function peopleOf(...groups: readonly (readonly (readonly [string, readonly string[]])[])[]): readonly Person[] {
  const all = groups.flat().flatMap(([party, names]) => names.map((name) => personOf(name, { party: partyId(party) })));
  return [...new Map(all.map((p) => [p.id, p])).values()];
}

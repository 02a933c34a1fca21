import type { BodyId, LocalDate, MeetingId, PartyId, Person, Seat, SeatId } from '@klubba/meeting';
import { AGENDA_AS_CALLED, document, draftItem } from './agenda.ts';
import { instantOf } from './calendar.ts';
import type { DraftPlan } from './council.ts';
import { party, person } from './people.ts';
import { settingsOf } from './settings.ts';

/** Seats of the council elected in 2022. The groups of § 451: S, V and MP 40; M, D, L and KD 29; SD 9; C 3. */
const SEATS: readonly (readonly [party: string, seats: number])[] = [
  ['S', 22],
  ['V', 13],
  ['MP', 5],
  ['M', 15],
  ['D', 6],
  ['L', 5],
  ['KD', 3],
  ['SD', 9],
  ['C', 3],
];

const GIVEN =
  'Agnes Albin Alva Arvid Astrid August Beata Björn Cecilia Dag Disa Edvin Ebba Einar Elsa Emil Ester Felix Freja Gustaf Greta Hampus Hedda Hugo Ida Ivar Iris Jakob Johanna Kasper Kerstin Kajsa Leif Linnea Ludvig Maj Malte Märta Nils Noomi Olof Orvar Pernilla Petra Ragnar Rut Sigrid Sixten Stina Sven Tage Tora Ulf Ulla Valter Vera Viggo Ylva Åke Åsa Ärla Östen'.split(
    ' ',
  );
const FAMILY =
  'Alnäs Askerud Backlind Bergsäter Björkvall Brandtorp Dahlskog Ekeblad Ekskär Fagerhult Falkenryd Forsmark Granhed Grönfors Hallebo Hedsjö Hjelmås Holmbring Hägerås Isfelt Jordahl Kallskär Klintäng Kvarnbo Källskog Landsjö Lidhem Lindvik Ljungås Lundtorp Lövhamn Malmskär Marklanda Nordgård Nybrink Näsviken Olovsborg Qvistgård Ramsjö Ringedal Rosenäs Rågsved Sandhamre Sjövall Skogsäter Stenmark Strandås Svedbro Sälgvik Tallåsen Torsfeldt Tunaberg Tångring Ulvsäter Vallkärra Vassbro Vinterås Västberg Ytterdal Ågård Åsljung Älvring Ängsholm Ödman Österlid'.split(
    ' ',
  );

/** Invented names, the same ones each time; some are double, as people are called. */
function inventedName(n: number): string {
  const given = GIVEN[(n * 7) % GIVEN.length] ?? '';
  const family = FAMILY[(n * 11) % FAMILY.length] ?? '';
  if (n % 9 === 4) return `${given}-${GIVEN[(n * 5 + 3) % GIVEN.length]} ${family}`;
  return n % 13 === 6 ? `${given} ${family}-${FAMILY[(n * 3 + 1) % FAMILY.length]}` : `${given} ${family}`;
}

const councillors: readonly Person[] = SEATS.flatMap(([short, count]) =>
  Array.from({ length: count }, () => short),
).map((short, index) => person(inventedName(index), { party: short, prefix: 'gbg' }));
const substitutes = SEATS.map(([short, count], group) => ({
  party: party(short).id,
  people: Array.from({ length: Math.max(2, Math.ceil(count / 2)) }, (_, index) =>
    person(inventedName(100 + group * 20 + index), { party: short, prefix: 'gbg' }),
  ),
}));
const secretary = person('Torun Gransäter', {
  prefix: 'gbg',
  title: 'kommunfullmäktiges sekreterare',
  phone: '031-390 06 10',
});
const technician = person('Love Kistner', { prefix: 'gbg', title: 'mötestekniker' });
const hall = person('Börssalen', { prefix: 'gbg-device' });
const display = person('Väggskärmen', { prefix: 'gbg-device' });

/** § 451 of 7 November 2024, to be played through: the sizes, proposals and figures are the minutes' own, the names invented. */
export function budgetEvening(): DraftPlan {
  const meeting = 'kf-2024-11-07-§451' as MeetingId;
  const date: LocalDate = '2024-11-07';
  const announcedOn: LocalDate = '2024-10-30';
  const chair = councillors[0];
  const viceChair = councillors[40];
  const secondViceChair = councillors[22];
  if (chair === undefined || viceChair === undefined || secondViceChair === undefined)
    throw new Error('The council has 81 seats');
  return {
    meeting,
    municipality: 'Göteborgs Stad',
    body: {
      id: 'goteborg-kf' as BodyId,
      name: 'Kommunfullmäktige',
      kind: 'council',
      seatsTotal: 81,
      settings: settingsOf(
        { body: 'Kommunfullmäktige', date: '2022-12-08', section: '12' },
        {
          remoteAllowed: true,
          mustBeInRoom: ['chair', 'secretary'],
          speechSeconds: 240,
          proposalsInWriting: true,
          publicLive: true,
        },
      ),
    },
    date,
    startsAt: instantOf(date, '15:00'),
    place: 'Börsen, Göteborg',
    form: 'hybrid',
    parties: SEATS.map(([short]) => party(short)),
    people: [...councillors, ...substitutes.flatMap((list) => list.people), secretary, technician, hall, display],
    seats: councillors.map(
      (one, index): Seat => ({
        id: `seat-${index + 1}` as SeatId,
        number: index + 1,
        holder: one.id,
        party: one.party as PartyId,
      }),
    ),
    substitutes: substitutes.map((list) => ({ party: list.party, persons: list.people.map((one) => one.id) })),
    duties: [
      { person: chair.id, duty: 'chair' },
      { person: viceChair.id, duty: 'viceChair' },
      { person: secondViceChair.id, duty: 'secondViceChair' },
      { person: secretary.id, duty: 'secretary' },
      { person: technician.id, duty: 'technician' },
      { person: hall.id, duty: 'hallDevice' },
      { person: display.id, duty: 'hallDevice' },
    ],
    items: [
      draftItem(meeting, announcedOn, { number: 448, title: 'Upprop', kind: 'rollCall' }),
      draftItem(meeting, announcedOn, { number: 449, title: 'Val av justerare', kind: 'adjusters' }),
      draftItem(meeting, announcedOn, {
        number: 450,
        title: 'Fastställande av dagordning',
        kind: 'agenda',
        proposal: AGENDA_AS_CALLED,
      }),
      draftItem(meeting, announcedOn, {
        number: 451,
        title: 'Förslag till budget 2025 och flerårsplaner 2026–2027',
        kind: 'matter',
        preparedBy: ['Kommunstyrelsen'],
        drafts: [
          document('Förslag till budget 2025', 3, 'Partiernas förslag till budget 2025 och flerårsplaner 2026–2027.'),
        ],
      }),
    ],
    notice: { announcedOn, sentOn: announcedOn },
    remoteGranted: councillors.filter((_, index) => index % 5 === 2).map((one) => one.id),
    secretaryPhone: secretary.phone ?? '',
  };
}

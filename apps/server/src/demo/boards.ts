import type { BodyId, LocalDate, MeetingId, PartyId, PersonId, Seat, SeatId } from '@klubba/meeting';
import { AGENDA_AS_CALLED, document, draftItem, type ItemWords } from './agenda.ts';
import { daysAfter, instantOf } from './calendar.ts';
import { type DraftPlan, MUNICIPALITY } from './council.ts';
import { councillors, hallDevices, officials, parties } from './exempelkoping-people.ts';
import { fictionPhone, person, personId } from './people.ts';
import { settingsOf } from './settings.ts';

const BOARD_MEMBERS: readonly string[] = [
  'Helena Ståhl',
  'Jonas Fridh',
  'David Kihlberg',
  'Erik Lövgren',
  'Gunilla Hedman',
  'Yusuf Demir',
  'Karin Ahlqvist',
  'Magnus Thorell',
  'Daniel Hållén',
  'Birgitta Nordin',
  'Mats Öberg',
];
/** Called in this one order, whichever member is absent (KL 6:16, as the council has decided). */
const BOARD_SUBSTITUTES: readonly string[] = [
  'Ulrika Dahlin',
  'Sofia Elmgren',
  'Petter Boman',
  'Louise Rydén',
  'Christina Falk',
  'Jenny Karlberg',
];

const boardSettings = settingsOf(
  { body: 'Kommunfullmäktige', date: '2023-04-24', section: '48' },
  {
    remoteAllowed: true,
    remoteForSecretItems: 'protected',
    mustBeInRoom: ['chair', 'secretary'],
    lossPolicy: { kind: 'absentAfter', seconds: 180 },
    doors: 'closed',
    substituteOrder: 'bodyOrder',
    nonServingMaySpeak: true,
    memberMayResumeAfterHindrance: true,
    noticeDays: 5,
  },
  { remoteAllowed: '14 §', lossPolicy: '15 §', substituteOrder: '8 §', noticeDays: '11 §' },
);

/** Tomorrow's executive board, with an item behind closed doors. */
export function boardMeeting(date: LocalDate): DraftPlan {
  const meeting = `exempelkoping-ks-${date}` as MeetingId;
  const announcedOn = daysAfter(date, -8);
  const belongs = new Set([...BOARD_MEMBERS, ...BOARD_SUBSTITUTES].map((name) => personId(name)));
  return {
    meeting,
    municipality: MUNICIPALITY,
    body: {
      id: 'exempelkoping-ks' as BodyId,
      name: 'Kommunstyrelsen',
      kind: 'executiveBoard',
      seatsTotal: 11,
      settings: boardSettings,
    },
    date,
    startsAt: instantOf(date, '13:00'),
    place: 'Sammanträdesrum Ljungen, Stadshuset',
    form: 'hybrid',
    parties,
    people: [
      ...councillors.filter((one) => belongs.has(one.id)),
      officials.secretary,
      officials.technician,
      officials.finance,
      officials.lawyer,
      hallDevices.hall,
      hallDevices.display,
    ],
    seats: BOARD_MEMBERS.map(
      (name, index): Seat => seatOf(personId(name), index, councillors.find((one) => one.id === personId(name))?.party),
    ),
    substitutes: [{ persons: BOARD_SUBSTITUTES.map((name) => personId(name)) }],
    duties: [
      { person: personId('Helena Ståhl'), duty: 'chair' },
      { person: personId('Jonas Fridh'), duty: 'viceChair' },
      { person: personId('Karin Ahlqvist'), duty: 'secondViceChair' },
      { person: officials.secretary.id, duty: 'secretary' },
      { person: officials.technician.id, duty: 'technician' },
      { person: officials.finance.id, duty: 'presenter' },
      { person: officials.lawyer.id, duty: 'official' },
      { person: hallDevices.hall.id, duty: 'hallDevice' },
      { person: hallDevices.display.id, duty: 'hallDevice' },
    ],
    items: BOARD_AGENDA.map((words) => draftItem(meeting, announcedOn, words)),
    notice: { announcedOn, sentOn: announcedOn },
    remoteGranted: ['David Kihlberg', 'Erik Lövgren', 'Birgitta Nordin', 'Sofia Elmgren'].map((name) => personId(name)),
    secretaryPhone: officials.secretary.phone ?? '',
  };
}

const BOARD_AGENDA: readonly ItemWords[] = [
  { number: 211, title: 'Upprop', kind: 'rollCall' },
  { number: 212, title: 'Val av justerare', kind: 'adjusters' },
  { number: 213, title: 'Fastställande av dagordning', kind: 'agenda', proposal: AGENDA_AS_CALLED },
  { number: 214, title: 'Information om ekonomin', kind: 'information', presenter: officials.finance.id },
  {
    number: 215,
    title: 'Yttrande över remiss om ny översiktsplan',
    kind: 'matter',
    diaryNumber: 'KS 2025/0377',
    preparedBy: ['Arbetsutskottet'],
    proposal: { by: 'Arbetsutskottet', text: 'Yttrandet antas som kommunstyrelsens eget.' },
    drafts: [document('Förslag till yttrande', 2, 'Kommunstyrelsen tillstyrker förslaget.')],
  },
  {
    number: 216,
    title: 'Förvärv av fastigheten Kvarnen 4',
    kind: 'matter',
    diaryNumber: 'KS 2025/0391',
    doors: 'secret',
    preparedBy: ['Arbetsutskottet'],
    proposal: { by: 'Arbetsutskottet', text: 'Fastigheten Kvarnen 4 förvärvas för högst 18,2 mnkr.' },
    drafts: [document('Värdering, sekretess', 2, 'Värderingen omfattas av sekretess.')],
  },
  { number: 217, title: 'Delegationsbeslut', kind: 'report' },
];

const COMPANY_BOARD: readonly string[] = [
  'Gunnar Wallmark',
  'Siv Häggström',
  'Bengt-Åke Sjöö',
  'Leyla Karimi',
  'Torbjörn Ek',
  'Marianne Fälth',
  'Johan Wallmark',
];

/** The municipal energy company's board, under the Companies Act. */
export function companyMeeting(date: LocalDate): DraftPlan {
  const meeting = `exempelkoping-energi-${date}` as MeetingId;
  const announcedOn = daysAfter(date, -8);
  const people = COMPANY_BOARD.map((name, index) => person(name, { phone: fictionPhone(75 + index) }));
  const [chair] = people;
  return {
    meeting,
    municipality: MUNICIPALITY,
    body: {
      id: 'exempelkoping-energi' as BodyId,
      name: 'Exempelköpings Energi AB, styrelsen',
      kind: 'companyBoard',
      seatsTotal: 7,
      settings: settingsOf(
        { body: 'Styrelsen för Exempelköpings Energi AB', date: '2024-03-12', section: '6' },
        { remoteAllowed: true, doors: 'closed', nonServingMaySpeak: true, memberMayResumeAfterHindrance: true },
      ),
    },
    date,
    startsAt: instantOf(date, '09:00'),
    place: 'Kraftverket, Exempelköping',
    form: 'hybrid',
    parties: [],
    people: [...people, officials.lawyer, officials.technician],
    seats: people.map((one, index) => seatOf(one.id, index)),
    substitutes: [],
    duties: [
      ...(chair === undefined ? [] : [{ person: chair.id, duty: 'chair' as const }]),
      { person: officials.lawyer.id, duty: 'secretary' },
      { person: officials.technician.id, duty: 'technician' },
    ],
    items: COMPANY_AGENDA.map((words) => draftItem(meeting, announcedOn, words)),
    notice: { announcedOn, sentOn: announcedOn },
    remoteGranted: people.slice(3).map((one) => one.id),
    secretaryPhone: officials.secretary.phone ?? '',
  };
}

const COMPANY_AGENDA: readonly ItemWords[] = [
  { number: 1, title: 'Upprop', kind: 'rollCall' },
  { number: 2, title: 'Val av justerare', kind: 'adjusters' },
  { number: 3, title: 'Fastställande av dagordning', kind: 'agenda', proposal: AGENDA_AS_CALLED },
  {
    number: 4,
    title: 'Investering i nytt ställverk',
    kind: 'matter',
    diaryNumber: 'EE 2025/018',
    proposal: { by: 'Verkställande direktören', text: 'Ställverket i Norrhamn byggs för högst 46 mnkr.' },
    drafts: [document('Investeringsunderlag', 3, 'Ställverket är från 1974.')],
  },
  { number: 5, title: 'Rapport från verkställande direktören', kind: 'report' },
];

function seatOf(holder: PersonId, index: number, party?: PartyId): Seat {
  return { id: `seat-${index + 1}` as SeatId, number: index + 1, holder, ...(party === undefined ? {} : { party }) };
}

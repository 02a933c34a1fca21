import type { BodyId, LocalDate, MeetingId, MeetingPlan } from '@klubba/meeting';
import { AGENDA_AS_CALLED, type DraftItem, document, draftItem, type ItemWords } from './agenda.ts';
import { daysAfter, instantOf } from './calendar.ts';
import {
  councillors,
  hallDevices,
  officials,
  parties,
  remoteGranted,
  seats,
  substitutes,
} from './exempelkoping-people.ts';
import { personId } from './people.ts';
import { settingsOf } from './settings.ts';

export const MUNICIPALITY = 'Exempelköpings kommun';
export type DraftPlan = Omit<MeetingPlan, 'items'> & { readonly items: readonly DraftItem[] };

const settings = settingsOf(
  { body: 'Kommunfullmäktige', date: '2023-04-24', section: '47' },
  {
    remoteAllowed: true,
    remoteClosedBallot: true,
    mustBeInRoom: ['chair', 'secretary'],
    speechSeconds: 360,
    replySeconds: 120,
    proposalsInWriting: true,
    chat: true,
    openVoteMethod: 'either',
    publicLive: true,
    interpellationsBelowQuorum: false,
    nonServingMaySpeak: false,
  },
  {
    remoteAllowed: '31 §',
    mustBeInRoom: '31 §',
    speechSeconds: '20 §',
    replySeconds: '21 §',
    proposalsInWriting: '24 §',
    chat: '32 §',
    publicLive: '6 §',
  },
);

/** Tonight's council: the evening of the screens and the tutorial. `copy` names one more of the same, under a meeting id of its own. */
export function councilEvening(date: LocalDate, copy?: string): DraftPlan {
  const meeting = `exempelkoping-kf-${date}${copy === undefined ? '' : `-${copy}`}` as MeetingId;
  const announcedOn = daysAfter(date, -9);
  return {
    meeting,
    municipality: MUNICIPALITY,
    body: { id: 'exempelkoping-kf' as BodyId, name: 'Kommunfullmäktige', kind: 'council', seatsTotal: 41, settings },
    date,
    startsAt: instantOf(date, '18:30'),
    place: 'Fullmäktigesalen, Stadshuset',
    form: 'hybrid',
    parties,
    people: [...councillors, ...Object.values(officials), ...Object.values(hallDevices)],
    seats,
    substitutes,
    duties: [
      { person: personId('Marie Sandell'), duty: 'chair' },
      { person: personId('Carl Bergendal'), duty: 'viceChair' },
      { person: personId('Lena Torstensson'), duty: 'secondViceChair' },
      { person: officials.secretary.id, duty: 'secretary' },
      { person: officials.assistant.id, duty: 'assistant' },
      { person: officials.technician.id, duty: 'technician' },
      { person: officials.finance.id, duty: 'presenter' },
      { person: officials.lawyer.id, duty: 'official' },
      { person: officials.auditor.id, duty: 'auditor' },
      { person: officials.planner.id, duty: 'presenter' },
      ...Object.values(hallDevices).map((device) => ({ person: device.id, duty: 'hallDevice' as const })),
    ],
    items: agenda(date).map((words) => draftItem(meeting, announcedOn, words)),
    notice: {
      announcedOn,
      sentOn: announcedOn,
      fallback:
        'Faller tekniken ajourneras sammanträdet i 20 minuter. Går det inte att fortsätta hålls det en vecka senare, kl. 18.30 i Fullmäktigesalen, med alla på plats.',
    },
    remoteGranted,
    secretaryPhone: officials.secretary.phone ?? '',
  };
}

function agenda(date: LocalDate): readonly ItemWords[] {
  const year = Number(date.slice(0, 4)) + 1;
  return [...formalities(), ...budget(year), ...matters(date)];
}

function formalities(): readonly ItemWords[] {
  return [
    { number: 113, title: 'Upprop', kind: 'rollCall' },
    { number: 114, title: 'Val av justerare', kind: 'adjusters' },
    { number: 115, title: 'Fastställande av dagordning', kind: 'agenda', proposal: AGENDA_AS_CALLED },
    {
      number: 116,
      title: 'Anmälningsärenden',
      kind: 'report',
      drafts: [document('Anmälningsärenden', 1, 'Beslut och skrivelser som anmäls till kommunfullmäktige.')],
    },
    {
      number: 117,
      title: 'Delårsrapport per 31 augusti',
      kind: 'matter',
      diaryNumber: 'KS 2025/0294',
      preparedBy: ['Kommunstyrelsen', 'Revisorerna'],
      proposal: { by: 'Kommunstyrelsen', text: 'Delårsrapporten per den 31 augusti godkänns.' },
      drafts: [
        document(
          'Delårsrapport per 31 augusti',
          4,
          'Prognosen för helåret är ett överskott om 12,4 mnkr.',
          'Fyra av fem finansiella mål bedöms bli uppfyllda.',
        ),
        document(
          'Revisorernas bedömning',
          1,
          'Revisorerna bedömer att resultatet i delårsrapporten är förenligt med fullmäktiges mål.',
        ),
      ],
    },
  ];
}

function budget(year: number): readonly ItemWords[] {
  return [
    {
      number: 118,
      title: `Mål och budget ${year} med plan ${year + 1}–${year + 2}`,
      kind: 'matter',
      diaryNumber: 'KS 2025/0318',
      preparedBy: ['Kommunstyrelsen'],
      presenter: officials.finance.id,
      proposal: {
        by: 'Kommunstyrelsen',
        text: `Mål och budget för ${year} med plan för ${year + 1}–${year + 2} fastställs enligt bilaga 1.`,
        clauses: [
          `Mål och budget för ${year} med plan för ${year + 1}–${year + 2} fastställs enligt bilaga 1.`,
          `Investeringsramen för ${year} fastställs till 214 mnkr.`,
          `Nämnderna ska senast den 31 januari ${year} redovisa sina detaljbudgetar.`,
        ],
      },
      drafts: [
        document(
          'Tjänsteskrivelse',
          6,
          `Kommunstyrelsen lägger fram förslag till mål och budget för ${year}. Nämndernas ramar uppgår till 1 867,9 mnkr.`,
        ),
        document('Bilaga 1, mål och budget', 12, 'Kommunens övergripande mål, nämndernas ramar och resultatbudget.'),
        document('Bilaga 2, investeringsplan', 5, 'Investeringar i skolor, gator, vatten och avlopp.'),
        document('Bilaga 3, driftbudget', 8, 'Driftbudget nämnd för nämnd.'),
        document(
          'Bilaga 4, Sverigedemokraternas budgetförslag',
          7,
          'Sverigedemokraternas förslag till mål och budget.',
        ),
        document('Bilaga 5, Centerpartiets budgetförslag', 7, 'Centerpartiets förslag till mål och budget.'),
        document(
          'Bilaga 6, gemensamt budgetförslag från M, L och KD',
          9,
          'Moderaternas, Liberalernas och Kristdemokraternas förslag till mål och budget.',
        ),
      ],
    },
    {
      number: 119,
      title: `Skattesats för ${year}`,
      kind: 'matter',
      diaryNumber: 'KS 2025/0319',
      preparedBy: ['Kommunstyrelsen'],
      proposal: {
        by: 'Kommunstyrelsen',
        text: `Skattesatsen för ${year} fastställs till 21:64 kronor per skattekrona.`,
      },
      drafts: [document('Tjänsteskrivelse', 1, 'Skattesatsen föreslås vara oförändrad.')],
    },
  ];
}

function matters(date: LocalDate): readonly ItemWords[] {
  return [
    {
      number: 120,
      title: 'Detaljplan för Norra Kvarnängen',
      kind: 'matter',
      diaryNumber: 'SBN 2023/0117',
      preparedBy: ['Samhällsbyggnadsnämnden', 'Kommunstyrelsen'],
      presenter: officials.planner.id,
      expectedConflicts: [personId('Ruth Åkerlund')],
      proposal: { by: 'Kommunstyrelsen', text: 'Detaljplanen för Norra Kvarnängen antas.' },
      drafts: [
        document('Planbeskrivning', 5, 'Planen gör det möjligt att bygga 180 bostäder och en förskola.'),
        document('Granskningsutlåtande', 3, 'Under granskningen kom 14 yttranden in.'),
      ],
    },
    {
      number: 121,
      title: 'Motion om fler laddplatser',
      kind: 'bill',
      diaryNumber: 'KS 2025/0102',
      raisedOn: daysAfter(date, -245),
      preparedBy: ['Kommunstyrelsen'],
      proposal: { by: 'Kommunstyrelsen', text: 'Motionen avslås.' },
      drafts: [
        document(
          'Motion om fler laddplatser',
          1,
          'Magnus Thorell (L) föreslår att kommunen bygger laddplatser vid alla idrottsanläggningar.',
        ),
        document('Yttrande över motionen', 2, 'Kostnaden för elnätet behöver utredas.'),
      ],
    },
    {
      number: 122,
      title: 'Interpellation om hemtjänsten',
      kind: 'interpellation',
      diaryNumber: 'KS 2025/0388',
      asker: personId('Karin Ahlqvist'),
      answerer: personId('Helena Ståhl'),
      drafts: [
        document('Interpellation om hemtjänsten', 1, 'Hur många möter varje omsorgstagare under en vecka?'),
        document('Svar på interpellationen', 1, 'I genomsnitt elva, mot fjorton för två år sedan.'),
      ],
    },
    {
      number: 123,
      title: 'Val av ordförande i kultur- och fritidsnämnden',
      kind: 'election',
      diaryNumber: 'KS 2025/0402',
      election: { office: 'ordförande i kultur- och fritidsnämnden', places: 1 },
      drafts: [document('Valberedningens förslag', 1, 'Valberedningen föreslår Ulrika Dahlin (S).')],
    },
    {
      number: 124,
      title: 'Reviderat arvodesreglemente',
      kind: 'matter',
      diaryNumber: 'KS 2025/0371',
      preparedBy: ['Kommunstyrelsen'],
      proposal: {
        by: 'Kommunstyrelsen',
        text: 'Arvodesreglementet ändras enligt bilagan och gäller från den 1 januari.',
      },
      drafts: [document('Förslag till arvodesreglemente', 3, 'Arvode lämnas också för sammanträde på distans.')],
    },
  ];
}

import type { BodySettings, Setting, SettingSource } from '../body.ts';
import type { BodyId, ItemId, LocalDate, MeetingId, PersonId } from '../ids.ts';
import type { Item, ItemKind, MeetingPlan } from '../plan.ts';
import { defaultSettings } from '../settings.ts';
import {
  COUNCIL_MEMBERS,
  COUNCIL_SUBSTITUTES,
  listsOf,
  PARTIES,
  peopleOf,
  person,
  personOf,
  seatsOf,
} from './people.ts';

/** 13 November 2025, 18.00 in Sweden. */
export const STARTS_AT = Date.UTC(2025, 10, 13, 17, 0);
const COUNCIL_DATE: LocalDate = '2025-11-13';

export type SettingValues = {
  readonly [Name in keyof BodySettings]?: NonNullable<BodySettings[Name]> extends Setting<infer Value> ? Value : never;
};
export type PlanChange = Partial<Omit<MeetingPlan, 'body'>> & { readonly settings?: SettingValues };

export function itemId(number: number): ItemId {
  return `item-${number}` as ItemId;
}

/** A matter that somebody has prepared and that was made known in time; say what differs. */
export function item(number: number, title: string, kind: ItemKind = 'matter', change: Partial<Item> = {}): Item {
  const tabled =
    kind === 'matter'
      ? { tabled: { by: 'Kommunstyrelsen', text: `Förslaget i ${title.toLowerCase()} godkänns.` } }
      : {};
  return {
    id: itemId(number),
    number,
    title,
    kind,
    documents: [],
    doors: 'open',
    preparedBy: ['Kommunstyrelsen'],
    announcedOn: '2025-11-05',
    ...tabled,
    ...change,
  };
}

/** A rule that the body has decided on, with an invented reference. */
export function decided<T>(value: T): Setting<T> {
  const source: SettingSource = {
    kind: 'decision',
    decision: { body: 'Kommunfullmäktige', date: '2023-04-24', section: '§ 47' },
  };
  return { value, source };
}

function withValues(settings: BodySettings, values: SettingValues = {}): BodySettings {
  const changes = Object.entries(values).map(([name, value]) => [name, decided(value)]);
  return { ...settings, ...Object.fromEntries(changes) };
}

const COUNCIL_ITEMS: readonly Item[] = [
  item(113, 'Upprop', 'rollCall'),
  item(114, 'Val av justerare', 'adjusters'),
  item(115, 'Fastställande av dagordning', 'agenda'),
  item(116, 'Anmälningsärenden', 'report'),
  item(117, 'Revisorernas granskning av delårsrapporten'),
  item(118, 'Mål och budget 2026 med plan 2027–2028', 'matter', { diaryNumber: 'KS 2025/0318' }),
  item(119, 'Skattesats för 2026'),
  item(120, 'Detaljplan för Norra Kvarnängen', 'matter', {
    presenter: person('Per Wahlund'),
    expectedConflicts: [person('Ruth Åkerlund')],
  }),
  item(121, 'Motion om fler laddplatser', 'bill', { preparedBy: ['Kommunstyrelsen', 'Samhällsbyggnadsnämnden'] }),
  item(122, 'Interpellation om hemtjänsten', 'interpellation', {
    asker: person('Karin Ahlqvist'),
    answerer: person('Helena Ståhl'),
  }),
  item(123, 'Förvärv av fastigheten Kvarnen 4', 'matter', { doors: 'closed' }),
  item(124, 'Reviderat arvodesreglemente'),
];

/** Exempelköping's council on 13 November 2025: 41 seats of eight parties, 24 substitutes, link allowed, §§ 113–124. */
export function councilPlan(change: PlanChange = {}): MeetingPlan {
  const { settings, ...rest } = change;
  const date = rest.date ?? COUNCIL_DATE;
  return {
    meeting: 'meeting-kf-2025-11-13' as MeetingId,
    municipality: 'Exempelköping',
    body: {
      id: 'kommunfullmaktige' as BodyId,
      name: 'Kommunfullmäktige',
      kind: 'council',
      seatsTotal: 41,
      settings: withValues(defaultSettings('council', date), { remoteAllowed: true, ...settings }),
    },
    date,
    startsAt: STARTS_AT,
    place: 'Fullmäktigesalen',
    form: 'hybrid',
    parties: PARTIES,
    people: [
      ...peopleOf(COUNCIL_MEMBERS, COUNCIL_SUBSTITUTES),
      personOf('Åsa Lindvall', { title: 'kommunsekreterare' }),
      personOf('Mirja Aho', { title: 'nämndsekreterare' }),
      personOf('Jesper Holm', { title: 'mötestekniker' }),
      personOf('Per Wahlund', { title: 'planarkitekt' }),
      personOf('Lars-Göran Åberg', { title: 'ekonomidirektör' }),
      personOf('Maria Forsgren', { title: 'revisor' }),
    ],
    seats: seatsOf(COUNCIL_MEMBERS),
    substitutes: listsOf(COUNCIL_SUBSTITUTES),
    duties: [
      { person: person('Marie Sandell'), duty: 'chair' },
      { person: person('Carl Bergendal'), duty: 'viceChair' },
      { person: person('Lena Torstensson'), duty: 'secondViceChair' },
      { person: person('Åsa Lindvall'), duty: 'secretary' },
      { person: person('Mirja Aho'), duty: 'assistant' },
      { person: person('Jesper Holm'), duty: 'technician' },
      { person: person('Per Wahlund'), duty: 'presenter' },
      { person: person('Lars-Göran Åberg'), duty: 'official' },
      { person: person('Maria Forsgren'), duty: 'auditor' },
    ],
    items: COUNCIL_ITEMS,
    notice: {
      announcedOn: '2025-11-05',
      sentOn: '2025-11-05',
      fallback: 'Torsdag 18 december kl. 18.30 i Fullmäktigesalen',
    },
    remoteGranted: REMOTE_MEMBERS,
    secretaryPhone: '0980-31 92 14',
    ...rest,
  };
}

/** Granted for 13 November 2025. */
export const REMOTE_MEMBERS: readonly PersonId[] = [
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
  'Gustav Almquist',
  'Henrik Malmborg',
  'Jenny Karlberg',
  'Camilla Rask',
  'Lars Hedlund',
  'Monica Frisk',
].map(person);

const BOARD_MEMBERS: readonly (readonly [string, readonly string[]])[] = [
  ['S', ['Helena Ståhl', 'Erik Lövgren', 'Gunilla Hedman', 'Yusuf Demir']],
  ['V', ['Jonas Fridh']],
  ['MP', ['Sofia Elmgren']],
  ['C', ['Birgitta Nordin']],
  ['M', ['Karin Ahlqvist', 'Louise Rydén']],
  ['KD', ['Ruth Åkerlund']],
  ['SD', ['Jenny Karlberg']],
];
const BOARD_SUBSTITUTES: readonly (readonly [string, readonly string[]])[] = [
  ['S', ['Fatima Haddad', 'Oskar Nyman']],
  ['V', ['Amina Warsame']],
  ['MP', ['David Kihlberg']],
  ['C', ['Emma Gradin']],
  ['M', ['Annika Stjernholm']],
  ['KD', ['Daniel Hållén']],
  ['SD', ['Mats Öberg']],
];

/** The social board on 26 November 2025: 11 seats, closed doors, a secret matter and one with a party to be heard. */
export function boardPlan(change: PlanChange = {}): MeetingPlan {
  const { settings, ...rest } = change;
  const date = rest.date ?? '2025-11-26';
  return {
    meeting: 'meeting-sn-2025-11-26' as MeetingId,
    municipality: 'Exempelköping',
    body: {
      id: 'socialnamnden' as BodyId,
      name: 'Socialnämnden',
      kind: 'board',
      seatsTotal: 11,
      settings: withValues(defaultSettings('board', date), { remoteAllowed: true, ...settings }),
    },
    date,
    startsAt: Date.UTC(2025, 10, 26, 12, 0),
    place: 'Sammanträdesrum Kvarnen',
    form: 'hybrid',
    parties: PARTIES,
    people: [
      ...peopleOf(BOARD_MEMBERS, BOARD_SUBSTITUTES),
      personOf('Mirja Aho', { title: 'nämndsekreterare' }),
      personOf('Jesper Holm', { title: 'mötestekniker' }),
      personOf('Inger Falkman', { title: 'socialsekreterare' }),
      personOf('Elsa Enskild'),
    ],
    seats: seatsOf(BOARD_MEMBERS),
    substitutes: listsOf(BOARD_SUBSTITUTES),
    duties: [
      { person: person('Helena Ståhl'), duty: 'chair' },
      { person: person('Karin Ahlqvist'), duty: 'viceChair' },
      { person: person('Mirja Aho'), duty: 'secretary' },
      { person: person('Jesper Holm'), duty: 'technician' },
      { person: person('Inger Falkman'), duty: 'official' },
      { person: person('Elsa Enskild'), duty: 'external' },
    ],
    items: [
      item(85, 'Upprop', 'rollCall'),
      item(86, 'Budgetuppföljning per oktober'),
      item(87, 'Föreningsbidrag 2026'),
      item(88, 'Muntlig framställning i ett enskilt ärende', 'matter', {
        doors: 'secret',
        exerciseOfAuthority: true,
        externals: [person('Elsa Enskild')],
      }),
      item(89, 'Placering enligt LVU', 'matter', { doors: 'secret', exerciseOfAuthority: true }),
      item(90, 'Delegationsbeslut', 'report'),
    ],
    notice: { announcedOn: '2025-11-17', sentOn: '2025-11-17' },
    remoteGranted: ['Sofia Elmgren', 'Birgitta Nordin', 'Yusuf Demir', 'Ruth Åkerlund', 'Emma Gradin'].map(person),
    secretaryPhone: '0980-31 92 30',
    ...rest,
  };
}

const COMPANY_MEMBERS: readonly (readonly [string, readonly string[]])[] = [
  ['S', ['Anders Wikström', 'Ulrika Dahlin', 'Ingrid Palm']],
  ['C', ['Johan Ekeroth']],
  ['L', ['Magnus Thorell']],
  ['M', ['Annika Stjernholm', 'Eva Tigerholm']],
];

/** The board of Exempelköping's water company on 3 December 2025: seven seats under ABL, two deputies. */
export function companyPlan(change: PlanChange = {}): MeetingPlan {
  const { settings, ...rest } = change;
  const date = rest.date ?? '2025-12-03';
  return {
    meeting: 'meeting-vatten-2025-12-03' as MeetingId,
    municipality: 'Exempelköping',
    body: {
      id: 'vatten-ab' as BodyId,
      name: 'Exempelköpings Vatten AB, styrelsen',
      kind: 'companyBoard',
      seatsTotal: 7,
      settings: withValues(defaultSettings('companyBoard', date), { remoteAllowed: true, ...settings }),
    },
    date,
    startsAt: Date.UTC(2025, 11, 3, 8, 0),
    place: 'Vattenverket',
    form: 'hybrid',
    parties: PARTIES,
    people: [
      ...peopleOf(COMPANY_MEMBERS, [
        ['S', ['Roger Sjölander']],
        ['M', ['Nils Olhage']],
      ]),
      personOf('Sven Ask', { title: 'verkställande direktör' }),
      personOf('Eva Lind', { title: 'styrelsesekreterare' }),
    ],
    seats: seatsOf(COMPANY_MEMBERS),
    substitutes: [{ persons: ['Roger Sjölander', 'Nils Olhage'].map(person) }],
    duties: [
      { person: person('Anders Wikström'), duty: 'chair' },
      { person: person('Annika Stjernholm'), duty: 'viceChair' },
      { person: person('Eva Lind'), duty: 'secretary' },
      { person: person('Sven Ask'), duty: 'official' },
    ],
    items: [
      item(61, 'Upprop', 'rollCall'),
      item(62, 'Val av justerare', 'adjusters'),
      item(63, 'Investering i nytt råvattenintag'),
      item(64, 'Avtal med Kvarnens Bygg AB'),
    ],
    notice: { announcedOn: null, sentOn: '2025-11-24' },
    remoteGranted: ['Ingrid Palm', 'Magnus Thorell'].map(person),
    secretaryPhone: '0980-31 92 60',
    ...rest,
  };
}

import { describe, expect, it } from 'vitest';
import type { Actor, Meeting, MeetingEvent } from '../types.ts';
import { boardPlan, councilPlan, inSession, itemId, person, type Scene } from '../testing/index.ts';
import { ALL_CONDITIONS, NO_CONDITIONS } from '../testing/sessions.ts';
import { type EveryEvent, everyEvent } from '../testing/every-event.ts';
import type { MeetingPlan } from '../plan.ts';
import { type Audience, PUBLIC_AUDIENCE } from './audience.ts';
import { show, showFact, showFactTo, showTo } from './show.ts';
import { ownerOf, scopeOf } from './subject.ts';

/*
 * Who may see which fact, written from the law and the design and not from the policy's code. `D` the desk (chair, vice chairs,
 * secretary), `M` those in the meeting, `P` the public, `T` the technicians; a small letter: less of it. `N`: also where a body is
 * not public live and shows only its notice and its decisions. `own`: the person concerned gets it whole, whoever that is.
 */
type Seen = `${'D' | 'd' | ''}${'M' | 'm' | ''}${'P' | 'p' | ''}${'T' | 't' | ''}${'N' | ''}`;
type Row = { readonly of: 'meeting' | 'item'; readonly seen: Seen; readonly own?: true };
type InShow = Exclude<MeetingEvent['type'], 'MeetingPlanned' | 'PlanChanged' | 'MeetingCalledOff' | 'ItemAdded'>;

const meeting = (seen: Seen): Row => ({ of: 'meeting', seen });
const inside = (seen: Seen): Row => ({ of: 'item', seen });
const own = (row: Row): Row => ({ ...row, own: true });

const policy: Readonly<Record<InShow, Row>> = {
  // KL 5:38, 6:19: sammanträdets gång: who leads, what is up, who is called and who counts.
  CheckInOpened: meeting('DMPTN'),
  MeetingOpened: meeting('DMPTN'),
  NoticeSent: meeting('DMPTN'),
  NoticeChecked: meeting('DMPT'),
  MeetingClosed: meeting('DMPTN'),
  AgendaReordered: meeting('DMPTN'),
  ItemOpened: meeting('DMPT'),
  ItemClosed: meeting('DMPTN'),
  ItemDecided: meeting('DMPTN'),
  ItemWithdrawn: meeting('DMPT'),
  ChairHandedOver: meeting('DMpt'),
  RollCallStarted: meeting('DMPT'),
  NameCalled: meeting('DMPT'),
  NameAnswered: meeting('DMPT'),
  RollCallEnded: meeting('DMPT'),
  DeclaredQuorate: meeting('DMPT'),
  DoorsClosed: meeting('DMPT'),
  DoorsOpened: meeting('DMPT'),
  MeetingAdjourned: meeting('DMpT'),
  AdjournmentExtended: meeting('DMPT'),
  MeetingRecalled: meeting('DMPT'),
  PresenceCheckCompleted: meeting('DMPT'),
  PresenceConfirmed: meeting('DMT'),
  // Who is here: known to all of a member; how and why only to those who need it.
  CheckedIn: own(meeting('DmpT')),
  Admitted: own(meeting('DMPT')),
  IdentityDoubted: own(meeting('DMPT')),
  LinkChanged: own(meeting('DMpT')),
  LinkApproved: own(meeting('DMPT')),
  ModeChanged: own(meeting('DMPT')),
  SeatTaken: own(meeting('DMPT')),
  SeatLeft: own(meeting('DMpT')),
  CheckedOut: own(meeting('DMpT')),
  NotedAbsent: own(meeting('DMpT')),
  // At the door and at the desk.
  EntryRefused: own(meeting('DT')),
  IdentityCheckBegun: own(meeting('DT')),
  IdentityCheckEnded: own(meeting('DT')),
  HelpAsked: own(meeting('DT')),
  HelpAnswered: own(meeting('DT')),
  NoticeAnswered: own(meeting('D')),
  NoticeRead: own(meeting('D')),
  RemoteApplied: own(meeting('D')),
  RemoteTested: own(meeting('D')),
  RemoteGranted: own(meeting('D')),
  RemoteDenied: own(meeting('D')),
  RemoteWithdrawn: own(meeting('D')),
  RemoteAgreed: meeting('D'),
  MinutesLocked: meeting('D'),
  MinutesUnlocked: meeting('D'),
  NoteWritten: inside('D'),
  NoteRemoved: inside('D'),
  PassageWorded: inside('D'),
  ScriptWorded: inside('D'),
  RoomDeclared: own(inside('D')),
  DocumentReceived: own(inside('D')),
  // The debate, also by those who see to the sound.
  DebateBegun: inside('DMPT'),
  DebateClosed: inside('DMPT'),
  DebateReopened: inside('DMPT'),
  FloorRequested: inside('Dmpt'),
  FloorGiven: inside('Dmpt'),
  RequestMoved: inside('DMPT'),
  FloorRequestWithdrawn: inside('DMPT'),
  SpeechEnded: inside('DMPT'),
  // What is proposed and decided (KL 5:38: offentligt).
  DocumentHandedOut: inside('DMP'),
  ProposalMoved: inside('Dmp'),
  ProposalEdited: inside('DMP'),
  ProposalWithdrawn: inside('DMP'),
  ProposalSupported: inside('DMP'),
  SupportWithdrawn: inside('DMP'),
  ProposalRefused: inside('DMP'),
  ProposalRefusalOverruled: inside('DMP'),
  OrderProposed: inside('DMP'),
  OrderApproved: inside('DMP'),
  QuestionPut: inside('DMP'),
  FindingStated: inside('DMP'),
  VoteDemanded: inside('Dmp'),
  CounterPropositionChosen: inside('DMP'),
  VoteOpened: inside('DMP'),
  VoterCalled: inside('DMP'),
  VoteFrozen: inside('DMP'),
  VoteResumed: inside('DMP'),
  VoteAnnulled: inside('DMP'),
  VoteTied: inside('DMP'),
  VoteClosed: inside('DMP'),
  LotDrawn: inside('DMP'),
  QuestionSettled: inside('DMP'),
  QuestionDropped: inside('DMP'),
  StoodAside: inside('DMP'),
  ReservationMade: inside('DMP'),
  StatementMade: inside('DMP'),
  PersonsElected: inside('DMP'),
  AdjustedAtOnce: inside('DMP'),
  KeyHoldersAppointed: meeting('DMP'),
  KeysCompleted: meeting('DMP'),
  VotingRegisterApproved: meeting('DMP'),
  ClosedBallotOpened: inside('DMP'),
  RegistrationClosed: inside('DMP'),
  VotingListDrawn: inside('DMP'),
  VotingListApproved: inside('DMP'),
  VotesMarked: inside('DMP'),
  ClosedBallotClosed: inside('DMP'),
  ClosedBallotEnded: inside('DMP'),
  CountStarted: inside('DMP'),
  ShareGiven: inside('DMP'),
  PaperCountsDiffered: inside('DMP'),
  ClosedBallotCounted: inside('DMP'),
  BallotLotDrawn: inside('DMP'),
  ClosedBallotAnnulled: inside('DMP'),
  ProportionalRequested: inside('DMP'),
  ProportionalWithdrawn: inside('DMP'),
  ProportionalOpened: inside('DMP'),
  SlipPut: inside('DMP'),
  SlipsClosed: inside('DMP'),
  SlipCountsDiffered: inside('DMP'),
  ProportionalCounted: inside('DMP'),
  ProportionalLotDrawn: inside('DMP'),
  ProportionalAnnulled: inside('DMP'),
  // A choice is nobody's but the voter's until the vote is closed, a count nobody's until two have counted.
  VoteCast: own(inside('dmp')),
  PaperCountEntered: inside('dm'),
  SlipsEntered: inside('dm'),
  // Conflict of interest: that somebody leaves is seen from the gallery, why is not.
  ConflictDeclared: own(inside('DMp')),
  ConflictRaised: own(inside('DM')),
  ConflictContested: own(inside('DM')),
  ConflictDecided: own(inside('DMP')),
  ConflictWithdrawn: own(inside('DMP')),
  // Among those who are in the meeting.
  ExternalAdmitted: own(inside('DM')),
  ExternalEnded: own(inside('DM')),
  FormConsented: meeting('DM'),
  FormRefused: meeting('DM'),
  HoldingEntered: meeting('DM'),
  MaterialStood: inside('DM'),
  PerCapsulamProposed: inside('DM'),
  PerCapsulamSigned: inside('DM'),
  PerCapsulamRefused: inside('DM'),
  PerCapsulamDecided: inside('DM'),
  ClosedElectionRequested: inside('DM'),
  VoterRegistered: inside('DM'),
  TabletReplaced: inside('DM'),
  InclusionChecked: inside('DM'),
};
const TYPES = Object.keys(policy) as readonly InShow[];

const ITEM = itemId(118);
const council = councilPlan();
const board = boardPlan();
const member = person('Jonas Fridh');
const secretary = person('Åsa Lindvall');
const seatOf = (plan: MeetingPlan) => plan.seats.find(({ holder }) => holder === member)?.id ?? plan.seats[0]!.id;
const factsOf = (plan: MeetingPlan, item = ITEM): EveryEvent =>
  everyEvent(plan, item, { person: member, desk: secretary, seat: seatOf(plan) });

/** The item is open: somebody speaks and somebody waits, a proposal, a question, a vote, a ballot and a note are there. */
function underWay(plan: MeetingPlan, item = ITEM): Meeting {
  const e = factsOf(plan, item);
  const scene: Scene = inSession(plan).recorded(e.ItemOpened, e.DebateBegun, e.FloorGiven, e.FloorRequested);
  return scene.recorded(e.ProposalMoved, e.OrderProposed, e.VoteOpened, e.ClosedBallotOpened, e.NoteWritten).meeting;
}

const desk: Audience = { kind: 'presidium', barredFrom: [] };
const members: Audience = { kind: 'participants', barredFrom: [] };
const technicians: Audience = { kind: 'support' };
const barred = (item = ITEM): readonly Audience[] => [
  { kind: 'presidium', barredFrom: [item] },
  { kind: 'participants', barredFrom: [item] },
];
const audiences = { D: desk, M: members, P: PUBLIC_AUDIENCE, T: technicians } as const;
type Letter = keyof typeof audiences;
const LETTERS = Object.keys(audiences) as readonly Letter[];

const events = factsOf(council);
const now = underWay(council);
const without = (event: object, ...fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(event).filter(([field]) => !fields.includes(field)));

/** What is left where less is shown. */
const request = without(events.FloorRequested.request, 'enteredBy');
const cast = { type: 'VoteCast', vote: events.VoteCast.vote, person: member, how: 'spoken' };
const entered = { type: 'PaperCountEntered', ballot: events.PaperCountEntered.ballot, counter: secretary };
const less: Readonly<Record<string, Partial<Record<Letter, object>>>> = {
  ChairHandedOver: { P: without(events.ChairHandedOver, 'reason'), T: without(events.ChairHandedOver, 'reason') },
  MeetingAdjourned: { P: { type: 'MeetingAdjourned', cause: 'connectionLost', until: 9 } },
  CheckedIn: {
    M: { type: 'CheckedIn', presence: without(events.CheckedIn.presence, 'deviceTest') },
    P: {
      type: 'CheckedIn',
      presence: {
        person: member,
        mode: 'remote',
        since: 5,
        admitted: true,
        fulfilled: true,
        identified: 'withheld',
        awaitingApproval: true,
      },
    },
  },
  LinkChanged: { P: { type: 'LinkChanged', person: member, fulfilled: false, conditions: NO_CONDITIONS } },
  SeatLeft: { P: { ...events.SeatLeft, cause: 'left' } },
  CheckedOut: { P: { ...events.CheckedOut, cause: 'left' } },
  NotedAbsent: { P: { ...events.NotedAbsent, cause: 'left' } },
  FloorRequested: Object.fromEntries(['M', 'P', 'T'].map((eyes) => [eyes, { type: 'FloorRequested', request }])),
  FloorGiven: Object.fromEntries(
    ['M', 'P', 'T'].map((eyes) => [
      eyes,
      { ...events.FloorGiven, request: without(events.FloorGiven.request, 'enteredBy') },
    ]),
  ),
  ProposalMoved: Object.fromEntries(
    ['M', 'P'].map((eyes) => [
      eyes,
      { type: 'ProposalMoved', proposal: without(events.ProposalMoved.proposal, 'enteredBy') },
    ]),
  ),
  VoteDemanded: { M: without(events.VoteDemanded, 'enteredBy'), P: without(events.VoteDemanded, 'enteredBy') },
  VoteCast: { D: { ...cast, enteredBy: secretary }, M: cast, P: cast },
  PaperCountEntered: { D: entered, M: entered },
  SlipsEntered: Object.fromEntries(
    ['D', 'M'].map((eyes) => [eyes, { type: 'SlipsEntered', item: ITEM, counter: secretary }]),
  ),
  ConflictDeclared: { P: { type: 'ConflictDeclared', item: ITEM, person: member } },
};

function expected(type: InShow, letter: Letter): object | null {
  const { seen } = policy[type];
  if (seen.includes(letter)) return events[type];
  return seen.includes(letter.toLowerCase()) ? (less[type]?.[letter] ?? { type: 'nothing is written here' }) : null;
}

describe('every fact of an open item in a public council', () => {
  it.each(TYPES)('%s is seen by those who may, and no more of it', (type) => {
    for (const letter of LETTERS) expect(show(events[type], audiences[letter], now)).toEqual(expected(type, letter));
  });

  it.each(TYPES)('%s is whole to the person concerned and to nobody else of the same eyes', (type) => {
    for (const letter of LETTERS) {
      const whole = policy[type].own ? events[type] : expected(type, letter);
      expect(showTo(events[type], audiences[letter], member, now)).toEqual(whole);
      expect(showTo(events[type], audiences[letter], secretary, now)).toEqual(expected(type, letter));
    }
  });

  it('is nothing before the meeting is planned, and keeps its place, time and actor', () => {
    const fact = { seq: 7, at: 8, actor: member as Actor, event: events.VoteCast };
    expect(show(events.MeetingOpened, desk, { seq: 0 })).toBeNull();
    expect(showFact(fact, members, now)).toEqual({ ...fact, event: cast });
    expect(showFactTo(fact, members, member, now)).toEqual(fact);
    expect(showFact(fact, technicians, now)).toBeNull();
    expect(showFactTo(fact, technicians, secretary, now)).toBeNull();
  });
});

describe('every fact of an item that is hidden from one', () => {
  const closed = { ...board, items: board.items.map((one) => ({ ...one, doors: 'secret' as const })) };
  const item = itemId(89);
  const here = underWay(closed, item);
  const facts = factsOf(closed, item);

  it.each(TYPES)(
    '%s of a secret item reaches no technician and nobody who is out of it, unless it is of the meeting',
    (type) => {
      const { of, seen } = policy[type];
      for (const audience of barred(item)) {
        const letter = audience.kind === 'presidium' ? 'D' : 'M';
        const shown = of === 'meeting' && seen.toUpperCase().includes(letter);
        expect(show(facts[type], audience, here) !== null).toBe(shown);
        expect(showTo(facts[type], audience, member, here)).toEqual(
          policy[type].own ? facts[type] : show(facts[type], audience, here),
        );
      }
      const technical = of === 'meeting' && seen.toUpperCase().includes('T');
      expect(show(facts[type], technicians, here) !== null).toBe(technical);
    },
  );

  it.each(TYPES)('%s of a body that is not public live is shown only with its notice and its decisions', (type) => {
    const shown = policy[type].seen.includes('N');
    if (type === 'ItemWithdrawn')
      expect(show(facts[type], PUBLIC_AUDIENCE, here)).toEqual({ ...facts[type], reason: '' });
    else expect(show(facts[type], PUBLIC_AUDIENCE, here)).toEqual(shown ? facts[type] : null);
    const own = policy[type].own ? facts[type] : show(facts[type], PUBLIC_AUDIENCE, here);
    expect(showTo(facts[type], PUBLIC_AUDIENCE, member, here)).toEqual(own);
  });

  it.each(TYPES)('%s in a council with one in conflict, who may watch: as the public', (type) => {
    const { of } = policy[type];
    for (const audience of barred()) {
      const letter = of === 'item' ? 'P' : audience.kind === 'presidium' ? 'D' : 'M';
      expect(show(events[type], audience, now)).toEqual(expected(type, letter));
    }
  });
});

describe('a fact of which it cannot be told whose inside it is', () => {
  const empty = inSession(council).meeting;
  const lost = [
    'RequestMoved',
    'FloorRequestWithdrawn',
    'SpeechEnded',
    'ProposalEdited',
    'ProposalWithdrawn',
    'ProposalSupported',
    'SupportWithdrawn',
    'ProposalRefused',
    'ProposalRefusalOverruled',
    'QuestionPut',
    'FindingStated',
    'VoteDemanded',
    'CounterPropositionChosen',
    'VoteOpened',
    'QuestionSettled',
    'QuestionDropped',
    'VoterCalled',
    'VoteCast',
    'VoteFrozen',
    'VoteClosed',
    'RegistrationClosed',
    'VotesMarked',
    'ClosedBallotCounted',
  ] as const;

  it('a new note is seen by nobody who is out of its item', () => {
    expect(show(events.NoteWritten, desk, empty)).toEqual(events.NoteWritten);
    for (const one of barred()) expect(show(events.NoteWritten, one, empty)).toBeNull();
  });

  it.each(lost)('%s is seen by those alone who are out of no item', (type) => {
    for (const one of [desk, members]) expect(show(events[type], one, empty)).not.toBeNull();
    for (const one of [...barred(), PUBLIC_AUDIENCE, technicians]) expect(show(events[type], one, empty)).toBeNull();
  });

  it('a vote whose question is gone is as unknown, and a note that is gone is the desk’s', () => {
    const { decisions } = now;
    const gone = { ...now, decisions: { ...decisions, questions: {} } };
    expect(show(events.VoterCalled, PUBLIC_AUDIENCE, gone)).toBeNull();
    expect(show(events.VoterCalled, members, gone)).toEqual(events.VoterCalled);
    for (const one of barred())
      expect(show(events.NoteRemoved, one, empty)).toEqual(one.kind === 'presidium' ? events.NoteRemoved : null);
  });

  it('it is the request, the proposal, the note meant, not another', () => {
    const other = itemId(123);
    const [elsewhere] = now.floor.queue;
    const [note] = now.minutes.notes;
    if (elsewhere === undefined || note === undefined) throw new Error('Nothing waits.');
    const queue = [{ ...elsewhere, id: 'r-other' as typeof elsewhere.id, item: other }, ...now.floor.queue];
    const notes = [{ ...note, id: 'n-other', item: other }, ...now.minutes.notes];
    const both = { ...now, floor: { ...now.floor, queue }, minutes: { ...now.minutes, notes } };
    const out: Audience = { kind: 'presidium', barredFrom: [other] };
    expect(show(events.RequestMoved, out, both)).toEqual(events.RequestMoved);
    expect(show(events.NoteRemoved, out, both)).toEqual(events.NoteRemoved);
    expect(show({ ...events.RequestMoved, request: queue[0]!.id }, PUBLIC_AUDIENCE, both)).toBeNull();
    expect(show({ ...events.NoteRemoved, note: 'n-other' }, out, both)).toBeNull();
  });
});

describe('by the body’s rule', () => {
  const quiet = underWay(councilPlan({ settings: { whoHasVotedIsShown: false } }));

  it.each(['VoteCast', 'VotesMarked', 'SlipPut'] as const)(
    '%s tells the desk alone that somebody has voted',
    (type) => {
      expect(show(events[type], desk, quiet)).not.toBeNull();
      for (const one of [members, PUBLIC_AUDIENCE, technicians]) expect(show(events[type], one, quiet)).toBeNull();
    },
  );

  it('one in conflict in a council who may not watch sees nothing of the item, in a board never', () => {
    const out = underWay(councilPlan({ settings: { conflictInCouncilMayWatch: false } }));
    const watching = underWay(
      boardPlan({ settings: { conflictInCouncilMayWatch: true, publicLive: true } }),
      itemId(86),
    );
    for (const one of barred()) expect(show(events.DebateBegun, one, out)).toBeNull();
    for (const one of barred(itemId(86)))
      expect(show({ type: 'DebateBegun', item: itemId(86) }, one, watching)).toBeNull();
  });
});

describe('who is known to whom', () => {
  const open = boardPlan({ settings: { publicLive: true } });
  const plan: MeetingPlan = {
    ...open,
    duties: [
      ...open.duties,
      { person: person('Inger Falkman'), duty: 'technician' },
      { person: person('Elsa Enskild'), duty: 'presenter' },
      { person: person('Skärmen'), duty: 'hallDevice' },
      { person: person('Rådet'), duty: 'commissioner' },
      { person: person('Assistenten'), duty: 'assistant' },
      { person: person('Revisorn'), duty: 'auditor' },
      { person: person('Föredragaren'), duty: 'presenter' },
      { person: person('Andre vice'), duty: 'secondViceChair' },
    ],
  };
  const here = inSession(plan, { absent: plan.duties.map((duty) => duty.person).slice(1) }).meeting;
  const inMeeting = ['Mirja Aho', 'Inger Falkman', 'Rådet', 'Revisorn', 'Föredragaren', 'Andre vice', 'Karin Ahlqvist'];

  it.each([
    // A seat or a place on a list of substitutes.
    ['Jonas Fridh', 'DMPT'],
    ['Amina Warsame', 'DMPT'],
    ...inMeeting.map((name) => [name, 'DMPT'] as const),
    // Behind the scenes.
    ['Jesper Holm', 'DMT'],
    ['Skärmen', 'DMT'],
    ['Assistenten', 'DMT'],
    // A private person is nobody's business; one who is also called as presenter is.
    ['Elsa Enskild', 'DPT'],
    ['Någon annan', 'DT'],
  ] as const)('%s: %s', (name, seen) => {
    const who = person(name);
    const presence = { ...events.CheckedIn.presence, person: who };
    const facts: readonly MeetingEvent[] = [
      { type: 'CheckedIn', presence },
      { type: 'Admitted', person: who },
      { type: 'IdentityDoubted', person: who, by: secretary },
      { type: 'LinkApproved', person: who },
      { type: 'ModeChanged', person: who, mode: 'room' },
      { type: 'LinkChanged', person: who, conditions: NO_CONDITIONS, fulfilled: false },
      { type: 'CheckedOut', person: who, cause: 'left' },
      { type: 'NotedAbsent', person: who, cause: 'left' },
    ];
    for (const fact of facts)
      for (const letter of LETTERS) expect(show(fact, audiences[letter], here) !== null).toBe(seen.includes(letter));
  });
});

describe('what is of the meeting as a whole', () => {
  it('has no owner and is inside no item', () => {
    expect(ownerOf(events.MeetingOpened)).toBeNull();
    expect(scopeOf({ type: 'MeetingCalledOff', reason: 'För få ärenden.' }, now)).toBeNull();
  });

  it('that it is called off, and why, is told to all; by whom, to the desk', () => {
    const calledOff: MeetingEvent = { type: 'MeetingCalledOff', reason: 'För få ärenden.', by: secretary };
    const told = { type: 'MeetingCalledOff', reason: 'För få ärenden.' };
    expect(show(calledOff, desk, now)).toStrictEqual(calledOff);
    expect(show(told as MeetingEvent, desk, now)).toStrictEqual(told);
    for (const one of [members, technicians, PUBLIC_AUDIENCE]) expect(show(calledOff, one, now)).toStrictEqual(told);
  });

  it('an item that nobody is called to is added for each as for the rest, and before the meeting is planned for nobody', () => {
    const { externals: _, ...added } = { ...council.items[0]!, id: 'item-new' as typeof ITEM, externals: [member] };
    const plain: MeetingEvent = { type: 'ItemAdded', item: added, consent: [] };
    expect(showTo(plain, members, member, now)).toEqual(show(plain, members, now));
    const calling: MeetingEvent = { ...plain, item: { ...added, externals: [member] } };
    expect(showTo(calling, members, member, { seq: 0 })).toBeNull();
  });
});

describe('less of it, to the public', () => {
  it('how one is here from now on, and nothing besides', () => {
    expect(show(events.ModeChanged, PUBLIC_AUDIENCE, now)).toStrictEqual(events.ModeChanged);
  });

  it('that a vote is demanded is told also where it is not told who has voted', () => {
    const { body } = now.plan;
    const whoHasVotedIsShown = { ...body.settings.whoHasVotedIsShown, value: false };
    const quiet: Meeting = {
      ...now,
      plan: { ...now.plan, body: { ...body, settings: { ...body.settings, whoHasVotedIsShown } } },
    };
    for (const letter of ['M', 'P'] as const)
      expect(show(events.VoteDemanded, audiences[letter], quiet)).toEqual(expected('VoteDemanded', letter));
  });

  const link = (fulfilled: boolean, awaitingApproval?: boolean): MeetingEvent => ({
    type: 'LinkChanged',
    person: member,
    conditions: { ...ALL_CONDITIONS, seesRoom: false },
    fulfilled,
    cause: 'cameraOff',
    ...(awaitingApproval === undefined ? {} : { awaitingApproval }),
  });
  const present = (fulfilled: boolean, awaitingApproval?: boolean): Meeting => {
    const { awaitingApproval: _, ...presence } = { ...events.CheckedIn.presence, fulfilled };
    const one = awaitingApproval === undefined ? presence : { ...presence, awaitingApproval };
    return { ...now, attendance: { ...now.attendance, present: { ...now.attendance.present, [member]: one } } };
  };

  it('a link is told as counting or not, and only when that changes', () => {
    const counts = { type: 'LinkChanged', person: member, fulfilled: true, conditions: ALL_CONDITIONS };
    const not = { type: 'LinkChanged', person: member, fulfilled: false, conditions: NO_CONDITIONS };
    const told = (event: MeetingEvent, before: Meeting) => show(event, PUBLIC_AUDIENCE, before);
    expect(told(link(true), present(true))).toBeNull();
    expect(told(link(true), present(true, false))).toBeNull();
    expect(told(link(true, false), present(true))).toBeNull();
    expect(told(link(true, true), present(true, true))).toBeNull();
    expect(told(link(true), present(false))).toEqual(counts);
    expect(told(link(false), present(true))).toEqual(not);
    expect(told(link(true, true), present(true))).toEqual({ ...counts, awaitingApproval: true });
    expect(told(link(true, false), present(true, true))).toEqual({ ...counts, awaitingApproval: false });
    expect(told(link(true), present(true, true))).toStrictEqual(counts);
    const nobody = { ...now, attendance: { ...now.attendance, present: {} } };
    expect(told(link(false), nobody)).toEqual(not);
  });

  it('one who does not wait for approval is checked in without a word of it', () => {
    const { awaitingApproval: _, ...presence } = events.CheckedIn.presence;
    const shown = show({ type: 'CheckedIn', presence }, PUBLIC_AUDIENCE, now);
    expect(shown).toStrictEqual({
      type: 'CheckedIn',
      presence: { person: member, mode: 'remote', since: 5, admitted: true, fulfilled: true, identified: 'withheld' },
    });
  });

  it('a cause that is no business of the public is “left”; the others are told', () => {
    for (const cause of ['left', 'conflict', 'secretItem', 'meetingClosed', 'memberReturned'] as const) {
      const left = { ...events.SeatLeft, cause };
      expect(show(left, PUBLIC_AUDIENCE, now)).toEqual(left);
      const out: MeetingEvent = { type: 'CheckedOut', person: member, cause };
      expect(show(out, PUBLIC_AUDIENCE, now)).toEqual(out);
    }
  });

  it('why a substitute sits is not told of an item that is hidden', () => {
    const hidden = { ...events.SeatTaken, forConflictIn: itemId(123) };
    const plain = without(hidden, 'forConflictIn');
    expect(show(hidden, PUBLIC_AUDIENCE, now)).toEqual(plain);
    expect(show(plain as MeetingEvent, PUBLIC_AUDIENCE, now)).toEqual(plain);
    for (const one of [desk, members, technicians]) expect(show(hidden, one, now)).toEqual(hidden);
  });

  it('why an item is withdrawn is not told of one behind closed doors', () => {
    const withdrawn = (item: number): MeetingEvent => ({ ...events.ItemWithdrawn, item: itemId(item) });
    for (const one of [PUBLIC_AUDIENCE, technicians]) {
      expect(show(withdrawn(118), one, now)).toEqual(withdrawn(118));
      for (const hidden of [123, 4711])
        expect(show(withdrawn(hidden), one, now)).toEqual({ ...withdrawn(hidden), reason: '' });
    }
    for (const one of [desk, members]) expect(show(withdrawn(123), one, now)).toEqual(withdrawn(123));
  });

  it('one cleared of conflict was never in it, to the public', () => {
    const cleared = { ...events.ConflictDecided, inConflict: false };
    expect(show(cleared, PUBLIC_AUDIENCE, now)).toBeNull();
    expect(show(cleared, members, now)).toEqual(cleared);
    expect(show(cleared, technicians, now)).toBeNull();
  });

  it('who leaves for a conflict is seen from the gallery also when the doors are closed, of a secret item not', () => {
    const shut = { ...now, secrecy: { ...now.secrecy, closedFor: ITEM } };
    for (const type of ['ConflictDeclared', 'ConflictDecided', 'ConflictWithdrawn'] as const) {
      expect(show(events[type], PUBLIC_AUDIENCE, shut)).toEqual(expected(type, 'P'));
      expect(show(events[type], { kind: 'participants', barredFrom: [ITEM] }, shut)).toBeNull();
      const secret: Meeting = {
        ...now,
        agenda: {
          ...now.agenda,
          items: { ...now.agenda.items, [ITEM]: { ...now.agenda.items[ITEM]!, doors: 'secret' } },
        },
      };
      expect(show(events[type], PUBLIC_AUDIENCE, secret)).toBeNull();
    }
    expect(show(events.ConflictRaised, PUBLIC_AUDIENCE, shut)).toBeNull();
  });

  it('the secretary’s name for a proposal is said aloud, other wordings are drafts', () => {
    const named: MeetingEvent = { type: 'PassageWorded', passage: `${ITEM}/name/p-1`, text: 'S förslag' };
    for (const one of [desk, members, PUBLIC_AUDIENCE]) expect(show(named, one, now)).toEqual(named);
    expect(show(named, technicians, now)).toBeNull();
    for (const one of barred(itemId(123)))
      expect(show({ ...named, passage: 'item-123/name/p-1' }, one, now)).toBeNull();
    const whole: MeetingEvent = { type: 'ScriptWorded', line: '/words/opening', text: 'Välkomna.' };
    for (const one of barred()) expect(show(whole, one, now)).toEqual(one.kind === 'presidium' ? whole : null);
  });
});

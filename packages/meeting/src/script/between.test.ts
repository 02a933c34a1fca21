import { describe, expect, it } from 'vitest';
import type { MeetingPlan } from '../plan.ts';
import { fold } from '../meeting.ts';
import {
  boardPlan,
  checkedIn,
  companyPlan,
  councilPlan,
  given,
  inSession,
  item,
  itemId,
  linkDown,
  person,
  REMOTE_MEMBERS,
  type Scene,
  scriptOf,
  withItem,
} from '../testing/index.ts';
import { hallOf, member } from '../testing/procedure.ts';

const [marie, helena, birgitta] = [person('Marie Sandell'), person('Helena Ståhl'), person('Birgitta Nordin')];
const OPEN = 'openMeeting';
const CHECK_IN = 'checkIn✓ opening← rollCall items closing';
const BEFORE_NEXT = 'items← closing';
const adjourn = (until: string, cause = 'rest') =>
  `adjourn {until: ${until}} ⇒ adjourn cause ${cause}, until ${until}; asks until; effect adjourn`;
const CLOSE = 'closeMeeting ⇒ closeMeeting';
const small = (change: Parameters<typeof hallOf>[1] = {}): MeetingPlan => hallOf({ S: 4, M: 3 }, change);

describe('before the opening', () => {
  it.each([
    ['council', councilPlan()],
    ['board', boardPlan()],
    ['company board', companyPlan()],
  ])('planned %s: check-in is opened, the meeting not yet', (_, plan) => {
    expect(scriptOf(given(plan))).toEqual({
      say: [],
      next: 'openCheckIn ⇒ openCheckIn',
      also: [],
      notNow: [`${OPEN} ⇒ openMeeting: MTG-OPENING`],
      trail: 'checkIn← opening rollCall items closing',
    });
  });

  it('called off: nothing to say and nothing to do', () => {
    const { facts } = given(councilPlan());
    const calledOff = [
      ...facts,
      {
        seq: 2,
        at: 1,
        actor: 'system' as const,
        event: { type: 'MeetingCalledOff' as const, reason: 'Snöstorm', by: marie },
      },
    ];
    expect(fold(calledOff).plan).toBeDefined();
    expect(scriptOf(given(calledOff))).toEqual({
      say: [],
      next: 'nothing',
      also: [],
      notNow: [],
      trail: 'checkIn← opening rollCall items closing',
    });
  });

  const welcome = (body: string, date: string) => `welcome {body: ${body}; date: ${date}}`;
  it.each<[string, MeetingPlan, readonly string[], number]>([
    [
      'a council with link and broadcast',
      councilPlan(),
      [welcome('Kommunfullmäktige', '2025-11-13'), 'welcomeRemote', 'welcomePublic', 'open'],
      41,
    ],
    [
      'a council in the hall alone, not broadcast',
      small({ form: 'physical', settings: { publicLive: false } }),
      [welcome('Kommunfullmäktige', '2025-11-13'), 'open'],
      7,
    ],
    ['a board', boardPlan(), [welcome('Socialnämnden', '2025-11-26'), 'welcomeRemote', 'open'], 11],
    [
      'a company board at a distance',
      companyPlan({ form: 'allButPresidium' }),
      [welcome('Exempelköpings Vatten AB, styrelsen', '2025-12-03'), 'welcomeRemote', 'open'],
      7,
    ],
  ])('%s: the opening information, how many are here, the opening', (_, plan, say, present) => {
    expect(scriptOf(checkedIn(plan))).toEqual({
      say,
      next: `${OPEN} {present: ${present}} ⇒ openMeeting`,
      also: [],
      notNow: [],
      trail: CHECK_IN,
    });
  });

  it('a company board with somebody at a distance: each one’s consent to the form comes first', () => {
    const plan = companyPlan({ form: 'hybrid' });
    const scene = checkedIn(plan, { remote: [person('Ingrid Palm')] });
    const anders = person('Anders Wikström');
    const own = 'consentToForm {name: Anders Wikström (S)} ⇒ consentToForm person anders-wikstrom';
    const waits = `${OPEN} {present: 7} ⇒ openMeeting: MTG-COMPANY-FORM`;
    const others = [
      'Ulrika Dahlin (S)',
      'Ingrid Palm (S)',
      'Johan Ekeroth (C)',
      'Magnus Thorell (L)',
      'Annika Stjernholm (M)',
      'Eva Tigerholm (M)',
    ];
    const { next, also, notNow } = scriptOf(scene);
    expect([next, also?.[0], notNow]).toEqual(['nothing', own, [waits]]);
    expect(also?.slice(1)).toEqual(
      others.map((name) => expect.stringContaining(`consentToForm {name: ${name}} ⇒ consentToForm person `)),
    );
    const members = plan.seats.flatMap((seat) => seat.holder ?? []);
    const consenting = members.reduce(
      (s, who) => (who === anders ? s : s.after({ type: 'consentToForm', person: who }, who)),
      scene,
    );
    expect(scriptOf(consenting)).toMatchObject({ next: 'nothing', also: [own], notNow: [waits] });
    expect(scriptOf(consenting.after({ type: 'consentToForm', person: anders }, anders))).toMatchObject({
      next: `${OPEN} {present: 7} ⇒ openMeeting`,
      also: [],
      notNow: [],
    });
  });
});

describe('between items', () => {
  it('the roll call is the first', () => {
    expect(scriptOf(inSession(councilPlan()))).toEqual({
      say: ['toRollCall {number: 113; title: Upprop}'],
      next: 'openItem {number: 113; title: Upprop} ⇒ openItem item item-113',
      also: [adjourn('17:20'), CLOSE],
      notNow: [],
      trail: BEFORE_NEXT,
    });
  });

  const matter = () => inSession(small({ items: [item(4, 'Skolan'), item(5, 'Vägen')] }));
  const next = 'openItem {number: 4; title: Skolan} ⇒ openItem item item-4';

  it('before the first matter the chair makes sure that everybody was called in time', () => {
    expect(scriptOf(matter())).toEqual({
      say: ['noticeGood {body: Kommunfullmäktige}', 'nextItem {number: 4; title: Skolan}'],
      next: 'checkNotice ⇒ checkNotice',
      also: [next, adjourn('17:20'), CLOSE],
      notNow: [],
      trail: BEFORE_NEXT,
    });
    expect(scriptOf(matter().after({ type: 'checkNotice' }))).toEqual({
      say: ['nextItem {number: 4; title: Skolan}'],
      next,
      also: [adjourn('17:20'), CLOSE],
      notNow: [],
      trail: BEFORE_NEXT,
    });
  });

  it('KAL-1 called too late: the faults are told, and the chair goes on with a reason, or not at all', () => {
    const late = small({ items: [item(4, 'Skolan')], notice: { announcedOn: '2025-11-10', sentOn: '2025-11-11' } });
    expect(scriptOf(inSession(late))).toEqual({
      say: [
        'noticeFaults {faults: [refusal.KAL-1 {what: announced; days: 3; required: 7}, refusal.KAL-1 {what: sent; days: 2; required: 7}]}',
        'nextItem {number: 4; title: Skolan}',
      ],
      next: 'proceedDespiteFaults ⇒ checkNotice stand proceed, reason –; asks reason',
      also: [adjourn('17:20'), CLOSE],
      notNow: [`${next}: KAL-1`],
      trail: BEFORE_NEXT,
    });
  });

  it('the next is the first that waits, in the order of the agenda', () => {
    const done = withItem(matter(), 4).happened({ type: 'ItemClosed', item: itemId(4), outcome: 'decided' });
    expect(scriptOf(done.after({ type: 'checkNotice' }))).toMatchObject({
      say: ['nextItem {number: 5; title: Vägen}'],
      next: 'openItem {number: 5; title: Vägen} ⇒ openItem item item-5',
    });
  });

  it('the one who leads is in conflict in the next: the chair goes to the vice chair before it', () => {
    const scene = inSession(boardPlan({ items: [item(86, 'Budget')] })).after({ type: 'checkNotice' });
    const inConflict = scene.recorded({ type: 'ConflictDeclared', item: itemId(86), person: helena });
    const opening = 'openItem {number: 86; title: Budget} ⇒ openItem item item-86';
    expect(scriptOf(inConflict)).toEqual({
      say: ['nextItem {number: 86; title: Budget}'],
      next: 'handOverChair {name: Karin Ahlqvist (M)} ⇒ handOverChair to karin-ahlqvist; effect handOverChair {name: Karin Ahlqvist (M)}',
      also: [adjourn('12:20'), CLOSE],
      notNow: [`${opening}: MTG-LEADER-CONFLICT`],
      trail: BEFORE_NEXT,
    });
    const other = scene.recorded({ type: 'ConflictDeclared', item: itemId(86), person: birgitta });
    expect(scriptOf(other).next).toBe(opening);
  });

  it('ABL 7:29 a general meeting first approves who is here, then the notice, then the item', () => {
    const hall = small({ items: [item(4, 'Bolagsordningen')] });
    const scene = inSession({ ...hall, body: { ...hall.body, kind: 'generalMeeting' } });
    const register = 'count: 7; votes: 7; shares: 7';
    expect(scriptOf(scene)).toMatchObject({
      say: [`votingRegister {${register}}`],
      next: `approveVotingRegister ⇒ approveVotingRegister; effect approveVotingRegister {${register}}`,
    });
    expect(scriptOf(scene.after({ type: 'approveVotingRegister' }))).toMatchObject({
      say: ['noticeGood {body: Kommunfullmäktige}', 'nextItem {number: 4; title: Bolagsordningen}'],
      next: 'checkNotice ⇒ checkNotice',
    });
  });

  it('ABL 7:29 not before its roll call, which tells who is here', () => {
    const hall = small({ items: [item(1, 'Upprop', 'rollCall')] });
    const scene = inSession({ ...hall, body: { ...hall.body, kind: 'generalMeeting' } });
    expect(scriptOf(scene)).toMatchObject({
      say: ['toRollCall {number: 1; title: Upprop}'],
      next: 'openItem {number: 1; title: Upprop} ⇒ openItem item item-1',
    });
  });

  it('DIST-5 a member is lost: waiting, noting the absence, or calling in a substitute', () => {
    const plan = councilPlan({
      items: [item(4, 'Skolan')],
      remoteGranted: REMOTE_MEMBERS,
      settings: { lossPolicy: { kind: 'adjourn' } },
    });
    const here = inSession(plan, { remote: [birgitta], substitutes: [person('Moa Ekdahl')] });
    const lost = linkDown(here.after({ type: 'checkNotice' }), birgitta);
    expect(scriptOf(lost).also).toEqual([
      'adjournFor {until: 17:20; name: Birgitta Nordin (C)} ⇒ adjourn cause connectionLost, until 17:20, person birgitta-nordin; asks until; effect adjourn',
      'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; effect noteAbsent {name: Birgitta Nordin (C)}',
      expect.stringContaining('callSubstitute {name: Moa Ekdahl (C); inPlaceOf: Birgitta Nordin (C)}'),
      adjourn('17:20'),
      CLOSE,
    ]);
  });
});

describe('the end', () => {
  const over = (): Scene => inSession(small({ items: [] }));

  it('no item waits: the close, or a break', () => {
    expect(scriptOf(over())).toEqual({
      say: ['close'],
      next: CLOSE,
      also: [adjourn('17:20')],
      notNow: [],
      trail: 'items✓ closing←',
    });
  });

  it('closed: said, and nothing more', () => {
    expect(scriptOf(over().after({ type: 'closeMeeting' }), { actor: member('S') })).toEqual({
      say: ['closed'],
      next: 'nothing',
      also: [],
      notNow: [],
      trail: 'checkIn✓ opening✓ rollCall✓ items✓ closing✓',
    });
  });
});

describe('the one who leads is in conflict in the open item', () => {
  const handOver = (name: string, id: string) =>
    `handOverChair {name: ${name}} ⇒ handOverChair to ${id}; effect handOverChair {name: ${name}}`;
  const declared = (plan: MeetingPlan, number: number) => {
    const scene = withItem(inSession(plan), number);
    const { leader } = scene.meeting.agenda;
    if (leader === undefined) throw new Error('Nobody leads.');
    return scene.recorded({ type: 'ConflictDeclared', item: itemId(number), person: leader });
  };

  it('the vice chair, then the second vice chair', () => {
    expect(scriptOf(declared(councilPlan(), 118))).toEqual({
      say: ['leaderInConflict {number: 118; name: Carl Bergendal}'],
      next: handOver('Carl Bergendal (M)', 'carl-bergendal'),
      also: [handOver('Lena Torstensson (V)', 'lena-torstensson'), adjourn('17:20', 'other')],
      notNow: [],
      trail: '',
    });
  });

  it('back to the chair from a vice chair in conflict', () => {
    const scene = withItem(inSession(boardPlan()), 86).after({ type: 'handOverChair', to: person('Karin Ahlqvist') });
    const inConflict = scene.recorded({ type: 'ConflictDeclared', item: itemId(86), person: person('Karin Ahlqvist') });
    expect(scriptOf(inConflict)).toMatchObject({
      say: ['leaderInConflict {number: 86; name: Helena Ståhl}'],
      next: handOver('Helena Ståhl (S)', 'helena-stahl'),
    });
  });

  it('the vice chair has not come: the second vice chair is named, and offered', () => {
    const [carl, lena] = [person('Carl Bergendal'), person('Lena Torstensson')];
    const scene = declared(councilPlan(), 118).after({ type: 'checkOut', person: carl, cause: 'left' }, carl);
    expect(scriptOf(scene)).toMatchObject({
      say: ['leaderInConflict {number: 118; name: Lena Torstensson}'],
      next: handOver('Lena Torstensson (V)', lena),
    });
  });

  const conflicted = (...names: readonly string[]) =>
    names.map((name) => ({ type: 'ConflictDeclared', item: itemId(86), person: person(name) }) as const);

  it('all of the presidium are in conflict: those who serve, in the order of their seats', () => {
    const here = inSession(boardPlan(), { absent: [person('Ruth Åkerlund')] });
    const scene = withItem(here, 86).recorded(...conflicted('Helena Ståhl', 'Karin Ahlqvist', 'Erik Lövgren'));
    const { say, next, also, notNow } = scriptOf(scene);
    expect([say, next]).toEqual([
      ['leaderInConflict {number: 86; name: Gunilla Hedman}'],
      handOver('Gunilla Hedman (S)', 'gunilla-hedman'),
    ]);
    const others = [
      'Yusuf Demir (S)',
      'Jonas Fridh (V)',
      'Sofia Elmgren (MP)',
      'Birgitta Nordin (C)',
      'Louise Rydén (M)',
    ];
    expect(also?.slice(0, 5)).toEqual(others.map((name) => expect.stringContaining(`handOverChair {name: ${name}} ⇒`)));
    expect(notNow).toEqual([`${handOver('Karin Ahlqvist (M)', 'karin-ahlqvist')}: MTG-LEADER-CONFLICT`]);
    const led = scene.after({ type: 'handOverChair', to: person('Gunilla Hedman') });
    expect(scriptOf(led).next).toBe('beginDebate ⇒ beginDebate');
  });

  it('all of the presidium are in conflict in the next item: the same, before it is opened', () => {
    const scene = inSession(boardPlan({ items: [item(86, 'Budget')] })).recorded(
      ...conflicted('Helena Ståhl', 'Karin Ahlqvist', 'Erik Lövgren'),
    );
    expect(scriptOf(scene.after({ type: 'checkNotice' }))).toMatchObject({
      next: handOver('Gunilla Hedman (S)', 'gunilla-hedman'),
    });
  });

  it('nobody is free of conflict: that is said, and the meeting is adjourned', () => {
    const plan = boardPlan();
    const everybody = plan.people.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
    const scene = withItem(inSession(plan), 86).recorded(...conflicted(...everybody));
    expect(scriptOf(scene)).toEqual({
      say: ['leaderInConflictAlone {number: 86}'],
      next: 'nothing',
      also: [adjourn('12:20', 'other')],
      notNow: [`${handOver('Karin Ahlqvist (M)', 'karin-ahlqvist')}: MTG-LEADER-CONFLICT`],
      trail: '',
    });
  });

  it('JAV-06 a debate is not begun by one in conflict', () => {
    const scene = declared(boardPlan(), 86);
    scene.when({ type: 'beginDebate' }).refuses('MTG-LEADER-CONFLICT', { name: 'Helena Ståhl' });
  });
});

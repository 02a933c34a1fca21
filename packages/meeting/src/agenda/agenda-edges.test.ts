import { describe, expect, it } from 'vitest';
import type { Question } from '../decisions/types.ts';
import type { AlternativeId, DocumentId, ItemId, PersonId, ProposalId, QuestionId } from '../ids.ts';
import type { Item, ItemKind, ReportedDecision } from '../plan.ts';
import type { Proposal } from '../proposals/types.ts';
import { demands, finds, hallOf, inDebate, member, toDecision } from '../testing/procedure.ts';
import {
  checkedIn,
  councilPlan,
  decided,
  given,
  inSession,
  item,
  itemId,
  person,
  type Scene,
  withItem,
} from '../testing/index.ts';
import type { Fact, Meeting, MeetingEvent } from '../types.ts';
import { isAnswered, needsDecision } from './current.ts';
import { decideAgenda } from './decide.ts';
import { evolveAgenda, initialAgenda } from './evolve.ts';
import { noticeFaults } from './notice.ts';
import type { AgendaState, FormalFault, ItemState } from './types.ts';

const chair = person('Marie Sandell');
const vice = person('Carl Bergendal');
const second = person('Lena Torstensson');
const karin = person('Karin Ahlqvist');
const secretary = person('Åsa Lindvall');
const [ONE, TWO, THREE] = [1, 2, 3].map(itemId) as [ItemId, ItemId, ItemId];
const plan = councilPlan({ items: [item(1, 'Ett'), item(2, 'Två'), item(3, 'Tre', 'information')] });
const held = (who: Parameters<typeof inSession>[1] = {}) => inSession(plan, who);
const most = plan.seats.map((seat) => seat.holder!).filter((who) => ![chair, vice, second, karin].includes(who));
const closed = (scene: Scene) => scene.recorded({ type: 'MeetingClosed' });
const stage = (meeting: Meeting, id: ItemId, change: Partial<ItemState>): Meeting => ({
  ...meeting,
  agenda: { ...meeting.agenda, items: { ...meeting.agenda.items, [id]: { ...meeting.agenda.items[id]!, ...change } } },
});
const context = (actor: PersonId | 'system' = chair) => ({ at: 9, actor, id: 'x' });

describe('Who leads', () => {
  const open = { type: 'openMeeting' } as const;
  const hand = (to: PersonId, reason?: string) => ({ type: 'handOverChair', to, ...(reason && { reason }) }) as const;

  it('MTG-OPENING the presidium opens in its order; with none of it there, one who serves', () => {
    const by = (actor: PersonId | 'system', absent: readonly PersonId[] = []) => {
      const result = decideAgenda(checkedIn(plan, { absent }).meeting, open, context(actor));
      return result.ok ? result.value : result.refusal;
    };
    const opened = (leader: PersonId) => [{ type: 'MeetingOpened', leader }];
    expect(by(chair)).toEqual(opened(chair));
    expect(by('system')).toEqual(opened(chair));
    expect(by('system', [chair])).toEqual(opened(vice));
    expect(by(vice)).toEqual({ rule: 'MTG-PRESIDIUM', detail: { name: 'Marie Sandell' } });
    expect(by(second, [chair])).toEqual({ rule: 'MTG-PRESIDIUM', detail: { name: 'Carl Bergendal' } });
    expect(by(second, [chair, vice])).toEqual(opened(second));
    expect(by(karin, [chair, vice])).toEqual(opened(second));
    expect(by(karin, [chair, vice, second])).toEqual(opened(karin));
    const noLeader = { rule: 'MTG-OPENING', detail: { phase: 'noLeader' } };
    expect(by('system', [chair, vice, second])).toEqual(noLeader);
    expect(by(karin, [chair, vice, second, karin])).toEqual(noLeader);
    expect(by(secretary, [chair, vice, second])).toEqual(noLeader);
    given(plan).when(open, chair).refuses('MTG-OPENING', { phase: 'planned' });
    closed(held()).when(open, chair).refuses('MTG-OPENING', { phase: 'closed' });
  });

  it('MTG-PRESIDIUM the lead goes to another of the presidium who is there, with the reason if one is given', () => {
    expect(held().when(hand(vice)).events).toEqual([{ type: 'ChairHandedOver', from: chair, to: vice }]);
    expect(held().when(hand(vice, 'Jäv.')).events).toEqual([
      { type: 'ChairHandedOver', from: chair, to: vice, reason: 'Jäv.' },
    ]);
    held().when(hand(chair)).refuses('MTG-PRESIDIUM', { name: 'Marie Sandell' });
    held().when(hand(karin)).refuses('MTG-PRESIDIUM', { name: 'Karin Ahlqvist' });
    held({ absent: [vice] })
      .when(hand(vice))
      .refuses('MTG-PRESIDIUM', { name: 'Carl Bergendal' });
    checkedIn(plan).when(hand(vice), chair).refuses('MTG-OPENING', { phase: 'checkIn' });
    closed(held()).when(hand(vice), chair).refuses('MTG-OPENING', { phase: 'closed' });
  });

  it('MTG-LEADER-CONFLICT not to one who is in conflict in the open item', () => {
    const open1 = withItem(held(), 1);
    open1
      .recorded({ type: 'ConflictDeclared', item: ONE, person: vice })
      .when(hand(vice))
      .refuses('MTG-LEADER-CONFLICT', { name: 'Carl Bergendal' });
    open1
      .recorded({ type: 'ConflictDeclared', item: TWO, person: vice })
      .when(hand(vice))
      .then({ type: 'ChairHandedOver' });
  });

  it('MTG-LEADER-IN-ROOM where the body wants that duty in the room', () => {
    const far = (duty: 'chair' | 'viceChair'): Meeting => {
      const { meeting } = held();
      const present = {
        ...meeting.attendance.present,
        [vice]: { ...meeting.attendance.present[vice]!, mode: 'remote' as const },
      };
      const settings = { ...meeting.plan.body.settings, mustBeInRoom: decided([duty]) };
      return {
        ...meeting,
        plan: { ...meeting.plan, body: { ...meeting.plan.body, settings } },
        attendance: { ...meeting.attendance, present },
      };
    };
    expect(decideAgenda(far('viceChair'), hand(vice), context())).toEqual({
      ok: false,
      refusal: { rule: 'MTG-LEADER-IN-ROOM', detail: { name: 'Carl Bergendal' } },
    });
    expect(decideAgenda(far('chair'), hand(vice), context()).ok).toBe(true);
    expect(decideAgenda(far('viceChair'), hand(second), context()).ok).toBe(true);
  });
});

describe('MTG-CLOSING', () => {
  const close = { type: 'closeMeeting' } as const;

  it('with the number, when nothing is left', () => {
    held().when(close).then({ type: 'MeetingClosed' });
    withItem(held(), 2).when(close).refuses('MTG-CLOSING', { left: 'item', number: 2 });
    held().after({ type: 'adjourn', cause: 'rest' }).when(close).refuses('MTG-CLOSING', { left: 'adjourned' });
    checkedIn(plan).when(close, chair).refuses('MTG-OPENING', { phase: 'checkIn' });
    given(plan).when(close, chair).refuses('MTG-OPENING', { phase: 'planned' });
    closed(held()).when(close, chair).refuses('MTG-OPENING', { phase: 'closed' });
  });

  it('NAR-1 without it, what is open is carried over, or stands as decided, and a vote that goes on is broken off', () => {
    const short = held({ absent: most });
    short.when(close).then({ type: 'MeetingClosed' });
    expect(withItem(short, 1).when(close).events.slice(0, 2)).toEqual([
      { type: 'ItemClosed', item: ONE, outcome: 'carriedOver' },
      { type: 'MeetingClosed' },
    ]);
    const settled = stage(withItem(short, 1).meeting, ONE, { stage: 'decided', outcome: 'decided' });
    const result = decideAgenda(settled, close, context());
    expect(result.ok && result.value).toEqual([
      { type: 'ItemClosed', item: ONE, outcome: 'decided' },
      { type: 'MeetingClosed' },
    ]);
    const hall = hallOf({ S: 4 }, { items: [item(1, 'Ett')] });
    const voting = demands(finds(toDecision(inDebate(hall, 1)), 'proposal'), member('S', 2)).after({
      type: 'openVote',
      method: 'buttons',
    });
    const left = [2, 3, 4].reduce(
      (scene, n) => scene.after({ type: 'checkOut', person: member('S', n), cause: 'left' }, member('S', n)),
      voting,
    );
    const vote = left.meeting.decisions.openVote;
    expect(vote).toBeDefined();
    const ended = decideAgenda(left.meeting, close, context(member('S', 1)));
    expect(ended.ok && ended.value[0]).toEqual({ type: 'VoteAnnulled', vote, reason: '' });
  });
});

describe('MTG-ITEM-STAGE items', () => {
  it('are opened, debated and closed in their order', () => {
    held()
      .when({ type: 'openItem', item: itemId(9) })
      .refuses('MTG-ITEM-STAGE', { stage: 'unknown' });
    withItem(held(), 1).when({ type: 'openItem', item: ONE }).refuses('MTG-ITEM-STAGE', { stage: 'presentation' });
    withItem(held(), 1).when({ type: 'openItem', item: TWO }).refuses('MTG-ONE-ITEM', { number: 1 });
    held().when({ type: 'beginDebate' }).refuses('MTG-ITEM-STAGE', { stage: 'none' });
    held().when({ type: 'closeItem' }).refuses('MTG-ITEM-STAGE', { stage: 'none' });
    const debate = withItem(held(), 1).after({ type: 'beginDebate' });
    debate.when({ type: 'beginDebate' }).refuses('MTG-ITEM-STAGE', { stage: 'debate' });
    debate.when({ type: 'closeItem' }).refuses('MTG-UNDECIDED', { number: 1 });
    withItem(held(), 3).when({ type: 'closeItem' }).thenAmong({ type: 'ItemClosed', item: THREE, outcome: 'noted' });
  });

  it('are closed as they were decided: tabled, or decided, also when they were referred back', () => {
    const outcome = (as: ItemState['outcome']) => {
      const meeting = stage(withItem(held(), 1).meeting, ONE, { stage: 'decided', ...(as && { outcome: as }) });
      const result = decideAgenda(meeting, { type: 'closeItem' }, context());
      return result.ok ? result.value : result.refusal;
    };
    const close = (as: string) => [{ type: 'ItemClosed', item: ONE, outcome: as }];
    expect(outcome('tabled')).toEqual(close('tabled'));
    expect(outcome('decided')).toEqual(close('decided'));
    expect(outcome('referredBack')).toEqual(close('decided'));
  });

  it('MTG-REORDER change places among those that wait', () => {
    const reorder = (...order: readonly ItemId[]) => ({ type: 'reorderAgenda', order }) as const;
    held()
      .when(reorder(TWO, ONE, THREE))
      .then({ type: 'AgendaReordered', order: [TWO, ONE, THREE] });
    held().when(reorder(TWO, ONE)).refuses('MTG-REORDER');
    held()
      .when(reorder(ONE, TWO, THREE, ONE))
      .refuses('MTG-REORDER');
    held()
      .when(reorder(ONE, TWO, itemId(9)))
      .refuses('MTG-REORDER');
    const open = withItem(held(), 1);
    open.when(reorder(TWO, ONE, THREE)).refuses('MTG-REORDER');
    open.when(reorder(ONE, THREE, TWO)).then({ type: 'AgendaReordered' });
    closed(held())
      .when(reorder(TWO, ONE, THREE), chair)
      .refuses('MTG-REORDER');
    const { meeting } = held();
    const unknown: Meeting = { ...meeting, agenda: { ...meeting.agenda, order: [...meeting.agenda.order, itemId(9)] } };
    const result = decideAgenda(unknown, reorder(TWO, ONE, THREE, itemId(9)), context());
    expect(result.ok).toBe(true);
  });

  it('MTG-REASON are withdrawn with a reason in words, as long as nothing of them was decided', () => {
    const withdraw = (of: ItemId, reason = 'Utgår.') => ({ type: 'withdrawItem', item: of, reason }) as const;
    held().when(withdraw(ONE, ' \n ')).refuses('MTG-REASON');
    held().when(withdraw(ONE, ' Utgår. ')).then({ type: 'ItemWithdrawn', item: ONE, reason: 'Utgår.' });
    withItem(held(), 1).when(withdraw(ONE)).thenAmong({ type: 'ItemWithdrawn' });
    withItem(held(), 1).after({ type: 'beginDebate' }).when(withdraw(ONE)).thenAmong({ type: 'ItemWithdrawn' });
    held()
      .when(withdraw(itemId(9)))
      .refuses('MTG-ITEM-STAGE', { stage: 'unknown' });
    toDecision(inDebate(plan, 1)).when(withdraw(ONE)).refuses('MTG-ITEM-STAGE', { stage: 'deciding' });
    const { meeting } = withItem(held(), 1);
    const partly: Meeting = {
      ...meeting,
      decisions: {
        ...meeting.decisions,
        decided: {
          [ONE]: [{ question: 'q' as QuestionId, outcome: 'a' as AlternativeId, by: 'acclamation' }],
        } as never,
      },
    };
    expect(decideAgenda(partly, withdraw(ONE), context())).toEqual({
      ok: false,
      refusal: { rule: 'MTG-ITEM-STAGE', detail: { stage: 'presentation' } },
    });
    held().after({ type: 'adjourn', cause: 'rest' }).when(withdraw(ONE)).refuses('MTG-SESSION', { state: 'adjourned' });
    given(plan).when(withdraw(ONE), chair).then({ type: 'ItemWithdrawn' });
    checkedIn(plan).when(withdraw(ONE), chair).then({ type: 'ItemWithdrawn' });
  });

  it('MTG-DOCUMENT have papers handed out once each, until the close, and received', () => {
    const paper = (id: string) => ({ id: id as DocumentId, title: 'Kalkyl' });
    const hand = (of: ItemId = ONE, id = 'd-1') =>
      ({ type: 'handOutDocument', item: of, document: paper(id) }) as const;
    const receive = (id = 'd-1', of: ItemId = ONE) =>
      ({ type: 'confirmReceipt', item: of, document: id as DocumentId }) as const;
    const handed = held()
      .when(hand())
      .then({ type: 'DocumentHandedOut', item: ONE, document: paper('d-1') });
    handed.when(hand()).refuses('MTG-DOCUMENT');
    handed.when(hand(ONE, 'd-2')).then({ type: 'DocumentHandedOut' });
    held()
      .when(hand(itemId(9)))
      .refuses('MTG-DOCUMENT');
    closed(held()).when(hand(), chair).refuses('MTG-DOCUMENT');
    const received = handed
      .when(receive(), karin)
      .then({ type: 'DocumentReceived', item: ONE, document: 'd-1' as DocumentId, person: karin });
    received.when(receive(), karin).then();
    received.when(receive(), vice).then({ type: 'DocumentReceived', person: vice });
    handed.when(receive('d-2'), karin).refuses('MTG-DOCUMENT');
    handed.when(receive('d-1', itemId(9)), karin).refuses('MTG-DOCUMENT');
    expect(decideAgenda(handed.meeting, receive(), context('system'))).toEqual({
      ok: false,
      refusal: { rule: 'MTG-DOCUMENT' },
    });
  });
});

describe('KAL-3 an item that is added', () => {
  const { announcedOn: _none, ...unknown } = item(9, 'Brådskande', 'matter', { urgent: true });
  const add = (consent: readonly PersonId[], of = unknown) => ({ type: 'addItem', item: of, consent }) as const;
  const members = plan.seats.map((seat) => seat.holder!);

  it('is taken up when everybody present agrees, and their consent is kept', () => {
    expect(held().when(add([...members, secretary])).events).toEqual([
      { type: 'ItemAdded', item: unknown, consent: members },
    ]);
    held()
      .when(add(members.slice(2)))
      .refuses('KAL-3', { missing: 'consent', number: 9, without: 2 });
    held({ absent: members.slice(3, 5) })
      .when(add([...members.slice(0, 3), ...members.slice(5)]))
      .then({ type: 'ItemAdded' });
  });

  it('keeps what was known of one on the agenda, which waits', () => {
    const { announcedOn: _late, ...again } = item(2, 'Två, ändrat', 'matter', { urgent: true });
    const added = held().when(add(members, again)).events[0];
    expect(added).toMatchObject({
      type: 'ItemAdded',
      item: { id: TWO, title: 'Två, ändrat', announcedOn: '2025-11-05' },
    });
    withItem(held(), 2).when(add(members, again)).refuses('MTG-ITEM-STAGE', { stage: 'presentation' });
  });

  it('MTG-ITEM-STAGE not after the close, MTG-SESSION not in a break, NAR-1 not below the number; before the opening it is the chair’s', () => {
    closed(held()).when(add(members), chair).refuses('MTG-ITEM-STAGE', { stage: 'closed' });
    closed(held())
      .when(add(members, item(2, 'Två')), chair)
      .refuses('MTG-ITEM-STAGE', { stage: 'waiting' });
    held().after({ type: 'adjourn', cause: 'rest' }).when(add(members)).refuses('MTG-SESSION', { state: 'adjourned' });
    held({ absent: most }).when(add(members)).refuses('NAR-1', { present: 4, required: 21 });
    given(plan).when(add([]), chair).then({ type: 'ItemAdded', consent: [] });
    checkedIn(plan, { absent: most }).when(add(members), chair).then({ type: 'ItemAdded' });
  });
});

describe('KAL-1 the chair’s stand on the notice', () => {
  const late = councilPlan({ items: plan.items, notice: { announcedOn: '2025-11-10', sentOn: '2025-11-05' } });
  const stand = (reason?: string) => ({ type: 'checkNotice', stand: 'proceed', ...(reason && { reason }) }) as const;

  it('is taken with a reason in words', () => {
    const scene = inSession(late);
    scene.when({ type: 'checkNotice' }).refuses('KAL-1', { what: 'announced', days: 3, required: 7 });
    scene.when(stand()).refuses('MTG-REASON');
    scene.when(stand(' \n ')).refuses('MTG-REASON');
    expect(scene.when(stand(' Alla fick den. ')).events).toEqual([
      {
        type: 'NoticeChecked',
        faults: [{ rule: 'KAL-1', detail: { what: 'announced', days: 3, required: 7 } }],
        stand: 'proceed',
        reason: 'Alla fick den.',
      },
    ]);
    expect(held().when({ type: 'checkNotice' }).events).toEqual([{ type: 'NoticeChecked', faults: [] }]);
  });
});

describe('Faults of form in an item', () => {
  const faults = (change: Partial<Item>, kind: ItemKind = 'matter') => {
    const { announcedOn: _none, ...unknown } = item(7, 'Ärendet', kind);
    return noticeFaults({ plan: councilPlan({ items: [{ ...unknown, ...change }] }) });
  };
  const known = { announcedOn: '2025-11-05' } as const;
  const reported = (...decisions: readonly Partial<ReportedDecision>[]) => ({
    ...known,
    reported: decisions.map(
      (change): ReportedDecision => ({
        kind: 'delegated',
        text: 'Beslut',
        madeOn: '2025-10-01',
        mandate: { date: '2025-01-01', section: '§ 1' },
        ...change,
      }),
    ),
  });

  it.each([
    ['known in time', known, []],
    ['known too late', { announcedOn: '2025-11-10' }, [{ rule: 'KAL-2', detail: { number: 7 } }]],
    ['not made known', {}, [{ rule: 'KAL-3', detail: { missing: 'announcement', number: 7 } }]],
    ['prepared by nobody', { ...known, preparedBy: [] }, [{ rule: 'KAL-4', detail: { number: 7 } }]],
    [
      'a bill older than a year',
      { ...known, kind: 'bill', raisedOn: '2024-11-12' },
      [{ rule: 'KAL-5', detail: { number: 7 } }],
    ],
    ['with decisions by mandate', reported({}), []],
    [
      'with one of two that is kept from delegation',
      reported({}, { reservedToBoard: 'aims' }),
      [{ rule: 'DEL-2', detail: { number: 7 } }],
    ],
  ] as const satisfies readonly (readonly [string, Partial<Item>, readonly FormalFault[]])[])(
    '%s',
    (_, change, expected) => {
      expect(faults(change)).toEqual(expected);
    },
  );

  it('DEL-1 one of two decisions that the chair made without a mandate, or that could wait', () => {
    const urgent = reported({ kind: 'chair', urgent: true }).reported[0]!;
    const { mandate: _none, ...bare } = urgent;
    const del1 = [{ rule: 'DEL-1', detail: { number: 7 } }];
    expect(faults({ ...known, reported: [urgent] })).toEqual([]);
    expect(faults({ ...known, reported: [urgent, bare] })).toEqual(del1);
    expect(faults(reported({ kind: 'chair', urgent: true }, { kind: 'chair' }))).toEqual(del1);
  });

  it('KAL-3 the meeting’s own forms need no announcement', () => {
    expect(faults({}, 'rollCall')).toEqual([]);
  });
});

const asked = (of: ItemId, state: Question['state'], kind: Question['kind'] = 'main', id = 'q-1'): Question => ({
  id: id as QuestionId,
  item: of,
  kind,
  alternatives: [],
  threshold: { kind: 'simple' },
  state,
  frames: [],
  eliminated: [],
});
const moved = (of: ItemId, change: Partial<Proposal> = {}): Proposal => ({
  id: 'p-1' as ProposalId,
  item: of,
  kind: 'amendment',
  mover: karin,
  text: 'Förslaget.',
  instance: 1,
  at: 0,
  supporters: [],
  state: 'onTable',
  ...change,
});
const base = held().meeting;
const withQuestions = (questions: readonly Question[], proposals: readonly Proposal[] = []): Meeting => ({
  ...base,
  proposals: {
    ...base.proposals,
    byId: Object.fromEntries(proposals.map((p) => [p.id, p])),
    order: proposals.map((p) => p.id),
  },
  decisions: {
    ...base.decisions,
    questions: Object.fromEntries(questions.map((q) => [q.id, q])),
    orders: {
      [THREE]: {
        questions: questions.filter((q) => q.item === THREE).map((q) => q.id),
        approved: true,
        enBlocAdditions: false,
      },
    } as Meeting['decisions']['orders'],
  },
});

describe('MTG-UNDECIDED what ends with the gavel', () => {
  const needs = (kind: ItemKind, meeting: Meeting = withQuestions([])) =>
    needsDecision(meeting, { ...base.agenda.items[THREE]!, kind });

  it.each([
    ['adjusters', true],
    ['agenda', true],
    ['matter', true],
    ['election', true],
    ['bill', true],
    ['rollCall', false],
    ['interpellation', false],
    ['question', false],
    ['report', false],
    ['information', false],
  ] as const)('an item of the kind %s by itself: %s', (kind, gavelled) => {
    expect(needs(kind)).toBe(gavelled);
  });

  it('another when a member has moved something in it that stands', () => {
    const after = (...proposals: readonly Proposal[]) => needs('information', withQuestions([], proposals));
    expect(after(moved(THREE))).toBe(true);
    expect(after(moved(ONE))).toBe(false);
    expect(after(moved(THREE, { state: 'withdrawn' }))).toBe(false);
    expect(after(moved(THREE, { state: 'refused' }))).toBe(false);
    const { mover: _nobody, ...tabled } = moved(THREE);
    expect(after(tabled)).toBe(false);
  });

  it('another when an order was begun in it and is not at its end', () => {
    const after = (...states: readonly Question['state'][]) =>
      needs('information', withQuestions(states.map((state, n) => asked(THREE, state, 'main', `q-${n}`))));
    expect(after('waiting')).toBe(true);
    expect(after('current')).toBe(true);
    expect(after('settled', 'waiting')).toBe(true);
    expect(after('settled')).toBe(false);
    expect(after('dropped', 'settled')).toBe(false);
    const unknown = withQuestions([asked(THREE, 'current')]);
    const gone: Meeting = { ...unknown, decisions: { ...unknown.decisions, questions: {} } };
    expect(needs('information', gone)).toBe(false);
  });

  it('is answered when the matter is settled and nothing more waits', () => {
    const answered = (...questions: readonly Question[]) =>
      isAnswered(withQuestions(questions), base.agenda.items[THREE]!);
    for (const kind of ['main', 'clause', 'addition'] as const)
      expect(answered(asked(THREE, 'settled', kind))).toBe(true);
    for (const kind of ['tabling', 'referralBack', 'admission', 'election'] as const)
      expect(answered(asked(THREE, 'settled', kind))).toBe(false);
    for (const state of ['waiting', 'current', 'dropped'] as const) expect(answered(asked(THREE, state))).toBe(false);
    for (const state of ['waiting', 'current'] as const)
      expect(answered(asked(THREE, 'settled'), asked(THREE, state, 'clause', 'q-2'))).toBe(false);
    expect(answered(asked(THREE, 'settled'), asked(THREE, 'dropped', 'clause', 'q-2'))).toBe(true);
    expect(answered(asked(THREE, 'settled'), asked(ONE, 'current', 'main', 'q-2'))).toBe(true);
    expect(answered(asked(ONE, 'settled'))).toBe(false);
    expect(answered()).toBe(false);
  });
});

describe('What the agenda remembers', () => {
  const begun: AgendaState = { ...initialAgenda(plan), phase: 'open', leader: chair };
  const after = (from: AgendaState, event: MeetingEvent, meeting: Meeting = base): AgendaState =>
    evolveAgenda(from, { seq: 9, at: 60, actor: chair, event } satisfies Fact, meeting);
  const open = after(begun, { type: 'ItemOpened', item: ONE, present: 1, required: 1 });

  it('begins in the order of the numbers, with nothing done', () => {
    const backwards = initialAgenda({ ...plan, items: plan.items.toReversed() });
    expect(backwards.order).toEqual([ONE, TWO, THREE]);
    expect(backwards).toMatchObject({ phase: 'planned', agendaApproved: false, faults: [], noticeChecked: false });
    expect(backwards.items[ONE]).toEqual({ ...plan.items[0], stage: 'waiting', receipts: {}, debated: false });
  });

  it('check-in is opened before the meeting; a meeting that is open stays so', () => {
    expect(after(initialAgenda(plan), { type: 'CheckInOpened' }).phase).toBe('checkIn');
    expect(after(begun, { type: 'CheckInOpened' })).toBe(begun);
  });

  it('papers from before the meeting go out with the notice; later ones are handed out', () => {
    const document = { id: 'd' as DocumentId, title: 'Kalkyl' };
    const handed = (from: AgendaState) =>
      after(from, { type: 'DocumentHandedOut', item: ONE, document }).items[ONE]?.documents;
    expect(handed(initialAgenda(plan))).toEqual([document]);
    for (const phase of ['checkIn', 'open'] as const)
      expect(handed({ ...begun, phase })).toEqual([{ ...document, handedOutAt: 60 }]);
  });

  it('who leads the open item, and who led it', () => {
    expect(open.items[ONE]).toMatchObject({ stage: 'presentation', ledBy: chair, openedAt: 60 });
    expect(open.current).toBe(ONE);
    const handed = after(open, { type: 'ChairHandedOver', from: chair, to: vice });
    expect(handed.leader).toBe(vice);
    expect(handed.items[ONE]).toEqual({ ...open.items[ONE], ledBy: vice });
    const between = after(begun, { type: 'ChairHandedOver', from: chair, to: vice });
    expect(between).toEqual({ ...begun, leader: vice });
  });

  it.each([
    ['decided', undefined, 'closed', 'decided'],
    ['decided', 'referredBack', 'closed', 'referredBack'],
    ['tabled', 'tabled', 'tabled', 'tabled'],
    ['noted', undefined, 'closed', 'noted'],
    ['carriedOver', 'decided', 'closed', 'carriedOver'],
  ] as const)('an item closed as %s, decided as %s before, is %s, %s', (outcome, before, stageNow, now) => {
    const from = after(open, { type: 'DebateBegun', item: ONE });
    const state: AgendaState = {
      ...from,
      items: { ...from.items, [ONE]: { ...from.items[ONE]!, ...(before && { outcome: before }) } },
    };
    const ended = after(state, { type: 'ItemClosed', item: ONE, outcome });
    expect(ended.items[ONE]).toMatchObject({ stage: stageNow, outcome: now, closedAt: 60 });
    expect(ended.current).toBeUndefined();
    expect(after(state, { type: 'ItemClosed', item: TWO, outcome }).current).toBe(ONE);
  });

  it('ABL-8 what was decided by signatures is decided and closed', () => {
    expect(after(begun, { type: 'PerCapsulamDecided', item: ONE }).items[ONE]).toMatchObject({
      stage: 'closed',
      outcome: 'decided',
      closedAt: 60,
    });
  });

  it('the agenda is approved by its own item, decided', () => {
    const items = [item(1, 'Dagordning', 'agenda'), item(2, 'Två')];
    const start: AgendaState = { ...initialAgenda({ ...plan, items }), phase: 'open' };
    const approved = (of: ItemId, outcome: 'decided' | 'tabled') =>
      after(start, { type: 'ItemDecided', item: of, outcome }).agendaApproved;
    expect(approved(ONE, 'decided')).toBe(true);
    expect(approved(ONE, 'tabled')).toBe(false);
    expect(approved(TWO, 'decided')).toBe(false);
    expect(approved(itemId(9), 'decided')).toBe(false);
  });

  it('KAL-3 an item that is admitted is presented; one that is not stays', () => {
    const [admit, refuse] = ['admit', 'refuse'] as unknown as [AlternativeId, AlternativeId];
    const question = (kind: Question['kind']): Question => ({
      ...asked(ONE, 'current', kind),
      alternatives: [
        { id: admit, kind: 'admit' },
        { id: refuse, kind: 'refuse' },
      ],
    });
    const settled = (kind: Question['kind'], outcome: AlternativeId) =>
      after(
        begun,
        { type: 'QuestionSettled', question: 'q-1' as QuestionId, outcome, by: 'vote' },
        withQuestions([question(kind)]),
      );
    expect(settled('admission', admit).items[ONE]?.stage).toBe('presentation');
    expect(settled('admission', refuse)).toBe(begun);
    expect(settled('main', admit)).toBe(begun);
    expect(after(begun, { type: 'QuestionSettled', question: 'q-9' as QuestionId, outcome: admit, by: 'vote' })).toBe(
      begun,
    );
  });

  it('a fault without a written reason has none', () => {
    const fault = { rule: 'KAL-1' };
    const checked = after(begun, {
      type: 'NoticeChecked',
      faults: [fault],
      stand: 'proceed',
      reason: 'Alla fick den.',
    });
    expect(checked.faults).toEqual([{ fault, stand: 'proceed', reason: 'Alla fick den.' }]);
    expect(after(begun, { type: 'NoticeChecked', faults: [fault] }).faults).toEqual([
      { fault, stand: 'proceed', reason: '' },
    ]);
  });

  it('an item that nobody knows changes nothing', () => {
    for (const event of [
      { type: 'DebateBegun', item: itemId(9) },
      { type: 'ItemClosed', item: itemId(9), outcome: 'decided' },
    ] as const)
      expect(after(begun, event)).toBe(begun);
  });
});

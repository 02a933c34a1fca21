import { describe, expect, it } from 'vitest';
import { rules } from '../law/index.ts';
import type { DocumentId } from '../ids.ts';
import { presentServing } from '../selectors.ts';
import {
  boardPlan,
  checkedIn,
  councilPlan,
  given,
  inSession,
  item,
  itemId,
  linkDown,
  person,
  type PlanChange,
  REMOTE_MEMBERS,
  type Scene,
  withItem,
} from '../testing/index.ts';
import { hallOf, inDebate, member, moves, finds, toDecision, gavel, demands, counted } from '../testing/procedure.ts';
import { noticeFaults } from './notice.ts';

const chair = person('Marie Sandell');
const vice = person('Carl Bergendal');
const secretary = person('Åsa Lindvall');
const fewMembers = councilPlan()
  .seats.slice(0, 4)
  .concat(councilPlan().seats.slice(5, 22))
  .map((s) => s.holder ?? chair);
const council = (items: PlanChange['items'] = [], change: PlanChange = {}) =>
  councilPlan({ items: items ?? [], ...change });
const faultsOf = (change: PlanChange) => noticeFaults({ plan: councilPlan(change) }).map((f) => f.rule);

describe('Opening the meeting', () => {
  it('MTG-OPENING is after check-in, once, and in session from then on', () => {
    const scene = checkedIn(councilPlan());
    const open = scene.when({ type: 'openMeeting' }, chair).then({ type: 'MeetingOpened', leader: chair });
    open.when({ type: 'openMeeting' }, chair).refuses('MTG-OPENING', { phase: 'open' });
    scene.when({ type: 'openItem', item: itemId(113) }, chair).refuses('MTG-SESSION');
  });

  it('MTG-PRESIDIUM the vice chair opens only when the chair is not there', () => {
    checkedIn(councilPlan(), { absent: [chair] })
      .when({ type: 'openMeeting' }, vice)
      .then({ type: 'MeetingOpened', leader: vice });
    expect(checkedIn(councilPlan()).when({ type: 'openMeeting' }, vice).refusal?.rule).toMatch(/MTG-(CHAIR|PRESIDIUM)/);
  });

  it('MTG-LEADER-IN-ROOM a chair at a distance does not open where the body wants the chair in the hall', () => {
    const plan = councilPlan({ settings: { mustBeInRoom: [] }, remoteGranted: [...REMOTE_MEMBERS, chair] });
    const remote = checkedIn(plan, { remote: [chair] });
    const strict = {
      ...plan,
      body: {
        ...plan.body,
        settings: {
          ...plan.body.settings,
          mustBeInRoom: { ...plan.body.settings.mustBeInRoom, value: ['chair' as const] },
        },
      },
    };
    remote.when({ type: 'openMeeting' }, chair).then({ type: 'MeetingOpened' });
    const facts = remote.facts.map((f) =>
      f.event.type === 'MeetingPlanned' ? { ...f, event: { ...f.event, plan: strict } } : f,
    );
    given(facts).when({ type: 'openMeeting' }, chair).refuses('MTG-LEADER-IN-ROOM');
  });
});

describe('The notice', () => {
  it('KAL-1 a council is announced and called at least a week before', () => {
    expect(faultsOf({ notice: { announcedOn: '2025-11-06', sentOn: '2025-11-06' } })).toEqual([]);
    expect(faultsOf({ notice: { announcedOn: '2025-11-07', sentOn: '2025-11-06' } })).toEqual(['KAL-1']);
    expect(faultsOf({ notice: { announcedOn: null, sentOn: null } })).toEqual(['KAL-1', 'KAL-1']);
  });

  it('KAL-1 a fault is no block: the chair takes a stand, with the reason, and it is recorded', () => {
    const scene = inSession(councilPlan({ notice: { announcedOn: '2025-11-07', sentOn: '2025-11-05' } }));
    scene.when({ type: 'openItem', item: itemId(113) }).then({ type: 'ItemOpened' });
    scene.when({ type: 'openItem', item: itemId(117) }).refuses('KAL-1', { days: 6 });
    scene.when({ type: 'checkNotice' }).refuses('KAL-1', { days: 6, required: 7 });
    scene.when({ type: 'checkNotice', stand: 'proceed' }).refuses('MTG-REASON');
    const checked = scene
      .when({ type: 'checkNotice', stand: 'proceed', reason: 'Anslaget satt uppe i tid, datumet är fel.' })
      .then({ type: 'NoticeChecked', faults: [{ rule: 'KAL-1' }] });
    expect(checked.meeting.agenda.faults).toMatchObject([
      { stand: 'proceed', reason: 'Anslaget satt uppe i tid, datumet är fel.' },
    ]);
    checked.when({ type: 'openItem', item: itemId(117) }).then({ type: 'ItemOpened' });
  });

  it('KAL-2 an item may come later if it is urgent and announced the weekday before', () => {
    const late = (announcedOn: string, urgent: boolean) =>
      faultsOf({
        date: '2025-11-17',
        items: [item(1, 'Lån', 'matter', { announcedOn, urgent })],
        notice: { announcedOn: '2025-11-05', sentOn: '2025-11-05' },
      });
    expect(late('2025-11-14', true)).toEqual([]);
    expect(late('2025-11-15', true)).toEqual(['KAL-2']);
    expect(late('2025-11-14', false)).toEqual(['KAL-2']);
  });

  it('KAL-3 what was not announced is taken up only if urgent and with everyone’s consent', () => {
    const extra = item(130, 'Borgen', 'matter', { urgent: true });
    const { announcedOn: _, ...unannounced } = extra;
    const scene = inSession(council([item(1, 'Ärende')]), { absent: fewMembers.slice(0, 18) });
    const everyone = presentServing(scene.meeting).map((s) => s.person);
    scene
      .when({ type: 'addItem', item: { ...unannounced, urgent: false }, consent: everyone })
      .refuses('KAL-3', { missing: 'urgency' });
    scene
      .when({ type: 'addItem', item: unannounced, consent: everyone.slice(1) })
      .refuses('KAL-3', { missing: 'consent', without: 1 });
    const added = scene
      .when({ type: 'addItem', item: unannounced, consent: everyone })
      .then({ type: 'ItemAdded', consent: everyone });
    added.when({ type: 'openItem', item: extra.id }).then({ type: 'ItemOpened' });
  });

  it('KAL-3 an unannounced item of the notice waits for the same consent', () => {
    const { announcedOn: _, ...unannounced } = item(1, 'Borgen', 'matter', { urgent: true });
    const scene = inSession(council([unannounced])).after({
      type: 'checkNotice',
      stand: 'proceed',
      reason: 'Brådskande.',
    });
    scene.when({ type: 'openItem', item: unannounced.id }).refuses('KAL-3', { missing: 'consent', without: 41 });
    const everyone = presentServing(scene.meeting).map((s) => s.person);
    const agreed = scene.after({ type: 'addItem', item: unannounced, consent: everyone });
    expect(agreed.meeting.agenda.order).toEqual([unannounced.id]);
    agreed.when({ type: 'openItem', item: unannounced.id }).then({ type: 'ItemOpened' });
  });

  it('KAL-4 what nobody has prepared cannot be put to the vote, but it can be tabled', () => {
    const plan = hallOf({ S: 9 }, { items: [item(1, 'Oberett', 'matter', { preparedBy: [] })] });
    expect(noticeFaults({ plan }).map((f) => f.rule)).toEqual(['KAL-4']);
    let [scene] = moves(inDebate(plan, 1), member('S', 3), 'tabling');
    scene = gavel(finds(toDecision(scene), 'decideToday'));
    scene.when({ type: 'putQuestion' }).refuses('KAL-4');
  });

  it('KAL-4 urgent and unprepared, it is decided only if everyone present agrees', () => {
    const plan = hallOf({ S: 9 }, { items: [item(1, 'Brådskande', 'matter', { preparedBy: [], urgent: true })] });
    const put = finds(toDecision(inDebate(plan, 1)), 'proposal');
    put.when({ type: 'strikeGavel' }).thenAmong({ type: 'ItemDecided', outcome: 'decided' });
    const voted = demands(put, member('S', 4));
    counted(voted, { S: 'yes' }).when({ type: 'strikeGavel' }).thenAmong({ type: 'ItemDecided' });
    counted(voted, { S: 'yes' }, { [member('S', 4)]: 'no' })
      .when({ type: 'strikeGavel' })
      .refuses('KAL-4');
  });

  it('KAL-5 a bill older than a year is told about', () => {
    const raised = (raisedOn: string) => faultsOf({ items: [item(1, 'Motion', 'bill', { raisedOn })] });
    expect(raised('2024-11-13')).toEqual([]);
    expect(raised('2024-11-12')).toEqual(['KAL-5']);
  });

  it('KAL-6 a board follows its own reglemente, and without a number in it no day is too late', () => {
    const board = (noticeDays?: number) =>
      noticeFaults({
        plan: boardPlan({
          notice: { announcedOn: null, sentOn: '2025-11-20' },
          ...(noticeDays ? { settings: { noticeDays } } : {}),
        }),
      }).map((f) => f.rule);
    expect(board()).toEqual([]);
    expect(board(6)).toEqual([]);
    expect(board(7)).toEqual(['KAL-6']);
  });

  it('DEL-1 DEL-2 reported decisions without a mandate, or in what may not be delegated, are faults', () => {
    const report = (reported: NonNullable<ReturnType<typeof item>['reported']>[number]) =>
      noticeFaults({
        plan: boardPlan({ items: [item(90, 'Delegationsbeslut', 'report', { reported: [reported] })] }),
      }).map((f) => f.rule);
    const mandate = { date: '2025-01-15', section: '§ 4' };
    expect(report({ kind: 'chair', text: 'Avtal', madeOn: '2025-11-20', mandate, urgent: true })).toEqual([]);
    expect(report({ kind: 'chair', text: 'Avtal', madeOn: '2025-11-20', urgent: true })).toEqual(['DEL-1']);
    expect(report({ kind: 'chair', text: 'Avtal', madeOn: '2025-11-20', mandate })).toEqual(['DEL-1']);
    expect(report({ kind: 'delegated', text: 'Mål', madeOn: '2025-11-20', mandate, reservedToBoard: 'aims' })).toEqual([
      'DEL-2',
    ]);
  });
});

describe('Items', () => {
  it('MTG-ONE-ITEM one at a time, in any order', () => {
    const scene = inSession(councilPlan()).after({ type: 'openItem', item: itemId(120) });
    scene.when({ type: 'openItem', item: itemId(118) }).refuses('MTG-ONE-ITEM', { number: 120 });
  });

  it('NAR-1 an item is not opened below the number; the roll call is, for it establishes the number', () => {
    const scene = inSession(councilPlan(), { absent: fewMembers });
    scene.when({ type: 'openItem', item: itemId(117) }).refuses('NAR-1', { present: 20, required: 21 });
    scene.when({ type: 'openItem', item: itemId(113) }).then({ type: 'ItemOpened', present: 20, required: 21 });
  });

  it('NAR-4 below the number an interpellation is answered where the council has decided so', () => {
    const scene = inSession(councilPlan({ settings: { interpellationsBelowQuorum: true } }), { absent: fewMembers });
    scene.when({ type: 'openItem', item: itemId(122) }).then({ type: 'ItemOpened', exception: 'interpellation' });
  });

  it('MTG-LEADER-CONFLICT a leader in conflict hands over first', () => {
    const scene = inSession(councilPlan()).after({ type: 'declareConflict', item: itemId(120), person: chair });
    scene.when({ type: 'openItem', item: itemId(120) }).refuses('MTG-LEADER-CONFLICT');
    const handed = scene
      .when({ type: 'handOverChair', to: vice, reason: 'Jäv' })
      .then({ type: 'ChairHandedOver', from: chair, to: vice });
    handed.when({ type: 'openItem', item: itemId(120) }, vice).thenAmong({ type: 'ItemOpened' });
  });

  it('MTG-UNDECIDED a matter is closed by the gavel, information without', () => {
    const scene = inSession(councilPlan()).after({ type: 'openItem', item: itemId(117) });
    scene.when({ type: 'closeItem' }).refuses('MTG-UNDECIDED', { number: 117 });
    inSession(councilPlan())
      .after({ type: 'openItem', item: itemId(116) })
      .when({ type: 'closeItem' })
      .then({ type: 'ItemClosed', outcome: 'noted' });
  });

  it('MTG-UNDECIDED but what somebody has moved in a report is answered first', () => {
    const [scene] = moves(withItem(inSession(councilPlan()), 116), person('Karin Ahlqvist'), 'amendment', {
      text: 'Rapporten återkommer.',
    });
    scene.when({ type: 'closeItem' }).refuses('MTG-UNDECIDED');
  });

  it('MTG-ITEM-STAGE what is closed is not opened again, and a debate begins in an open item', () => {
    const scene = inSession(councilPlan())
      .after({ type: 'openItem', item: itemId(116) })
      .after({ type: 'closeItem' });
    scene.when({ type: 'openItem', item: itemId(116) }).refuses('MTG-ITEM-STAGE', { stage: 'closed' });
    scene.when({ type: 'beginDebate' }).refuses('MTG-ITEM-STAGE', { stage: 'none' });
    scene.when({ type: 'closeItem' }).refuses('MTG-ITEM-STAGE', { stage: 'none' });
  });

  it('MTG-REORDER waiting items change places, the others stay', () => {
    const scene = inSession(council([item(1, 'Ett', 'report'), item(2, 'Två'), item(3, 'Tre')]))
      .after({ type: 'openItem', item: itemId(1) })
      .after({ type: 'closeItem' });
    const [a, b, c] = [itemId(1), itemId(2), itemId(3)];
    expect(
      scene.when({ type: 'reorderAgenda', order: [a, c, b] }).then({ type: 'AgendaReordered' }).meeting.agenda.order,
    ).toEqual([a, c, b]);
    scene.when({ type: 'reorderAgenda', order: [b, a, c] }).refuses('MTG-REORDER');
    scene.when({ type: 'reorderAgenda', order: [a, b] }).refuses('MTG-REORDER');
    scene.when({ type: 'reorderAgenda', order: [a, b, b] }).refuses('MTG-REORDER');
  });

  it('MTG-REASON an item is withdrawn with a reason, before it is decided', () => {
    const scene = inSession(councilPlan());
    scene.when({ type: 'withdrawItem', item: itemId(119), reason: ' ' }).refuses('MTG-REASON');
    const gone = scene
      .when({ type: 'withdrawItem', item: itemId(119), reason: 'Återtaget av styrelsen' })
      .then({ type: 'ItemWithdrawn' });
    gone.when({ type: 'openItem', item: itemId(119) }).refuses('MTG-ITEM-STAGE', { stage: 'withdrawn' });
  });

  it('MTG-DOCUMENT a document handed out is receipted once by each', () => {
    const document = { id: 'doc-1' as DocumentId, title: 'Reviderad tabell' };
    const scene = inSession(councilPlan()).after({ type: 'handOutDocument', item: itemId(118), document }, secretary);
    scene.when({ type: 'handOutDocument', item: itemId(118), document }, secretary).refuses('MTG-DOCUMENT');
    const received = scene.after({ type: 'confirmReceipt', item: itemId(118), document: document.id }, vice);
    expect(received.meeting.agenda.items[itemId(118)]?.receipts[document.id]).toEqual([vice]);
    received.when({ type: 'confirmReceipt', item: itemId(118), document: document.id }, vice).then();
    scene.when({ type: 'confirmReceipt', item: itemId(119), document: document.id }, vice).refuses('MTG-DOCUMENT');
  });

  it('CHR-09 the chair is handed over with queue and item kept, and a lost chair can be replaced', () => {
    const speaker = person('Karin Ahlqvist');
    const scene = withItem(inSession(councilPlan()), 118).after(
      { type: 'requestFloor', person: speaker, kind: 'speech' },
      speaker,
    );
    const handed = scene.after({ type: 'handOverChair', to: vice });
    expect(handed.meeting.floor.queue).toHaveLength(1);
    expect(handed.meeting.agenda).toMatchObject({ leader: vice, current: itemId(118) });
    handed.when({ type: 'handOverChair', to: person('Mats Öberg') }).refuses('MTG-PRESIDIUM');
  });
});

describe('Closing the meeting', () => {
  it('MTG-CLOSING no item is left open', () => {
    const scene = inSession(councilPlan());
    scene
      .after({ type: 'openItem', item: itemId(116) })
      .when({ type: 'closeMeeting' })
      .refuses('MTG-CLOSING', { left: 'item', number: 116 });
    scene
      .after({ type: 'adjourn', cause: 'rest' })
      .when({ type: 'closeMeeting' })
      .refuses('MTG-CLOSING', { left: 'adjourned' });
    const closed = scene.when({ type: 'closeMeeting' }).thenAmong({ type: 'MeetingClosed' });
    closed.when({ type: 'closeMeeting' }).refuses('MTG-OPENING');
  });

  it('MTG-CLOSING not quorate, the meeting can always end: the open item is carried over, undecided', () => {
    const scene = withItem(inSession(councilPlan()), 124);
    const left = fewMembers.reduce(
      (s: Scene, who) => s.after({ type: 'checkOut', person: who, cause: 'left' }, who),
      scene,
    );
    const closed = left
      .when({ type: 'closeMeeting' })
      .thenAmong({ type: 'ItemClosed', item: itemId(124), outcome: 'carriedOver' }, { type: 'MeetingClosed' });
    expect(closed.meeting.agenda.items[itemId(124)]).toMatchObject({ stage: 'closed', outcome: 'carriedOver' });
  });

  it('MTG-CLOSING a link that is down keeps nobody from ending a meeting that cannot go on', () => {
    const remote = REMOTE_MEMBERS.filter((p) => councilPlan().seats.some((s) => s.holder === p));
    const scene = withItem(
      inSession(councilPlan(), { remote, absent: fewMembers.filter((p) => !remote.includes(p)).slice(0, 10) }),
      124,
    );
    const down = remote.reduce(linkDown, scene);
    down.when({ type: 'closeMeeting' }).thenAmong({ type: 'MeetingClosed' });
  });
});

describe('A vote that cannot be finished', () => {
  it('MTG-CLOSING stays in the record, and decides nothing', () => {
    const plan = hallOf({ S: 5 }, { items: [item(1, 'Ärendet')] });
    const voting = demands(finds(toDecision(inDebate(plan, 1)), 'proposal'), member('S', 2)).after({
      type: 'openVote',
      method: 'buttons',
    });
    const left = [3, 4, 5].reduce(
      (s: Scene, n) => s.after({ type: 'checkOut', person: member('S', n), cause: 'left' }, member('S', n)),
      voting,
    );
    const closed = left
      .when({ type: 'closeMeeting' })
      .thenAmong({ type: 'VoteAnnulled' }, { type: 'ItemClosed', outcome: 'carriedOver' });
    expect(closed.meeting.decisions.openVote).toBeUndefined();
    expect(closed.meeting.decisions.decided).toEqual({});
  });
});

describe('The rules', () => {
  it('FOR-1 a federation asks for the majority that its order says', () => {
    const plan = hallOf({ S: 9 }, { items: [item(1, 'Nytt medlemskap', 'matter', { majority: 'twoThirdsOfCast' })] });
    const federation = { ...plan, body: { ...plan.body, kind: 'federationCouncil' as const } };
    const scene = demands(finds(toDecision(inDebate(federation, 1)), 'proposal'), member('S', 5));
    const fell = counted(scene, { S: 'no' }, Object.fromEntries([1, 2, 3, 4, 5].map((n) => [member('S', n), 'yes'])));
    fell.when({ type: 'strikeGavel' }).thenAmong({ type: 'QuestionSettled', by: 'vote' });
    expect(Object.values(fell.meeting.decisions.votes)[0]?.result).toMatchObject({
      yes: 5,
      no: 4,
      outcome: Object.values(fell.meeting.decisions.votes)[0]?.no,
    });
  });

  it('every rule has its id once', () => {
    const ids = rules.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

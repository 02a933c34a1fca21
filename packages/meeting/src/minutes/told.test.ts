import { describe, expect, it } from 'vitest';
import type { DocumentId, PersonId } from '../ids.ts';
import {
  arrives,
  checkedIn,
  companyPlan,
  finds,
  gavel,
  given,
  hallOf,
  inDebate,
  inSession,
  item,
  itemId,
  linkDown,
  member,
  moves,
  person,
  personOf,
  type Scene,
  seatId,
  SECRETARY,
  told,
  toDecision,
  toldOf,
  withItem,
} from '../testing/index.ts';

const S = (n: number) => member('S', n);
const M = (n: number) => member('M', n);
const V = (n: number) => member('V', n);
const PRESENTER = person('Per Wahlund');
const hall = hallOf(
  { S: 4, M: 3, V: 2 },
  {
    items: [
      item(1, 'Upprop', 'rollCall'),
      item(2, 'Val av justerare', 'adjusters'),
      item(3, 'Budget', 'matter', { presenter: PRESENTER }),
      item(4, 'Interpellation', 'interpellation', { asker: M(1), answerer: S(2) }),
      item(5, 'Fråga', 'question', { asker: M(2), answerer: S(3) }),
      item(6, 'Anmälan', 'report'),
      item(7, 'Motion', 'bill'),
      item(8, 'Köp', 'matter', { doors: 'closed' }),
      item(9, 'Fråga utan svarande', 'question', { asker: M(2) }),
      item(10, 'Fråga utan frågare', 'question'),
    ],
    remoteGranted: [M(1), V(1)],
  },
);
const withTitle = (title: string | undefined) => ({
  ...hall,
  people: [...hall.people, personOf('Per Wahlund', title === undefined ? {} : { title })],
  duties: [...hall.duties, { person: PRESENTER, duty: 'presenter' as const }],
});
const plan = withTitle('ekonom');
/** All but V 2 are here, who is the ninth seat. */
const open = (of = plan): Scene => inSession(of, { absent: [V(2)] });
const speaks = (scene: Scene, who: PersonId): Scene =>
  scene.after({ type: 'giveFloorTo', person: who, kind: 'speech' }).after({ type: 'endSpeech' });

describe('who comes and goes is told under the item in which it happened (KL 5:66)', () => {
  it('one comes, one leaves, one is noted absent', () => {
    const came = arrives(withItem(open(), 3).after({ type: 'beginDebate' }), V(2));
    const left = came.after({ type: 'checkOut', person: S(4), cause: 'left' }, S(4));
    expect(told(left.after({ type: 'noteAbsent', person: S(3), cause: 'left' }), 3)).toEqual([
      'presence item-3/presence/seq: seatTaken {person: V 2 (V); at: CheckedIn} ← SeatTaken',
      'presence item-3/presence/seq: seatLeft {person: S 4 (S); at: SeatLeft} ← SeatLeft',
      'presence item-3/presence/seq: notedAbsent {person: S 3 (S); at: SeatLeft; form: other} ← NotedAbsent',
    ]);
  });

  it('from the link to the hall, and lost on the link', () => {
    const linked = withItem(inSession(plan, { absent: [V(2)], remote: [M(1), V(1)] }), 3);
    const moved = linked.after({ type: 'changeMode', person: M(1), mode: 'room' }, M(1));
    const lost = linkDown(moved, V(1)).after({ type: 'noteAbsent', person: V(1), cause: 'connectionLost' });
    expect(told(lost, 3)).toEqual([
      'presence item-3/presence/seq: modeChanged {person: M 1 (M); at: ModeChanged; form: room} ← ModeChanged',
      'presence item-3/presence/seq: notedAbsent {person: V 1 (V); at: SeatLeft; form: link} ← NotedAbsent',
    ]);
  });

  it('a substitute begins to serve for somebody; the member who is back takes the seat again', () => {
    const taken = withItem(open(), 3).recorded(
      { type: 'SeatLeft', seat: seatId(4), person: S(4), cause: 'otherHindrance', barredToday: true },
      { type: 'SeatTaken', seat: seatId(4), person: S(3), inPlaceOf: S(4) },
    );
    const back = taken
      .wait(60_000)
      .recorded(
        { type: 'SeatLeft', seat: seatId(4), person: S(3), cause: 'memberReturned', barredToday: false },
        { type: 'SeatTaken', seat: seatId(4), person: S(4) },
      );
    expect(told(back, 3)).toEqual([
      'presence item-3/presence/seq: seatLeft {person: S 4 (S); at: SeatLeft} ← SeatLeft',
      'presence item-3/presence/seq: seatTakenFor {person: S 3 (S); inPlaceOf: S 4 (S); at: SeatLeft} ← SeatTaken',
      'presence item-3/presence/seq: seatTaken {person: S 4 (S); at: SeatLeft} ← SeatTaken',
    ]);
  });

  it('one who is noted absent later has also left', () => {
    const left = withItem(open(), 3).recorded({
      type: 'SeatLeft',
      seat: seatId(4),
      person: S(4),
      cause: 'left',
      barredToday: true,
    });
    const later = left
      .wait(60_000)
      .recorded(
        { type: 'NotedAbsent', person: S(4), cause: 'left' },
        { type: 'NotedAbsent', person: S(3), cause: 'left' },
      );
    expect(told(later, 3).map((line) => line.split(' ').slice(2, 3))).toEqual([
      ['seatLeft'],
      ['notedAbsent'],
      ['notedAbsent'],
    ]);
  });

  it('what happens between two items is in the list of attendance only', () => {
    const between = withItem(open(), 3)
      .after({ type: 'beginDebate' })
      .recorded({
        type: 'ItemClosed',
        item: itemId(3),
        outcome: 'tabled',
      });
    expect(told(arrives(between, V(2)), 3)).toEqual([]);
    const withdrawn = withItem(open(), 3).recorded({ type: 'ItemWithdrawn', item: itemId(3), reason: 'Inte beredd.' });
    expect(told(arrives(withdrawn, V(2)), 3)).toEqual([]);
    const another = withItem(open(), 3).recorded({ type: 'ItemWithdrawn', item: itemId(7), reason: 'Inte beredd.' });
    expect(told(arrives(another, V(2)), 3)).toHaveLength(1);
  });

  it('NAR-1 the roll call tells who was counted, and not each seat', () => {
    const called = checkedIn(plan, { absent: [V(2)] })
      .after({ type: 'checkNotice' })
      .after({ type: 'openMeeting' })
      .after({ type: 'openItem', item: itemId(1) })
      .after({ type: 'startRollCall' });
    const answered = called.meeting.attendance.rollCall.order.reduce(
      (s, seat) =>
        s
          .after({ type: 'callName', seat })
          .after({ type: 'answerRollCall', seat, answer: seat === seatId(9) ? 'noAnswer' : 'yes' }),
      called,
    );
    const recalled = answered
      .after({ type: 'callName', seat: seatId(9) })
      .after({ type: 'answerRollCall', seat: seatId(9), answer: 'noAnswer' })
      .after({ type: 'endRollCall' });
    const quorate = arrives(recalled, V(2)).after({ type: 'declareQuorate' });
    expect(told(quorate, 1)).toEqual([
      'presence item-1/quorate/seq: quorate {body: Kommunfullmäktige; present: 9; required: 5} ← DeclaredQuorate',
    ]);
    expect(told(quorate, null)).toEqual(['presentation /notice: notice.none ← NoticeChecked']);
  });

  it('NAR-2 by which exception fewer than half took the item up', () => {
    const opened = (exception?: 'conflict' | 'interpellation') =>
      open().recorded({
        type: 'ItemOpened',
        item: itemId(3),
        present: 4,
        required: 5,
        ...(exception ? { exception } : {}),
      });
    expect(told(opened('conflict'), 3)).toEqual([
      'presence item-3/belowQuorum: belowQuorum {body: Kommunfullmäktige; present: 4; required: 5; form: conflict} ← ItemOpened',
    ]);
    expect(told(opened(), 3)).toEqual([]);
  });
});

describe('around the debate', () => {
  it('JAV-1 those in conflict by own declaration or by decision, not those whom the body found free', () => {
    const it = { item: itemId(3) };
    const scene = withItem(open(), 3).recorded(
      { type: 'ConflictRaised', ...it, person: M(1), ground: 'Granne.', by: S(2) },
      { type: 'ConflictDecided', ...it, person: M(1), inConflict: true },
      { type: 'ConflictRaised', ...it, person: M(2), ground: 'Granne.', by: S(2) },
      { type: 'ConflictDecided', ...it, person: M(2), inConflict: false },
      { type: 'ConflictDeclared', ...it, person: V(1) },
      { type: 'ConflictRaised', ...it, person: M(3), ground: 'Granne.', by: S(2) },
    );
    expect(told(scene, 3)).toEqual([
      'conflict item-3/conflict: conflict {persons: [M 1 (M), V 1 (V)]; count: 2} ← ConflictDecided ConflictDeclared',
    ]);
    const free = withItem(open(), 3).recorded({
      type: 'ConflictRaised',
      ...it,
      person: M(3),
      ground: 'Granne.',
      by: S(2),
    });
    expect(told(free, 3)).toEqual([]);
  });

  it('OFF-1 that the doors were closed, and opened again', () => {
    const debate = withItem(open(), 8).after({ type: 'beginDebate' });
    expect(told(debate, 8)).toEqual([]);
    const closed = debate.after({ type: 'closeDoors' });
    expect(told(closed, 8)).toEqual(['doors item-8/doors: doors {body: Kommunfullmäktige} ← DoorsClosed']);
    expect(told(closed.after({ type: 'openDoors' }), 8)).toEqual([
      'doors item-8/doors: doors {body: Kommunfullmäktige} ← DoorsClosed DoorsOpened',
    ]);
  });

  it.each([
    ['ekonom', 'presentation item-3/presentation: presentationBy {person: Per Wahlund; title: ekonom} ← FloorGiven'],
    [undefined, 'presentation item-3/presentation: presentation {person: Per Wahlund} ← FloorGiven'],
  ])('who presented it, with the title %s, once', (title, line) => {
    const here = arrives(withItem(open(withTitle(title)), 3), PRESENTER).after(
      { type: 'admit', person: PRESENTER },
      SECRETARY,
    );
    expect(told(here, 3)).toEqual([]);
    const other = speaks(here, S(3));
    expect(told(other, 3)).toEqual([]);
    expect(told(speaks(speaks(other, PRESENTER), PRESENTER), 3)).toEqual([line]);
  });

  it('an item without a presenter has no presentation', () => {
    expect(told(speaks(withItem(open(), 7), S(3)), 7)).toEqual([]);
  });

  it('what was handed out', () => {
    const handed = withItem(open(), 3).after(
      {
        type: 'handOutDocument',
        item: itemId(3),
        document: { id: 'doc-1' as DocumentId, title: 'Tabell 1' },
      },
      SECRETARY,
    );
    expect(told(handed, 3)).toEqual([
      'documents item-3/document/doc-1: documentHandedOut {title: Tabell 1} ← DocumentHandedOut',
    ]);
  });

  it('a break with its cause and reason, the check after it; the one that goes on has no end', () => {
    const away = withItem(open(), 3).after({ type: 'adjourn', cause: 'groupMeeting', reason: 'Gruppmöte.' });
    expect(told(away, 3)).toEqual([
      'adjournment item-3/adjournment/seq: adjournedSince {from: MeetingAdjourned; form: groupMeeting} “Gruppmöte.” ← MeetingAdjourned',
    ]);
    const back = away.wait(60_000).after({ type: 'recall' });
    expect(told(back, 3)).toEqual([
      'adjournment item-3/adjournment/seq: adjourned {from: MeetingAdjourned; form: groupMeeting; to: MeetingRecalled} “Gruppmöte.” ← MeetingAdjourned',
    ]);
    const checked = [S(1), S(2), S(3), S(4), M(1), M(2), M(3), V(1)]
      .reduce((s, who) => s.after({ type: 'confirmPresence', person: who }), back)
      .after({ type: 'completeCheck' });
    expect(told(checked.wait(5000).after({ type: 'adjourn', cause: 'rest' }), 3)).toEqual([
      'adjournment item-3/adjournment/seq: adjourned {from: MeetingAdjourned; form: groupMeeting; to: MeetingRecalled} “Gruppmöte.” ← MeetingAdjourned PresenceCheckCompleted',
      'adjournment item-3/check/seq: checked {present: 8} ← PresenceCheckCompleted',
      'adjournment item-3/adjournment/seq: adjournedSince {from: MeetingAdjourned; form: rest} ← MeetingAdjourned',
    ]);
  });

  it('DIST-5 the lost member is named where the loss is the cause, and nowhere else', () => {
    const broken = (cause: 'connectionLost' | 'disorder', who?: PersonId) =>
      told(withItem(open(), 3).recorded({ type: 'MeetingAdjourned', cause, ...(who ? { person: who } : {}) }), 3);
    expect(broken('connectionLost', M(1))).toEqual([
      'adjournment item-3/adjournment/seq: adjournedSinceFor {from: MeetingAdjourned; form: connectionLost; person: M 1 (M)} ← MeetingAdjourned',
    ]);
    expect(broken('connectionLost')).toEqual([
      'adjournment item-3/adjournment/seq: adjournedSince {from: MeetingAdjourned; form: connectionLost} ← MeetingAdjourned',
    ]);
    expect(broken('disorder', M(1))).toEqual([
      'adjournment item-3/adjournment/seq: adjournedSince {from: MeetingAdjourned; form: disorder} ← MeetingAdjourned',
    ]);
  });
});

describe('interpellations and questions: put, and answered (KL 5:68)', () => {
  it.each([4, 5])('§ %i', (number) => {
    const [asker, answerer, form] =
      number === 4 ? ['M 1 (M)', 'S 2 (S)', 'interpellation'] : ['M 2 (M)', 'S 3 (S)', 'question'];
    const scene = withItem(open(), number).after({ type: 'beginDebate' });
    const put = `question item-${number}/question: questionPut {asker: ${asker}; form: ${form}} ← `;
    expect(told(scene, number)).toEqual([put]);
    const asked = speaks(scene, number === 4 ? M(1) : M(2));
    expect(told(asked, number)).toEqual([put]);
    const answering = number === 4 ? S(2) : S(3);
    expect(told(speaks(speaks(asked, answering), answering), number)).toEqual([
      `question item-${number}/question: questionAnswered {asker: ${asker}; answerer: ${answerer}; form: ${form}} ← FloorGiven`,
    ]);
  });

  it('one that nobody was to answer is put; one without an asker is not', () => {
    expect(told(withItem(open(), 9), 9)).toEqual([
      'question item-9/question: questionPut {asker: M 2 (M); form: question} ← ',
    ]);
    expect(told(withItem(open(), 10), 10)).toEqual([]);
  });

  it('an asker of another kind of item asked nothing', () => {
    const bill = {
      ...plan,
      items: plan.items.map((i) => (i.number === 7 ? { ...i, asker: M(1), answerer: S(2) } : i)),
    };
    expect(told(speaks(withItem(open(bill), 7), S(2)), 7)).toEqual([]);
  });
});

describe('items that end without a gavel', () => {
  it.each(['noted', 'carriedOver'] as const)('%s', (outcome) => {
    const closed = withItem(open(), 6).recorded({ type: 'ItemClosed', item: itemId(6), outcome });
    expect(told(closed, 6)).toEqual([
      `decision item-6/outcome: outcome.${outcome} {body: Kommunfullmäktige} ← ItemClosed`,
    ]);
  });

  it.each(['decided', 'tabled'] as const)('%s is told by its decision alone', (outcome) => {
    const closed = withItem(open(), 6).recorded({ type: 'ItemClosed', item: itemId(6), outcome });
    expect(told(closed, 6)).toEqual([]);
  });

  it('PRO-3 adjusted at once, after its decision', () => {
    const [moved] = moves(inDebate(plan, 7, [V(2)]), S(2), 'rejection');
    const done = gavel(finds(toDecision(moved), 'rejection')).after({ type: 'adjustAtOnce', item: itemId(7) });
    expect(told(done, 7)).toEqual([
      'decision item-7/decision/main: decision {body: Kommunfullmäktige; decided: decided.rejectionPlain {name: name.moved {name: S 2; others: no}}} ← QuestionSettled',
      'proposals item-7/proposal/rejection: proposal.rejection {persons: [S 2 (S)]; form: first} ← ProposalMoved',
      'procedure item-7/finding/main/0: finding.single {name: short.rejectionPlain {name: name.moved {name: S 2; others: no}}; finding: found.rejectionPlain {name: name.moved {name: S 2; others: no}}} ← QuestionPut FindingStated',
      'statements item-7/adjustedAtOnce: adjustedAtOnce ← AdjustedAtOnce',
    ]);
  });
});

it('ABL-8 decided without a meeting: by whom, dated by the last signature, in the words signed', () => {
  const company = companyPlan();
  const id = itemId(63);
  const proposed = given(company).after(
    { type: 'proposePerCapsulam', item: id, text: 'Kvarnen köps.' },
    person('Eva Lind'),
  );
  const stood = proposed.recorded({ type: 'MaterialStood', item: id, reason: 'Alla har fått det.' });
  const told63 = (scene: Scene) => told(scene, 63);
  const signed = company.seats.reduce(
    (s, { holder }) => s.wait(1000).after({ type: 'signPerCapsulam', item: id, person: holder! }, holder),
    stood,
  );
  expect(told63(signed)).toEqual([
    `decision item-63/perCapsulam: perCapsulam {body: Exempelköpings Vatten AB, styrelsen; persons: [Anders Wikström (S), Ulrika Dahlin (S), Ingrid Palm (S), Johan Ekeroth (C), Magnus Thorell (L), Annika Stjernholm (M), Eva Tigerholm (M)]; at: PerCapsulamSigned} “Kvarnen köps.” ← PerCapsulamProposed ${'PerCapsulamSigned '.repeat(7)}PerCapsulamDecided`,
    'documents item-63/materialStood/seq: materialStood “Alla har fått det.” ← MaterialStood',
  ]);
  expect(signed.meeting.company.perCapsulam[id]?.decidedAt).toBe(
    signed.facts.findLast((fact) => fact.event.type === 'PerCapsulamSigned')?.at,
  );
  const unsigned = withItem(stood, 63);
  expect(toldOf(unsigned, 63, 'decision')).toEqual([]);
});

describe('before the first §', () => {
  it('faults of form and the chair’s stand, items in and out, who led, the secretary’s own words', () => {
    const scene = given(plan)
      .recorded(
        { type: 'MeetingOpened', leader: S(1) },
        {
          type: 'NoticeChecked',
          faults: [{ rule: 'KAL-1' }, { rule: 'KAL-4' }],
          stand: 'proceed',
          reason: 'Alla är här.',
        },
        { type: 'ItemAdded', item: item(11, 'Brådskande'), consent: [] },
        { type: 'ItemWithdrawn', item: itemId(7), reason: 'Inte beredd.' },
        { type: 'ChairHandedOver', from: S(1), to: S(2) },
      )
      .after({ type: 'writeNote', note: 'n0', item: null, text: 'Tyst minut.' }, SECRETARY)
      .after({ type: 'writeNote', note: 'n1', item: itemId(3), text: 'Om budgeten.' }, SECRETARY);
    expect(told(scene, null)).toEqual([
      'presentation /notice: notice.faults {rules: [KAL-1, KAL-4]} “Alla är här.” ← NoticeChecked',
      'presentation item-11/added: itemAdded {number: 11; title: Brådskande} ← ItemAdded',
      'presentation item-7/withdrawn: itemWithdrawn {number: 7; title: Motion} “Inte beredd.” ← ItemWithdrawn',
      'presence /led/seq: chairHandedOver {from: S 1 (S); to: S 2 (S); at: MeetingOpened} ← ChairHandedOver',
      'notes /note/n0: note “Tyst minut.” ← NoteWritten',
    ]);
    expect(told(withItem(scene, 3), 3)).toEqual(['notes item-3/note/n1: note “Om budgeten.” ← NoteWritten']);
  });

  it('a notice without faults has no rules to tell, and no stand', () => {
    const checked = given(plan).recorded({ type: 'NoticeChecked', faults: [] });
    expect(told(checked, null)).toEqual(['presentation /notice: notice.none ← NoticeChecked']);
  });

  it('a note rests on each time it was written', () => {
    const twice = given(plan)
      .after({ type: 'writeNote', note: 'n0', item: null, text: 'Ett.' }, SECRETARY)
      .after({ type: 'writeNote', note: 'n1', item: null, text: 'Två.' }, SECRETARY)
      .after({ type: 'writeNote', note: 'n0', item: null, text: 'Ett igen.' }, SECRETARY);
    expect(told(twice, null)).toEqual([
      'notes /note/n0: note “Ett igen.” ← NoteWritten NoteWritten',
      'notes /note/n1: note “Två.” ← NoteWritten',
    ]);
  });
});

describe('the secretary’s wording (MIN-01)', () => {
  const worded = (text: string): readonly string[] => {
    const away = withItem(open(), 3).after({ type: 'adjourn', cause: 'rest', reason: 'Kaffe.' });
    const [key = ''] = [away.facts.at(-1)?.seq].map((seq) => `item-3/adjournment/${seq}`);
    return told(away.after({ type: 'wordPassage', passage: key, text }, SECRETARY), 3);
  };
  const LINE = 'adjournment item-3/adjournment/seq: adjournedSince {from: MeetingAdjourned; form: rest} “Kaffe.”';

  it('stands if it keeps every fact; how a form is said is no fact', () => {
    expect(worded('Paus sedan {from}.')).toEqual([`${LINE} worded “Paus sedan {from}.” ← MeetingAdjourned`]);
  });

  it('falls if a fact is left out, and says which', () => {
    expect(worded('En paus.')).toEqual([`${LINE} lacks from ← MeetingAdjourned`]);
    expect(worded('En paus from.')).toEqual([`${LINE} lacks from ← MeetingAdjourned`]);
  });

  it('stands before the first § too; nobody abstaining needs no word, nor how many are in conflict', () => {
    const led = given(plan).recorded({ type: 'ChairHandedOver', from: S(1), to: S(2) });
    const key = `/led/${led.facts.at(-1)?.seq}`;
    const of = (text: string) => told(led.after({ type: 'wordPassage', passage: key, text }, SECRETARY), null)[0];
    expect(of('{to} tog över efter {from} {at}.')).toContain('worded');
    expect(of('{to} tog över.')).toContain('lacks from, at');
    const conflict = withItem(open(), 3).recorded({ type: 'ConflictDeclared', item: itemId(3), person: V(1) });
    const named = conflict.after(
      { type: 'wordPassage', passage: 'item-3/conflict', text: 'Jäv: {persons}.' },
      SECRETARY,
    );
    expect(told(named, 3)[0]).toContain('worded');
  });
});

import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import {
  boardPlan,
  companyPlan,
  hallOf,
  inSession,
  item,
  member,
  person,
  type PlanChange,
  type Scene,
  scriptOf,
  seatId,
  withItem,
} from '../testing/index.ts';

/** Five seats: S 1 (who leads), S 2 (first vice chair) and S 3, M 1 and M 2. Called in the order 3, 4, 5, 2, 1. */
function small(change: PlanChange = {}): MeetingPlan {
  return hallOf({ S: 3, M: 2 }, { items: [item(1, 'Upprop', 'rollCall'), item(2, 'Detaljplan')], ...change });
}

function atRollCall(plan: MeetingPlan = small(), absent: readonly PersonId[] = []): Scene {
  return withItem(inSession(plan, { absent }), plan.items[0]?.number ?? 0);
}

const started = (plan?: MeetingPlan, absent?: readonly PersonId[]): Scene =>
  atRollCall(plan, absent).after({ type: 'startRollCall' });

const calls = (scene: Scene, seat: number): Scene => scene.after({ type: 'callName', seat: seatId(seat) });

function answers(scene: Scene, seat: number, answer: 'yes' | 'noAnswer' = 'yes'): Scene {
  return calls(scene, seat).after({ type: 'answerRollCall', seat: seatId(seat), answer });
}

const CALLING = 'opened✓ rollCall← quorate adjusters agenda';
const NOT_DECLARED = 'declareQuorate ⇒ declareQuorate: MTG-ROLL-CALL';
const NOT_ENDED = 'endRollCall ⇒ endRollCall: MTG-ROLL-CALL';

describe('the roll call', () => {
  it.each([
    ['council', small()],
    ['board', boardPlan()],
    ['company’s board', companyPlan()],
  ])('of a %s begins with its first name', (_, plan) => {
    expect(scriptOf(atRollCall(plan))).toEqual({
      say: ['rollCallStart'],
      next: 'startRollCall ⇒ startRollCall',
      also: ['declareQuorate ⇒ declareQuorate'],
      notNow: [],
      trail: CALLING,
    });
  });

  it('started: the first in order is called, and neither its end nor the number comes before the names', () => {
    expect(scriptOf(started())).toEqual({
      say: ['rollCallNext'],
      next: 'callName {name: S 3 (S)} ⇒ callName seat seat-3',
      also: [],
      notNow: [NOT_ENDED, NOT_DECLARED],
      trail: CALLING,
    });
  });

  it('called: yes or no answer with the next name in one press, or the name once more', () => {
    expect(scriptOf(calls(started(), 4))).toEqual({
      say: ['callName {name: M 1; party: M}'],
      next:
        'answeredYesNext {next: S 3 (S)} ⇒ answerRollCall seat seat-4, answer yes; then callName seat seat-3; ' +
        'effect presentInRoom {name: M 1 (M)}',
      also: [
        'noAnswerNext {next: S 3 (S)} ⇒ answerRollCall seat seat-4, answer noAnswer; then callName seat seat-3',
        'callAgain {name: M 1} ⇒ callName seat seat-4',
      ],
      notNow: [NOT_DECLARED],
      trail: CALLING,
    });
  });

  it('answered: the next in order who has not been called', () => {
    expect(scriptOf(answers(started(), 3, 'noAnswer'))).toMatchObject({
      say: ['rollCallNext'],
      next: 'callName {name: M 1 (M)} ⇒ callName seat seat-4',
    });
  });

  it('one who has not come is called by name all the same, and has no yes to enter', () => {
    expect(scriptOf(calls(started(small(), [member('M', 1)]), 4))).toMatchObject({
      say: ['callName {name: M 1; party: M}'],
      next: 'noAnswerNext {next: S 3 (S)} ⇒ answerRollCall seat seat-4, answer noAnswer; then callName seat seat-3',
      notNow: [
        'answeredYesNext {next: S 3 (S)} ⇒ answerRollCall seat seat-4, answer yes; then callName seat seat-3; ' +
          'effect presentInRoom {name: M 1 (M)}: MTG-ROLL-CALL',
        NOT_DECLARED,
      ],
    });
  });

  it('one on link is noted as present at a distance', () => {
    const birgitta = person('Birgitta Nordin');
    const scene = withItem(inSession(boardPlan(), { remote: [birgitta] }), 85).after({ type: 'startRollCall' });
    expect(scriptOf(calls(scene, 7))).toMatchObject({
      say: ['callName {name: Birgitta Nordin; party: Centerpartiet}'],
      next:
        'answeredYesNext {next: Erik Lövgren (S)} ⇒ answerRollCall seat seat-7, answer yes; then callName seat seat-2; ' +
        'effect presentRemote {name: Birgitta Nordin (C)}',
    });
  });

  it('one without a party is called by name alone', () => {
    const plan = small();
    const people = plan.people.map(({ party, ...one }) =>
      one.id === member('M', 1) ? one : party === undefined ? one : { ...one, party },
    );
    expect(scriptOf(calls(started({ ...plan, people }), 4))).toMatchObject({
      say: ['callNamePlain {name: M 1; party: }'],
      next: expect.stringContaining('effect presentInRoom {name: M 1}'),
      also: expect.arrayContaining(['callAgain {name: M 1} ⇒ callName seat seat-4']),
    });
  });

  it('a seat that nobody holds, and whose substitute has left since the start, is called without a name', () => {
    const plan = small();
    const substitute = person('Per Grahn');
    const vacant: MeetingPlan = {
      ...plan,
      people: [...plan.people, { id: substitute, givenName: 'Per', familyName: 'Grahn' }],
      seats: plan.seats.map(({ holder, ...seat }) =>
        seat.id === seatId(5) || holder === undefined ? seat : { ...seat, holder },
      ),
    };
    const scene = atRollCall(vacant).recorded({ type: 'SeatTaken', seat: seatId(5), person: substitute });
    const called = scene.after({ type: 'startRollCall' });
    expect(scriptOf(answers(answers(called, 3), 4))).toMatchObject({
      next: 'callName {name: Per Grahn} ⇒ callName seat seat-5',
    });
    const left = called.recorded({
      type: 'SeatLeft',
      seat: seatId(5),
      person: substitute,
      cause: 'left',
      barredToday: false,
    });
    expect(scriptOf(answers(answers(left, 3), 4))).toMatchObject({ next: 'callName {name: } ⇒ callName seat seat-5' });
    expect(scriptOf(calls(answers(answers(left, 3), 4), 5))).toEqual({
      say: ['callNamePlain {name: ; party: }'],
      next: 'noAnswerNext {next: S 2 (S)} ⇒ answerRollCall seat seat-5, answer noAnswer; then callName seat seat-2',
      also: ['callAgain {name: } ⇒ callName seat seat-5'],
      notNow: [
        'answeredYesNext {next: S 2 (S)} ⇒ answerRollCall seat seat-5, answer yes; then callName seat seat-2; ' +
          'effect presentInRoom {name: }: MTG-ROLL-CALL',
        NOT_DECLARED,
      ],
      trail: CALLING,
    });
    expect(scriptOf(calls(answers(left, 3), 4))).toMatchObject({
      next:
        'answeredYes ⇒ answerRollCall seat seat-4, answer yes; then callName seat seat-5; ' +
        'effect presentInRoom {name: M 1 (M)}',
    });
  });

  it('is gone through before anything else, whatever item is open', () => {
    const scene = withItem(inSession(small()), 2).after({ type: 'startRollCall' });
    expect(scriptOf(scene)).toMatchObject({ say: ['rollCallNext'], trail: CALLING });
  });
});

describe('whoever did not answer', () => {
  const silent = [4, 5, 2, 1].reduce((scene, seat) => answers(scene, seat), answers(started(), 3, 'noAnswer'));

  it('is called once more, or the roll call is ended', () => {
    expect(scriptOf(silent)).toEqual({
      say: ['rollCallNext'],
      next: 'callName {name: S 3 (S)} ⇒ callName seat seat-3',
      also: ['endRollCall ⇒ endRollCall'],
      notNow: [NOT_DECLARED],
      trail: CALLING,
    });
  });

  it('can answer the second call', () => {
    const again = calls(silent, 3);
    expect(scriptOf(again)).toEqual({
      say: ['callName {name: S 3; party: S}'],
      next: 'answeredYes ⇒ answerRollCall seat seat-3, answer yes; effect presentInRoom {name: S 3 (S)}',
      also: [
        'noAnswer ⇒ answerRollCall seat seat-3, answer noAnswer',
        'callAgain {name: S 3} ⇒ callName seat seat-3',
        'endRollCall ⇒ endRollCall',
      ],
      notNow: [NOT_DECLARED],
      trail: CALLING,
    });
  });

  it('is not called a third time', () => {
    expect(scriptOf(answers(silent, 3, 'noAnswer'))).toEqual({
      say: ['rollCallEnd'],
      next: 'endRollCall ⇒ endRollCall',
      also: [],
      notNow: [NOT_DECLARED],
      trail: CALLING,
    });
  });
});

describe('after the roll call', () => {
  const ended = (scene: Scene, silent: readonly number[] = []): Scene =>
    [3, 4, 5, 2, 1]
      .reduce((s, seat) => answers(s, seat, silent.includes(seat) ? 'noAnswer' : 'yes'), scene)
      .after({ type: 'endRollCall' });

  it('enough: the number is declared; the roll may be called again, or the item closed', () => {
    expect(scriptOf(ended(started(), [3]))).toEqual({
      say: ['quorate {present: 4; required: 3; seats: 5; body: Kommunfullmäktige}'],
      next: 'declareQuorate ⇒ declareQuorate',
      also: ['callRollAgain ⇒ startRollCall', 'closeItem ⇒ closeItem'],
      notNow: [],
      trail: 'opened✓ rollCall✓ quorate← adjusters agenda',
    });
  });

  it('just enough is enough', () => {
    expect(scriptOf(ended(started(), [3, 4]))).toMatchObject({
      say: ['quorate {present: 3; required: 3; seats: 5; body: Kommunfullmäktige}'],
    });
  });

  it('too few: it is said, the number cannot be declared, and the meeting can be closed', () => {
    const away = [member('S', 3), member('M', 1), member('M', 2)];
    expect(scriptOf(ended(started(small(), away), [3, 4, 5]))).toEqual({
      say: ['notQuorate {present: 2; required: 3; seats: 5; body: Kommunfullmäktige}'],
      next: 'nothing',
      also: ['callRollAgain ⇒ startRollCall', 'closeMeeting ⇒ closeMeeting', 'closeItem ⇒ closeItem'],
      notNow: ['declareQuorate ⇒ declareQuorate: NAR-1'],
      trail: 'opened✓ rollCall✓ quorate← adjusters agenda',
    });
  });

  it('declared: the item is closed', () => {
    expect(scriptOf(ended(started(), [3]).after({ type: 'declareQuorate' }))).toEqual({
      say: ['quorateDeclared {present: 4; seats: 5; body: Kommunfullmäktige}'],
      next: 'closeItem ⇒ closeItem',
      also: [],
      notNow: [],
      trail: 'opened✓ rollCall✓ quorate✓ adjusters← agenda',
    });
  });

  it('declared, and something was moved in the item: it is debated and decided like anywhere', () => {
    const declared = ended(started()).after({ type: 'declareQuorate' });
    const moved = declared.after(
      { type: 'moveProposal', person: member('M', 1), kind: 'tabling', text: 'Ärendet bordläggs.' },
      member('M', 1),
    );
    expect(scriptOf(moved)).toMatchObject({
      say: ['item {number: 1; title: Upprop}'],
      next: 'beginDebate ⇒ beginDebate',
    });
  });

  it('not declared, and the item is debated all the same: the debate has its own script', () => {
    const moved = ended(started()).after(
      { type: 'moveProposal', person: member('M', 1), kind: 'tabling', text: 'Ärendet bordläggs.' },
      member('M', 1),
    );
    expect(scriptOf(moved)).toMatchObject({ next: 'declareQuorate ⇒ declareQuorate' });
    expect(scriptOf(moved.after({ type: 'beginDebate' }))).toMatchObject({
      say: ['anyMore'],
      next: 'closeDebate ⇒ closeDebate',
    });
  });
});

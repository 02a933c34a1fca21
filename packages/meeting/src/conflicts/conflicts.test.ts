import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import {
  conflictForecast,
  contestedHearing,
  leaderConflictGate,
  leaderInConflict,
  quorum,
  quorumGate,
  servingSeatOf,
} from '../selectors.ts';
import {
  arrives,
  boardPlan,
  councilPlan,
  inSession,
  itemClosed,
  itemId,
  person,
  seatId,
  withItem,
} from '../testing/index.ts';

const ruth = person('Ruth Åkerlund');
const daniel = person('Daniel Hållén');
const helena = person('Helena Ståhl');
const mirja = person('Mirja Aho');
const bidrag = itemId(87);
const seatOfRuth = seatId(10);

/** The social board with exactly six of eleven: the chair and Ruth Åkerlund among them. */
function sixOfEleven(substitutes: readonly PersonId[] = []) {
  const plan = boardPlan();
  const others = plan.seats.flatMap((s) => (s.holder && s.holder !== helena && s.holder !== ruth ? [s.holder] : []));
  return inSession(plan, { absent: others.slice(4), substitutes });
}
const declared = (scene = sixOfEleven([daniel])) =>
  scene.after({ type: 'declareConflict', item: bidrag, person: ruth, ground: 'Sitter i föreningens styrelse' }, ruth);

describe('conflict of interest', () => {
  it('JAV-2 in a board the person leaves the seat when the item is opened, without being barred', () => {
    declared()
      .when({ type: 'openItem', item: bidrag }, helena)
      .thenAmong({ type: 'SeatLeft', person: ruth, cause: 'conflict', barredToday: false });
  });

  it('NAR-3 such an item is not opened when nobody can be called for it', () => {
    declared(sixOfEleven())
      .when({ type: 'openItem', item: bidrag }, helena)
      .refuses('NAR-3', { present: 5, required: 6 });
  });

  it('JAV-2 a declaration in the open item has effect at once', () => {
    const scene = withItem(sixOfEleven(), 87)
      .when({ type: 'declareConflict', item: bidrag, person: ruth }, ruth)
      .then({ type: 'ConflictDeclared' }, { type: 'SeatLeft', person: ruth, cause: 'conflict' });
    expect(servingSeatOf(scene.meeting, ruth)).toBeUndefined();
  });

  it('ERS-5 the substitute serves for the item and steps down, and the member is back by itself (scenario 5)', () => {
    const inItem = withItem(declared(), 87);
    expect(quorumGate(inItem.meeting, 'question')?.rule).toBe('NAR-3');
    const served = inItem
      .when({ type: 'callSubstitute', seat: seatOfRuth, substitute: daniel }, mirja)
      .then({ type: 'SeatTaken', seat: seatOfRuth, person: daniel, inPlaceOf: ruth, forConflictIn: bidrag });
    expect(quorum(served.meeting)).toMatchObject({ present: 6, quorate: true });
    const after = itemClosed(served, 87);
    expect(servingSeatOf(after.meeting, ruth)?.id).toBe(seatOfRuth);
    expect(servingSeatOf(after.meeting, daniel)).toBeUndefined();
    expect(after.meeting.attendance.barredToday).toEqual({});
    const again = withItem(after.after({ type: 'declareConflict', item: itemId(90), person: ruth }, ruth), 90);
    again
      .when({ type: 'callSubstitute', seat: seatOfRuth, substitute: daniel }, mirja)
      .thenAmong({ type: 'SeatTaken', person: daniel });
  });

  it('ERS-5 a serving substitute in conflict has the seat back after the item, too', () => {
    const plan = boardPlan();
    const scene = inSession(plan, { absent: [ruth], substitutes: [daniel] }).after(
      { type: 'callSubstitute', seat: seatOfRuth, substitute: daniel },
      mirja,
    );
    const inItem = withItem(scene.after({ type: 'declareConflict', item: bidrag, person: daniel }, daniel), 87);
    expect(servingSeatOf(inItem.meeting, daniel)).toBeUndefined();
    const after = itemClosed(inItem, 87).meeting.attendance.serving[seatOfRuth];
    expect(after).toMatchObject({ person: daniel, inPlaceOf: ruth });
  });

  it('ERS-3 a member who comes while the substitute is out of the item keeps the own seat after it', () => {
    const scene = inSession(boardPlan(), { absent: [ruth], substitutes: [daniel] }).after(
      { type: 'callSubstitute', seat: seatOfRuth, substitute: daniel },
      mirja,
    );
    const inItem = withItem(scene.after({ type: 'declareConflict', item: bidrag, person: daniel }, daniel), 87);
    const here = arrives(inItem, ruth);
    expect(servingSeatOf(here.meeting, ruth)?.id).toBe(seatOfRuth);
    const after = itemClosed(here, 87);
    expect(servingSeatOf(after.meeting, ruth)?.id).toBe(seatOfRuth);
    expect(servingSeatOf(after.meeting, daniel)).toBeUndefined();
    expect(after.meeting.attendance.steppedAside).toEqual({});
  });

  it('ERS-5 one who went home meanwhile does not come back by itself', () => {
    const after = itemClosed(
      withItem(declared(), 87).after({ type: 'checkOut', person: ruth, cause: 'left' }, ruth),
      87,
    );
    expect(servingSeatOf(after.meeting, ruth)).toBeUndefined();
  });

  it('ERS-1 a substitute who is in conflict as well is passed over', () => {
    const both = declared().after({ type: 'declareConflict', item: bidrag, person: daniel }, daniel);
    withItem(both, 87)
      .when({ type: 'callSubstitute', seat: seatOfRuth, substitute: daniel }, mirja)
      .refuses('ERS-6', { why: 'conflict' });
  });

  it('JAV-1 in the council the person is out of the item, and the council goes on', () => {
    const scene = inSession(councilPlan()).after({ type: 'declareConflict', item: itemId(120), person: ruth }, ruth);
    const inItem = withItem(scene, 120);
    expect(servingSeatOf(inItem.meeting, ruth)).toBeUndefined();
    expect(quorum(inItem.meeting)).toMatchObject({ present: 40, required: 21 });
    expect(servingSeatOf(itemClosed(inItem, 120).meeting, ruth)?.number).toBe(27);
  });

  it('MTG-LEADER-CONFLICT the chair’s own conflict: the chair is handed over first (scenario 6)', () => {
    const chair = person('Marie Sandell');
    const scene = inSession(councilPlan()).after({ type: 'declareConflict', item: itemId(120), person: chair }, chair);
    expect(leaderInConflict(scene.meeting)).toBeUndefined();
    expect(leaderInConflict(scene.meeting, itemId(120))).toBe(chair);
    scene.when({ type: 'openItem', item: itemId(120) }, chair).refuses('MTG-LEADER-CONFLICT');
    const handed = scene.recorded({ type: 'ChairHandedOver', from: chair, to: person('Carl Bergendal') });
    expect(leaderConflictGate(handed.meeting, itemId(120))).toBeNull();
    expect(servingSeatOf(withItem(handed, 120).meeting, chair)).toBeUndefined();
  });

  it('JAV-04 the warning comes before the item, with the substitute who would save the quorum', () => {
    const { meeting } = declared();
    expect(conflictForecast(meeting)).toEqual([
      {
        item: bidrag,
        number: 87,
        persons: [ruth],
        presentWithout: 5,
        required: 6,
        breaksQuorum: true,
        substitutes: [{ seat: seatOfRuth, person: daniel }],
      },
    ]);
  });

  it('JAV-04 expected conflicts of the plan are in the forecast until they are denied, and a council is not broken by them', () => {
    const scene = inSession(councilPlan());
    expect(conflictForecast(scene.meeting)).toMatchObject([
      { number: 120, persons: [ruth], presentWithout: 40, breaksQuorum: false },
    ]);
    const denied = scene
      .after(
        { type: 'raiseConflict', item: itemId(120), person: ruth, ground: 'Äger grannfastigheten' },
        person('Mats Öberg'),
      )
      .after({ type: 'decideConflict', item: itemId(120), person: ruth, inConflict: false });
    expect(conflictForecast(denied.meeting)).toEqual([]);
  });

  it('MTG-CONFLICT a conflict is contested only when somebody has raised it', () => {
    sixOfEleven()
      .when({ type: 'contestConflict', item: bidrag, person: ruth }, ruth)
      .refuses('MTG-CONFLICT', { why: 'notRaised' });
    sixOfEleven()
      .when({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: true }, helena)
      .refuses('MTG-CONFLICT', { why: 'notRaised' });
    declared()
      .when({ type: 'declareConflict', item: itemId(404), person: ruth }, ruth)
      .refuses('MTG-CONFLICT', { why: 'unknown' });
    itemClosed(withItem(sixOfEleven(), 87), 87)
      .when({ type: 'declareConflict', item: bidrag, person: ruth }, ruth)
      .refuses('MTG-CONFLICT', { why: 'closed' });
    sixOfEleven()
      .when({ type: 'raiseConflict', item: bidrag, person: person('Inger Falkman'), ground: 'x' }, helena)
      .refuses('MTG-CONFLICT', { why: 'notElected' });
  });

  it('MTG-CONFLICT an own declaration can be taken back, a decision cannot', () => {
    const taken = withItem(declared(), 87)
      .when({ type: 'withdrawConflict', item: bidrag, person: ruth }, ruth)
      .then({ type: 'ConflictWithdrawn' }, { type: 'SeatTaken', person: ruth });
    expect(quorum(taken.meeting).present).toBe(6);
    const raised = inSession(boardPlan()).after(
      { type: 'raiseConflict', item: bidrag, person: ruth, ground: 'x' },
      helena,
    );
    const decided = raised.after({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: true }, helena);
    decided
      .when({ type: 'withdrawConflict', item: bidrag, person: ruth }, ruth)
      .refuses('MTG-CONFLICT', { why: 'decided' });
    decided
      .when({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: false }, helena)
      .refuses('MTG-CONFLICT', { why: 'notRaised' });
  });

  const contested = (scene = sixOfEleven([daniel])) =>
    withItem(scene, 87)
      .after({ type: 'raiseConflict', item: bidrag, person: ruth, ground: 'Syster till sökanden' }, helena)
      .after({ type: 'contestConflict', item: bidrag, person: ruth }, ruth);

  it('JAV-3 a contested conflict: the person goes on until the body has decided', () => {
    const full = contested(inSession(boardPlan()));
    expect(servingSeatOf(full.meeting, ruth)?.id).toBe(seatOfRuth);
    expect(contestedHearing(full.meeting, bidrag, ruth)).toEqual({ quorateWithout: true, personTakesPart: false });
    full
      .when({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: true }, helena)
      .then(
        { type: 'ConflictDecided', inConflict: true },
        { type: 'SeatLeft', person: ruth, cause: 'conflict', barredToday: false },
      );
  });

  it('JAV-3 short without the person, a substitute who can be called is called first', () => {
    const short = contested();
    short
      .when({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: true }, helena)
      .refuses('JAV-3', { person: 'Ruth Åkerlund', substitute: 'Daniel Hållén' });
    const replaced = short
      .when({ type: 'callSubstitute', seat: seatOfRuth, substitute: daniel }, mirja)
      .then(
        { type: 'SeatLeft', person: ruth, cause: 'conflict' },
        { type: 'SeatTaken', person: daniel, forConflictIn: bidrag },
      );
    const cleared = replaced
      .when({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: false }, helena)
      .then(
        { type: 'ConflictDecided' },
        { type: 'SeatLeft', person: daniel, cause: 'memberReturned' },
        { type: 'SeatTaken', person: ruth },
      );
    expect(quorum(cleared.meeting).present).toBe(6);
  });

  it('JAV-3 with nobody to call, the person takes part in the decision on the own conflict', () => {
    const alone = contested(sixOfEleven());
    expect(contestedHearing(alone.meeting, bidrag, ruth)).toEqual({ quorateWithout: false, personTakesPart: true });
    alone
      .when({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: true }, helena)
      .thenAmong({ type: 'ConflictDecided', inConflict: true });
  });

  it('NAR-1 a body short even with the person decides nothing about it', () => {
    const plan = boardPlan();
    const others = plan.seats.flatMap((s) => (s.holder && s.holder !== helena && s.holder !== ruth ? [s.holder] : []));
    const five = contested(inSession(plan, { absent: others.slice(3) }));
    five
      .when({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: true }, helena)
      .refuses('NAR-1', { present: 5, required: 6 });
  });

  it('MTG-SEAT contesting does not cost the seat where the body can decide without the person', () => {
    contested(inSession(boardPlan(), { substitutes: [daniel] }))
      .when({ type: 'callSubstitute', seat: seatOfRuth, substitute: daniel }, mirja)
      .refuses('MTG-SEAT', { why: 'served' });
  });
});

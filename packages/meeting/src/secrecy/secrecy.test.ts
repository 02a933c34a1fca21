import { describe, expect, it } from 'vitest';
import { audienceOf, PUBLIC_AUDIENCE } from '../audience/audience.ts';
import { foldFor } from '../audience/fold.ts';
import { decisionGate, doorsGate, isPresent, quorum, servingSeatOf } from '../selectors.ts';
import {
  arrives,
  boardPlan,
  councilPlan,
  inSession,
  itemClosed,
  itemId,
  person,
  type PlanChange,
  withItem,
} from '../testing/index.ts';
import { moves } from '../testing/procedure.ts';

const sofia = person('Sofia Elmgren');
const helena = person('Helena Ståhl');
const mirja = person('Mirja Aho');
const elsa = person('Elsa Enskild');
const board = (change: PlanChange = {}) => inSession(boardPlan(change), { remote: [sofia] });
const council = () => withItem(inSession(councilPlan()), 123);

describe('doors', () => {
  it('OFF-1 the council closes its doors for the deliberation of an item, by a decision in the open', () => {
    council()
      .when({ type: 'closeDoors' })
      .then({ type: 'DoorsClosed', item: itemId(123) });
    const deciding = council().recorded({ type: 'DebateClosed', item: itemId(123) });
    deciding.when({ type: 'closeDoors' }).refuses('OFF-1', { why: 'stage' });
  });

  it('OFF-1 the decision is made in the open', () => {
    const closed = council().after({ type: 'closeDoors' });
    expect(doorsGate(closed.meeting)).toEqual({ rule: 'OFF-1', detail: { why: 'decision' } });
    expect(decisionGate(closed.meeting, 'question')?.rule).toBe('OFF-1');
    expect(decisionGate(closed.after({ type: 'openDoors' }).meeting, 'question')).toBeNull();
  });

  it('NAR-1 a council that is not quorate cannot decide to close its doors', () => {
    const plan = councilPlan();
    const absent = plan.seats.slice(20).flatMap((s) => (s.holder ? [s.holder] : []));
    withItem(inSession(plan, { absent }), 123).when({ type: 'closeDoors' }).refuses('NAR-1');
  });

  it('MTG-DOORS doors are closed for an item', () => {
    inSession(councilPlan()).when({ type: 'closeDoors' }).refuses('MTG-DOORS');
    inSession(councilPlan()).when({ type: 'openDoors' }).then();
  });

  it('OFF-2 a board’s secret item closes the doors by itself, and they do not open before it is closed', () => {
    const inItem = board()
      .when({ type: 'openItem', item: itemId(89) }, helena)
      .thenAmong({ type: 'DoorsClosed', item: itemId(89) });
    inItem.when({ type: 'openDoors' }, helena).refuses('OFF-2', { number: 89 });
    const after = itemClosed(inItem, 89);
    expect(after.meeting.secrecy.closedFor).toBeUndefined();
    expect(after.meeting.secrecy.closedItems).toEqual([itemId(89)]);
    expect(doorsGate(inItem.meeting)).toBeNull();
  });

  it('OFF-2 an open item of a board can be closed and opened', () => {
    const closed = withItem(board(), 87).after({ type: 'closeDoors' }, helena);
    closed
      .when({ type: 'openDoors' }, helena)
      .then({ type: 'DoorsOpened', item: itemId(87) }, { type: 'SeatTaken', person: sofia });
  });

  it('DIST-6 where secret items are never at a distance, those on link are out of the item and back after it (scenario 12)', () => {
    const inItem = withItem(board(), 89);
    expect(quorum(inItem.meeting)).toMatchObject({ present: 10, remote: 0, lost: 0 });
    inItem.when({ type: 'declareRoom', person: sofia }, sofia).refuses('DIST-6', { why: 'never' });
    const after = itemClosed(inItem, 89);
    expect(servingSeatOf(after.meeting, sofia)).toBeDefined();
    expect(after.meeting.attendance.barredToday).toEqual({});
  });

  it('DIST-6 when the council opens its doors for the decision, those on link are back for it', () => {
    const birgitta = person('Birgitta Nordin');
    const closed = withItem(inSession(councilPlan(), { remote: [birgitta] }), 123).after({ type: 'closeDoors' });
    expect(servingSeatOf(closed.meeting, birgitta)).toBeUndefined();
    closed.when({ type: 'openDoors' }).then({ type: 'DoorsOpened' }, { type: 'SeatTaken', person: birgitta });
  });

  it('DIST-6 with full protection one counts when the room is declared (scenario 11)', () => {
    const inItem = withItem(board({ settings: { remoteForSecretItems: 'protected' } }), 89);
    expect(isPresent(inItem.meeting, sofia)).toBe(false);
    const declared = inItem
      .when({ type: 'declareRoom', person: sofia }, sofia)
      .then({ type: 'RoomDeclared', item: itemId(89), person: sofia });
    expect(quorum(declared.meeting)).toMatchObject({ present: 11, remote: 1 });
  });

  it('SEC-2 when a secret item begins the public is shut out and one at a distance too, until the room is declared', () => {
    const inItem = withItem(board({ settings: { remoteForSecretItems: 'protected' } }), 89);
    expect(inItem.meeting.secrecy.closedFor).toBe(itemId(89));
    const [scene] = moves(inItem.after({ type: 'beginDebate' }, helena), helena, 'amendment', { text: 'Hemligt.' });
    const seen = (audience: Parameters<typeof foldFor>[1]) => JSON.stringify(foldFor(scene.facts, audience));
    expect(seen(PUBLIC_AUDIENCE)).not.toContain('Hemligt');
    expect(seen(audienceOf(scene.meeting, sofia))).not.toContain('Hemligt');
    const declared = scene.after({ type: 'declareRoom', person: sofia }, sofia);
    expect(JSON.stringify(foldFor(declared.facts, audienceOf(declared.meeting, sofia)))).toContain('Hemligt');
  });

  it('DIST-6 one who cannot be alone is noted out of that item only', () => {
    const inItem = withItem(board({ settings: { remoteForSecretItems: 'protected' } }), 89);
    const out = inItem
      .when({ type: 'noteAbsent', person: sofia, cause: 'secretItem' }, helena)
      .then({ type: 'SeatLeft', cause: 'secretItem', barredToday: false }, { type: 'NotedAbsent' });
    expect(quorum(out.meeting)).toMatchObject({ present: 10, lost: 0 });
    expect(servingSeatOf(itemClosed(out, 89).meeting, sofia)).toBeDefined();
  });

  it('DIST-6 from the municipality’s premises where that is the rule', () => {
    const plan = boardPlan({ settings: { remoteForSecretItems: 'premisesOnly' } });
    const scene = inSession(plan, { absent: [sofia] }).after(
      { type: 'checkIn', person: sofia, mode: 'room', room: 'Åkern', identified: 'bankId' },
      sofia,
    );
    expect(isPresent(withItem(scene, 89).meeting, sofia)).toBe(true);
    expect(quorum(withItem(board({ settings: { remoteForSecretItems: 'premisesOnly' } }), 89).meeting).present).toBe(
      10,
    );
  });

  it('DIST-6 decided per item and nothing decided means nobody at a distance', () => {
    const perItem = { settings: { remoteForSecretItems: 'perItem' } } as const;
    expect(quorum(withItem(board(perItem), 89).meeting).present).toBe(10);
    const plan = boardPlan(perItem);
    const items = plan.items.map((item) =>
      item.number === 89 ? { ...item, remoteWhenClosed: 'protected' as const } : item,
    );
    const inItem = withItem(inSession({ ...plan, items }, { remote: [sofia] }), 89);
    expect(quorum(inItem.after({ type: 'declareRoom', person: sofia }, sofia).meeting).present).toBe(11);
  });

  it('MTG-DOORS there is nothing to declare a room for between items', () => {
    board().when({ type: 'declareRoom', person: sofia }, sofia).refuses('MTG-DOORS');
    withItem(board(), 89).when({ type: 'declareRoom', person: elsa }, elsa).refuses('MTG-ABSENT');
  });

  it('MTG-EXTERNAL a party is let in to the own item only, and is out for good when it is over (scenario 9)', () => {
    const waiting = arrives(board(), elsa);
    expect(waiting.meeting.attendance.present[elsa]?.admitted).toBe(false);
    waiting.when({ type: 'admit', person: elsa }, mirja).refuses('MTG-LOBBY', { why: 'external' });
    withItem(waiting, 89)
      .when({ type: 'admitExternal', person: elsa }, mirja)
      .refuses('MTG-EXTERNAL', { why: 'item', number: 88 });
    const heard = withItem(waiting, 88)
      .when({ type: 'admitExternal', person: elsa }, mirja)
      .then({ type: 'ExternalAdmitted', item: itemId(88), person: elsa });
    expect(heard.meeting.attendance.present[elsa]?.admitted).toBe(true);
    const ended = heard
      .when({ type: 'endExternal', person: elsa }, mirja)
      .then({ type: 'ExternalEnded', item: itemId(88), person: elsa });
    expect(ended.meeting.attendance.present[elsa]).toBeUndefined();
    ended
      .when({ type: 'checkIn', person: elsa, mode: 'room', identified: 'oneTimeLink' }, elsa)
      .refuses('MTG-EXTERNAL', { why: 'ended' });
    ended.when({ type: 'admitExternal', person: elsa }, mirja).refuses('MTG-EXTERNAL', { why: 'ended' });
  });

  it('MTG-EXTERNAL nobody is left in when the item is closed', () => {
    const heard = withItem(arrives(board(), elsa), 88).after({ type: 'admitExternal', person: elsa }, mirja);
    const after = itemClosed(heard, 88);
    expect(after.meeting.secrecy.externals[elsa]).toEqual({ item: itemId(88), state: 'ended' });
    expect(after.meeting.attendance.present[elsa]).toBeUndefined();
    expect(after.meeting.attendance.stretches.find((s) => s.person === elsa)).toMatchObject({
      capacity: 'other',
      atItem: 88,
    });
  });

  it('MTG-EXTERNAL an official is not an external, and one outside is not let in', () => {
    withItem(board(), 88)
      .when({ type: 'admitExternal', person: person('Inger Falkman') }, mirja)
      .refuses('MTG-EXTERNAL', { why: 'notExternal' });
    withItem(board(), 88).when({ type: 'admitExternal', person: elsa }, mirja).refuses('MTG-ABSENT');
    withItem(board(), 88).when({ type: 'endExternal', person: elsa }, mirja).refuses('MTG-ABSENT');
  });
});

import { describe, expect, it } from 'vitest';
import type { ItemId, PersonId } from '../ids.ts';
import {
  boardPlan,
  councilPlan,
  given,
  inSession,
  item,
  itemId,
  person,
  personOf,
  type Scene,
  withItem,
} from '../testing/index.ts';
import type { Context, Fact, Meeting, MeetingEvent } from '../types.ts';
import { evolveSecrecy, initialSecrecy } from './evolve.ts';
import { followSecrecy } from './follow.ts';

const helena = person('Helena Ståhl');
const mirja = person('Mirja Aho');
const sofia = person('Sofia Elmgren');
const yusuf = person('Yusuf Demir');
const elsa = person('Elsa Enskild');
const secretary = person('Åsa Lindvall');
const karin = person('Karin Ahlqvist');
const [OPEN, HEARD, SECRET] = [86, 88, 89].map(itemId) as [ItemId, ItemId, ItemId];
const board = (rule: 'never' | 'premisesOnly' | 'protected' = 'protected', remote = [sofia]) =>
  inSession(boardPlan({ settings: { remoteForSecretItems: rule } }), { remote });
const chair = person('Marie Sandell');
const most = councilPlan()
  .seats.map((seat) => seat.holder!)
  .filter((who) => who !== chair && who !== karin);

describe('OFF-1 OFF-2 MTG-DOORS the doors', () => {
  const close = { type: 'closeDoors' } as const;
  const open = { type: 'openDoors' } as const;

  it('of a council are closed for what is deliberated, by a council that has its number', () => {
    const presented = withItem(inSession(councilPlan()), 118);
    const closed = presented.when(close).then({ type: 'DoorsClosed', item: itemId(118) });
    closed.when(close).then();
    closed.when(open).then({ type: 'DoorsOpened', item: itemId(118) });
    presented.when(open).then();
    presented
      .after({ type: 'beginDebate' })
      .after({ type: 'closeDebate' })
      .when(close)
      .refuses('OFF-1', { why: 'stage' });
    inSession(councilPlan()).when(close).refuses('MTG-DOORS');
    withItem(inSession(councilPlan(), { absent: most }), 118)
      .when(close)
      .refuses('NAR-1', { present: 2, required: 21 });
    const adjourned = closed.after({ type: 'adjourn', cause: 'rest' });
    adjourned.when(open).refuses('MTG-SESSION', { state: 'adjourned' });
    presented.after({ type: 'adjourn', cause: 'rest' }).when(close).refuses('MTG-SESSION', { state: 'adjourned' });
  });

  it('of a board are closed at any stage, and stay so in what is always closed', () => {
    const decidedOn = withItem(board(), 86).after({ type: 'beginDebate' }).after({ type: 'closeDebate' });
    decidedOn.when(close).then({ type: 'DoorsClosed', item: OPEN });
    withItem(board(), 89).when(open).refuses('OFF-2', { number: 89 });
    withItem(board(), 86).after(close).when(open).then({ type: 'DoorsOpened', item: OPEN });
    // Left closed after their item, they can be opened.
    const left = withItem(board(), 86).recorded({ type: 'DoorsClosed', item: SECRET });
    left.when(open).then({ type: 'DoorsOpened', item: SECRET });
    const unknown = withItem(board(), 86).recorded({ type: 'DoorsClosed', item: itemId(9) });
    unknown.when(open).then({ type: 'DoorsOpened', item: itemId(9) });
  });
});

describe('DIST-6 MTG-ABSENT a room that is declared', () => {
  const declare = (who: PersonId) => ({ type: 'declareRoom', person: who }) as const;

  it('by one who is there, for the item that is closed or open, once', () => {
    const scene = withItem(board(), 89);
    const declared = scene.when(declare(sofia), sofia).thenAmong({ type: 'RoomDeclared', item: SECRET, person: sofia });
    declared.when(declare(sofia), sofia).then();
    scene.when(declare(elsa), elsa).refuses('MTG-ABSENT', { person: 'Elsa Enskild' });
    board().when(declare(sofia), sofia).refuses('MTG-DOORS');
    const closedFor = withItem(board(), 86).recorded({ type: 'DoorsClosed', item: SECRET });
    closedFor.when(declare(sofia), sofia).thenAmong({ type: 'RoomDeclared', item: SECRET });
    const waiting = withItem(board(), 89).after(
      { type: 'checkIn', person: elsa, mode: 'room', identified: 'bankId' },
      elsa,
    );
    waiting.when(declare(elsa), elsa).refuses('MTG-ABSENT', { person: 'Elsa Enskild' });
  });

  it('to no use where nobody is heard at a distance; in the hall there is nothing to hinder', () => {
    const scene = withItem(board('never'), 89);
    scene.when(declare(sofia), sofia).refuses('DIST-6', { why: 'never' });
    scene.when(declare(yusuf), yusuf).then({ type: 'RoomDeclared', person: yusuf });
  });
});

describe('EXT-02 MTG-EXTERNAL one to be heard', () => {
  const admit = (who = elsa) => ({ type: 'admitExternal', person: who }) as const;
  const end = (who = elsa) => ({ type: 'endExternal', person: who }) as const;
  const comes = (scene: Scene, mode: 'room' | 'remote' = 'room', identified: 'bankId' | 'oneTimeLink' = 'bankId') =>
    scene.after({ type: 'checkIn', person: elsa, mode, identified }, elsa);
  const name = { person: 'Elsa Enskild' };
  const no = (why: string, more: object = {}) => ['MTG-EXTERNAL', { why, ...name, ...more }] as const;

  it('is let in to the own item, once, and then out for good', () => {
    const waiting = comes(withItem(board(), 88));
    const inside = waiting.when(admit(), mirja).then({ type: 'ExternalAdmitted', item: HEARD, person: elsa });
    inside.when(admit(), mirja).then();
    const out = inside.when(end(), mirja).then({ type: 'ExternalEnded', item: HEARD, person: elsa });
    out.when(end(), mirja).then();
    out.when(admit(), mirja).refuses(...no('ended'));
    waiting.when(end(), mirja).refuses('MTG-ABSENT', name);
    waiting.when(end(sofia), mirja).refuses('MTG-ABSENT', { person: 'Sofia Elmgren' });
    withItem(board(), 88).when(admit(), mirja).refuses('MTG-ABSENT', name);
  });

  it('is called to it, in session, and to that alone', () => {
    comes(withItem(board(), 88))
      .when(admit(sofia), mirja)
      .refuses('MTG-EXTERNAL', { why: 'notExternal', person: 'Sofia Elmgren' });
    comes(withItem(board(), 86))
      .when(admit(), mirja)
      .refuses(...no('item', { number: 88 }));
    comes(board())
      .when(admit(), mirja)
      .refuses(...no('item', { number: 88 }));
    comes(withItem(board(), 88))
      .after({ type: 'adjourn', cause: 'rest' }, helena)
      .when(admit(), mirja)
      .refuses('MTG-SESSION', { state: 'adjourned' });
    // One with the duty whom no item names is heard where the body wants it.
    const uncalled = boardPlan({ items: boardPlan().items.map(({ externals: _none, ...rest }) => rest) });
    comes(withItem(inSession(uncalled), 86))
      .when(admit(), mirja)
      .thenAmong({ type: 'ExternalAdmitted', item: OPEN });
    const { refusal } = comes(inSession(uncalled)).when(admit(), mirja);
    expect(refusal?.detail).not.toHaveProperty('number');
    expect(refusal).toEqual({
      rule: 'MTG-EXTERNAL',
      detail: { why: 'item', ...name },
    });
  });

  it('not once the body decides', () => {
    const stage = (now: 'presentation' | 'debate' | 'deciding' | 'decided') => {
      const scene = comes(withItem(board(), 88));
      const debate = now === 'presentation' ? scene : scene.after({ type: 'beginDebate' }, helena);
      if (now === 'presentation' || now === 'debate') return debate;
      const closed = debate.after({ type: 'closeDebate' }, helena);
      return now === 'deciding' ? closed : closed.recorded({ type: 'ItemDecided', item: HEARD, outcome: 'decided' });
    };
    for (const now of ['presentation', 'debate'] as const)
      stage(now).when(admit(), mirja).then({ type: 'ExternalAdmitted' });
    for (const now of ['deciding', 'decided'] as const)
      stage(now)
        .when(admit(), mirja)
        .refuses(...no('late'));
  });

  it('EXT-03 by a link that can be passed on only when the face is known', () => {
    const far = comes(withItem(board(), 88), 'remote', 'oneTimeLink');
    far.when(admit(), mirja).refuses(...no('unchecked'));
    comes(withItem(board(), 88), 'remote').when(admit(), mirja).then({ type: 'ExternalAdmitted' });
  });

  it('DIST-6 at a distance behind closed doors as the body has it', () => {
    comes(withItem(board('never'), 88), 'remote')
      .when(admit(), mirja)
      .refuses('DIST-6', { why: 'never' });
    comes(withItem(board('premisesOnly'), 88), 'remote')
      .when(admit(), mirja)
      .refuses('DIST-6', { why: 'premisesOnly' });
    comes(withItem(board('never'), 88))
      .when(admit(), mirja)
      .then({ type: 'ExternalAdmitted' });
    const council = councilPlan({
      people: [...councilPlan().people, personOf('Elsa Enskild')],
      duties: [...councilPlan().duties, { person: elsa, duty: 'external' }],
      settings: { remoteForSecretItems: 'never' },
      items: [item(1, 'Ärendet', 'matter', { externals: [elsa] })],
    });
    comes(withItem(inSession(council), 1), 'remote')
      .when(admit(), secretary)
      .then({ type: 'ExternalAdmitted' });
  });
});

describe('Nothing stays closed, and nobody stays in', () => {
  const context: Context = { at: 9, actor: helena, id: 'x' };
  const { meeting } = board();
  const other = person('Annan Enskild');
  const secrecy = (closedFor: ItemId | undefined, current: ItemId | undefined = closedFor): Meeting => ({
    ...meeting,
    agenda: { ...meeting.agenda, ...(current && { current }) },
    secrecy: {
      ...meeting.secrecy,
      ...(closedFor && { closedFor }),
      externals: {
        [elsa]: { item: HEARD, state: 'admitted' },
        [other]: { item: SECRET, state: 'admitted' },
        [yusuf]: { item: HEARD, state: 'invited' },
        [sofia]: { item: HEARD, state: 'ended' },
      },
    },
  });
  const follows = (after: Meeting, event: MeetingEvent, before: Meeting = after) =>
    followSecrecy(before, after, event, context);
  const opened = (of: ItemId) => ({ type: 'DoorsOpened', item: of }) as const;
  const ended = (who: PersonId, of: ItemId) => ({ type: 'ExternalEnded', item: of, person: who }) as const;
  const close = (of: ItemId) => ({ type: 'ItemClosed', item: of, outcome: 'decided' }) as const;
  const withdraw = (of: ItemId) => ({ type: 'ItemWithdrawn', item: of, reason: '' }) as const;
  const open = (of: ItemId) => ({ type: 'ItemOpened', item: of, present: 1, required: 1 }) as const;

  it('with the item: its doors and those heard in it', () => {
    expect(follows(secrecy(HEARD), close(HEARD))).toEqual([opened(HEARD), ended(elsa, HEARD)]);
    expect(follows(secrecy(SECRET), close(HEARD))).toEqual([ended(elsa, HEARD)]);
    expect(follows(secrecy(undefined), close(HEARD))).toEqual([ended(elsa, HEARD)]);
    expect(follows(secrecy(SECRET), close(SECRET))).toEqual([opened(SECRET), ended(other, SECRET)]);
    expect(follows(secrecy(HEARD), withdraw(HEARD))).toEqual([opened(HEARD), ended(elsa, HEARD)]);
    expect(follows(secrecy(HEARD), withdraw(HEARD), secrecy(HEARD, SECRET))).toEqual([]);
  });

  it('with the meeting: all of it', () => {
    const all = [ended(elsa, HEARD), ended(other, SECRET)];
    expect(follows(secrecy(HEARD), { type: 'MeetingClosed' })).toEqual([opened(HEARD), ...all]);
    expect(follows(secrecy(undefined), { type: 'MeetingClosed' })).toEqual(all);
  });

  it('OFF-2 an item that is always closed closes its doors, once', () => {
    expect(follows(secrecy(undefined), open(SECRET))).toEqual([{ type: 'DoorsClosed', item: SECRET }]);
    expect(follows(secrecy(HEARD), open(SECRET))).toEqual([]);
    expect(follows(secrecy(undefined), open(OPEN))).toEqual([]);
    expect(follows(secrecy(undefined), open(itemId(9)))).toEqual([]);
  });

  it('DIST-6 who serves at a distance and may not hear it leaves for the item, and is not barred', () => {
    const never = board('never').meeting;
    const closed: Meeting = { ...never, secrecy: { ...never.secrecy, closedFor: SECRET } };
    const seat = never.plan.seats.find((s) => s.holder === sofia)!.id;
    expect(follows(closed, { type: 'DoorsClosed', item: SECRET })).toEqual([
      { type: 'SeatLeft', seat, person: sofia, cause: 'secretItem', barredToday: false },
    ]);
    expect(follows(secrecy(SECRET), { type: 'DoorsClosed', item: SECRET })).toEqual([]);
  });

  it('what is remembered of it', () => {
    const after = (event: MeetingEvent, from = initialSecrecy()) =>
      evolveSecrecy(from, { seq: 2, at: 9, actor: helena, event } satisfies Fact, meeting);
    expect(initialSecrecy()).toEqual({ closedItems: [], declarations: {}, externals: {} });
    expect(initialSecrecy(boardPlan()).externals).toEqual({ [elsa]: { item: HEARD, state: 'invited' } });
    expect(given(boardPlan()).meeting.secrecy).toEqual(initialSecrecy(boardPlan()));
    const closed = after({ type: 'DoorsClosed', item: SECRET });
    expect(closed).toMatchObject({ closedFor: SECRET, closedItems: [SECRET] });
    expect(after({ type: 'DoorsClosed', item: SECRET }, closed).closedItems).toEqual([SECRET]);
    expect(after({ type: 'DoorsOpened', item: SECRET }, closed)).toEqual({
      ...initialSecrecy(),
      closedItems: [SECRET],
    });
  });
});

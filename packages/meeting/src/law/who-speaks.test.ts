import { describe, expect, it } from 'vitest';
import type { Duty } from '../plan.ts';
import { councilPlan, inSession, item, itemId, person, personOf, withItem } from '../testing/index.ts';
import type { Meeting } from '../types.ts';
import { maySpeak } from './ytt-1-who-may-speak.ts';
import { maySpeakInQuestion } from './ytt-2-questions.ts';

const chair = person('Marie Sandell');
const karin = person('Karin Ahlqvist');
const director = person('Lars-Göran Åberg');
const guest = person('Gäst Gästsson');
const mayor = person('Råd Rådman');
const no = { rule: 'YTT-1' };

const base = councilPlan({ settings: { nonServingMaySpeak: false } });
const plan = councilPlan({
  settings: { nonServingMaySpeak: false },
  people: [...base.people, personOf('Gäst Gästsson'), personOf('Råd Rådman')],
  items: [item(1, 'Ärendet', 'matter', { presenter: guest, asker: mayor, answerer: guest }), item(2, 'Nästa')],
});
const held = withItem(inSession(plan), 1).meeting;

/** The guest is in the room, with this duty or none. */
const inTheRoom = (meeting: Meeting, who = guest, duty?: Duty): Meeting => ({
  ...meeting,
  plan: { ...meeting.plan, duties: [...meeting.plan.duties, ...(duty ? [{ person: who, duty }] : [])] },
  attendance: {
    ...meeting.attendance,
    present: {
      ...meeting.attendance.present,
      [who]: { person: who, mode: 'room', identified: 'bankId', since: 0, admitted: true, fulfilled: true },
    },
  },
});
const without = (
  meeting: Meeting,
  change: { presenter?: undefined; asker?: undefined; answerer?: undefined },
): Meeting => {
  const id = itemId(1);
  return {
    ...meeting,
    agenda: {
      ...meeting.agenda,
      items: { ...meeting.agenda.items, [id]: { ...meeting.agenda.items[id]!, ...change } as never },
    },
  };
};
const plain = without(held, { presenter: undefined, asker: undefined, answerer: undefined });

describe('YTT-1 who may speak', () => {
  it('one who serves a seat and is here; not one who is not', () => {
    expect(maySpeak(held, karin)).toBeNull();
    const gone = withItem(inSession(plan, { absent: [karin] }), 1).meeting;
    expect(maySpeak(gone, karin)).toEqual(no);
    expect(maySpeak(gone, karin, true)).toEqual(no);
  });

  it('one in conflict of interest is out of the word, though in the room', () => {
    const declared = withItem(inSession(plan), 1).recorded({
      type: 'ConflictDeclared',
      item: itemId(1),
      person: karin,
    });
    expect(maySpeak(declared.meeting, karin)).toEqual(no);
    expect(maySpeak(declared.meeting, chair)).toBeNull();
  });

  it('the one who leads, without a seat too', () => {
    const led: Meeting = { ...inTheRoom(plain), agenda: { ...plain.agenda, leader: guest } };
    expect(maySpeak(led, guest)).toBeNull();
    expect(maySpeak(inTheRoom(plain), guest)).toEqual(no);
  });

  it('a commissioner of right; nobody by the duty of another', () => {
    expect(maySpeak(inTheRoom(plain, mayor, 'commissioner'), mayor)).toBeNull();
    expect(maySpeak(inTheRoom(inTheRoom(plain, mayor, 'commissioner')), guest)).toEqual(no);
  });

  it('the one who asks and the one who answers, each alone', () => {
    const asked = without(held, { presenter: undefined });
    expect(maySpeak(inTheRoom(asked, mayor), mayor)).toBeNull();
    expect(maySpeak(inTheRoom(asked), guest)).toBeNull();
    expect(maySpeak(inTheRoom(plain, mayor), mayor)).toEqual(no);
    const between: Meeting = inTheRoom({ ...asked, agenda: { ...asked.agenda, current: itemId(2) } });
    expect(maySpeak(between, guest)).toEqual(no);
  });

  it('substitutes who do not serve where the body lets them, and they alone', () => {
    const substitute = person('Ulla Brandt');
    const here = (nonServingMaySpeak: boolean) =>
      withItem(
        inSession(
          { ...plan, body: councilPlan({ settings: { nonServingMaySpeak } }).body },
          { substitutes: [substitute] },
        ),
        1,
      ).meeting;
    expect(maySpeak(here(true), substitute)).toBeNull();
    expect(maySpeak(here(false), substitute)).toEqual(no);
    expect(maySpeak(here(false), substitute, true)).toEqual(no);
    const official = without(here(true), { presenter: undefined, asker: undefined, answerer: undefined });
    expect(maySpeak(official, director)).toEqual(no);
  });

  it.each([
    ['official', true],
    ['presenter', true],
    ['auditor', true],
    ['external', true],
    ['secretary', true],
    ['assistant', true],
    ['technician', true],
    ['hallDevice', false],
  ] as const)('one here as %s is given the floor by the leader: %s, and does not ask for it', (duty, given) => {
    const here = inTheRoom(plain, guest, duty);
    expect(maySpeak(here, guest)).toEqual(no);
    expect(maySpeak(here, guest, true)).toEqual(given ? null : no);
  });

  it('one duty that is given the floor is enough beside one that is not', () => {
    const here = inTheRoom(inTheRoom(plain, guest, 'hallDevice'), guest, 'official');
    expect(maySpeak(here, guest, true)).toBeNull();
  });

  it('the presenter of the item is given the floor in it, and not in the next', () => {
    const presents = without(held, { asker: undefined, answerer: undefined });
    expect(maySpeak(inTheRoom(presents), guest, true)).toBeNull();
    expect(maySpeak(inTheRoom(presents), guest)).toEqual(no);
    expect(maySpeak(inTheRoom(presents, mayor), mayor, true)).toEqual(no);
    const next: Meeting = { ...presents, agenda: { ...presents.agenda, current: itemId(2) } };
    expect(maySpeak(inTheRoom(next), guest, true)).toEqual(no);
    const { current: _none, ...between } = presents.agenda;
    expect(maySpeak(inTheRoom({ ...presents, agenda: between }), guest, true)).toEqual(no);
  });

  it('one who was let in to be heard speaks, and no longer when that is over', () => {
    const heard = (state: 'invited' | 'admitted' | 'ended'): Meeting => ({
      ...plain,
      secrecy: { ...plain.secrecy, externals: { [guest]: { item: itemId(1), state } } },
    });
    expect(maySpeak(heard('admitted'), guest)).toBeNull();
    for (const state of ['invited', 'ended'] as const) expect(maySpeak(heard(state), guest)).toEqual(no);
  });
});

describe('YTT-2 a question is between two', () => {
  const question = { kind: 'question', asker: karin, answerer: chair } as const;
  it.each([
    [karin, 'speech', null],
    [chair, 'speech', null],
    [karin, 'reply', null],
    [chair, 'reply', null],
    [director, 'speech', { rule: 'YTT-2' }],
    [director, 'reply', { rule: 'YTT-2' }],
    [director, 'pointOfOrder', null],
  ] as const)('%s with a %s', (who, kind, expected) => {
    expect(maySpeakInQuestion(question, who, kind)).toEqual(expected);
  });

  it('an interpellation is for all', () => {
    expect(maySpeakInQuestion({ ...question, kind: 'interpellation' }, director, 'speech')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Duty, Item, MeetingPlan, Person } from '../plan.ts';
import { boardPlan, councilPlan, itemId, person } from '../testing/index.ts';
import { type Audience, PUBLIC_AUDIENCE } from './audience.ts';
import { showItem, showPlan, withOwn, withoutProtectedNames } from './plan.ts';

const desk: Audience = { kind: 'presidium', barredFrom: [] };
const members: Audience = { kind: 'participants', barredFrom: [] };
const technicians: Audience = { kind: 'support' };
const everybody = [desk, members, technicians, PUBLIC_AUDIENCE];

const council = councilPlan();
const chair = person('Marie Sandell');
const jonas = person('Jonas Fridh');
const stranger = person('Någon annan');
const screen = person('Skärmen');

const withPeople = (plan: MeetingPlan, ...people: readonly Person[]): MeetingPlan => ({
  ...plan,
  people: [...plan.people, ...people],
});
const nameOf = (plan: MeetingPlan, who: Person['id']) => plan.people.find(({ id }) => id === who)?.givenName;

describe('the plan, at its edges', () => {
  it('tells everybody which items were moved to a meeting in the room, and says nothing where none was', () => {
    const moved = [{ title: 'Val av ledamot', to: '2025-12-15' }] as const;
    for (const audience of everybody) {
      expect(showPlan({ ...council, moved }, audience).moved).toEqual(moved);
      expect('moved' in showPlan(council, audience)).toBe(false);
    }
  });

  it('names one who has no part yet: only those whose whole part is behind the scenes are withheld', () => {
    const plan = withPeople(council, { id: stranger, givenName: 'Någon', familyName: 'Annan' });
    for (const audience of everybody) expect(nameOf(showPlan(plan, audience), stranger)).toBe('Någon');
  });

  it('a field of an item that is known to no rule is for the desk alone', () => {
    const item = { ...council.items[0]!, id: itemId(7), doors: 'open', laterInvented: 'Hemligt' } as Item;
    expect(everybody.map((audience) => 'laterInvented' in showItem(item, council, audience))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('DAT-08 a protected name', () => {
  const hidden: Person = { id: stranger, givenName: 'Någon', familyName: 'Annan', isProtected: true };
  const screenDuty = { person: screen, duty: 'hallDevice' as Duty };
  const plan: MeetingPlan = withPeople({ ...council, duties: [...council.duties, screenDuty] }, hidden, {
    id: screen,
    givenName: 'Skärmen',
    familyName: 'Sal A',
  });

  it('is withheld also under the rules of a body that have no word of it, and without a party where there is none', () => {
    const { protectedNamesPublic: _, ...settings } = council.body.settings;
    const silent: MeetingPlan = { ...plan, body: { ...plan.body, settings } };
    expect(withoutProtectedNames(silent).people.find(({ id }) => id === stranger)).toStrictEqual({
      id: stranger,
      givenName: 'N.N.',
      familyName: '',
    });
  });

  it('is read by those in the meeting, with or without a duty, and not on the wall of the hall', () => {
    const shown = showPlan(plan, members);
    expect([jonas, chair, stranger].map((who) => nameOf(withOwn(shown, plan, who), stranger))).toEqual([
      'Någon',
      'Någon',
      'Någon',
    ]);
    expect(nameOf(withOwn(shown, plan, screen), stranger)).toBe('N.N.');
  });

  it('of a body that is not public live is withheld from the public as well', () => {
    const board = withPeople(boardPlan(), hidden);
    expect(nameOf(showPlan(board, PUBLIC_AUDIENCE), stranger)).toBe('N.N.');
  });
});

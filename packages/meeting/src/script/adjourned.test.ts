import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import { boardPlan, inSession, linkDown, person, type Scene, scriptOf, withItem } from '../testing/index.ts';
import { hallOf, inDebate, member, SECRETARY } from '../testing/procedure.ts';
import { item } from '../testing/plans.ts';

const open = (): Scene => inDebate(hallOf({ S: 4, M: 3 }, { items: [item(4, 'Skolan')] }), 4);
const [s1, s2, s3, m1] = [member('S', 1), member('S', 2), member('S', 3), member('M', 1)];
const everybody = (scene: Scene) => scene.meeting.plan.seats.flatMap((seat) => seat.holder ?? []);
const RECALL = 'recall ⇒ recall; effect recall';
const extend = (until: string) => `extendAdjournment {until: ${until}} ⇒ extendAdjournment until ${until}; asks until`;
const IN_BREAK = { notNow: ['continue ⇒ completeCheck: MTG-ADJOURNED'], trail: 'adjourned← check continues' };
const MINUTES = 60_000;

describe('a break', () => {
  it('without a time: recalled, or a time is set', () => {
    expect(scriptOf(open().after({ type: 'adjourn', cause: 'rest' }))).toEqual({
      say: ['adjourned'],
      next: RECALL,
      also: [extend('17:20')],
      ...IN_BREAK,
    });
  });

  it.each([
    ['is two hours off: a quarter of an hour more than that', 120 * MINUTES, 1000, '19:00', '19:20'],
    ['has passed: a quarter of an hour from now', 10 * MINUTES, 30 * MINUTES, '17:10', '17:50'],
  ])('whose time %s', (_, length, later, until, more) => {
    const scene = open();
    const at = (scene.facts.at(-1)?.at ?? 0) + length;
    expect(scriptOf(scene.after({ type: 'adjourn', cause: 'rest', until: at }), { later })).toEqual({
      say: [`adjournedUntil {until: ${until}}`],
      next: RECALL,
      also: [extend(more)],
      ...IN_BREAK,
    });
  });

  it('NAR-1 too few are left: the meeting can be closed', () => {
    const four = [s2, s3, member('S', 4), m1];
    const scene = four.reduce((s, who) => s.after({ type: 'checkOut', person: who, cause: 'left' }, who), open());
    expect(scriptOf(scene.after({ type: 'adjourn', cause: 'notQuorate' })).also).toEqual([
      extend('17:20'),
      'closeMeeting ⇒ closeMeeting',
    ]);
  });

  it('KL 5:20 a substitute for one who is lost, told what that costs', () => {
    const [birgitta, emma] = [person('Birgitta Nordin'), person('Emma Gradin')];
    const scene = linkDown(withItem(inSession(boardPlan(), { remote: [birgitta, emma] }), 86), birgitta);
    expect(scriptOf(scene.after({ type: 'adjourn', cause: 'connectionLost', person: birgitta })).also).toEqual([
      extend('12:20'),
      'callSubstitute {name: Emma Gradin (C); inPlaceOf: Birgitta Nordin (C)} ⇒ callSubstitute seat seat-7, substitute emma-gradin; effect substituteBars {name: Birgitta Nordin (C)}',
    ]);
  });
});

describe('the check after a break', () => {
  const recalled = (scene = open()) => scene.after({ type: 'adjourn', cause: 'rest' }).after({ type: 'recall' });
  const confirms = (scene: Scene, ...who: readonly PersonId[]) =>
    who.reduce((s, one) => s.after({ type: 'confirmPresence', person: one }), scene);
  const confirm = (name: string) =>
    `confirmPresence {name: ${name} (${name[0]})} ⇒ confirmPresence person ${name.toLowerCase().replace(' ', '-')}`;
  const absent = (name: string, cause = 'left') =>
    `noteAbsent {name: ${name} (${name[0]})} ⇒ noteAbsent person ${name.toLowerCase().replace(' ', '-')}, cause ${cause}; effect noteAbsent {name: ${name} (${name[0]})}`;
  const NOT_YET = { notNow: ['continue ⇒ completeCheck: MTG-CHECK'], trail: 'adjourned✓ check← continues' };

  it('more than six are missing: how many, not who', () => {
    const names = ['S 1', 'S 2', 'S 3', 'S 4', 'M 1', 'M 2', 'M 3'];
    const [first, ...rest] = names.map(confirm);
    expect(scriptOf(recalled())).toEqual({
      say: ['check {at: 17:00; names: []; named: 0; missing: 7}'],
      next: first,
      also: [...rest, ...names.map((name) => absent(name))],
      ...NOT_YET,
    });
  });

  it('six: who', () => {
    const names = ['S 2', 'S 3', 'S 4', 'M 1', 'M 2', 'M 3'];
    const [first, ...rest] = names.map(confirm);
    expect(scriptOf(confirms(recalled(), s1))).toEqual({
      say: [`check {at: 17:00; names: [${names.join(', ')}]; named: 6; missing: 6}`],
      next: first,
      also: [...rest, ...names.map((name) => absent(name))],
      ...NOT_YET,
    });
  });

  it('nobody is missing: the meeting goes on', () => {
    expect(scriptOf(confirms(recalled(), ...everybody(open())))).toEqual({
      say: ['checkDone {present: 7; seats: 7}'],
      next: 'continue ⇒ completeCheck',
      also: [],
      notNow: [],
      trail: 'adjourned✓ check← continues',
    });
  });

  it('one is noted absent: fewer are counted, of the same number of seats', () => {
    const six = everybody(open()).filter((who) => who !== m1);
    const scene = confirms(recalled(), ...six).after({ type: 'noteAbsent', person: m1, cause: 'left' });
    expect(scriptOf(scene).say).toEqual(['checkDone {present: 6; seats: 7}']);
  });

  it('one at a distance is noted absent for the connection; a substitute who is there can be called', () => {
    const [birgitta, emma] = [person('Birgitta Nordin'), person('Emma Gradin')];
    const scene = linkDown(withItem(inSession(boardPlan(), { remote: [birgitta, emma] }), 86), birgitta);
    const others = everybody(scene).filter((who) => who !== birgitta);
    expect(scriptOf(confirms(recalled(scene), ...others))).toEqual({
      say: ['check {at: 12:00; names: [Birgitta Nordin]; named: 1; missing: 1}'],
      next: 'nothing',
      also: [
        'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; effect noteAbsent {name: Birgitta Nordin (C)}',
        'callSubstitute {name: Emma Gradin (C); inPlaceOf: Birgitta Nordin (C)} ⇒ callSubstitute seat seat-7, substitute emma-gradin; effect substituteBars {name: Birgitta Nordin (C)}',
      ],
      notNow: [
        'continue ⇒ completeCheck: MTG-CHECK',
        'confirmPresence {name: Birgitta Nordin (C)} ⇒ confirmPresence person birgitta-nordin: NAR-5',
      ],
      trail: 'adjourned✓ check← continues',
    });
  });

  it('the secretary is offered the same, without words', () => {
    const { say, next } = scriptOf(confirms(recalled(), s1), { actor: SECRETARY });
    expect([say, next]).toEqual([[], confirm('S 2')]);
  });
});

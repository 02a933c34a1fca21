import { describe, expect, it } from 'vitest';
import type { MeetingPlan } from '../plan.ts';
import {
  arrives,
  boardPlan,
  hallOf,
  inSession,
  linkDown,
  linkUp,
  member,
  partyId,
  person,
  type Scene,
  type SettingValues,
  scriptOf,
  seatId,
} from '../testing/index.ts';
import { breakUntil } from './interruptions.ts';

const birgitta = person('Birgitta Nordin');
const emma = person('Emma Gradin');

const CLOSED = 'closeMeeting ⇒ closeMeeting';
const REST = (until: string): string =>
  `adjourn {until: ${until}} ⇒ adjourn cause rest, until ${until}; asks until; effect adjourn`;
const WAIT =
  'adjournFor {until: 12:20; name: Birgitta Nordin (C)} ⇒ adjourn cause connectionLost, until 12:20, person birgitta-nordin; ' +
  'asks until; effect adjourn';
const ABSENT =
  'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; ' +
  'effect noteAbsent {name: Birgitta Nordin (C)}';
const IN_HER_PLACE =
  'callSubstitute {name: Emma Gradin (C); inPlaceOf: Birgitta Nordin (C)} ⇒ callSubstitute seat seat-7, substitute emma-gradin';

describe('how long a break is announced for', () => {
  it.each([
    ['19.00', '19.15'],
    ['19.00.01', '19.20'],
    ['19.04', '19.20'],
    ['19.05', '19.20'],
    ['19.59', '20.15'],
  ])('a quarter from now, on the next full five minutes: at %s until %s', (now, until) => {
    expect(breakUntil(clock(now))).toBe(clock(until));
  });

  function clock(text: string): number {
    const [hours = 0, minutes = 0, seconds = 0] = text.split('.').map(Number);
    return Date.UTC(2025, 10, 13, hours, minutes, seconds);
  }
});

/** Between two items of the social board, where Birgitta Nordin's link is down and her substitute is in the hall. */
function lost(settings: SettingValues = {}): Scene {
  const scene = inSession(boardPlan({ settings }), { remote: [birgitta], substitutes: [emma] });
  return linkDown(scene, birgitta);
}

describe('one who serves is lost', () => {
  it('and the rule is to adjourn: wait together, note absent at once, or call the substitute in turn and say what it costs her', () => {
    expect(scriptOf(lost({ lossPolicy: { kind: 'adjourn' } }))).toEqual({
      say: ['toRollCall {number: 85; title: Upprop}'],
      next: 'openItem {number: 85; title: Upprop} ⇒ openItem item item-85',
      also: [WAIT, ABSENT, `${IN_HER_PLACE}; effect substituteBars {name: Birgitta Nordin (C)}`, REST('12:20'), CLOSED],
      notNow: [],
      trail: 'items← closing',
    });
  });

  it('and the body has a limit: absence is offered when it is reached, not before', () => {
    const scene = lost({ lossPolicy: { kind: 'absentAfter', seconds: 120 } });
    expect(scriptOf(scene, { later: 119_999 })).toMatchObject({
      also: [WAIT, `${IN_HER_PLACE}; effect substituteBars {name: Birgitta Nordin (C)}`, REST('12:20'), CLOSED],
    });
    expect(scriptOf(scene, { later: 120_000 })).toMatchObject({
      also: [WAIT, ABSENT, `${IN_HER_PLACE}; effect substituteBars {name: Birgitta Nordin (C)}`, REST('12:20'), CLOSED],
    });
  });

  it('in a board that lets its members back after a hindrance: being replaced costs nothing', () => {
    expect(scriptOf(lost({ memberMayResumeAfterHindrance: true }))).toMatchObject({
      also: [WAIT, IN_HER_PLACE, REST('12:20'), CLOSED],
    });
  });

  it('and comes back on a link that the chair must approve: that can be done', () => {
    const back = linkUp(lost({ lossPolicy: { kind: 'adjourn' }, degradedLinkStops: true }), birgitta);
    expect(scriptOf(back)).toMatchObject({
      also: [
        'approveLink {name: Birgitta Nordin (C)} ⇒ approveLink person birgitta-nordin',
        WAIT,
        ABSENT,
        `${IN_HER_PLACE}; effect substituteBars {name: Birgitta Nordin (C)}`,
        REST('12:20'),
        CLOSED,
      ],
    });
    expect(scriptOf(back.after({ type: 'approveLink', person: birgitta }))).toMatchObject({
      also: [REST('12:20'), CLOSED],
    });
  });
});

describe('a seat stands empty', () => {
  const moa = person('Moa Berg');
  const hall = hallOf({ S: 3, M: 2 }, { items: [], substitutes: [{ party: partyId('M'), persons: [moa] }] });
  const plan: MeetingPlan = { ...hall, people: [...hall.people, { id: moa, givenName: 'Moa', familyName: 'Berg' }] };
  const vacant: MeetingPlan = {
    ...plan,
    seats: plan.seats.map(({ holder, ...seat }) =>
      seat.id === seatId(5) || holder === undefined ? seat : { ...seat, holder },
    ),
  };
  /** Nothing is left on the agenda but to adjourn: what can be done in a break. */
  const inBreak = (scene: Scene): unknown => scriptOf(scene.after({ type: 'adjourn', cause: 'rest' }));
  const AGAIN = 'extendAdjournment {until: 17:20} ⇒ extendAdjournment until 17:20; asks until';

  it('whose holder has not come: the substitute is called in that person’s place, and nobody is barred by it', () => {
    const scene = arrives(inSession(plan, { absent: [member('M', 2)] }), moa);
    expect(inBreak(scene)).toMatchObject({
      also: [
        AGAIN,
        'callSubstitute {name: Moa Berg; inPlaceOf: M 2 (M)} ⇒ callSubstitute seat seat-5, substitute moa-berg',
      ],
    });
  });

  it('and nobody holds it: the substitute is called to the vacant seat', () => {
    expect(inBreak(arrives(inSession(vacant), moa))).toMatchObject({
      also: [AGAIN, 'callSubstituteVacant {name: Moa Berg} ⇒ callSubstitute seat seat-5, substitute moa-berg'],
    });
  });

  it('and no substitute is there: nothing is offered', () => {
    expect(inBreak(inSession(vacant))).toMatchObject({ also: [AGAIN] });
  });
});

import { describe, expect, it } from 'vitest';
import type { BodyKind } from '../body.ts';
import type { PersonId } from '../ids.ts';
import { requiredPresent } from '../law/nar-1-quorum.ts';
import { conflictExcuses } from '../law/nar-2-conflict-exception.ts';
import { quorum, quorumGate } from '../selectors.ts';
import {
  boardPlan,
  companyPlan,
  councilPlan,
  inSession,
  itemId,
  linkDown,
  linkUp,
  person,
  REMOTE_MEMBERS,
  seatId,
  withItem,
} from '../testing/index.ts';

const members = (plan = councilPlan()): readonly PersonId[] => plan.seats.flatMap((s) => (s.holder ? [s.holder] : []));
const ruth = person('Ruth Åkerlund');
const chair = person('Marie Sandell');
const secretary = person('Åsa Lindvall');

const KINDS: readonly BodyKind[] = [
  'council',
  'executiveBoard',
  'board',
  'committee',
  'draftingCommittee',
  'federationCouncil',
  'federationBoard',
  'jointBoard',
  'companyBoard',
  'generalMeeting',
];

/** The council with so many present: the chair and Ruth Åkerlund always among them. */
function councilOf(count: number, plan = councilPlan()) {
  const stay = [chair, ruth, ...members(plan).filter((p) => p !== chair && p !== ruth)].slice(0, count);
  return inSession(plan, { absent: members(plan).filter((p) => !stay.includes(p)) });
}

describe('quorum', () => {
  it('NAR-1 counts hall and link together against more than half of the full number', () => {
    const remote = REMOTE_MEMBERS.filter((p) => members().includes(p)).slice(0, 10);
    const { meeting } = inSession(councilPlan(), { remote });
    expect(quorum(meeting)).toEqual({
      present: 41,
      required: 21,
      seats: 41,
      quorate: true,
      remote: 10,
      inRoom: 31,
      lost: 0,
    });
  });

  it('NAR-1 20 of 41 may do nothing, 21 may', () => {
    expect(quorumGate(councilOf(20).meeting, 'openItem', itemId(118))).toEqual({
      rule: 'NAR-1',
      detail: { present: 20, required: 21 },
    });
    expect(quorumGate(councilOf(21).meeting, 'openItem', itemId(118))).toBeNull();
  });

  it('NAR-1 a vacant seat still counts in the full number', () => {
    const plan = councilPlan();
    const seats = plan.seats.map((seat) => (seat.number <= 2 ? { id: seat.id, number: seat.number } : seat));
    expect(quorum(inSession({ ...plan, seats }).meeting)).toMatchObject({ present: 39, required: 21, seats: 41 });
  });

  it('NAR-1 half of an even number is not enough', () => {
    const plan = boardPlan();
    const even = { ...plan, body: { ...plan.body, seatsTotal: 12 } };
    const { meeting } = inSession(even, { absent: members(plan).slice(6) });
    expect(quorum(meeting)).toMatchObject({ present: 6, required: 7, quorate: false });
  });

  it('NAR-1 the roll call is how the number is found, so it is opened without it', () => {
    expect(quorumGate(councilOf(3).meeting, 'openItem', itemId(113))).toBeNull();
    for (const purpose of ['question', 'vote', 'gavel'] as const)
      expect(quorumGate(councilOf(3).meeting, purpose, itemId(113))?.rule).toBe('NAR-1');
  });

  it('NAR-1 a general meeting asks for no number of heads: whoever has come decides, by votes', () => {
    const { body } = councilPlan();
    expect(requiredPresent({ ...body, kind: 'generalMeeting' })).toBe(1);
    expect(requiredPresent({ ...body, kind: 'federationCouncil' })).toBe(21);
  });

  it('NAR-1 the number a body has set above half is the one that holds, and one below it never does', () => {
    const set = (quorumNumber: number) => requiredPresent(councilPlan({ settings: { quorumNumber } }).body);
    expect([set(30), set(21), set(5)]).toEqual([30, 21, 21]);
  });

  it('ABL-1 a company board needs more than half of all, or what its articles say', () => {
    const absent = members(companyPlan()).slice(4);
    expect(
      quorumGate(inSession(companyPlan(), { absent: members(companyPlan()).slice(3) }).meeting, 'question')?.rule,
    ).toBe('ABL-1');
    expect(quorumGate(inSession(companyPlan(), { absent }).meeting, 'question')).toBeNull();
    const stricter = companyPlan({ settings: { quorumNumber: 5 } });
    expect(quorumGate(inSession(stricter, { absent }).meeting, 'question')).toEqual({
      rule: 'ABL-1',
      detail: { present: 4, required: 5 },
    });
  });

  it('NAR-2 a council goes on below its number when the conflict alone is the reason', () => {
    const scene = withItem(
      councilOf(21).after({ type: 'declareConflict', item: itemId(120), person: ruth }, ruth),
      120,
    );
    expect(quorum(scene.meeting)).toMatchObject({ present: 20, required: 21, quorate: false, exception: 'conflict' });
    for (const purpose of ['question', 'vote', 'gavel'] as const) expect(quorumGate(scene.meeting, purpose)).toBeNull();
  });

  it('NAR-2 the exception is known before the item is opened', () => {
    const { meeting } = councilOf(21).after({ type: 'declareConflict', item: itemId(120), person: ruth }, ruth);
    expect(quorum(meeting, itemId(120))).toMatchObject({ present: 20, exception: 'conflict' });
    expect(quorumGate(meeting, 'openItem', itemId(120))).toBeNull();
    expect(quorum(meeting)).toMatchObject({ present: 21, quorate: true });
  });

  it('NAR-2 a council that was short without the conflict has no exception', () => {
    const scene = withItem(
      councilOf(20).after({ type: 'declareConflict', item: itemId(120), person: ruth }, ruth),
      120,
    );
    expect(quorumGate(scene.meeting, 'question')).toEqual({ rule: 'NAR-1', detail: { present: 19, required: 21 } });
  });

  it('NAR-2 one who went home does not count as away for the conflict', () => {
    const inItem = withItem(
      councilOf(21).after({ type: 'declareConflict', item: itemId(120), person: ruth }, ruth),
      120,
    );
    const home = inItem.after({ type: 'checkOut', person: ruth, cause: 'left' }, ruth);
    expect(quorumGate(home.meeting, 'question')?.rule).toBe('NAR-1');
  });

  it('NAR-2 is for a council and a federation’s council, and asks that the conflict alone makes the shortage', () => {
    const excused = (kind: BodyKind) => conflictExcuses(kind, 20, 1, 21);
    expect(KINDS.filter(excused)).toEqual(['council', 'federationCouncil']);
    expect(conflictExcuses('council', 19, 1, 21)).toBe(false);
    expect(conflictExcuses('council', 19, 2, 21)).toBe(true);
    expect(conflictExcuses('council', 21, 1, 21)).toBe(false);
  });

  it('NAR-3 a board has no exception', () => {
    const plan = boardPlan();
    const helena = person('Helena Ståhl');
    const absent = members(plan)
      .filter((p) => p !== helena && p !== ruth)
      .slice(0, 5);
    const scene = inSession(plan, { absent });
    expect(quorum(scene.meeting)).toMatchObject({ present: 6, required: 6, quorate: true });
    const inItem = withItem(scene.after({ type: 'declareConflict', item: itemId(87), person: ruth }, ruth), 87);
    expect(quorumGate(inItem.meeting, 'question')).toEqual({ rule: 'NAR-3', detail: { present: 5, required: 6 } });
  });

  it('NAR-4 fewer may answer an interpellation where the council has decided so, and nothing else', () => {
    const allowed = councilOf(18, councilPlan({ settings: { interpellationsBelowQuorum: true } })).meeting;
    expect(quorumGate(allowed, 'openItem', itemId(122))).toBeNull();
    expect(quorumGate(allowed, 'openItem', itemId(118))?.rule).toBe('NAR-1');
    expect(quorumGate(allowed, 'question', itemId(122))?.rule).toBe('NAR-1');
    expect(quorumGate(councilOf(18).meeting, 'openItem', itemId(122))?.rule).toBe('NAR-1');
  });

  it('NAR-4 with the number there, nothing is an exception', () => {
    const plan = councilPlan({ settings: { interpellationsBelowQuorum: true } });
    expect(quorum(councilOf(20, plan).meeting, itemId(122)).exception).toBe('interpellation');
    for (const present of [21, 22])
      expect(quorum(councilOf(present, plan).meeting, itemId(122)).exception).toBeUndefined();
  });

  it('NAR-5 one whose link is down is not counted, and is counted again when it is up', () => {
    const birgitta = person('Birgitta Nordin');
    const scene = inSession(councilPlan(), { remote: [birgitta] });
    const down = linkDown(scene, birgitta);
    expect(quorum(down.meeting)).toMatchObject({ present: 40, lost: 1, remote: 0 });
    expect(quorum(linkUp(down, birgitta).meeting)).toMatchObject({ present: 41, lost: 0, remote: 1 });
  });

  it('DIST-7 every coming and going is in the next count', () => {
    const lost = REMOTE_MEMBERS.filter((p) => members().includes(p));
    const scene = inSession(councilPlan(), { remote: lost });
    const counts: number[] = [];
    lost.reduce((s, p) => {
      const next = linkDown(s, p);
      counts.push(quorum(next.meeting).present);
      return next;
    }, scene);
    expect(counts).toEqual(lost.map((_, index) => 40 - index));
  });

  it('an unknown or seatless person never counts', () => {
    const { meeting } = inSession(councilPlan(), { substitutes: [person('Lars Hedlund')] });
    expect(quorum(meeting).present).toBe(41);
    expect(meeting.attendance.present[secretary]?.admitted).toBe(true);
    expect(meeting.attendance.serving[seatId(99)]).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { conflictForecast } from '../selectors.ts';
import { boardPlan, councilPlan, inSession, item, itemId, person, type Scene, withItem } from '../testing/index.ts';
import type { MeetingEvent } from '../types.ts';
import { decideConflicts } from './decide.ts';

const ruth = person('Ruth Åkerlund');
const yusuf = person('Yusuf Demir');
const helena = person('Helena Ståhl');
const bidrag = itemId(87);
const declare = { type: 'declareConflict', item: bidrag, person: ruth } as const;
const raise = { type: 'raiseConflict', item: bidrag, person: ruth, ground: 'Syster till sökanden' } as const;
const board = () => inSession(boardPlan());
const conflicts = (scene: Scene) => scene.meeting.conflicts.byItem[bidrag];

describe('What is kept of a conflict of interest', () => {
  it('JAV-01 a declaration with its time, and its ground only if one was given', () => {
    const plain = board().when(declare, ruth);
    expect(plain.events[0]).not.toHaveProperty('ground');
    const scene = plain.then({ type: 'ConflictDeclared', item: bidrag, person: ruth });
    expect(conflicts(scene)).toEqual([{ item: bidrag, person: ruth, state: 'declared', at: scene.facts.at(-1)?.at }]);
    const grounded = board().after({ ...declare, ground: 'Sitter i styrelsen' }, ruth);
    expect(conflicts(grounded)?.[0]).toMatchObject({ ground: 'Sitter i styrelsen', state: 'declared' });
  });

  it('JAV-03 one that is raised with who raised it and why, also when it has been contested and decided', () => {
    const scene = board().after(raise, helena);
    const told = { item: bidrag, person: ruth, ground: raise.ground, raisedBy: helena, at: scene.facts.at(-1)?.at };
    expect(conflicts(scene)).toEqual([{ ...told, state: 'raised' }]);
    const contested = scene.after({ type: 'contestConflict', item: bidrag, person: ruth }, ruth);
    expect(conflicts(contested)).toEqual([{ ...told, state: 'contested' }]);
    const decided = contested.after({ type: 'decideConflict', item: bidrag, person: ruth, inConflict: false });
    expect(conflicts(decided)).toEqual([{ ...told, state: 'rejected' }]);
    expect(
      conflicts(board().recorded({ type: 'ConflictRaised', item: bidrag, person: ruth, by: helena } as never))?.[0],
    ).not.toHaveProperty('ground');
  });

  it('JAV-03 each person and item has an entry of its own, and what was never told is not turned', () => {
    const both = board()
      .after(declare, ruth)
      .after({ ...declare, person: yusuf }, yusuf);
    expect(conflicts(both)?.map((c) => c.person)).toEqual([ruth, yusuf]);
    const back = both.after({ type: 'withdrawConflict', item: bidrag, person: yusuf }, yusuf);
    expect(conflicts(back)?.map((c) => [c.person, c.state])).toEqual([
      [ruth, 'declared'],
      [yusuf, 'withdrawn'],
    ]);
    const untold = board().recorded({ type: 'ConflictContested', item: bidrag, person: ruth });
    expect(untold.meeting.conflicts).toEqual(board().meeting.conflicts);
    const other = both.recorded({ type: 'ConflictContested', item: itemId(90), person: ruth });
    expect(other.meeting.conflicts).toEqual(both.meeting.conflicts);
  });

  it('MTG-CONFLICT the platform raises none: only somebody of the body does', () => {
    const result = decideConflicts(board().meeting, raise, { at: 0, actor: 'system', id: 'x' });
    expect(result).toEqual({ ok: false, refusal: { rule: 'MTG-CONFLICT', detail: { why: 'notRaised' } } });
  });

  it.each(['decided', 'tabled', 'noted', 'carriedOver'] as const)(
    'MTG-CONFLICT an item that was closed as %s has no conflicts to tell',
    (outcome) => {
      const closed = withItem(board(), 87).recorded({ type: 'ItemClosed', item: bidrag, outcome });
      closed.when(declare, ruth).refuses('MTG-CONFLICT', { why: 'closed' });
    },
  );
});

describe('JAV-04 the warning before the item', () => {
  const flagged = item(2, 'Bidrag', 'matter', { expectedConflicts: [ruth, yusuf] });
  const scene = (absent: readonly string[] = [], plan = boardPlan({ items: [item(1, 'Först'), flagged] })) =>
    inSession(plan, { absent: absent.map(person) });
  const forecast = (s: Scene) => conflictForecast(s.meeting);
  const SIX_LEFT = ['Jonas Fridh', 'Sofia Elmgren', 'Birgitta Nordin'];

  it('tells how many would be left of those who are needed, and breaks the quorum at one fewer', () => {
    expect(forecast(scene())).toEqual([
      {
        item: itemId(2),
        number: 2,
        persons: [ruth, yusuf],
        presentWithout: 9,
        required: 6,
        breaksQuorum: false,
        substitutes: [],
      },
    ]);
    expect(forecast(scene(SIX_LEFT))).toMatchObject([{ presentWithout: 6, required: 6, breaksQuorum: false }]);
    expect(forecast(scene([...SIX_LEFT, 'Louise Rydén']))).toMatchObject([
      { presentWithout: 5, required: 6, breaksQuorum: true },
    ]);
  });

  it('is not for a council, which has its exception (KL 5:46)', () => {
    const plan = councilPlan({ items: [item(1, 'Plan', 'matter', { expectedConflicts: [ruth] })] });
    const absent = plan.seats
      .flatMap((s) => (s.holder && s.holder !== ruth && s.holder !== person('Marie Sandell') ? [s.holder] : []))
      .slice(19);
    expect(conflictForecast(inSession(plan, { absent }).meeting)).toMatchObject([
      { presentWithout: 20, required: 21, breaksQuorum: false },
    ]);
  });

  it('ends with the item, and names nobody who has taken the word back or was cleared', () => {
    const done = (event: MeetingEvent) => forecast(scene().recorded(event));
    expect(done({ type: 'ItemWithdrawn', item: itemId(2), reason: 'Utgår' })).toEqual([]);
    expect(done({ type: 'ItemClosed', item: itemId(2), outcome: 'decided' })).toEqual([]);
    expect(done({ type: 'ItemClosed', item: itemId(2), outcome: 'tabled' })).toEqual([]);
    expect(done({ type: 'ItemClosed', item: itemId(1), outcome: 'decided' })).toHaveLength(1);
    const told = scene().after({ type: 'declareConflict', item: itemId(2), person: ruth }, ruth);
    expect(forecast(told)[0]?.persons).toEqual([ruth, yusuf]);
    const back = told.after({ type: 'withdrawConflict', item: itemId(2), person: ruth }, ruth);
    expect(forecast(back)[0]?.persons).toEqual([yusuf]);
    const cleared = back
      .after({ type: 'raiseConflict', item: itemId(2), person: yusuf, ground: 'Bror' }, helena)
      .after({ type: 'decideConflict', item: itemId(2), person: yusuf, inConflict: false });
    expect(forecast(cleared)).toEqual([]);
    const first = scene().after({ type: 'declareConflict', item: itemId(1), person: ruth }, ruth);
    expect(forecast(first).map((f) => [f.number, f.persons])).toEqual([
      [1, [ruth]],
      [2, [ruth, yusuf]],
    ]);
  });
});

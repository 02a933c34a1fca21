import { describe, expect, it } from 'vitest';
import { contestedHearing } from '../selectors.ts';
import { boardPlan, councilPlan, inSession, itemId, person, type Scene, withItem } from '../testing/index.ts';

const ruth = person('Ruth Åkerlund');
const helena = person('Helena Ståhl');
const item = itemId(87);
const raise = { type: 'raiseConflict', item, person: ruth, ground: 'Syster till sökanden' } as const;
const declare = { type: 'declareConflict', item, person: ruth } as const;
const contest = { type: 'contestConflict', item, person: ruth } as const;
const withdraw = { type: 'withdrawConflict', item, person: ruth } as const;
const settled = (inConflict: boolean) => ({ type: 'decideConflict', item, person: ruth, inConflict }) as const;

const board = (): Scene => inSession(boardPlan());
const raised = (): Scene => board().after(raise, helena);
const rejected = (): Scene => raised().after(settled(false), helena);

/** The board of eleven, six needed, with so many beside Ruth Åkerlund and the chair. */
function boardWith(others: number): Scene {
  const plan = boardPlan();
  const rest = plan.seats.flatMap((s) => (s.holder && s.holder !== helena && s.holder !== ruth ? [s.holder] : []));
  return withItem(inSession(plan, { absent: rest.slice(others) }), 87)
    .after(raise, helena)
    .after(contest, ruth);
}

describe('a conflict of interest told again', () => {
  it('MTG-CONFLICT what is known already adds nothing', () => {
    raised().when(raise, helena).then();
    raised().after(contest, ruth).when(contest, ruth).then();
    raised().after(contest, ruth).when(raise, helena).then();
    board().after(declare, ruth).when(declare, ruth).then();
    board().after(declare, ruth).when(raise, helena).then();
    raised().after(settled(true), helena).when(declare, ruth).then();
  });

  it('MTG-CONFLICT what the body has denied is not raised again, but one may still step aside by oneself', () => {
    rejected().when(raise, helena).refuses('MTG-CONFLICT', { why: 'decided', person: 'Ruth Åkerlund' });
    rejected().when(withdraw, ruth).refuses('MTG-CONFLICT', { why: 'decided' });
    rejected().when(contest, ruth).refuses('MTG-CONFLICT', { why: 'notRaised' });
    rejected().when(declare, ruth).then({ type: 'ConflictDeclared', person: ruth });
  });

  it('MTG-CONFLICT what was withdrawn is gone: not withdrawn twice, and it may be raised anew', () => {
    board().when(withdraw, ruth).refuses('MTG-CONFLICT', { why: 'notRaised' });
    const gone = board().after(declare, ruth).after(withdraw, ruth);
    gone.when(withdraw, ruth).refuses('MTG-CONFLICT', { why: 'notRaised' });
    gone.when(raise, helena).then({ type: 'ConflictRaised', by: helena, ground: raise.ground });
    gone.when(declare, ruth).then({ type: 'ConflictDeclared' });
  });

  it('MTG-CONFLICT a declared one is not for the body to decide, nor to contest', () => {
    const declared = board().after(declare, ruth);
    declared.when(settled(false), helena).refuses('MTG-CONFLICT', { why: 'notRaised' });
    declared.when(contest, ruth).refuses('MTG-CONFLICT', { why: 'notRaised' });
  });

  it('MTG-CONFLICT an item taken off the agenda, or the meeting closed, has no conflicts to tell', () => {
    const off = board().recorded({ type: 'ItemWithdrawn', item, reason: 'Utgår' });
    off.when(declare, ruth).refuses('MTG-CONFLICT', { why: 'closed' });
    board().recorded({ type: 'MeetingClosed' }).when(raise, helena).refuses('MTG-CONFLICT', { why: 'closed' });
  });

  it('JAV-1 the ground is kept where one is given', () => {
    const ground = 'Äger grannfastigheten';
    const [told] = board().when({ ...declare, ground }, ruth).events;
    expect(told).toEqual({ type: 'ConflictDeclared', item, person: ruth, ground });
    expect(board().when(declare, ruth).events[0]).toEqual({ type: 'ConflictDeclared', item, person: ruth });
  });

  it('MTG-SESSION an adjourned body decides no conflict', () => {
    raised()
      .after({ type: 'adjourn', cause: 'groupMeeting', reason: 'Paus' }, helena)
      .when(settled(true), helena)
      .refuses('MTG-SESSION');
  });

  it('JAV-3 the body decides without the person as soon as the others are its number, exactly', () => {
    expect(contestedHearing(boardWith(4).meeting, item, ruth)).toMatchObject({ quorateWithout: false });
    expect(contestedHearing(boardWith(5).meeting, item, ruth)).toEqual({
      quorateWithout: true,
      personTakesPart: false,
    });
    boardWith(5).when(settled(true), helena).thenAmong({ type: 'ConflictDecided', inConflict: true });
  });

  it('JAV-3 with the person it must be the number, not one less', () => {
    boardWith(4).when(settled(true), helena).thenAmong({ type: 'ConflictDecided' });
    boardWith(3).when(settled(true), helena).refuses('NAR-1', { present: 5, required: 6 });
  });

  it('JAV-3 one who is absent does not help the number by being contested', () => {
    const away = boardWith(4).after({ type: 'checkOut', person: ruth, cause: 'left' }, ruth);
    expect(contestedHearing(away.meeting, item, ruth).personTakesPart).toBe(false);
    away.when(settled(true), helena).refuses('NAR-1', { present: 5, required: 6 });
  });

  it('JAV-1 in a council too the one who is asked to step aside may contest, and the council decides', () => {
    const plot = itemId(120);
    withItem(inSession(councilPlan()), 120)
      .after({ type: 'raiseConflict', item: plot, person: ruth, ground: 'Granne' }, helena)
      .after({ type: 'contestConflict', item: plot, person: ruth }, ruth)
      .when({ type: 'decideConflict', item: plot, person: ruth, inConflict: false })
      .then({ type: 'ConflictDecided', inConflict: false });
  });
});

import { councilPlan, inSession, item, itemClosed, person, seatId, withItem } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { memberMoment } from './moment.ts';

const SOFIA = person('Sofia Elmgren');
const MARIE = person('Marie Sandell');
const plan = councilPlan({ items: [item(117, 'Delårsrapport'), item(118, 'Budget')] });

describe('what a member’s screen is about', () => {
  it('is check-in until one has checked in, and waiting until the meeting is opened', () => {
    const scene = inSession(plan, { absent: [SOFIA] });
    expect(memberMoment(scene.meeting, SOFIA)).toEqual({ is: 'checkIn' });
  });

  it('is the meeting, between items, when nothing is open', () => {
    expect(memberMoment(inSession(plan).meeting, SOFIA)).toEqual({ is: 'session', side: { is: 'between' } });
  });

  it('is the open item', () => {
    const moment = memberMoment(withItem(inSession(plan), 118).meeting, SOFIA);
    expect(moment).toMatchObject({ is: 'session', side: { is: 'item', item: { number: 118 } } });
  });

  it('is the own name when it is called in the roll call, and not a neighbour’s', () => {
    const seat = plan.seats.find((one) => one.holder === SOFIA)?.id ?? seatId(0);
    const scene = inSession(plan).after({ type: 'startRollCall' }).after({ type: 'callName', seat });
    expect(memberMoment(scene.meeting, SOFIA)).toMatchObject({ side: { is: 'rollCall', own: { is: 'called' } } });
    expect(memberMoment(scene.meeting, MARIE)).toMatchObject({ side: { is: 'rollCall', own: { is: 'waiting' } } });
  });

  it('is the conflict of interest in that item alone', () => {
    const scene = withItem(inSession(plan), 117);
    const declared = scene.after(
      { type: 'declareConflict', item: plan.items[0]?.id ?? ('' as never), person: SOFIA },
      SOFIA,
    );
    expect(memberMoment(declared.meeting, SOFIA)).toMatchObject({ is: 'conflict', item: { number: 117 } });
    expect(memberMoment(declared.meeting, MARIE)).toMatchObject({ is: 'session' });
    const next = withItem(itemClosed(declared, 117), 118);
    expect(memberMoment(next.meeting, SOFIA)).toMatchObject({ is: 'session', side: { is: 'item' } });
  });

  it('is the break, then the check, whatever else was going on', () => {
    const scene = withItem(inSession(plan), 118).after({ type: 'adjourn', cause: 'rest' });
    expect(memberMoment(scene.meeting, SOFIA)).toEqual({ is: 'adjourned' });
    expect(memberMoment(scene.after({ type: 'recall' }).meeting, SOFIA)).toEqual({ is: 'check' });
  });
});

import { councilPlan, hallOf, inDebate, inSession, item, member, withItem } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { aheadOf, offeredActions, ownRequest } from './actions.ts';
import { inTheWayOf } from './lawful.ts';
import { memberMoment } from './moment.ts';

const plan = hallOf({ S: 6, M: 5 }, { items: [item(118, 'Budget')] });
const ME = member('M', 2);
const OTHER = member('M', 3);
type Scene = ReturnType<typeof inDebate>;

const offered = ({ meeting }: Scene, me = ME) =>
  offeredActions(meeting, me, memberMoment(meeting, me), 0, { inTheWayOf });
const ids = (scene: Scene, me = ME) => offered(scene, me).map((one) => one.id);
const refusalOf = (scene: Scene, id: string, me = ME) => offered(scene, me).find((one) => one.id === id)?.refusal?.rule;

describe('the member’s bar', () => {
  it('has the floor first and everything lawful in a debate; a reply without a speech says why not', () => {
    const scene = inDebate(plan, 118);
    expect(ids(scene)).toEqual(['floor', 'reply', 'proposal', 'conflict', 'help']);
    expect(refusalOf(scene, 'floor')).toBeUndefined();
    expect(refusalOf(scene, 'reply')).toBe('MTG-REPLY');
  });

  it('offers everything while the law has not come: the server judges each press', () => {
    const { meeting } = inDebate(plan, 118);
    const all = offeredActions(meeting, ME, memberMoment(meeting, ME), 0, undefined);
    expect(all.map((one) => one.id)).toEqual(['floor', 'reply', 'proposal', 'conflict', 'help']);
    expect(all.filter((one) => one.refusal !== undefined)).toEqual([]);
  });

  it('takes the request back when one has asked, and tells how many are before', () => {
    const scene = inDebate(plan, 118)
      .after({ type: 'requestFloor', person: OTHER, kind: 'speech' }, OTHER)
      .after({ type: 'requestFloor', person: ME, kind: 'speech' }, ME);
    expect(ids(scene)).toContain('takeBack');
    const request = ownRequest(scene.meeting, ME);
    expect(request && aheadOf(scene.meeting, request)).toBe(1);
  });

  it('ends the own speech, and offers no reply to oneself', () => {
    const asked = inDebate(plan, 118).after({ type: 'requestFloor', person: ME, kind: 'speech' }, ME);
    const request = ownRequest(asked.meeting, ME);
    const speaks = asked.after({ type: 'giveFloor', request: request?.id ?? ('' as never) });
    expect(ids(speaks)).toEqual(['done', 'proposal', 'help']);
  });

  it('says to one who does not serve why the floor and proposals are not for them', () => {
    const council = councilPlan({ items: [item(118, 'Budget')] });
    const substitute = council.substitutes[0]?.persons[0] ?? ('' as never);
    const scene = withItem(inSession(council, { substitutes: [substitute] }), 118).after({ type: 'beginDebate' });
    expect(refusalOf(scene, 'floor', substitute)).toBeDefined();
    expect(refusalOf(scene, 'proposal', substitute)).toBe('MTG-PROPOSER');
  });
});

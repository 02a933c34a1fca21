import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { boardPlan, councilPlan, inSession, linkDown, person, withItem } from '../testing/index.ts';
import { whatIf } from './what-if.ts';

const plan = councilPlan();
const chair = plan.duties.find((d) => d.duty === 'chair')!.person;
const at = plan.startsAt + 3_600_000;

describe('what if', () => {
  it('has a card for each thing a chair may fear, new business in a council only', () => {
    const council = whatIf(withItem(inSession(plan), 118).meeting, chair, at).map((c) => c.id);
    expect(council).toEqual(['lostMember', 'conflict', 'intruder', 'failedVote', 'tie', 'noQuorum', 'newBusiness']);
    const board = boardPlan();
    const leader = board.duties.find((d) => d.duty === 'chair')!.person;
    expect(whatIf(withItem(inSession(board), 86).meeting, leader, at).map((c) => c.id)).not.toContain('newBusiness');
  });

  it('says what is happening now, and offers only what is lawful now', () => {
    const remote = person('Amina Warsame');
    const scene = linkDown(withItem(inSession(plan, { remote: [remote] }), 118), remote);
    const cards = whatIf(scene.meeting, chair, at);
    expect(cards.filter((c) => c.now).map((c) => c.id)).toEqual(['lostMember']);
    const steps = cards.flatMap((c) => c.steps);
    expect(steps.length).toBeGreaterThan(0);
    const refused = steps.filter(({ command }) => !decide(scene.meeting, command, { at, actor: chair, id: 'x' }).ok);
    expect(refused).toEqual([]);
  });
});

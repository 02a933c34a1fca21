import { type ClosedBallot, foldFor, type Meeting, PUBLIC_AUDIENCE } from '@klubba/meeting';
import {
  demands,
  finds,
  hallOf,
  inDebate,
  item,
  member,
  moves,
  type Scene,
  SECRETARY,
  toDecision,
} from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { meetingPage } from './meeting-page.ts';

const plan = hallOf(
  { S: 4, M: 3, C: 2 },
  { items: [item(1, 'Val av ordförande', 'election', { election: { office: 'ordförande', places: 1 } })] },
);
const [a, b] = [member('S', 3), member('M', 1)];
const demanded = (): Scene => {
  const nominated = [a, b].reduce((s, one) => moves(s, one, 'nomination', { candidates: [one] })[0], inDebate(plan, 1));
  const [first] = nominated.meeting.proposals.order.slice(-1);
  if (first === undefined) throw new Error('Nobody is nominated.');
  return demands(finds(toDecision(nominated), first), b);
};
const ballotOf = ({ meeting }: Scene): ClosedBallot => {
  const [ballot] = Object.values(meeting.elections.ballots);
  if (ballot === undefined) throw new Error('No ballot.');
  return ballot;
};
const open = (): Scene => demanded().after({ type: 'openClosedBallot', means: 'paper' });
const counting = (): Scene => {
  const scene = open();
  const { id, electors } = ballotOf(scene);
  return scene
    .after({ type: 'markVoted', ballot: id, persons: electors }, SECRETARY)
    .after({ type: 'closeClosedBallot' });
};
const count = { votes: { [a]: 5, [b]: 3 }, blank: 1, invalid: 0 };
const counted = (): Scene => {
  const scene = counting();
  const enter = { type: 'enterPaperCount', ballot: ballotOf(scene).id, count } as const;
  return scene.after(enter, a).after(enter, b);
};

function page(scene: Scene, language: 'sv' | 'en' = 'sv'): string {
  const meeting = foldFor(scene.facts, PUBLIC_AUDIENCE);
  const told = meetingPage(meeting as Meeting, { language, now: 0, freshness: { is: 'page' } }).html;
  return told.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
}

describe('a closed ballot on the public page', () => {
  it('says that it is held and between whom, and no figure before all is counted', () => {
    expect(page(open())).toContain('Ledamöterna lämnar slutna röstsedlar.');
    expect(page(open())).toContain('Omröstningen är öppen. Det finns inget delresultat.');
    const scene = counting();
    const first = scene.after({ type: 'enterPaperCount', ballot: ballotOf(scene).id, count }, a);
    expect(page(first)).toContain('Rösterna räknas.');
    expect(page(first)).not.toContain('5 röster');
  });

  it('tells the figures when they are counted, in both languages', () => {
    expect(page(counted())).toMatch(/har fått flest röster\..*5 röster.*3 röster.*Blankt: 1 röst/);
    expect(page(counted(), 'en')).toMatch(/5 votes.*3 votes.*Blank: 1 vote/);
  });
});

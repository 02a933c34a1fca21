import { describe, expect, it } from 'vitest';
import type { PersonId, ProposalId, SeatId } from '../ids.ts';
import { arrives, inSession, item, type PlanChange, type Scene } from '../testing/index.ts';
import { demands, finds, hallOf, inDebate, member, moves, toDecision, vote, votes } from '../testing/procedure.ts';
import { decideDecisions } from './decide.ts';
import { electorsNow } from './electors.ts';

const tabled = 'item-1-tabled' as ProposalId;
const hall = (change: PlanChange = {}, M = 5) =>
  hallOf({ S: 4, M }, { items: [item(1, 'Ärendet', 'matter', { exerciseOfAuthority: true })], ...change });
/** A board whose members may take their seats again after a hindrance. */
const board = (settings: PlanChange['settings'] = {}) => {
  const plan = hall({ settings: { memberMayResumeAfterHindrance: true, ...settings } });
  return { ...plan, body: { ...plan.body, kind: 'board' as const } };
};
const last = member('M', 5);
const leaves = (scene: Scene, who: PersonId = last) =>
  scene.after({ type: 'checkOut', person: who, cause: 'left' }, who);
const returns = (scene: Scene, who: PersonId = last) => {
  const seat = scene.meeting.plan.seats.find((s) => s.holder === who)?.id;
  if (!seat) throw new Error('No seat.');
  return arrives(scene, who).after({ type: 'resumeSeat', seat });
};
const inBreak = (scene: Scene) => scene.after({ type: 'adjourn', cause: 'rest' });
const buttons = { type: 'openVote', method: 'buttons' } as const;
const asked = (plan = hall(), absent: readonly PersonId[] = []) =>
  demands(finds(toDecision(inDebate(plan, 1, absent)), tabled), member('M', 1));
const castBy = (scene: Scene, choice: (who: PersonId) => 'yes' | 'no', except?: PersonId) =>
  vote(scene).electors.reduce(
    (s, { person }) =>
      person === except ? s : s.after({ type: 'castVote', vote: vote(s).id, choice: choice(person) }, person),
    scene,
  );
const abstains = (scene: Scene, who: PersonId) =>
  scene.when({ type: 'castVote', vote: vote(scene).id, choice: 'abstain' }, who);

describe('Those who come and go while a vote is open', () => {
  it('MTG-VOTE-FROZEN nobody waits for one who came when the vote was open and goes again', () => {
    const came = arrives(asked(hall(), [last]).after(buttons), last);
    expect(vote(leaves(inBreak(came))).state).toBe('open');
  });

  it('MTG-VOTE-FROZEN a tied vote waits for the chair, not for one who came back to it without having voted', () => {
    const open = leaves(asked(board({ castingVoteFollowsOwn: false })).after(buttons));
    const tied = castBy(open, (who) => (who.startsWith('s') ? 'yes' : 'no'), last).after({ type: 'closeVote' });
    expect(vote(tied).state).toBe('tied');
    expect(vote(leaves(inBreak(returns(tied)))).state).toBe('tied');
  });
});

describe('BES-8 who has voted once in a matter of authority over a person', () => {
  it('4:26 one who was called away from the first vote must answer in the next, whatever the others voted', () => {
    const [one, first] = moves(inDebate(board(), 1), member('M', 1), 'amendment', { text: 'Ett.' });
    const [scene] = moves(one, member('M', 2), 'amendment', { text: 'Två.' });
    const below = finds(demands(finds(toDecision(scene), tabled), member('M', 1)), first);
    const level = castBy(leaves(demands(below, member('M', 2)).after(buttons)), () => 'yes', last);
    const main = returns(level.after({ type: 'closeVote' })).after(buttons);
    expect(vote(main).electors.map((e) => e.person)).toContain(last);
    abstains(main, last).refuses('BES-8');
    abstains(main, member('M', 1)).then({ type: 'VoteCast', choice: 'abstain' });
  });

  it('4:26 a vote that was counted and then annulled has not been a vote', () => {
    const counted = votes(asked(board()), { S: 'yes', M: 'no' }).after({ type: 'closeVote' });
    const again = counted.after({ type: 'redoVote', reason: 'Fel lista.' }).after(buttons);
    abstains(again, member('M', 1)).refuses('BES-8');
  });
});

describe('Who is on the list', () => {
  it('MTG-ELECTOR the platform itself casts no vote, whether one is open or not', () => {
    const { meeting } = asked();
    const cast = { type: 'castVote', vote: 'none' as never, choice: 'yes' } as const;
    expect(decideDecisions(meeting, cast, { at: 0, actor: 'system', id: 'x' })).toEqual({
      ok: false,
      refusal: { rule: 'MTG-ELECTOR' },
    });
  });

  it('ABL-9 in a general meeting, those who are in the approved register for the seat they have, and nobody before it', () => {
    const plan = hallOf({ A: 1, B: 1, C: 1 }, { items: [item(1, 'Ärendet')] });
    const scene = inSession({ ...plan, body: { ...plan.body, kind: 'generalMeeting' } });
    expect(electorsNow(scene.meeting)).toEqual([]);
    const row = (seat: SeatId | undefined, person: PersonId, votes: number) => ({
      seat: seat ?? ('elsewhere' as SeatId),
      person,
      votes,
      shares: votes,
      owner: '',
    });
    const [a, b, c] = plan.seats.map(({ id }) => id);
    const approved = scene.recorded({
      type: 'VotingRegisterApproved',
      rows: [
        row(a, member('A', 1), 60),
        row(b, member('D', 1), 30),
        row(undefined, member('B', 1), 20),
        row(c, member('C', 1), 10),
      ],
    });
    expect(electorsNow(approved.meeting).map(({ person, votes: weight }) => [person, weight])).toEqual([
      [member('C', 1), 10],
      [member('A', 1), 60],
    ]);
  });
});

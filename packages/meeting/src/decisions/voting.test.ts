import { describe, expect, it } from 'vitest';
import type { ProposalId, VoteId } from '../ids.ts';
import {
  boardPlan,
  inSession,
  item,
  linkDown,
  linkUp,
  person,
  type PlanChange,
  type Scene,
  withItem,
} from '../testing/index.ts';
import {
  alternative,
  demands,
  finds,
  gavel,
  hallOf,
  inDebate,
  member,
  question,
  SECRETARY,
  toDecision,
  vote,
} from '../testing/procedure.ts';
import { nextVoter } from './electors.ts';

const tabled = 'item-1-tabled' as ProposalId;
const hall = (settings: PlanChange['settings'] = {}) =>
  hallOf({ S: 5, M: 4 }, { items: [item(1, 'Ärendet')], settings });
const demanded = (plan = hall()) => demands(finds(toDecision(inDebate(plan, 1)), tabled), member('M', 1));
const open = (method: 'buttons' | 'rollCall' = 'buttons', plan = hall()) =>
  demanded(plan).after({ type: 'openVote', method });
const cast = (scene: Scene, who = member('M', 1), choice: 'yes' | 'no' | 'abstain' = 'yes') =>
  scene.after({ type: 'castVote', vote: vote(scene).id, choice }, who);
const all = (scene: Scene, choice: 'yes' | 'no' | 'abstain' = 'yes') =>
  vote(scene).electors.reduce((s, e) => (vote(s).cast[e.person] ? s : cast(s, e.person, choice)), scene);

/** Eleven in a board, one of them on link; the vote is open. */
const remote = person('Sofia Elmgren');
const onLink = () => {
  const scene = withItem(inSession(boardPlan({ items: [item(1, 'Bidrag')] }), { remote: [remote] }), 1).after({
    type: 'beginDebate',
  });
  return demands(finds(toDecision(scene), tabled), person('Jenny Karlberg')).after({
    type: 'openVote',
    method: 'buttons',
  });
};

describe('An open vote', () => {
  it('DEC-03 has its voting list: everyone serving and present in the body’s order, the leader last', () => {
    const { electors, yes, no } = vote(open());
    expect(electors.map((e) => e.person)).toEqual([
      ...[3, 4, 5].map((n) => member('S', n)),
      ...[1, 2, 3, 4].map((n) => member('M', n)),
      member('S', 2),
      member('S', 1),
    ]);
    expect([yes, no]).toEqual([alternative(open(), tabled), alternative(open(), 'rejection')]);
  });

  it('MTG-VOTE-METHOD is taken as the body has decided', () => {
    demanded(hall({ openVoteMethod: 'rollCall' }))
      .when({ type: 'openVote', method: 'buttons' })
      .refuses('MTG-VOTE-METHOD', { method: 'rollCall' });
    demanded(hall({ openVoteMethod: 'either' }))
      .when({ type: 'openVote', method: 'rollCall' })
      .then({ type: 'VoteOpened' });
  });

  it('MTG-ELECTOR one person, one vote: nobody who is not on the list votes', () => {
    const scene = open();
    scene.when({ type: 'castVote', vote: vote(scene).id, choice: 'yes' }, SECRETARY).refuses('MTG-ELECTOR');
    scene.when({ type: 'castVote', vote: 'none' as VoteId, choice: 'yes' }, member('M', 1)).refuses('MTG-VOTE-OPEN');
  });

  it('DEC-04 with a button a vote may be changed until it is closed: the last one counts, and the same again is nothing new', () => {
    const scene = cast(open());
    scene.when({ type: 'castVote', vote: vote(scene).id, choice: 'yes' }, member('M', 1)).then();
    const changed = all(cast(scene, member('M', 1), 'no')).after({ type: 'closeVote' });
    expect(vote(changed).result).toMatchObject({ yes: 8, no: 1, abstain: 0, absent: 0, present: 9 });
    changed.when({ type: 'castVote', vote: vote(changed).id, choice: 'yes' }, member('M', 1)).refuses('MTG-VOTE-OPEN');
  });

  it('DEC-18 the secretary enters a spoken vote, marked so, but does not overwrite a button', () => {
    const scene = open();
    const spoken = scene
      .when({ type: 'enterSpokenVote', vote: vote(scene).id, person: member('M', 1), choice: 'no' }, SECRETARY)
      .then({ type: 'VoteCast', how: 'spoken', enteredBy: SECRETARY });
    spoken
      .when({ type: 'enterSpokenVote', vote: vote(scene).id, person: member('M', 1), choice: 'no' }, SECRETARY)
      .then();
    cast(scene)
      .when({ type: 'enterSpokenVote', vote: vote(scene).id, person: member('M', 1), choice: 'no' }, SECRETARY)
      .refuses('MTG-VOTER');
  });

  it('MTG-VOTE-PENDING is not closed while somebody has neither voted nor abstained', () => {
    const scene = cast(open());
    scene.when({ type: 'closeVote' }).refuses('MTG-VOTE-PENDING', { pending: 8 });
    const gone = [...[3, 4, 5].map((n) => member('S', n)), member('M', 2)].reduce(
      (s, p) => s.after({ type: 'castVote', vote: vote(s).id, choice: 'no' }, p),
      scene,
    );
    gone.when({ type: 'closeVote' }).refuses('MTG-VOTE-PENDING', { pending: 4 });
  });

  it('MTG-VOTER a roll call goes by the list; an answer stands; who does not answer is called again', () => {
    let scene = open('rollCall');
    const [first, second] = vote(scene).electors.map((e) => e.person);
    if (!first || !second) throw new Error('Nobody votes.');
    scene.when({ type: 'callVoter', person: second }).refuses('MTG-VOTER');
    scene = scene.after({ type: 'callVoter', person: first });
    scene.when({ type: 'castVote', vote: vote(scene).id, choice: 'yes' }, second).refuses('MTG-VOTER');
    const answered = cast(scene, first, 'yes');
    answered.when({ type: 'castVote', vote: vote(scene).id, choice: 'no' }, first).refuses('MTG-VOTER');
    const skipped = scene.after({ type: 'callVoter', person: second });
    expect(nextVoter(skipped.meeting, vote(skipped))).not.toBe(first);
    let calling = skipped;
    for (let next = nextVoter(calling.meeting, vote(calling)); next; next = nextVoter(calling.meeting, vote(calling))) {
      calling = calling
        .after({ type: 'callVoter', person: next })
        .after({ type: 'enterSpokenVote', vote: vote(calling).id, person: next, choice: 'yes' }, SECRETARY);
    }
    expect(vote(calling.after({ type: 'closeVote' })).result).toMatchObject({ yes: 9, present: 9 });
  });

  it('MTG-VOTE-OPEN nothing of a vote happens without one', () => {
    const scene = demanded();
    for (const command of [
      { type: 'closeVote' },
      { type: 'resumeVote' },
      { type: 'redoVote', reason: 'Fel' },
      { type: 'callVoter', person: member('M', 1) },
    ] as const) {
      scene.when(command).refuses('MTG-VOTE-OPEN');
    }
    scene.when({ type: 'castingVote', alternative: alternative(scene, tabled) }).refuses('MTG-VOTE-OPEN');
    scene
      .when({ type: 'recordLot', alternative: alternative(scene, tabled), witness: SECRETARY, manner: 'Två lappar' })
      .refuses('MTG-VOTE-OPEN');
  });

  it('DEC-16 no vote is cast while the meeting is adjourned', () => {
    const scene = open().after({ type: 'adjourn', cause: 'rest' });
    scene.when({ type: 'castVote', vote: vote(scene).id, choice: 'yes' }, member('M', 1)).refuses('MTG-SESSION');
  });
});

describe('A voter is lost (scenario 2)', () => {
  it('MTG-VOTE-FROZEN before answering: the vote waits, votes cast are kept, and it goes on from there', () => {
    const before = cast(onLink(), person('Jenny Karlberg'), 'no');
    const down = linkDown(before, remote);
    expect(vote(down)).toMatchObject({ state: 'frozen', frozenBy: [remote] });
    down
      .when({ type: 'castVote', vote: vote(down).id, choice: 'yes' }, person('Jonas Fridh'))
      .refuses('MTG-VOTE-FROZEN', { lost: 1 });
    down.when({ type: 'closeVote' }).refuses('MTG-VOTE-FROZEN');
    down.when({ type: 'resumeVote' }).refuses('MTG-VOTE-FROZEN', { lost: 1 });
    const back = linkUp(down, remote).when({ type: 'resumeVote' }).then({ type: 'VoteResumed' });
    const closed = all(back).after({ type: 'closeVote' });
    expect(vote(closed).result).toMatchObject({ yes: 10, no: 1, absent: 0 });
  });

  it('after answering: the vote is cast and nothing waits', () => {
    const down = linkDown(cast(onLink(), remote), remote);
    expect(vote(down).state).toBe('open');
    expect(vote(all2(down, remote).after({ type: 'closeVote' })).result).toMatchObject({ yes: 11, absent: 0 });
  });

  it('for good: noted absent, the vote goes on without, and the list says so', () => {
    const down = linkDown(onLink(), remote);
    const noted = down.after({ type: 'noteAbsent', person: remote, cause: 'connectionLost' });
    const resumed = noted.when({ type: 'resumeVote' }).then({ type: 'VoteResumed' });
    const closed = all2(resumed, remote).after({ type: 'closeVote' });
    expect(vote(closed).result).toMatchObject({ yes: 10, absent: 1, present: 10 });
    expect(vote(closed).result?.ballots.find((b) => b.person === remote)).toMatchObject({ choice: 'absent' });
  });

  it('DEC-17 or the whole vote is redone: the one broken off stays in the record with the reason', () => {
    const down = linkDown(cast(onLink(), person('Jenny Karlberg')), remote);
    const id = vote(down).id;
    down.when({ type: 'redoVote', reason: ' ' }).refuses('MTG-REASON');
    const annulled = down
      .when({ type: 'redoVote', reason: 'En ledamot föll bort.' })
      .then({ type: 'VoteAnnulled', vote: id, reason: 'En ledamot föll bort.' });
    expect(annulled.meeting.decisions.votes[id]).toMatchObject({ state: 'annulled' });
    const again = linkUp(annulled, remote).after({ type: 'openVote', method: 'buttons' });
    expect(vote(again).id).not.toBe(id);
    expect(vote(again).cast).toEqual({});
  });

  it('DEC-13 a substitute called in during the vote is not on its list', () => {
    const substitute = person('David Kihlberg');
    const scene = withItem(
      inSession(boardPlan({ items: [item(1, 'Bidrag')] }), { remote: [remote], substitutes: [substitute] }),
      1,
    ).after({ type: 'beginDebate' });
    const voting = demands(finds(toDecision(scene), tabled), person('Jenny Karlberg')).after({
      type: 'openVote',
      method: 'buttons',
    });
    const noted = linkDown(voting, remote)
      .after({ type: 'noteAbsent', person: remote, cause: 'connectionLost' })
      .after({ type: 'resumeVote' });
    const seat = noted.meeting.plan.seats.find((s) => s.holder === remote)?.id;
    if (!seat) throw new Error('No seat.');
    const called = noted.when({ type: 'callSubstitute', seat, substitute });
    const after = called.refusal ? noted : called.then(...called.events);
    after.when({ type: 'castVote', vote: vote(after).id, choice: 'yes' }, substitute).refuses('MTG-ELECTOR');
  });
});

/** Everyone but this person votes yes, if they have not voted. */
function all2(scene: Scene, not: typeof remote): Scene {
  return vote(scene).electors.reduce(
    (s, e) => (e.person === not || vote(s).cast[e.person] ? s : cast(s, e.person)),
    scene,
  );
}

describe('Equal votes', () => {
  const four = (settings: PlanChange['settings'] = {}) =>
    open('buttons', hallOf({ S: 4, M: 4 }, { items: [item(1, 'Ärendet')], settings }));
  const split = (scene: Scene, chairs: 'yes' | 'abstain' = 'yes') =>
    vote(scene).electors.reduce(
      (s, { person: who }) => cast(s, who, who === member('S', 1) ? chairs : who.startsWith('s') ? 'yes' : 'no'),
      scene,
    );

  it('BES-5 the casting vote is the chair’s own vote, once more weighed', () => {
    split(four())
      .when({ type: 'closeVote' })
      .then({ type: 'VoteClosed', result: { yes: 4, no: 4, settledBy: 'castingVote', castingVoteBy: member('S', 1) } });
  });

  it('BES-5 where the body leaves it free the chair says so, and may differ from the own vote', () => {
    const free = split(four({ castingVoteFollowsOwn: false }))
      .when({ type: 'closeVote' })
      .then({ type: 'VoteTied', remedy: 'castingVote' });
    free.when({ type: 'castVote', vote: vote(free).id, choice: 'yes' }, member('M', 1)).refuses('MTG-VOTE-OPEN');
    free
      .when({ type: 'castingVote', alternative: vote(free).no })
      .then({ type: 'VoteClosed', result: { outcome: vote(free).no, settledBy: 'castingVote' } });
  });

  it('BES-5 a chair who abstained must decide when it is needed', () => {
    const none = vote(four()).electors.reduce((s, { person: who }) => cast(s, who, 'abstain'), four());
    const tied = none.when({ type: 'closeVote' }).then({ type: 'VoteTied', remedy: 'castingVote' });
    tied
      .when({ type: 'recordLot', alternative: vote(tied).yes, witness: SECRETARY, manner: 'Två lappar' })
      .refuses('BES-5');
    const settled = tied.after({ type: 'castingVote', alternative: vote(tied).yes });
    gavel(settled);
    expect(vote(settled).result).toMatchObject({ abstain: 8, settledBy: 'castingVote' });
  });

  it('BES-5 the vote that was tied can be redone if something went wrong', () => {
    const tied = split(four({ castingVoteFollowsOwn: false })).after({ type: 'closeVote' });
    const again = tied.after({ type: 'redoVote', reason: 'En knapp fungerade inte.' });
    again.when({ type: 'strikeGavel' }).refuses('BES-1', { missing: 'vote' });
    expect(question(again).frames[0]?.vote).toBeUndefined();
  });
});

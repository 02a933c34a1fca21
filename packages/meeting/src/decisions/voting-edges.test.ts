import { describe, expect, it } from 'vitest';
import type { AlternativeId, PersonId, ProposalId, VoteId } from '../ids.ts';
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
  counted,
  demands,
  finds,
  gavel,
  hallOf,
  inDebate,
  member,
  moves,
  outcome,
  question,
  SECRETARY,
  toDecision,
  vote,
  votes,
} from '../testing/procedure.ts';
import { decideDecisions } from './decide.ts';
import { nextVoter } from './electors.ts';
import type { DecisionsEvent } from './types.ts';

const tabled = 'item-1-tabled' as ProposalId;
const hall = (change: PlanChange = {}, parties: Readonly<Record<string, number>> = { S: 5, M: 4 }) =>
  hallOf(parties, { items: [item(1, 'Ärendet')], ...change });
const found = (plan = hall()) => finds(toDecision(inDebate(plan, 1)), tabled);
const demanded = (plan = hall()) => demands(found(plan), member('M', 1));
const open = (plan = hall(), method: 'buttons' | 'rollCall' = 'buttons') =>
  demanded(plan).after({ type: 'openVote', method });
const cast = (scene: Scene, who: PersonId, choice: 'yes' | 'no' | 'abstain' = 'yes') =>
  scene.after({ type: 'castVote', vote: vote(scene).id, choice }, who);
/** Three alternatives: two amendments beside the tabled proposal, one vote demanded at the top and one below. */
function chain(plan = hall()) {
  const [one, first] = moves(inDebate(plan, 1), member('M', 1), 'amendment', { text: 'Ett.' });
  const [scene, second] = moves(one, member('M', 2), 'amendment', { text: 'Två.' });
  const top = demands(finds(toDecision(scene), tabled), member('M', 1));
  return { top, below: finds(top, first), first, second };
}

describe('What stands between the steps', () => {
  it('BES-1 nothing is put, found, demanded or voted on where no question is', () => {
    const none = inSession(hall());
    none.when({ type: 'putQuestion' }).refuses('BES-1', { missing: 'order' });
    none.when({ type: 'stateFinding', alternative: 'a' as AlternativeId }).refuses('BES-1', { missing: 'question' });
    none.when({ type: 'demandVote', person: member('M', 1) }, member('M', 1)).refuses('BES-1', { missing: 'finding' });
    none.when({ type: 'openVote', method: 'buttons' }).refuses('BES-1', { missing: 'question' });
    none.when({ type: 'strikeGavel' }).refuses('BES-1', { missing: 'question' });
    none.when({ type: 'redoVote', reason: 'Fel' }).refuses('MTG-VOTE-OPEN');
  });

  it('NAR-1 where too few are here, that comes first: with or without a question', () => {
    const leaving = (scene: Scene) =>
      [1, 2, 3, 4]
        .map((n) => member('M', n))
        .concat(member('S', 5))
        .reduce((s, p) => s.after({ type: 'checkOut', person: p, cause: 'left' }, p), scene);
    for (const scene of [inSession(hall()), found()]) {
      const few = leaving(scene);
      few.when({ type: 'putQuestion' }).refuses('NAR-1', { present: 4, required: 5 });
      few.when({ type: 'stateFinding', alternative: 'a' as AlternativeId }).refuses('NAR-1', { present: 4 });
      few.when({ type: 'openVote', method: 'buttons' }).refuses('NAR-1');
      few.when({ type: 'strikeGavel' }).refuses('NAR-1');
    }
    leaving(inSession(hall())).when({ type: 'approveOrder' }).refuses('NAR-1');
    leaving(inDebate(hall(), 1).after({ type: 'closeDebate' }).after({ type: 'proposeOrder' }))
      .when({ type: 'approveOrder' })
      .refuses('NAR-1');
  });

  it('BES-1 the chair finds one of the answers that stand now', () => {
    const put = toDecision(inDebate(hall(), 1)).after({ type: 'putQuestion' });
    put.when({ type: 'stateFinding', alternative: 'a' as AlternativeId }).refuses('BES-1', { missing: 'alternative' });
    const { below } = chain();
    const top = below.after({ type: 'putQuestion' });
    top
      .when({ type: 'stateFinding', alternative: alternative(below, tabled) })
      .refuses('BES-1', { missing: 'alternative' });
  });

  it('BES-1 each step of a vote has its time', () => {
    const { top, below } = chain();
    top.when({ type: 'openVote', method: 'buttons' }).refuses('BES-1', { missing: 'demand' });
    demands(below, member('M', 2))
      .after({ type: 'openVote', method: 'buttons' })
      .when({ type: 'putQuestion' })
      .refuses('BES-1', {
        missing: 'voteClosed',
      });
    const voting = open();
    voting.when({ type: 'openVote', method: 'buttons' }).refuses('BES-1', { missing: 'voteClosed' });
    voting.when({ type: 'strikeGavel' }).refuses('BES-1', { missing: 'voteClosed' });
    voting.when({ type: 'stateFinding', alternative: vote(voting).no }).refuses('BES-1', { missing: 'voteClosed' });
    const over = counted(demanded(), { S: 'yes', M: 'no' });
    over.when({ type: 'openVote', method: 'buttons' }).refuses('BES-1', { missing: 'gavel' });
    over.when({ type: 'putQuestion' }).refuses('BES-1', { missing: 'vote' });
    over.when({ type: 'strikeGavel' }).thenAmong({ type: 'QuestionSettled', by: 'vote' });
  });

  it('DEC-01 the question is put with the number present and the number that must be', () => {
    toDecision(inDebate(hall(), 1))
      .when({ type: 'putQuestion' })
      .then({ type: 'QuestionPut', level: 0, present: 9, required: 5 });
    demanded()
      .when({ type: 'openVote', method: 'buttons' })
      .then({ type: 'VoteOpened', level: 0, method: 'buttons', present: 9, required: 5 });
  });

  it('BES-2 a demand is the member’s own, or heard in the hall and entered by the desk', () => {
    const demand = { type: 'demandVote', person: member('M', 1) } as const;
    const [own] = found().when(demand, member('M', 1)).events;
    expect(own).not.toHaveProperty('enteredBy');
    found().when(demand, SECRETARY).then({ type: 'VoteDemanded', enteredBy: SECRETARY });
    const put = toDecision(inDebate(hall(), 1)).after({ type: 'putQuestion' });
    put.when(demand, member('M', 1)).refuses('BES-1', { missing: 'finding' });
    toDecision(inDebate(hall(), 1)).when(demand, member('M', 1)).refuses('BES-1', { missing: 'finding' });
  });

  it('BES-2 a demand at the top is met by the chain below until its own finding is stated; below it a new one is needed', () => {
    const { top, below } = chain();
    top.when({ type: 'demandVote', person: member('M', 2) }, member('M', 2)).then();
    below.when({ type: 'demandVote', person: member('M', 2) }, member('M', 2)).then({ type: 'VoteDemanded', level: 1 });
    const chosen = below.when({ type: 'strikeGavel' }).then({
      type: 'CounterPropositionChosen',
      level: 1,
      by: 'acclamation',
      alternative: alternative(below, chain().first),
    });
    expect(question(chosen).eliminated).toEqual([alternative(below, chain().second)]);
    chosen.when({ type: 'openVote', method: 'buttons' }).then({ type: 'VoteOpened', level: 0 });
  });
});

describe('Who votes, and how', () => {
  it('DEC-18 what is cast at the desk is marked with who entered it; what the chair says for itself is not', () => {
    const scene = open();
    const spoken = (who: PersonId, by: PersonId) =>
      scene.when({ type: 'enterSpokenVote', vote: vote(scene).id, person: who, choice: 'yes' }, by);
    expect(spoken(member('S', 1), member('S', 1)).events[0]).not.toHaveProperty('enteredBy');
    spoken(member('M', 2), SECRETARY).then({ type: 'VoteCast', how: 'spoken', enteredBy: SECRETARY });
    const entered = spoken(member('M', 2), SECRETARY).then({});
    const again = { type: 'enterSpokenVote', vote: vote(scene).id, person: member('M', 2), choice: 'no' } as const;
    entered.when(again, SECRETARY).then({ type: 'VoteCast', choice: 'no' });
    const pressed = cast(scene, member('M', 1));
    pressed.when({ ...again, person: member('M', 1), choice: 'yes' }, SECRETARY).refuses('MTG-VOTER');
    scene.when({ ...again, vote: 'none' as VoteId }, SECRETARY).refuses('MTG-VOTE-OPEN');
  });

  it('MTG-VOTE-METHOD roll call is roll call, buttons are buttons, and either is what the chair chooses', () => {
    const by = (method: 'buttons' | 'rollCall' | 'either') => demanded(hall({ settings: { openVoteMethod: method } }));
    by('rollCall').when({ type: 'openVote', method: 'rollCall' }).then({ type: 'VoteOpened', method: 'rollCall' });
    by('buttons').when({ type: 'openVote', method: 'buttons' }).then({ type: 'VoteOpened', method: 'buttons' });
    by('buttons').when({ type: 'openVote', method: 'rollCall' }).refuses('MTG-VOTE-METHOD', { method: 'buttons' });
    by('either').when({ type: 'openVote', method: 'buttons' }).then({ type: 'VoteOpened', method: 'buttons' });
  });

  it('MTG-VOTER in a roll call the list is gone through from where it was, then those who did not answer', () => {
    let scene = open(hall({ settings: { openVoteMethod: 'rollCall' } }), 'rollCall');
    const list = vote(scene).electors.map((e) => e.person);
    const [first, second, third] = list;
    if (!first || !second || !third) throw new Error('Nobody votes.');
    expect(nextVoter(scene.meeting, vote(scene))).toBe(first);
    scene = cast(
      scene.after({ type: 'callVoter', person: first }).after({ type: 'callVoter', person: second }),
      second,
    );
    expect(nextVoter(scene.meeting, vote(scene))).toBe(third);
    scene = list.slice(2).reduce((s, who) => cast(s.after({ type: 'callVoter', person: who }), who), scene);
    expect(nextVoter(scene.meeting, vote(scene))).toBe(first);
    scene.when({ type: 'callVoter', person: second }).refuses('MTG-VOTER');
    const done = cast(scene.after({ type: 'callVoter', person: first }), first);
    expect(nextVoter(done.meeting, vote(done))).toBeUndefined();
  });

  it('with buttons those who are missing are called as they come', () => {
    const scene = cast(open(), member('M', 1));
    scene.when({ type: 'callVoter', person: member('M', 4) }).then({ type: 'VoterCalled', person: member('M', 4) });
    scene.when({ type: 'callVoter', person: member('S', 3) }).then({ type: 'VoterCalled' });
    scene.when({ type: 'callVoter', person: member('M', 1) }).refuses('MTG-VOTER');
    scene.when({ type: 'callVoter', person: SECRETARY }).refuses('MTG-VOTER');
  });

  it('MTG-ELECTOR one on the list who has gone does not vote, and nobody else’s going matters', () => {
    const scene = open().after({ type: 'checkOut', person: member('M', 4), cause: 'left' }, member('M', 4));
    expect(vote(scene).state).toBe('open');
    const resumed = cast(scene, member('M', 1));
    const id = vote(resumed).id;
    resumed
      .when({ type: 'enterSpokenVote', vote: id, person: member('M', 4), choice: 'yes' }, SECRETARY)
      .refuses('MTG-ELECTOR');
    resumed.when({ type: 'castVote', vote: id, choice: 'yes' }, member('M', 3)).then({ type: 'VoteCast' });
  });

  it('MTG-ELECTOR the platform itself casts no vote', () => {
    const { meeting } = open();
    const id = meeting.decisions.openVote;
    if (!id) throw new Error('No vote.');
    const result = decideDecisions(
      meeting,
      { type: 'castVote', vote: id, choice: 'yes' },
      { at: 0, actor: 'system', id: 'x' },
    );
    expect(result).toEqual({ ok: false, refusal: { rule: 'MTG-ELECTOR' } });
  });

  it('DEC-16 in a break nobody is called, nothing is closed, resumed, redone or settled', () => {
    const pause = (scene: Scene) => scene.after({ type: 'adjourn', cause: 'rest' });
    const adjourned = pause(open());
    adjourned.when({ type: 'callVoter', person: member('M', 1) }).refuses('MTG-SESSION');
    adjourned.when({ type: 'closeVote' }).refuses('MTG-SESSION');
    adjourned.when({ type: 'redoVote', reason: 'Fel' }).refuses('MTG-SESSION');
    const tied = votes(demanded(hall({ settings: { castingVoteFollowsOwn: false } }, { S: 4, M: 4 })), {
      S: 'yes',
      M: 'no',
    }).after({
      type: 'closeVote',
    });
    pause(tied)
      .when({ type: 'castingVote', alternative: vote(tied).yes })
      .refuses('MTG-SESSION');
    pause(tied)
      .when({ type: 'recordLot', alternative: vote(tied).yes, witness: SECRETARY, manner: 'Lappar' }, SECRETARY)
      .refuses('MTG-SESSION');
  });
});

describe('Voters who are lost', () => {
  const board = (remote: readonly PersonId[]) => {
    const scene = withItem(inSession(boardPlan({ items: [item(1, 'Bidrag')] }), { remote }), 1).after({
      type: 'beginDebate',
    });
    return demands(finds(toDecision(scene), tabled), person('Jenny Karlberg')).after({
      type: 'openVote',
      method: 'buttons',
    });
  };
  const sofia = person('Sofia Elmgren');
  const yusuf = person('Yusuf Demir');

  it('MTG-VOTE-FROZEN as many as are lost are waited for; each back is one less', () => {
    const both = linkDown(linkDown(board([sofia, yusuf]), sofia), yusuf);
    expect(vote(both)).toMatchObject({ state: 'frozen', frozenBy: [sofia, yusuf] });
    both.when({ type: 'closeVote' }).refuses('MTG-VOTE-FROZEN', { lost: 2 });
    both.when({ type: 'callVoter', person: yusuf }).refuses('MTG-VOTE-FROZEN', { lost: 2 });
    both.when({ type: 'resumeVote' }).refuses('MTG-VOTE-FROZEN', { lost: 2 });
    const one = linkUp(both, sofia);
    one.when({ type: 'resumeVote' }).refuses('MTG-VOTE-FROZEN', { lost: 1 });
    const resumed = linkUp(one, yusuf).after({ type: 'resumeVote' });
    expect(vote(resumed).state).toBe('open');
    expect(vote(resumed)).not.toHaveProperty('frozenBy');
    resumed.when({ type: 'resumeVote' }).refuses('MTG-VOTE-OPEN');
    cast(resumed, yusuf)
      .when({ type: 'castVote', vote: vote(resumed).id, choice: 'no' }, sofia)
      .then({ type: 'VoteCast' });
  });

  it('MTG-VOTE-FROZEN once for each, and not for one who has answered, was never to vote, or leaves the hall with an answer given', () => {
    const scene = board([sofia]);
    const down = linkDown(scene, sofia);
    expect(down.facts.filter((f) => f.event.type === 'VoteFrozen')).toHaveLength(1);
    const twice = linkDown(down, sofia);
    expect(twice.facts.filter((f) => f.event.type === 'VoteFrozen')).toHaveLength(1);
    const official = person('Inger Falkman');
    expect(vote(scene.after({ type: 'checkOut', person: official, cause: 'left' }, official)).state).toBe('open');
    const jonas = person('Jonas Fridh');
    const left = (s: Scene) => s.after({ type: 'checkOut', person: jonas, cause: 'left' }, jonas);
    expect(vote(left(cast(scene, jonas))).state).toBe('open');
  });

  it('MTG-VOTE-FROZEN also for one in the hall who goes in a break without having answered', () => {
    const pause = board([sofia]).after({ type: 'adjourn', cause: 'rest' });
    const jonas = person('Jonas Fridh');
    const gone = pause.after({ type: 'checkOut', person: jonas, cause: 'left' }, jonas);
    expect(vote(gone)).toMatchObject({ state: 'frozen', frozenBy: [jonas] });
    const entered = pause.after(
      { type: 'checkOut', person: person('Inger Falkman'), cause: 'left' },
      person('Inger Falkman'),
    );
    expect(vote(entered).state).toBe('open');
  });

  it('a vote that has been counted even is not frozen any more', () => {
    const remote = [sofia];
    const plan = boardPlan({ items: [item(1, 'Bidrag')], settings: { castingVoteFollowsOwn: false } });
    const scene = withItem(inSession(plan, { remote, absent: [person('Jenny Karlberg')] }), 1).after({
      type: 'beginDebate',
    });
    const asked = demands(finds(toDecision(scene), tabled), person('Jonas Fridh')).after({
      type: 'openVote',
      method: 'buttons',
    });
    const half = vote(asked).electors.reduce((s, e, n) => cast(s, e.person, n % 2 === 0 ? 'yes' : 'no'), asked);
    const tied = half.when({ type: 'closeVote' }).then({ type: 'VoteTied', remedy: 'castingVote' });
    expect(vote(linkDown(tied, sofia)).state).toBe('tied');
    tied.when({ type: 'closeVote' }).refuses('MTG-VOTE-OPEN');
    tied.when({ type: 'resumeVote' }).refuses('MTG-VOTE-OPEN');
  });
});

describe('When it is even', () => {
  const even = (change: PlanChange = {}) => votes(demanded(hall(change, { S: 4, M: 4 })), { S: 'yes', M: 'no' });

  it('BES-5 only a tied vote has a casting vote, and only between its two sides', () => {
    const free = even({ settings: { castingVoteFollowsOwn: false } });
    free.when({ type: 'castingVote', alternative: vote(free).yes }).refuses('MTG-VOTE-OPEN');
    const lot = { type: 'recordLot', witness: SECRETARY, manner: 'Två lappar' } as const;
    free.when({ ...lot, alternative: vote(free).yes }, SECRETARY).refuses('MTG-VOTE-OPEN');
    const tied = free.after({ type: 'closeVote' });
    tied.when({ type: 'castingVote', alternative: 'other' as AlternativeId }).refuses('MTG-VOTE-OPEN');
    tied.when({ ...lot, alternative: 'other' as AlternativeId }, SECRETARY).refuses('MTG-VOTE-OPEN');
    tied.when({ ...lot, alternative: vote(tied).yes }, SECRETARY).refuses('BES-5', { own: 'none' });
    tied.when({ ...lot, alternative: vote(tied).no }, SECRETARY).refuses('BES-5', { own: 'none' });
    for (const side of ['yes', 'no'] as const)
      tied.when({ type: 'castingVote', alternative: vote(tied)[side] }).then({
        type: 'VoteClosed',
        result: { outcome: vote(tied)[side], settledBy: 'castingVote', castingVoteBy: member('S', 1) },
      });
  });

  it('DEC-14 counted even, it is known how each voted, also to those who were not told while the vote was open', () => {
    const free = even({ settings: { castingVoteFollowsOwn: false } });
    const [event] = free.when({ type: 'closeVote' }).events;
    if (event?.type !== 'VoteTied') throw new Error('Not tied.');
    const hidden = open(hall({}, { S: 4, M: 4 })).recorded(
      ...vote(free)
        .electors.slice(0, 7)
        .map((e): DecisionsEvent => ({ type: 'VoteCast', vote: event.vote, person: e.person, how: 'spoken' })),
    );
    const absent = event.ballots.map((b, n) => (n === 7 ? { ...b, choice: 'absent' as const } : b));
    const told = hidden.recorded({ ...event, ballots: absent.map(({ how: _, ...b }) => b) });
    const known = vote(told).cast;
    expect(Object.entries(known).map(([who, c]) => `${who} ${c.choice} ${c.how}`)).toEqual(
      event.ballots.slice(0, 7).map((b) => `${b.person} ${b.choice} spoken`),
    );
    const unseen = open(hall({}, { S: 4, M: 4 })).recorded({ ...event, ballots: absent.map(({ how: _, ...b }) => b) });
    expect(Object.keys(vote(unseen).cast)).toHaveLength(7);
    expect(Object.values(vote(unseen).cast)).toEqual(
      event.ballots.slice(0, 7).map((b) => ({ choice: b.choice, how: 'button', at: unseen.facts.at(-1)?.at })),
    );
  });

  it('DEC-17 a vote redone leaves its reason, and the level where it was', () => {
    const scene = cast(open(), member('M', 1));
    scene
      .when({ type: 'redoVote', reason: ' En knapp fungerade inte. ' })
      .then({ type: 'VoteAnnulled', reason: 'En knapp fungerade inte.' });
  });
});

describe('Majorities in a chain', () => {
  it('BES-6 two thirds are asked for in the main vote alone: a counter-proposition is chosen by more votes', () => {
    const items = [item(1, 'Ärendet', 'matter', { majority: 'twoThirdsOfPresent' as const })];
    const { below, first, second } = chain(hall({ items }));
    const level = counted(demands(below, member('M', 2)), { S: 'yes', M: 'no' });
    expect(outcome(level)).toBe('5–4–0');
    expect(question(level).frames[0]?.opponent).toBe(alternative(below, first));
    expect(Object.values(level.meeting.decisions.votes)[0]?.result).toMatchObject({ settledBy: 'vote' });
    const none = counted(demands(below, member('M', 2)), {});
    expect(vote(none)).toMatchObject({ state: 'tied' });
    const chairs = none.when({ type: 'castingVote', alternative: alternative(below, second) });
    chairs.then(
      { type: 'VoteClosed' },
      { type: 'CounterPropositionChosen', level: 1, by: 'castingVote', alternative: alternative(below, second) },
    );
    const main = counted(level, { S: 'yes', M: 'no' });
    main
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(below, 'rejection'), by: 'vote' });
  });
});

describe('KAL-4 what is urgent and unprepared', () => {
  const urgent = (change = {}) =>
    hall({ items: [item(1, 'Brådskande', 'matter', { preparedBy: [], urgent: true, ...change })] }, { S: 9 });
  const inDebateOf = (plan: ReturnType<typeof hall>) =>
    withItem(inSession(plan).recorded({ type: 'NoticeChecked', faults: [], stand: 'proceed' }), 1).after({
      type: 'beginDebate',
    });

  it('5:33 is decided by everybody present or not at all; by acclamation nobody was against', () => {
    const scene = finds(toDecision(inDebateOf(urgent())), tabled);
    scene.when({ type: 'strikeGavel' }).thenAmong({ type: 'ItemDecided', outcome: 'decided' });
    const asked = demands(scene, member('S', 2));
    counted(asked, { S: 'yes' }).when({ type: 'strikeGavel' }).thenAmong({ type: 'QuestionSettled', by: 'vote' });
    counted(asked, { S: 'no' }).when({ type: 'strikeGavel' }).thenAmong({ type: 'QuestionSettled', by: 'vote' });
    counted(asked, { S: 'yes' }, { [member('S', 2)]: 'no' })
      .when({ type: 'strikeGavel' })
      .refuses('KAL-4', { number: 1 });
    counted(asked, { S: 'yes' }, { [member('S', 2)]: 'abstain' })
      .when({ type: 'strikeGavel' })
      .refuses('KAL-4', { number: 1 });
  });

  it('5:26 not urgent it is tabled or referred back, not decided; tabling it takes no unanimity', () => {
    const [scene] = moves(inDebateOf(urgent({ urgent: false })), member('S', 2), 'tabling');
    const put = toDecision(scene);
    const today = gavel(finds(put, 'decideToday'));
    today.when({ type: 'putQuestion' }).refuses('KAL-4', { number: 1 });
    const [urgently] = moves(inDebateOf(urgent()), member('S', 2), 'tabling');
    counted(demands(finds(toDecision(urgently), 'table'), member('S', 2)), { S: 'yes' }, { [member('S', 3)]: 'no' })
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'ItemDecided', outcome: 'tabled' });
  });
});

describe('BES-8 authority over a person', () => {
  const authority = item(1, 'Bygglov', 'matter', { exerciseOfAuthority: true });
  const plan = () => {
    const base = hall({ items: [authority, item(2, 'Nästa', 'matter', { exerciseOfAuthority: true })] });
    return { ...base, body: { ...base.body, kind: 'board' as const } };
  };

  it('4:26 one who has voted in the matter may abstain after that; one who has abstained, been absent or voted in another may not', () => {
    const { below } = chain(plan());
    const asked = demands(below, member('M', 2)).after({ type: 'openVote', method: 'buttons' });
    const abstains = (scene: Scene, who: PersonId) =>
      scene.when({ type: 'castVote', vote: vote(scene).id, choice: 'abstain' }, who);
    abstains(asked, member('M', 1)).refuses('BES-8');
    const ballots = vote(asked).electors.filter((e) => e.person !== member('M', 4));
    const gone = asked.after({ type: 'checkOut', person: member('M', 4), cause: 'left' }, member('M', 4));
    const level = ballots
      .reduce((s, e) => cast(s, e.person, e.person === member('M', 1) ? 'no' : 'yes'), gone)
      .after({ type: 'closeVote' });
    const main = level.after({ type: 'openVote', method: 'buttons' });
    abstains(main, member('M', 1)).then({ type: 'VoteCast', choice: 'abstain' });
    abstains(main, member('M', 2)).then({ type: 'VoteCast', choice: 'abstain' });
    const redone = main.after({ type: 'redoVote', reason: 'Fel' });
    expect(redone.meeting.decisions.openVote).toBeUndefined();
    const decided = gavel(votesAll(main));
    const next = withItem(decided.after({ type: 'closeItem' }), 2).after({ type: 'beginDebate' });
    const again = demands(finds(toDecision(next), 'item-2-tabled' as ProposalId), member('M', 1));
    abstains(again.after({ type: 'openVote', method: 'buttons' }), member('M', 1)).refuses('BES-8');
  });

  it('4:26 a vote that was broken off has not been a vote', () => {
    const scene = cast(open(plan()), member('M', 1)).after({ type: 'redoVote', reason: 'Fel' });
    const again = scene.after({ type: 'openVote', method: 'buttons' });
    again.when({ type: 'castVote', vote: vote(again).id, choice: 'abstain' }, member('M', 1)).refuses('BES-8');
  });
});

function votesAll(scene: Scene): Scene {
  return vote(scene)
    .electors.reduce((s, e) => cast(s, e.person), scene)
    .after({ type: 'closeVote' });
}

import { describe, expect, it } from 'vitest';
import type { BallotId, PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import { arrives, item, itemClosed, itemId, type Scene, withItem } from '../testing/index.ts';
import { demands, finds, hallOf, inDebate, member, moves, SECRETARY, toDecision } from '../testing/procedure.ts';
import {
  closedBallotNow,
  closedBallotOf,
  electedBy,
  isInHall,
  othersPrevail,
  revealsVotes,
  sameCount,
  standing,
} from './ballots.ts';
import { enterPaperCount } from './closed-ballot-count.ts';
import { initialElections } from './evolve.ts';
import type { BallotCount, ClosedBallot } from './types.ts';

const PARTIES = { S: 4, M: 3, C: 2 };
const [a, b, c] = [member('S', 3), member('M', 1), member('C', 1)];
const HOLDERS = [member('S', 2), member('M', 2), member('C', 2)] as const;
const election = (number = 1, places = 1) =>
  item(number, 'Val', 'election', { election: { office: 'ordförande', places } });
const hall = (places = 1, change: Parameters<typeof hallOf>[1] = {}): MeetingPlan =>
  hallOf(PARTIES, { items: [election(1, places), election(2, places)], ...change });
const nominate = (scene: Scene, ...who: readonly PersonId[]) =>
  who.reduce((s, one) => moves(s, one, 'nomination', { candidates: [one] })[0], scene);
const voteDemanded = (nominated: Scene): Scene => {
  const last = nominated.meeting.proposals.order.at(-1);
  if (last === undefined) throw new Error('Nobody is nominated.');
  return demands(finds(toDecision(nominated), last), b);
};
const demanded = (plan = hall()): Scene => voteDemanded(nominate(inDebate(plan, 1), a, b, c));
const ballotOf = ({ meeting }: Scene): ClosedBallot => {
  const ballot = Object.values(meeting.elections.ballots).at(-1);
  if (ballot === undefined) throw new Error('No ballot.');
  return ballot;
};
const keyed = (scene = demanded()) =>
  scene
    .after({ type: 'appointKeyHolders', persons: HOLDERS }, SECRETARY)
    .after({ type: 'completeKeys', persons: HOLDERS, key: 'k1' }, 'system');
const sealed = (scene = keyed()) => scene.after({ type: 'openClosedBallot', means: 'sealed' });
const paper = (scene = demanded()) => scene.after({ type: 'openClosedBallot', means: 'paper' });
const all = (scene: Scene) => ballotOf(scene).electors;
const registered = (scene: Scene, who = all(scene)) =>
  who.reduce((s, person) => s.after({ type: 'registerVoter', ballot: ballotOf(s).id, person }, 'system'), scene);
const listing = (scene = sealed()) => registered(scene).after({ type: 'closeRegistration' });
const drawn = (scene: Scene, lines = 9) =>
  scene.after({ type: 'drawVotingList', ballot: ballotOf(scene).id, lines, hash: 'h' }, 'system');
const voting = () => drawn(listing()).after({ type: 'approveVotingList' });
const marks = (scene: Scene, persons = all(scene)) =>
  scene.after(
    { type: 'markVoted', ballot: ballotOf(scene).id, persons },
    ballotOf(scene).means === 'paper' ? SECRETARY : 'system',
  );
const ended = (scene = marks(voting())) => {
  const closed = scene.after({ type: 'closeClosedBallot' });
  return closed.after({ type: 'endBallot', ballot: ballotOf(closed).id, head: 'aa', cast: 9 }, 'system');
};
const checked = (scene = ended()) =>
  all(scene).reduce(
    (s, person) => s.after({ type: 'checkInclusion', ballot: ballotOf(s).id, person, found: true }, person),
    scene,
  );
const counting = () => checked().after({ type: 'startCount' });
const counted = (votes: Readonly<Record<PersonId, number>>, scene = counting()) =>
  scene.after(
    { type: 'reportCount', ballot: ballotOf(scene).id, count: { votes, blank: 0, invalid: 0 }, head: 'bb' },
    'system',
  );

/** A ballot with these figures; three candidates unless said otherwise. */
function ballot(
  change: Partial<ClosedBallot> & { readonly votes?: Readonly<Record<PersonId, number>>; readonly otherVotes?: number },
): ClosedBallot {
  const { votes = {}, otherVotes, ...more } = change;
  return {
    ...ballotOf(paper()),
    candidates: [a, b, c],
    result: { votes, blank: 0, invalid: 0, ...(otherVotes === undefined ? {} : { others: otherVotes }) },
    ...more,
  };
}

describe('Who is elected by the figures', () => {
  it.each<[string, number, readonly number[], readonly PersonId[], readonly PersonId[]]>([
    ['one place, one ahead', 1, [5, 3, 0], [a], []],
    ['one place, two level ahead', 1, [4, 4, 1], [], [a, b]],
    ['two places, two ahead', 2, [5, 3, 1], [a, b], []],
    ['two places, two level ahead of the third', 2, [4, 4, 1], [a, b], []],
    ['two places, one ahead and two level behind', 2, [5, 2, 2], [a], [b, c]],
    ['two places, all level', 2, [3, 3, 3], [], [a, b, c]],
    ['as many places as nominees, whatever the figures', 3, [9, 0, 0], [a, b, c], []],
    ['more places than nominees', 4, [9, 0, 0], [a, b, c], []],
  ])('KL 5:56 %s', (_case, places, [x, y, z], sure, tied) => {
    const found = standing(ballot({ places, votes: { [a]: x ?? 0, [b]: y ?? 0, [c]: z ?? 0 } }));
    expect(found.sure.toSorted()).toEqual(sure.toSorted());
    expect(found.tied.toSorted()).toEqual(tied.toSorted());
  });

  it('KL 5:56 one for whom nobody voted has none, and before the count nobody has', () => {
    expect(standing(ballot({ places: 1, votes: { [b]: 2 } })).sure).toEqual([b]);
    const { result: _, ...uncounted } = ballot({ places: 1 });
    expect(standing(uncounted)).toEqual({ sure: [], tied: [a, b, c] });
    expect(othersPrevail(uncounted)).toBe(false);
  });

  it('MTG-BALLOT-OTHERS as many as the last who would be elected, none where none were given', () => {
    const of = (otherVotes: number, places = 1) =>
      othersPrevail(ballot({ places, otherVotes, votes: { [a]: 4, [b]: 2, [c]: 1 } }));
    expect([of(0), of(3), of(4), of(5)]).toEqual([false, false, true, true]);
    expect([of(1, 2), of(2, 2)]).toEqual([false, true]);
    expect(of(1, 4)).toBe(true);
    expect(othersPrevail(ballot({ places: 4, otherVotes: 0 }))).toBe(false);
  });

  it('KL 5:56 by the figures, by the lot, or nobody yet', () => {
    const level = { places: 2, votes: { [a]: 5, [b]: 2, [c]: 2 } };
    expect(electedBy(ballot({ places: 1, votes: { [a]: 5 } }))).toEqual([a]);
    expect(electedBy(ballot(level))).toBeUndefined();
    expect(electedBy(ballot({ ...level, lot: [c] }))).toEqual([a, c]);
    expect(electedBy(ballot({ places: 1, votes: { [a]: 5 }, otherVotes: 5 }))).toBeUndefined();
  });

  it('SEC-5 six voters or a result that is all alike tells how somebody voted', () => {
    const electors = (n: number) => Array.from({ length: n }, (_, i) => member('S', i));
    const of = (n: number, result?: BallotCount) =>
      revealsVotes({ electors: electors(n), ...(result ? { result } : {}) });
    expect([of(6), of(7)]).toEqual([true, false]);
    const count = (votes: Readonly<Record<PersonId, number>>, blank = 0, others = 0) => ({
      votes,
      blank,
      invalid: 0,
      others,
    });
    expect(of(7, count({ [a]: 7 }))).toBe(true);
    expect(of(7, count({ [a]: 7, [b]: 0 }))).toBe(true);
    expect(of(7, count({ [a]: 6, [b]: 1 }))).toBe(false);
    expect(of(7, count({ [a]: 6 }, 1))).toBe(false);
    expect(of(7, count({}, 7))).toBe(true);
    expect(of(7, count({ [a]: 6 }, 0, 1))).toBe(false);
  });

  it('MTG-BALLOT-PAPER two counts are the same in every figure, or are not', () => {
    const count = { votes: { [a]: 3, [b]: 2 }, blank: 1, invalid: 1, others: 1 };
    const same = (other: BallotCount) => sameCount(count, other, [a, b, c]);
    expect(same({ ...count })).toBe(true);
    expect(same({ ...count, votes: { [a]: 3, [b]: 2, [c]: 0 } })).toBe(true);
    expect(same({ ...count, votes: { [a]: 2, [b]: 3 } })).toBe(false);
    expect(same({ ...count, blank: 2 })).toBe(false);
    expect(same({ ...count, invalid: 2 })).toBe(false);
    expect(same({ ...count, others: 2 })).toBe(false);
    const { others: _, ...none } = count;
    expect(same(none)).toBe(false);
    expect(sameCount({ ...none }, { ...none, others: 0 }, [a, b])).toBe(true);
  });
});

describe('Which ballot is held', () => {
  it('none before it is opened; the item’s last that was not annulled; none when the persons are elected', () => {
    expect(closedBallotNow(demanded().meeting)).toBeUndefined();
    expect(closedBallotOf(demanded().meeting, itemId(1))).toBeUndefined();
    const open = paper();
    expect(closedBallotNow(open.meeting)?.id).toBe(ballotOf(open).id);
    expect(closedBallotOf(open.meeting, itemId(1))?.id).toBe(ballotOf(open).id);
    expect(closedBallotOf(open.meeting, itemId(2))).toBeUndefined();
    const annulled = open.after({ type: 'annulClosedBallot', reason: 'Fel' });
    expect(closedBallotNow(annulled.meeting)).toBeUndefined();
    expect(closedBallotOf(annulled.meeting, itemId(1))).toBeUndefined();
    const again = paper(annulled);
    expect(closedBallotOf(again.meeting, itemId(1))?.id).toBe(ballotOf(again).id);
    const elsewhere = again.recorded({ type: 'PersonsElected', item: itemId(2), persons: [a], by: 'acclamation' });
    expect(closedBallotNow(elsewhere.meeting)?.id).toBe(ballotOf(again).id);
    const elected = again.recorded({ type: 'PersonsElected', item: itemId(1), persons: [a], by: 'closedBallot' });
    expect(closedBallotNow(elected.meeting)).toBeUndefined();
    expect(closedBallotOf(elected.meeting, itemId(1))?.id).toBe(ballotOf(again).id);
  });

  it('MTG-BALLOT-ITEM is of an election that is open, between those who are nominated there and still stand', () => {
    const open = { type: 'openClosedBallot', means: 'paper' } as const;
    inDebate(hall(), 1)
      .recorded({ type: 'ItemClosed', item: itemId(1), outcome: 'decided' })
      .when(open)
      .refuses('MTG-BALLOT-ITEM', { why: 'kind' });
    const [withdrawn, first] = moves(inDebate(hall(), 1), a, 'nomination', { candidates: [a] });
    const stands = nominate(withdrawn, b, c).after({ type: 'withdrawProposal', proposal: first }, a);
    voteDemanded(stands)
      .when(open)
      .then({ type: 'ClosedBallotOpened', candidates: [b, c].toSorted(), places: 1, means: 'paper' });
    const found = finds(toDecision(nominate(inDebate(hall(), 1), a, b)), 'proposal');
    found.when(open).refuses('MTG-BALLOT-ITEM', { why: 'demand' });
    const [amended] = moves(moves(inDebate(hall(), 1), a, 'amendment', { text: 'Vakant.' })[0], b, 'amendment', {
      text: 'Annat.',
    });
    voteDemanded(amended).when(open).refuses('MTG-BALLOT-ITEM', { why: 'candidates' });
    const second = nominate(
      withItem(itemClosed(nominate(inDebate(hall(), 1), a), 1), 2).after({ type: 'beginDebate' }),
      b,
      c,
    );
    voteDemanded(second)
      .when(open)
      .then({ type: 'ClosedBallotOpened', item: itemId(2), candidates: [b, c].toSorted() });
    const adjusters = hall(1, { items: [item(1, 'Justerare', 'adjusters')] });
    demanded(adjusters)
      .when(open)
      .then({ type: 'ClosedBallotOpened', places: 2, electors: all(paper()) });
    const few = [member('S', 4), member('M', 2), member('M', 3), member('C', 2), member('S', 2)].reduce(
      (s, p) => s.after({ type: 'checkOut', person: p, cause: 'left' }, p),
      demanded(),
    );
    few.when(open).refuses('NAR-1', { present: 4, required: 5 });
  });

  it('MTG-BALLOT-REMOTE names those at a distance; the law’s own default keeps them out, the body may decide otherwise', () => {
    const plan = (allowed: boolean) =>
      hall(1, { remoteGranted: [c], form: 'hybrid', settings: { remoteAllowed: true, remoteClosedBallot: allowed } });
    const linked = (allowed: boolean) => {
      const scene = demanded(plan(allowed));
      const away = scene.after({ type: 'checkOut', person: c, cause: 'left' }, c);
      const back = arrives(away, c, 'remote');
      const seat = back.meeting.plan.seats.find((s) => s.holder === c)?.id;
      if (!seat) throw new Error('No seat.');
      return back.recorded({ type: 'SeatTaken', seat, person: c } as never);
    };
    const open = { type: 'openClosedBallot', means: 'paper' } as const;
    linked(false)
      .when(open)
      .refuses('MTG-BALLOT-REMOTE', { count: 1, persons: [c] });
    linked(true).when(open).then({ type: 'ClosedBallotOpened' });
    demanded(plan(false)).when(open).then({ type: 'ClosedBallotOpened' });
    const tablets = sealed(keyed(linked(true)));
    const enter = { type: 'registerVoter', ballot: ballotOf(tablets).id, person: c } as const;
    tablets.when(enter, 'system').then({ type: 'VoterRegistered', person: c });
    tablets.when({ ...enter, booth: true }, 'system').refuses('MTG-BALLOT-VOTER', { why: 'booth' });
    expect(isInHall(linked(true).meeting, c)).toBe(false);
    expect(isInHall(linked(true).meeting, a)).toBe(true);
    expect(isInHall(linked(true).meeting, 'nobody' as PersonId)).toBe(false);
  });
});

describe('Step by step', () => {
  it('MTG-BALLOT-KEYS three different persons of three parties that are known', () => {
    const appoint = (...persons: readonly PersonId[]) =>
      demanded().when({ type: 'appointKeyHolders', persons }, SECRETARY);
    const [one, two, three] = HOLDERS;
    appoint(one, two, three, member('M', 3)).refuses('MTG-BALLOT-KEYS', { why: 'number' });
    appoint(one, two, three, three).refuses('MTG-BALLOT-KEYS', { why: 'number' });
    appoint(one, two, two).refuses('MTG-BALLOT-KEYS', { why: 'number' });
    appoint(one, two).refuses('MTG-BALLOT-KEYS', { why: 'number' });
    appoint(one, two, member('M', 3)).refuses('MTG-BALLOT-KEYS', { why: 'party' });
    appoint(one, two, SECRETARY).refuses('MTG-BALLOT-KEYS', { why: 'party' });
    appoint(one, two, 'nobody' as PersonId).refuses('MTG-BALLOT-KEYS', { why: 'party' });
    const paperOpen = paper();
    paperOpen
      .when({ type: 'appointKeyHolders', persons: HOLDERS }, SECRETARY)
      .then({ type: 'KeyHoldersAppointed', persons: HOLDERS });
  });

  it('MTG-BALLOT-KEYS the keys are those holders’, once', () => {
    const complete = { type: 'completeKeys', persons: HOLDERS, key: 'k1' } as const;
    demanded().when(complete, 'system').refuses('MTG-BALLOT-KEYS', { why: 'number' });
    keyed()
      .when({ ...complete, key: 'k2' }, 'system')
      .then();
    expect(keyed().meeting.elections.keyHolders).toEqual({ persons: HOLDERS, needed: 2, key: 'k1' });
    expect(demanded().recorded({ type: 'KeysCompleted', key: 'k1' }).meeting.elections).toEqual(initialElections());
  });

  it('MTG-BALLOT-PHASE each step has its time, and what it finds instead is said', () => {
    const none = 'none' as BallotId;
    const steps = (id: BallotId) =>
      [
        [{ type: 'registerVoter', ballot: id, person: a }, 'system'],
        [{ type: 'replaceTablet', ballot: id, person: a }, SECRETARY],
        [{ type: 'drawVotingList', ballot: id, lines: 9, hash: 'h' }, 'system'],
        [{ type: 'markVoted', ballot: id, persons: [a] }, 'system'],
        [{ type: 'endBallot', ballot: id, head: 'aa', cast: 9 }, 'system'],
        [{ type: 'checkInclusion', ballot: id, person: a, found: true }, a],
        [{ type: 'giveShare', ballot: id, holder: HOLDERS[0], holds: true }, 'system'],
        [{ type: 'reportCount', ballot: id, count: { votes: {}, blank: 0, invalid: 0 }, head: 'h' }, 'system'],
        [{ type: 'enterPaperCount', ballot: id, count: { votes: {}, blank: 0, invalid: 0 } }, a],
      ] as const;
    for (const [command, by] of steps(none))
      demanded().when(command, by).refuses('MTG-BALLOT-PHASE', { phase: 'none' });
    const chairs = [
      { type: 'closeRegistration' },
      { type: 'approveVotingList' },
      { type: 'closeClosedBallot' },
      { type: 'startCount' },
      { type: 'annulClosedBallot', reason: 'Fel' },
    ] as const;
    for (const command of chairs) demanded().when(command).refuses('MTG-BALLOT-PHASE', { phase: 'none' });
    demanded()
      .when({ type: 'drawBallotLot', persons: [a], witness: SECRETARY, manner: 'Lott' }, SECRETARY)
      .refuses('MTG-BALLOT-PHASE', { phase: 'none' });
    const states: readonly (readonly [Scene, string, readonly string[]])[] = [
      [sealed(), 'registering', ['registerVoter', 'replaceTablet']],
      [listing(), 'listing', ['replaceTablet', 'drawVotingList']],
      [drawn(listing()), 'listed', ['replaceTablet', 'drawVotingList']],
      [voting(), 'voting', ['markVoted']],
      [marks(voting()).after({ type: 'closeClosedBallot' }), 'closed', ['markVoted', 'endBallot', 'enterPaperCount']],
      [ended(), 'ended', ['markVoted', 'checkInclusion']],
      [counting(), 'counting', ['checkInclusion', 'giveShare', 'reportCount']],
      [counted({ [a]: 9 }), 'counted', ['checkInclusion']],
    ];
    for (const [scene, phase, timely] of states)
      for (const [command, by] of steps(ballotOf(scene).id))
        if (!timely.includes(command.type)) scene.when(command, by).refuses('MTG-BALLOT-PHASE', { phase });
    expect(states.map(([scene]) => ballotOf(scene).state)).toEqual(states.map(([, phase]) => phase));
  });

  it('MTG-BALLOT-PHASE until the list is approved a tablet may be replaced and the list drawn anew', () => {
    for (const scene of [listing(), drawn(listing())]) {
      const { id } = ballotOf(scene);
      const begun = scene
        .when({ type: 'replaceTablet', ballot: id, person: a }, SECRETARY)
        .then({ type: 'TabletReplaced', person: a });
      expect(ballotOf(begun)).toMatchObject({ state: 'registering', registered: [], round: 1, replaced: [a] });
      scene
        .when({ type: 'drawVotingList', ballot: id, lines: 9, hash: 'anew' }, 'system')
        .then({ type: 'VotingListDrawn', lines: 9, hash: 'anew' });
    }
  });

  it('MTG-BALLOT-MISSING a tablet that answers late is heard, also when the count is made', () => {
    for (const scene of [ended(), counting(), counted({ [a]: 9 })])
      scene
        .when({ type: 'checkInclusion', ballot: ballotOf(scene).id, person: a, found: false }, a)
        .then({ type: 'InclusionChecked', person: a, found: false });
  });

  it('a body whose rules say nothing of it: a vote may be replaced, and is for those who are nominated', () => {
    const plan = hall();
    const { closedBallotRevote: _, closedBallotOthers: __, ...settings } = plan.body.settings;
    const silent = sealed(keyed(demanded({ ...plan, body: { ...plan.body, settings } })));
    expect(ballotOf(silent)).not.toHaveProperty('once');
    expect(ballotOf(silent)).not.toHaveProperty('others');
  });

  it('MTG-SESSION in a break no ballot goes on', () => {
    const pause = (scene: Scene) => scene.after({ type: 'adjourn', cause: 'rest' });
    const here = (scene: Scene) => ballotOf(scene).id;
    pause(sealed())
      .when({ type: 'registerVoter', ballot: here(sealed()), person: a }, 'system')
      .refuses('MTG-SESSION');
    pause(sealed())
      .when({ type: 'replaceTablet', ballot: here(sealed()), person: a }, SECRETARY)
      .refuses('MTG-SESSION');
    pause(registered(sealed())).when({ type: 'closeRegistration' }).refuses('MTG-SESSION');
    pause(drawn(listing())).when({ type: 'approveVotingList' }).refuses('MTG-SESSION');
    pause(voting()).when({ type: 'closeClosedBallot' }).refuses('MTG-SESSION');
    pause(checked()).when({ type: 'startCount' }).refuses('MTG-SESSION');
    pause(voting()).when({ type: 'annulClosedBallot', reason: 'Fel' }).refuses('MTG-SESSION');
    const tied = counted({ [a]: 4, [b]: 4, [c]: 1 });
    pause(tied)
      .when({ type: 'drawBallotLot', persons: [a], witness: SECRETARY, manner: 'Lott' }, SECRETARY)
      .refuses('MTG-SESSION');
    pause(counted({ [a]: 9 }))
      .when({ type: 'declareElected', item: itemId(1), persons: [a] })
      .refuses('MTG-SESSION');
    const closed = marks(paper()).after({ type: 'closeClosedBallot' });
    pause(closed)
      .when({ type: 'enterPaperCount', ballot: here(closed), count: { votes: { [a]: 9 }, blank: 0, invalid: 0 } }, a)
      .refuses('MTG-SESSION');
  });

  it('MTG-BALLOT-LIST a list without anybody on it, or of another length, is no list', () => {
    sealed().when({ type: 'closeRegistration' }).refuses('MTG-BALLOT-LIST', { registered: 0, lines: 0 });
    drawn(listing(), 10).when({ type: 'approveVotingList' }).refuses('MTG-BALLOT-LIST', { registered: 9, lines: 10 });
    const few = [member('S', 4), member('M', 2), member('M', 3), member('C', 2), member('S', 2)].reduce(
      (s, p) => s.after({ type: 'checkOut', person: p, cause: 'left' }, p),
      drawn(listing()),
    );
    few.when({ type: 'approveVotingList' }).refuses('NAR-1', { present: 4 });
  });

  it('SEC-5 who has voted is told once, by the system for tablets and by the desk for slips', () => {
    const scene = voting();
    const mark = (at: Scene, persons: readonly PersonId[], by: PersonId | 'system') =>
      at.when({ type: 'markVoted', ballot: ballotOf(at).id, persons }, by);
    const some = marks(scene, [b, a]);
    expect(ballotOf(some).voted).toEqual([a, b].toSorted());
    mark(some, [a, b], 'system').then();
    mark(some, [a, c], 'system').then({ type: 'VotesMarked', persons: [c] });
    mark(some, [c, SECRETARY], 'system').refuses('MTG-BALLOT-VOTER', { why: 'elector' });
    mark(some, [c], SECRETARY).refuses('MTG-BALLOT-VOTER', { why: 'elector' });
    mark(some.after({ type: 'closeClosedBallot' }), [c], 'system').then({ type: 'VotesMarked' });
    mark(ended(some), [c], 'system').then({ type: 'VotesMarked' });
    const slips = paper();
    mark(slips, [c], 'system').refuses('MTG-BALLOT-VOTER', { why: 'elector' });
    mark(slips, [SECRETARY], SECRETARY).refuses('MTG-BALLOT-VOTER', { why: 'elector' });
    mark(slips, [c, a], SECRETARY).then({ type: 'VotesMarked', persons: [a, c].toSorted() });
    mark(marks(slips).after({ type: 'closeClosedBallot' }), [c], SECRETARY).refuses('MTG-BALLOT-PHASE', {
      phase: 'closed',
    });
    const without = registered(sealed(), all(sealed()).slice(1)).after({ type: 'closeRegistration' });
    const open = drawn(without, 8).after({ type: 'approveVotingList' });
    const [left] = all(open);
    mark(open, [left ?? a], 'system').refuses('MTG-BALLOT-VOTER', { why: 'elector' });
  });

  it('MTG-BALLOT-MISSING each tablet says what it found, and may say otherwise later', () => {
    const scene = ended();
    const check = (at: Scene, found: boolean, person = a, by: PersonId | 'system' = person) =>
      at.when({ type: 'checkInclusion', ballot: ballotOf(at).id, person, found }, by);
    const first = check(scene, true).then({ type: 'InclusionChecked', person: a, found: true });
    check(first, true).then();
    const lost = check(first, false).then({ type: 'InclusionChecked', found: false });
    check(lost, false).then();
    expect(ballotOf(lost).checked).toEqual({ [a]: 'missing' });
    expect(ballotOf(first).checked).toEqual({ [a]: 'found' });
    check(scene, true, SECRETARY, 'system').refuses('MTG-BALLOT-VOTER', { why: 'elector' });
    expect(ballotOf(ended()).end).toEqual({ head: 'aa', cast: 9 });
    lost.when({ type: 'startCount', despite: true }).refuses('MTG-BALLOT-MISSING', { missing: 1, unchecked: 8 });
    expect(ballotOf(counting()).state).toBe('counting');
  });

  it('MTG-BALLOT-KEYS a share is given once by each holder; who gave a wrong one is named until it is right', () => {
    const scene = counting();
    const [one, two] = HOLDERS;
    const share = (holder: PersonId, holds: boolean) =>
      ({ type: 'giveShare', ballot: ballotOf(scene).id, holder, holds }) as const;
    const both = scene
      .after(share(one, false), 'system')
      .after(share(two, false), 'system')
      .after(share(one, true), 'system');
    expect(ballotOf(both)).toMatchObject({ shares: [one], wrongShares: [two] });
    both.when(share(one, true), 'system').then();
    both.when(share(two, true), 'system').then({ type: 'ShareGiven', holder: two, holds: true });
    both.when(share(a, true), 'system').refuses('MTG-BALLOT-KEYS', { why: 'holder' });
  });

  it('MTG-BALLOT-PAPER slips are counted by two, each of the figures within what the box holds', () => {
    const closed = (places: number, change: Parameters<typeof hallOf>[1] = {}) => {
      const open = paper(demanded(hall(places, change)));
      return marks(open).after({ type: 'closeClosedBallot' });
    };
    const enter = (scene: Scene, votes: Readonly<Record<PersonId, number>>, more: Partial<BallotCount> = {}) =>
      scene.when(
        { type: 'enterPaperCount', ballot: ballotOf(scene).id, count: { votes, blank: 0, invalid: 0, ...more } },
        a,
      );
    const one = closed(1);
    enter(one, { [a]: 5, [b]: 4 }).then({ type: 'PaperCountEntered', counter: a });
    enter(one, { [a]: 5, [b]: 2 }, { blank: 1, invalid: 1 }).then({ type: 'PaperCountEntered' });
    enter(one, {}, { blank: 5, invalid: 4 }).then({ type: 'PaperCountEntered' });
    for (const [votes, more] of [
      [{ [a]: 5, [b]: 3 }, {}],
      [{ [a]: 5, [b]: 5 }, {}],
      [{ [a]: 5, [b]: 4 }, { blank: 1 }],
      [{ [a]: 5, [b]: 3 }, { invalid: 2 }],
      [{}, { blank: 10 }],
      [{ [a]: 5, [SECRETARY]: 4 }, {}],
      [{ [a]: 9, [SECRETARY]: 0 }, {}],
    ] as const)
      enter(one, votes, more).refuses('MTG-BALLOT-PAPER', { why: 'sum', voted: 9 });
    const two = closed(2);
    enter(two, { [a]: 9, [b]: 9 }).then({ type: 'PaperCountEntered' });
    enter(two, { [a]: 9 }).then({ type: 'PaperCountEntered' });
    enter(two, { [a]: 9, [b]: 9, [c]: 1 }).refuses('MTG-BALLOT-PAPER', { why: 'sum' });
    enter(two, { [a]: 8 }).refuses('MTG-BALLOT-PAPER', { why: 'sum' });
    const id = ballotOf(one).id;
    const count = { votes: { [a]: 9 }, blank: 0, invalid: 0 };
    const bySystem = enterPaperCount(
      one.meeting,
      { type: 'enterPaperCount', ballot: id, count },
      { at: 0, actor: 'system', id: 'x' },
    );
    expect(bySystem).toMatchObject({ ok: false, refusal: { rule: 'MTG-BALLOT-PHASE', detail: { phase: 'closed' } } });
    one
      .when({ type: 'endBallot', ballot: id, head: 'aa', cast: 9 }, 'system')
      .refuses('MTG-BALLOT-PHASE', { phase: 'closed' });
    const tablets = marks(voting()).after({ type: 'closeClosedBallot' });
    enter(tablets, { [a]: 9 }).refuses('MTG-BALLOT-PHASE', { phase: 'closed' });
    const withheld = one.recorded({ type: 'PaperCountEntered', ballot: id, counter: b });
    expect(ballotOf(withheld).counters).toStrictEqual([{ counter: b }]);
    enter(withheld, { [a]: 9 }).then({ type: 'PaperCountEntered' });
    const agreed = enter(one, { [a]: 9 }).then({});
    const done = agreed.after({ type: 'enterPaperCount', ballot: id, count }, b);
    expect(ballotOf(done)).toMatchObject({ state: 'counted', result: count });
    expect(ballotOf(done)).not.toHaveProperty('resultHead');
    expect(ballotOf(counted({ [a]: 9 })).resultHead).toBe('bb');
  });

  it('BES-5 the lot fills the places that the figures leave, among those who are level, each once', () => {
    const level = { [a]: 5, [b]: 2, [c]: 2 };
    const tied = counted(
      level,
      (() => {
        const two = hall(2);
        const open = sealed(keyed(demanded(two)));
        return checked(ended(marks(drawn(listing(open)).after({ type: 'approveVotingList' })))).after({
          type: 'startCount',
        });
      })(),
    );
    const lot = (...persons: readonly PersonId[]) =>
      tied.when({ type: 'drawBallotLot', persons, witness: SECRETARY, manner: 'Två lappar' }, SECRETARY);
    lot(a).refuses('MTG-BALLOT-LOT', { why: 'between', places: 1 });
    lot(b, c).refuses('MTG-BALLOT-LOT', { why: 'between', places: 1 });
    lot(b, b).refuses('MTG-BALLOT-LOT', { why: 'between', places: 1 });
    lot().refuses('MTG-BALLOT-LOT', { why: 'between', places: 1 });
    const drawnOne = lot(c).then({ type: 'BallotLotDrawn', persons: [c], witness: SECRETARY, manner: 'Två lappar' });
    const declare = (...persons: readonly PersonId[]) =>
      drawnOne.when({ type: 'declareElected', item: itemId(1), persons });
    declare(a, b).refuses('BES-5', { own: 'none' });
    declare(a).refuses('BES-5', { own: 'none' });
    declare(c, a).then(
      { type: 'QuestionDropped' },
      { type: 'PersonsElected', persons: [c, a], by: 'lot' },
      { type: 'ItemDecided' },
    );
    tied.when({ type: 'declareElected', item: itemId(1), persons: [a, b] }).refuses('BES-5', { own: 'none' });
    const even = counted(
      { [a]: 3, [b]: 3, [c]: 3 },
      (() => {
        const open = sealed(keyed(demanded(hall(2))));
        return checked(ended(marks(drawn(listing(open)).after({ type: 'approveVotingList' })))).after({
          type: 'startCount',
        });
      })(),
    );
    even
      .when({ type: 'drawBallotLot', persons: [a, a], witness: SECRETARY, manner: 'Lott' }, SECRETARY)
      .refuses('MTG-BALLOT-LOT', { why: 'between', places: 2 });
    even
      .when({ type: 'drawBallotLot', persons: [a, SECRETARY], witness: SECRETARY, manner: 'Lott' }, SECRETARY)
      .refuses('MTG-BALLOT-LOT', { why: 'between', places: 2 });
    even
      .when({ type: 'drawBallotLot', persons: [a, c], witness: SECRETARY, manner: 'Lott' }, SECRETARY)
      .then({ type: 'BallotLotDrawn', persons: [a, c] });
  });

  it('BES-3 the chair declares what was counted in this item, once', () => {
    const declare = (scene: Scene, number = 1, person = a) =>
      scene.when({ type: 'declareElected', item: itemId(number), persons: [person] });
    const scene = counted({ [a]: 6, [b]: 3 });
    declare(counting()).refuses('BES-3');
    declare(scene, 2).refuses('BES-3');
    const done = declare(scene).then(
      { type: 'QuestionDropped' },
      { type: 'PersonsElected', by: 'closedBallot' },
      { type: 'ItemDecided', item: itemId(1), outcome: 'decided' },
    );
    declare(done).refuses('BES-3');
    const reopened = scene.after({ type: 'reopenDebate', reason: 'Mer ska sägas.' });
    declare(reopened).then({ type: 'PersonsElected', persons: [a] }, { type: 'ItemDecided', item: itemId(1) });
    const other = scene.recorded({ type: 'PersonsElected', item: itemId(2), persons: [b], by: 'acclamation' });
    declare(other).thenAmong({ type: 'PersonsElected', persons: [a] });
    const annulled = scene.recorded({ type: 'ClosedBallotAnnulled', ballot: ballotOf(scene).id, reason: 'Fel' });
    declare(annulled).refuses('BES-3');
    const few = [member('S', 4), member('M', 2), member('M', 3), member('C', 2), member('S', 2)].reduce(
      (s, p) => s.after({ type: 'checkOut', person: p, cause: 'left' }, p),
      scene,
    );
    declare(few).refuses('NAR-1');
  });

  it('what concerns a ballot that this audience was not told of changes nothing', () => {
    const scene = sealed();
    const foreign = scene.recorded(
      { type: 'RegistrationClosed', ballot: 'other' as BallotId },
      { type: 'ClosedBallotClosed', ballot: 'other' as BallotId },
    );
    expect(foreign.meeting.elections).toEqual(scene.meeting.elections);
    expect(Object.keys(foreign.meeting.elections.ballots)).toHaveLength(1);
    expect(listing().meeting.elections.ballots[ballotOf(listing()).id]).toMatchObject({
      state: 'listing',
      registered: all(listing()).toSorted(),
    });
  });

  it('the hall’s tablet is told for each who used it, and forgotten for the one who enters anew with the own', () => {
    const scene = sealed();
    const enter = (person: PersonId, booth?: boolean) =>
      ({
        type: 'registerVoter',
        ballot: ballotOf(scene).id,
        person,
        ...(booth === undefined ? {} : { booth }),
      }) as const;
    const both = scene.after(enter(a, true), 'system').after(enter(b, true), 'system');
    expect(ballotOf(both).booth).toEqual([a, b].toSorted());
    const own = scene.when(enter(c, false), 'system').events[0];
    expect(own).not.toHaveProperty('booth');
    const anew = both
      .after({ type: 'replaceTablet', ballot: ballotOf(scene).id, person: a }, SECRETARY)
      .after(enter(a), 'system');
    expect(ballotOf(anew).booth).toEqual([b]);
  });
});

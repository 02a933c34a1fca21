import { describe, expect, it } from 'vitest';
import type { BallotId, PersonId } from '../ids.ts';
import { foldFor } from '../audience/fold.ts';
import { minutesDocument } from '../minutes/document.ts';
import type { MeetingPlan } from '../plan.ts';
import { script } from '../script/script.ts';
import { item, itemId, type Scene } from '../testing/index.ts';
import { demands, finds, gavel, hallOf, inDebate, member, moves, SECRETARY, toDecision } from '../testing/procedure.ts';
import type { Meeting } from '../types.ts';
import { revealsVotes } from './ballots.ts';
import { registerVoter } from './closed-ballot.ts';
import type { BallotCount } from './types.ts';

const PARTIES = { S: 4, M: 3, C: 2 };
const chair = member('S', 1);
const [a, b, c] = [member('S', 3), member('M', 1), member('C', 1)];
const HOLDERS = [member('S', 2), member('M', 2), member('C', 2)];

function hall(places = 1, more: Partial<MeetingPlan['items'][number]> = {}): MeetingPlan {
  return hallOf(PARTIES, {
    items: [item(1, 'Val', 'election', { election: { office: 'ordförande', places }, ...more })],
  });
}
const nominate = (scene: Scene, who: PersonId) => moves(scene, who, 'nomination', { candidates: [who] })[0];
/** Three are nominated, and a vote is demanded. */
const demanded = (plan = hall()): Scene => {
  const nominated = [a, b, c].reduce(nominate, inDebate(plan, 1));
  const [first] = nominated.meeting.proposals.order.slice(-1);
  if (first === undefined) throw new Error('Nobody is nominated.');
  return demands(finds(toDecision(nominated), first), b);
};
const withKeys = (scene: Scene): Scene =>
  scene
    .after({ type: 'appointKeyHolders', persons: HOLDERS }, SECRETARY)
    .after({ type: 'completeKeys', persons: HOLDERS, key: 'k1' }, 'system');
const ballotOf = ({ meeting }: { readonly meeting: Meeting }) => {
  const ballot = Object.values(meeting.elections.ballots).at(-1);
  if (ballot === undefined) throw new Error('No ballot.');
  return ballot;
};
const sealed = (scene = withKeys(demanded())): Scene => scene.after({ type: 'openClosedBallot', means: 'sealed' });
const paper = (scene = demanded()): Scene => scene.after({ type: 'openClosedBallot', means: 'paper' });
const everybody = (scene: Scene) => ballotOf(scene).electors;
const registered = (scene: Scene): Scene =>
  everybody(scene).reduce(
    (s, person) => s.after({ type: 'registerVoter', ballot: ballotOf(s).id, person }, 'system'),
    scene,
  );
const listed = (scene: Scene): Scene => {
  const closed = registered(scene).after({ type: 'closeRegistration' });
  const lines = everybody(closed).length;
  return closed.after({ type: 'drawVotingList', ballot: ballotOf(closed).id, lines, hash: 'h' }, 'system');
};
const voting = (scene = sealed()): Scene => listed(scene).after({ type: 'approveVotingList' });
const voted = (scene = voting()): Scene =>
  scene.after({ type: 'markVoted', ballot: ballotOf(scene).id, persons: everybody(scene) }, 'system');
const ended = (scene = voted()): Scene => {
  const closed = scene.after({ type: 'closeClosedBallot' });
  return closed.after({ type: 'endBallot', ballot: ballotOf(closed).id, head: '7c4f91d2ab', cast: 9 }, 'system');
};
const checks = (scene: Scene, persons: readonly PersonId[], found = true): Scene =>
  persons.reduce(
    (s, person) => s.after({ type: 'checkInclusion', ballot: ballotOf(s).id, person, found }, person),
    scene,
  );
const counting = (keyed = withKeys(demanded())): Scene => {
  const scene = ended(voted(voting(sealed(keyed))));
  return checks(scene, everybody(scene)).after({ type: 'startCount' });
};
const counted = (count: BallotCount, scene = counting()): Scene =>
  scene.after({ type: 'reportCount', ballot: ballotOf(scene).id, count, head: '8a1e40c7ff' }, 'system');
const figures = (votes: Readonly<Record<PersonId, number>>, blank = 0): BallotCount => ({ votes, blank, invalid: 0 });

describe('Closed ballot', () => {
  it('BES-3 from the demand to the one elected, and the item is decided', () => {
    const scene = counted(figures({ [a]: 5, [b]: 3, [c]: 0 }, 1));
    const done = scene
      .when({ type: 'declareElected', item: itemId(1), persons: [a] })
      .then(
        { type: 'QuestionDropped' },
        { type: 'PersonsElected', persons: [a], by: 'closedBallot' },
        { type: 'ItemDecided', outcome: 'decided' },
      );
    expect(done.meeting.agenda.items[itemId(1)]?.stage).toBe('decided');
    done.when({ type: 'declareElected', item: itemId(1), persons: [a] }).refuses('BES-3');
    done.after({ type: 'closeItem' });
  });

  it('BES-3 what else waits in the item falls with the election; what was answered before it stands', () => {
    const nominated = [a, b, c].reduce(nominate, inDebate(hall(), 1));
    const [first] = nominated.meeting.proposals.order.slice(-1);
    const [more] = moves(nominated, b, 'addition', { text: 'Uppdraget ses över om ett år.' });
    const [wait] = moves(more, c, 'tabling');
    const asked = demands(finds(gavel(finds(toDecision(wait), 'decideToday')), first!), b);
    counted(figures({ [a]: 5, [b]: 4, [c]: 0 }), counting(withKeys(asked)))
      .when({ type: 'declareElected', item: itemId(1), persons: [a] })
      .then(
        { type: 'QuestionDropped' },
        { type: 'QuestionDropped' },
        { type: 'PersonsElected', persons: [a] },
        { type: 'ItemDecided', outcome: 'decided' },
      );
  });

  it('BES-3 MTG-BALLOT-ITEM only on persons, only when demanded, only with somebody nominated', () => {
    const matter = inDebate(hallOf(PARTIES, { items: [item(1, 'Budget', 'matter')] }), 1);
    matter.when({ type: 'openClosedBallot', means: 'paper' }).refuses('MTG-BALLOT-ITEM', { why: 'kind' });
    const undemanded = nominate(inDebate(hall(), 1), a);
    undemanded.when({ type: 'openClosedBallot', means: 'paper' }).refuses('MTG-BALLOT-ITEM', { why: 'demand' });
    undemanded.when({ type: 'declareElected', item: itemId(1), persons: [a] }).refuses('BES-3');
  });

  it('MTG-BALLOT-REMOTE nobody votes in secret at a distance before the body has decided so', () => {
    const atDistance = (scene: Scene, allowed: boolean): Scene => {
      const { plan, attendance } = scene.meeting;
      const presence = attendance.present[c];
      if (presence === undefined) throw new Error('Not here.');
      const settings = {
        ...plan.body.settings,
        remoteClosedBallot: { ...plan.body.settings.remoteClosedBallot, value: allowed },
      };
      const meeting: Meeting = {
        ...scene.meeting,
        plan: { ...plan, body: { ...plan.body, settings } },
        attendance: { ...attendance, present: { ...attendance.present, [c]: { ...presence, mode: 'remote' } } },
      };
      return { ...scene, meeting };
    };
    const offered = ({ meeting }: Scene) => script(meeting, chair, 0);
    const barred = offered(atDistance(withKeys(demanded()), false));
    expect(barred.primary).toBeNull();
    expect(barred.notNow.map(({ refusal }) => refusal.rule)).toContain('MTG-BALLOT-REMOTE');
    expect(offered(atDistance(withKeys(demanded()), true)).primary?.command.type).toBe('openClosedBallot');
  });

  it('MTG-BALLOT-PROPORTIONAL asked for by enough, the election is proportional and no other ballot', () => {
    const plan = hall(1, { election: { office: 'ledamot', places: 1, proportional: true } });
    const scene = demanded(plan);
    const balloting = scene.after({ type: 'openClosedBallot', means: 'paper' });
    const all = (start: Scene) =>
      plan.seats.reduce(
        (s, { holder }) => (holder ? s.after({ type: 'requestProportional', person: holder }, holder) : s),
        start,
      );
    const late = all(balloting);
    late.when({ type: 'openProportional', assistants: [HOLDERS[0]!] }).refuses('MTG-BALLOT-PHASE', { phase: 'voting' });
    const asked = all(scene);
    asked.when({ type: 'openClosedBallot', means: 'paper' }).refuses('MTG-BALLOT-PROPORTIONAL');
  });

  it('MTG-BALLOT-KEYS three from different parties, before the ballot and not during it', () => {
    const scene = demanded();
    scene.when({ type: 'openClosedBallot', means: 'sealed' }).refuses('MTG-BALLOT-KEYS', { why: 'ready' });
    const appoint = (persons: readonly PersonId[], at = scene) =>
      at.when({ type: 'appointKeyHolders', persons }, SECRETARY);
    appoint(HOLDERS.slice(1)).refuses('MTG-BALLOT-KEYS', { why: 'number' });
    appoint([member('S', 2), member('S', 3), member('C', 2)]).refuses('MTG-BALLOT-KEYS', { why: 'party' });
    appoint(HOLDERS, sealed()).refuses('MTG-BALLOT-KEYS', { why: 'inUse' });
    appoint(HOLDERS)
      .then({ type: 'KeyHoldersAppointed', needed: 2 })
      .when({ type: 'completeKeys', persons: [...HOLDERS].reverse(), key: 'k' }, 'system')
      .refuses('MTG-BALLOT-KEYS', { why: 'number' });
    const holder = member('S', 4);
    const share = { type: 'giveShare', ballot: 'x' as BallotId, holder, holds: true } as const;
    const open = counting();
    open.when({ ...share, ballot: ballotOf(open).id }, 'system').refuses('MTG-BALLOT-KEYS', { why: 'holder' });
  });

  it('MTG-BALLOT-VOTER one place on the list for each who serves and was present', () => {
    const scene = sealed();
    const register = (person: PersonId) => ({ type: 'registerVoter', ballot: ballotOf(scene).id, person }) as const;
    scene.when(register(SECRETARY), 'system').refuses('MTG-BALLOT-VOTER', { why: 'elector' });
    scene.after(register(a), 'system').when(register(a), 'system').refuses('MTG-BALLOT-VOTER', { why: 'registered' });
    scene.when(register(a), a).refuses('MTG-SYSTEM');
    const open = voting();
    open
      .when({ type: 'markVoted', ballot: ballotOf(open).id, persons: [SECRETARY] }, 'system')
      .refuses('MTG-BALLOT-VOTER');
    open.when({ type: 'markVoted', ballot: ballotOf(open).id, persons: [a] }, SECRETARY).refuses('MTG-BALLOT-VOTER');
  });

  it('MTG-BALLOT-VOTER a lost tablet is replaced until the list is approved, and everybody enters anew', () => {
    const replace = (scene: Scene, person = a) =>
      ({ type: 'replaceTablet', ballot: ballotOf(scene).id, person }) as const;
    const open = sealed();
    open.when(replace(open), a).refuses('MTG-BALLOT-VOTER', { why: 'unregistered' });
    for (const scene of [registered(open), listed(open)]) {
      scene.when(replace(scene), b).refuses('MTG-SELF');
      const anew = scene.after(replace(scene), a);
      expect(ballotOf(anew)).toMatchObject({ state: 'registering', registered: [], round: 1, replaced: [a] });
      const again = registered(anew);
      again.when(replace(again), a).refuses('MTG-BALLOT-VOTER', { why: 'replaced' });
      again.when(replace(again), SECRETARY).then({ type: 'TabletReplaced', person: a });
      again
        .when({ type: 'drawVotingList', ballot: ballotOf(again).id, lines: 9, hash: 'h' }, 'system')
        .refuses('MTG-BALLOT-PHASE');
    }
    const late = voting();
    late.when(replace(late), a).refuses('MTG-BALLOT-PHASE', { phase: 'voting' });
  });

  it('MTG-BALLOT-VOTER on the tablet of the hall votes who is in the hall, and the facts tell who did', () => {
    const scene = sealed();
    const enter = { type: 'registerVoter', ballot: ballotOf(scene).id, person: a, booth: true } as const;
    const { present } = scene.meeting.attendance;
    const away = { ...present[a], mode: 'remote' } as (typeof present)[PersonId];
    const attendance = { ...scene.meeting.attendance, present: { ...present, [a]: away } };
    expect(registerVoter({ ...scene.meeting, attendance }, enter)).toMatchObject({
      refusal: { rule: 'MTG-BALLOT-VOTER', detail: { why: 'booth' } },
    });
    scene.when(enter, a).refuses('MTG-SYSTEM');
    const entered = scene.after(enter, 'system');
    expect(ballotOf(entered)).toMatchObject({ registered: [a], booth: [a] });
    const lost = entered.after({ type: 'replaceTablet', ballot: enter.ballot, person: a }, SECRETARY);
    expect(ballotOf(lost).booth).toEqual([a]);
    const own = lost.after({ type: 'registerVoter', ballot: enter.ballot, person: a }, 'system');
    expect(ballotOf(own).booth).toEqual([]);
  });

  it('MTG-BALLOT-LIST as many lines as tablets, or the list is not approved', () => {
    const closed = registered(sealed()).after({ type: 'closeRegistration' });
    const drawn = (lines: number) =>
      closed.after({ type: 'drawVotingList', ballot: ballotOf(closed).id, lines, hash: 'h' }, 'system');
    drawn(8).when({ type: 'approveVotingList' }).refuses('MTG-BALLOT-LIST', { registered: 9, lines: 8 });
    drawn(10).when({ type: 'approveVotingList' }).refuses('MTG-BALLOT-LIST');
    drawn(9).when({ type: 'approveVotingList' }).then({ type: 'VotingListApproved' });
    sealed().when({ type: 'closeRegistration' }).refuses('MTG-BALLOT-LIST');
  });

  it('MTG-BALLOT-PHASE one step at a time, one ballot at a time', () => {
    for (const command of [
      { type: 'closeClosedBallot' },
      { type: 'startCount' },
      { type: 'approveVotingList' },
      { type: 'openClosedBallot', means: 'sealed' },
    ] as const)
      sealed().when(command).refuses('MTG-BALLOT-PHASE', { phase: 'registering' });
    withKeys(demanded()).when({ type: 'closeClosedBallot' }).refuses('MTG-BALLOT-PHASE', { phase: 'none' });
    ended()
      .when({ type: 'registerVoter', ballot: ballotOf(ended()).id, person: a }, 'system')
      .refuses('MTG-BALLOT-PHASE', { phase: 'ended' });
  });

  it('SEC-5 the facts name who has voted sorted and some at a time, so that their order tells nothing', () => {
    const scene = voting();
    const { events } = scene.when({ type: 'markVoted', ballot: ballotOf(scene).id, persons: [c, a, b, a] }, 'system');
    expect(events).toMatchObject([{ type: 'VotesMarked', persons: [a, b, c].toSorted() }]);
  });

  it('MTG-BALLOT-MISSING a ballot that its tablet cannot find stops the count, whatever the chair says', () => {
    const scene = ended();
    const all = everybody(scene);
    scene.when({ type: 'startCount' }).refuses('MTG-BALLOT-MISSING', { missing: 0, unchecked: 9 });
    const but = checks(scene, all.slice(1));
    but.when({ type: 'startCount' }).refuses('MTG-BALLOT-MISSING', { unchecked: 1 });
    but.when({ type: 'startCount', despite: true }).then({ type: 'CountStarted', unchecked: all.slice(0, 1) });
    const dropped = checks(but, all.slice(0, 1), false);
    dropped.when({ type: 'startCount', despite: true }).refuses('MTG-BALLOT-MISSING', { missing: 1 });
    expect(script(dropped.meeting, chair, 0).words.map((line) => line.key)).toContain('script.words.ballotMissing');
    dropped
      .when({ type: 'checkInclusion', ballot: ballotOf(dropped).id, person: a, found: true }, b)
      .refuses('MTG-SELF');
  });

  it('a wrong part is named and changes nothing; a right one afterwards is taken', () => {
    const scene = counting();
    const share = (holds: boolean) =>
      ({ type: 'giveShare', ballot: ballotOf(scene).id, holder: HOLDERS[0] ?? a, holds }) as const;
    const wrong = scene.after(share(false), 'system');
    expect(ballotOf(wrong)).toMatchObject({ shares: [], wrongShares: HOLDERS.slice(0, 1) });
    expect(ballotOf(wrong.after(share(true), 'system'))).toMatchObject({
      shares: HOLDERS.slice(0, 1),
      wrongShares: [],
    });
  });

  it('BES-5 MTG-BALLOT-LOT equal votes: the lot between those, before a witness', () => {
    const tied = counted(figures({ [a]: 4, [b]: 4, [c]: 1 }));
    tied.when({ type: 'declareElected', item: itemId(1), persons: [a] }).refuses('BES-5');
    const lot = (persons: readonly PersonId[]) =>
      ({ type: 'drawBallotLot', persons, witness: SECRETARY, manner: 'Två lappar i en urna' }) as const;
    tied.when(lot([c]), SECRETARY).refuses('MTG-BALLOT-LOT', { why: 'between', places: 1 });
    const drawn = tied.after(lot([b]), SECRETARY);
    drawn.when(lot([a]), SECRETARY).refuses('MTG-BALLOT-LOT', { why: 'none' });
    drawn.when({ type: 'declareElected', item: itemId(1), persons: [a] }).refuses('BES-5');
    drawn
      .when({ type: 'declareElected', item: itemId(1), persons: [b] })
      .thenAmong({ type: 'PersonsElected', by: 'lot', persons: [b] });
    counted(figures({ [a]: 5, [b]: 4 }))
      .when(lot([b]), SECRETARY)
      .refuses('MTG-BALLOT-LOT', { why: 'none' });
  });

  const withRules = (more: Partial<MeetingPlan['body']['settings']>, plan = hall()): MeetingPlan => ({
    ...plan,
    body: { ...plan.body, settings: { ...plan.body.settings, ...more } },
  });
  const decided = <T>(value: T) => ({ value, source: { kind: 'unsettledDefault' } }) as const;

  it('a body may decide that a sealed vote is final; undecided, it can be replaced, and a slip never', () => {
    const final = demanded(withRules({ closedBallotRevote: decided(false) }));
    expect(ballotOf(sealed(withKeys(final))).once).toBe(true);
    expect(ballotOf(paper(final)).once).toBeUndefined();
    expect(ballotOf(sealed())).not.toHaveProperty('once');
    expect(ballotOf(sealed())).not.toHaveProperty('others');
  });

  it('MTG-BALLOT-OTHERS votes for somebody not nominated may be one person’s: as many as the elected, and nobody is', () => {
    const open = demanded(withRules({ closedBallotOthers: decided(true) }));
    const result = (others: number) => counted({ ...figures({ [a]: 4, [b]: 3 }), others }, counting(withKeys(open)));
    const few = result(2);
    few
      .when({ type: 'declareElected', item: itemId(1), persons: [a] })
      .thenAmong({ type: 'PersonsElected', persons: [a] });
    const many = result(4);
    many.when({ type: 'declareElected', item: itemId(1), persons: [a] }).refuses('MTG-BALLOT-OTHERS', { votes: 4 });
    many
      .when({ type: 'drawBallotLot', persons: [a], witness: SECRETARY, manner: 'Två lappar' }, SECRETARY)
      .refuses('MTG-BALLOT-OTHERS');
    expect(script(many.meeting, chair, 0).words.map(({ key }) => key)).toContain('script.words.ballotOthers');
    expect(script(many.meeting, chair, 0).primary).toBeNull();
  });

  it('MTG-BALLOT-PAPER slips for somebody else are counted only where they are allowed', () => {
    const slips = (scene: Scene, others: number) => {
      const all = scene.after({ type: 'markVoted', ballot: ballotOf(scene).id, persons: everybody(scene) }, SECRETARY);
      const count = { ...figures({ [a]: 9 - others }), others };
      return all
        .after({ type: 'closeClosedBallot' })
        .when({ type: 'enterPaperCount', ballot: ballotOf(all).id, count }, a);
    };
    slips(paper(), 2).refuses('MTG-BALLOT-PAPER', { why: 'sum' });
    slips(paper(demanded(withRules({ closedBallotOthers: decided(true) }))), 2).then({ type: 'PaperCountEntered' });
  });

  it('annulled, the next ballot is another one and the first is kept', () => {
    const scene = ended().after({ type: 'annulClosedBallot', reason: 'Två nycklar är borta.' });
    const again = scene.after({ type: 'openClosedBallot', means: 'paper' });
    expect(Object.values(again.meeting.elections.ballots).map(({ state }) => state)).toEqual(['annulled', 'voting']);
  });

  it('MTG-BALLOT-PAPER two count each alone, must agree, and nobody sees the first count', () => {
    const scene = paper();
    const ticked = scene.after({ type: 'markVoted', ballot: ballotOf(scene).id, persons: everybody(scene) }, SECRETARY);
    const closed = ticked.after({ type: 'closeClosedBallot' });
    const enter = (votes: Readonly<Record<PersonId, number>>, blank = 0) =>
      ({ type: 'enterPaperCount', ballot: ballotOf(closed).id, count: figures(votes, blank) }) as const;
    closed.when(enter({ [a]: 5 }), a).refuses('MTG-BALLOT-PAPER', { why: 'sum', voted: 9 });
    const first = closed.after(enter({ [a]: 5, [b]: 3 }, 1), a);
    for (const kind of ['participants', 'presidium'] as const) {
      const shown = foldFor(first.facts, { kind, barredFrom: [] });
      expect(JSON.stringify(shown)).not.toContain('"blank"');
    }
    first.when(enter({ [a]: 5, [b]: 3 }, 1), a).refuses('MTG-BALLOT-PAPER', { why: 'twice' });
    const differ = first.after(enter({ [a]: 4, [b]: 4 }, 1), b);
    expect(ballotOf(differ)).toMatchObject({ state: 'closed', counters: [] });
    const agreed = first.when(enter({ [a]: 5, [b]: 3 }, 1), b).thenAmong({ type: 'ClosedBallotCounted' });
    agreed.after({ type: 'declareElected', item: itemId(1), persons: [a] });
  });

  it('the minutes tell figures and codes, and name nobody as a voter', () => {
    const scene = counted(figures({ [a]: 5, [b]: 3, [c]: 0 }, 1));
    const done = scene.after({ type: 'declareElected', item: itemId(1), persons: [a] }).after({ type: 'closeItem' });
    const told = minutesDocument(done.meeting, done.facts).sections.flatMap(({ passages }) => passages);
    const keys = told.map(({ phrase }) => phrase.key);
    expect(keys).toEqual(expect.arrayContaining(['minutes.ballot', 'minutes.ballotCode', 'minutes.elected']));
    const ballot = told.find(({ phrase }) => phrase.key === 'minutes.ballot');
    expect(ballot?.phrase.values).toMatchObject({ cast: 9, blank: 1, invalid: 0, form: 'sealed' });
  });

  it('a small or unanimous electorate is warned', () => {
    expect(revealsVotes({ electors: [a, b, c] })).toBe(true);
    expect(revealsVotes(ballotOf(sealed()))).toBe(false);
    expect(revealsVotes(ballotOf(counted(figures({ [a]: 9 }))))).toBe(true);
  });

  it('the chair is led through the ballot without ever lacking a step that is the chair’s', () => {
    const primary = ({ meeting }: Scene) => script(meeting, chair, 0).primary?.command.type;
    expect(primary(withKeys(demanded()))).toBe('openClosedBallot');
    expect(primary(registered(sealed()))).toBe('closeRegistration');
    expect(primary(listed(sealed()))).toBe('approveVotingList');
    expect(primary(voted())).toBe('closeClosedBallot');
    expect(primary(checks(ended(), everybody(ended())))).toBe('startCount');
    expect(primary(counted(figures({ [a]: 5, [b]: 4 })))).toBe('declareElected');
    expect(primary(counted(figures({ [a]: 4, [b]: 4 })))).toBe('drawBallotLot');
  });
});

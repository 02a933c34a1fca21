import { describe, expect, it } from 'vitest';
import type { ClosedBallot } from '../elections/types.ts';
import type { PersonId } from '../ids.ts';
import {
  councilPlan,
  item,
  linkDown,
  linkUp,
  person,
  REMOTE_MEMBERS,
  type Scene,
  scriptOf,
  type SettingValues,
} from '../testing/index.ts';
import { demands, finds, hallOf, inDebate, member, moves, SECRETARY, toDecision } from '../testing/procedure.ts';
import { inSession, withItem } from '../testing/sessions.ts';
import { codeOf } from '../elections/ballots.ts';

const [a, b, c] = [member('S', 3), member('M', 1), member('C', 1)];
const HOLDERS = [member('S', 2), member('M', 2), member('C', 2)] as const;

/** A vote on persons between three who are nominated; nine serve, unless said otherwise. */
function demanded(places = 1, hall = { S: 4, M: 3, C: 2 }, nominated = [a, b, c], settings: SettingValues = {}): Scene {
  const election = item(7, 'Val av revisorer', 'election', { election: { office: 'revisor', places } });
  const debated = inDebate(hallOf(hall, { items: [election], settings }), 7);
  const named = nominated.reduce((scene, who) => moves(scene, who, 'nomination', { candidates: [who] })[0], debated);
  const last = named.meeting.proposals.order.at(-1);
  if (last === undefined) throw new Error('Nobody is nominated.');
  return demands(finds(toDecision(named), last), b);
}

function ballot({ meeting }: Scene): ClosedBallot {
  const [found] = Object.values(meeting.elections.ballots);
  if (found === undefined) throw new Error('No ballot.');
  return found;
}

const keyed = (scene = demanded()) =>
  scene
    .after({ type: 'appointKeyHolders', persons: HOLDERS }, SECRETARY)
    .after({ type: 'completeKeys', persons: HOLDERS, key: 'k1' }, 'system');
const sealed = (scene = demanded()) => keyed(scene).after({ type: 'openClosedBallot', means: 'sealed' });
const registers = (scene: Scene, who = ballot(scene).electors) =>
  who.reduce((s, one) => s.after({ type: 'registerVoter', ballot: ballot(s).id, person: one }, 'system'), scene);
const listing = (scene = sealed()) => registers(scene).after({ type: 'closeRegistration' });
const listed = (scene = listing()) =>
  scene.after(
    { type: 'drawVotingList', ballot: ballot(scene).id, lines: ballot(scene).registered.length, hash: 'h' },
    'system',
  );
const voting = (scene = listed()) => scene.after({ type: 'approveVotingList' });
const vote = (scene: Scene, persons = ballot(scene).electors) =>
  scene.after(
    { type: 'markVoted', ballot: ballot(scene).id, persons },
    ballot(scene).means === 'paper' ? SECRETARY : 'system',
  );
const closed = (scene = vote(voting())) => scene.after({ type: 'closeClosedBallot' });
const ended = (scene = closed()) =>
  scene.after(
    { type: 'endBallot', ballot: ballot(scene).id, head: '7c4f91d2ee', cast: ballot(scene).voted.length },
    'system',
  );
const checks = (scene: Scene, found = true, who = ballot(scene).voted) =>
  who.reduce((s, one) => s.after({ type: 'checkInclusion', ballot: ballot(s).id, person: one, found }, one), scene);
const counting = (scene = ended()) => checks(scene).after({ type: 'startCount' });
const counted = (votes: Readonly<Record<PersonId, number>>, scene = counting()) =>
  scene.after(
    { type: 'reportCount', ballot: ballot(scene).id, count: { votes, blank: 1, invalid: 2 }, head: 'bb' },
    'system',
  );
const share = (scene: Scene, holder: PersonId, holds: boolean) =>
  scene.after({ type: 'giveShare', ballot: ballot(scene).id, holder, holds }, 'system');
const paper = (scene = demanded()) => scene.after({ type: 'openClosedBallot', means: 'paper' });

/** What a chair may always do while a closed ballot is held. */
const WAYS_OUT = [
  'annulBallot ⇒ annulClosedBallot reason –; asks reason; effect annulBallot',
  'adjourn {until: 17:20} ⇒ adjourn cause rest, until 17:20; asks until; effect adjourn',
];
const AFTERWARDS = [
  'adjourn {until: 17:20} ⇒ adjourn cause groupMeeting, until 17:20; asks until; effect adjourn',
  'reopenDebate ⇒ reopenDebate reason –; asks reason',
];
const VOTE = 'presentation✓ debate✓ proposition✓ vote← gavel';
const GAVEL = 'presentation✓ debate✓ proposition✓ vote✓ gavel←';
const OPEN_SEALED = 'openSealedBallot ⇒ openClosedBallot means sealed; effect openSealedBallot {count: 9}';
const OPEN_PAPER = 'openPaperBallot ⇒ openClosedBallot means paper; effect openPaperBallot';
const CLOSE = 'closeBallot ⇒ closeClosedBallot; effect closeBallot';

type Told = { readonly say: readonly string[]; readonly next?: string; readonly also?: readonly string[] };
const during = ({ say, next = 'nothing', also = [] }: Told, notNow: readonly string[] = [], trail = VOTE) => ({
  say,
  next,
  also: [...also, ...WAYS_OUT],
  notNow,
  trail,
});

describe('a vote on persons is demanded', () => {
  const GAVEL_WAITS = 'strikeGavel ⇒ strikeGavel: BES-1';

  it('without keys: slips; the tablets wait for the keys, and the gavel for the ballot', () => {
    expect(scriptOf(demanded())).toEqual({
      say: ['ballotDemanded'],
      next: OPEN_PAPER,
      also: AFTERWARDS,
      notNow: [`${OPEN_SEALED}: MTG-BALLOT-KEYS`, GAVEL_WAITS],
      trail: VOTE,
    });
  });

  it('with keys: the tablets before the slips', () => {
    expect(scriptOf(keyed())).toEqual({
      say: ['ballotDemanded'],
      next: OPEN_SEALED,
      also: [OPEN_PAPER, ...AFTERWARDS],
      notNow: [GAVEL_WAITS],
      trail: VOTE,
    });
  });

  it('a ballot that was annulled is held anew', () => {
    expect(scriptOf(paper().after({ type: 'annulClosedBallot', reason: 'Fel låda.' }))).toEqual(scriptOf(demanded()));
  });
});

describe('a sealed ballot, stage by stage', () => {
  const opened = 'ballotOpened {candidates: [C 1 (C), M 1 (M), S 3 (S)]; number: 7}';
  const close = (registered: number) =>
    `closeRegistration {registered: ${registered}; electors: 9} ⇒ closeRegistration; effect closeRegistration {registered: ${registered}; electors: 9}`;
  const checking = (count: number) =>
    during(
      {
        say: ['ballotEnd {cast: 9; code: 7C4F 91D2}', `ballotChecking {count: ${count}}`],
        also: [`startCountDespite {count: ${count}} ⇒ startCount despite true`],
      },
      ['startCount ⇒ startCount; effect startCount: MTG-BALLOT-MISSING'],
    );
  const someRegistered = () => registers(sealed(), [a, b, c]);
  const missing = () => checks(ended(), false, [a, b]);

  it.each<[string, () => Scene, ReturnType<typeof during>]>([
    ['opened: who stands is told, and the tablets register', sealed, during({ say: [opened] })],
    [
      'some have registered: the chair may go on without the rest',
      someRegistered,
      during({ say: [opened], also: [close(3)] }),
    ],
    ['all have registered: it is closed', () => registers(sealed()), during({ say: [opened], next: close(9) })],
    [
      'a tablet is replaced: registration begins anew',
      () => registers(sealed()).after({ type: 'replaceTablet', ballot: ballot(sealed()).id, person: a }, a),
      during({ say: [opened, 'ballotReplaced'] }),
    ],
    ['the voting list is drawn up by the board’s keeper', listing, during({ say: ['ballotListing'] })],
    [
      'the list is there: its lines against those registered, and approved',
      listed,
      during({
        say: ['ballotListed {lines: 9; registered: 9}'],
        next: 'approveVotingList {lines: 9; registered: 9} ⇒ approveVotingList; effect approveVotingList',
      }),
    ],
    [
      'some have voted: how many, never who or how',
      () => vote(voting(), [a, b]),
      during({ say: ['ballotVotingSealed {voted: 2; voters: 9}'], also: [CLOSE] }),
    ],
    [
      'everybody has voted: it is closed',
      () => vote(voting()),
      during({ say: ['ballotEverybody {voted: 9; voters: 9}'], next: CLOSE }),
    ],
    ['the board’s end is awaited', closed, during({ say: ['ballotEnding'] })],
    ['the end is read aloud, and no tablet has looked yet', ended, checking(9)],
    ['two tablets have found their ballots', () => checks(ended(), true, [a, b]), checking(7)],
    ['a ballot is missing: nothing but annulling', missing, during({ say: ['ballotMissing {count: 2}'] })],
    [
      'every tablet has found its ballot: the count begins',
      () => checks(ended()),
      during({ say: ['ballotEnd {cast: 9; code: 7C4F 91D2}'], next: 'startCount ⇒ startCount; effect startCount' }),
    ],
    ['the key holders are waited for', counting, during({ say: ['ballotCounting {given: 0; needed: 2}'] })],
    [
      'a part was wrong: whose',
      () => share(share(counting(), HOLDERS[0], true), HOLDERS[1], false),
      during({ say: ['ballotCounting {given: 1; needed: 2}', 'ballotWrongShare {names: [M 2 (M)]}'] }),
    ],
  ])('%s', (_, scene, expected) => {
    expect(scriptOf(scene())).toEqual(expected);
  });

  it('who did not register is not waited for', () => {
    const seven = ballot(sealed()).electors.slice(0, 7);
    const scene = voting(listed(registers(sealed(), seven).after({ type: 'closeRegistration' })));
    expect(scriptOf(vote(scene, seven)).say).toEqual(['ballotEverybody {voted: 7; voters: 7}']);
  });

  it('so few that the result may tell how somebody voted: they are told before they vote', () => {
    const six = sealed(demanded(1, { S: 2, M: 2, C: 2 }, [member('S', 2), b]));
    expect(scriptOf(six).say).toEqual([
      'ballotOpened {candidates: [M 1 (M), S 2 (S)]; number: 7}',
      'ballotSmall {count: 6}',
    ]);
  });

  it('a voter lost from the link: what may be done about that comes before annulling', () => {
    const plan = councilPlan({
      remoteGranted: REMOTE_MEMBERS,
      settings: { lossPolicy: { kind: 'adjourn' }, remoteClosedBallot: true },
      items: [item(7, 'Val', 'election', { election: { office: 'ordförande', places: 1 } })],
    });
    const [birgitta, karin, helena] = [person('Birgitta Nordin'), person('Karin Ahlqvist'), person('Helena Ståhl')];
    const debated = withItem(inSession(plan, { remote: [birgitta] }), 7).after({ type: 'beginDebate' });
    const [one] = moves(debated, karin, 'nomination', { candidates: [karin] });
    const [both, second] = moves(one, helena, 'nomination', { candidates: [helena] });
    const held = demands(finds(toDecision(both), second), karin)
      .after({ type: 'appointKeyHolders', persons: [karin, helena, person('Jonas Fridh')] }, SECRETARY)
      .after({ type: 'completeKeys', persons: [karin, helena, person('Jonas Fridh')], key: 'k' }, 'system')
      .after({ type: 'openClosedBallot', means: 'sealed' });
    expect(scriptOf(linkDown(held, birgitta)).also).toEqual([
      'adjournFor {until: 17:20; name: Birgitta Nordin (C)} ⇒ adjourn cause connectionLost, until 17:20, person birgitta-nordin; asks until; effect adjourn',
      'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; effect noteAbsent {name: Birgitta Nordin (C)}',
      ...WAYS_OUT,
    ]);
    expect(scriptOf(linkUp(linkDown(held, birgitta), birgitta)).also).toEqual(WAYS_OUT);
  });
});

describe('slips in a box', () => {
  const ticks = (...names: readonly string[]) =>
    names.map((name) => {
      const id = name.toLowerCase().replace(' ', '-');
      return `tickOff {name: ${name} (${name[0]})} ⇒ markVoted ballot ballot 1, persons [${id}]`;
    });
  const closedBox = () => vote(paper()).after({ type: 'closeClosedBallot' });
  const count = { votes: { [a]: 4, [b]: 2, [c]: 3 }, blank: 0, invalid: 0 };

  it.each<[string, () => Scene, ReturnType<typeof during>]>([
    [
      'nobody has voted: each is ticked off at the box',
      paper,
      during({
        say: ['ballotVoting {voted: 0; voters: 9}'],
        also: [...ticks('S 3', 'S 4', 'M 1', 'M 2', 'M 3', 'C 1', 'C 2', 'S 2', 'S 1'), CLOSE],
      }),
    ],
    [
      'those who have voted are not ticked off again',
      () => vote(paper(), [a, b, c, member('S', 1), member('S', 2)]),
      during({
        say: ['ballotVoting {voted: 5; voters: 9}'],
        also: [...ticks('S 4', 'M 2', 'M 3', 'C 2'), CLOSE],
      }),
    ],
    ['everybody', () => vote(paper()), during({ say: ['ballotEverybody {voted: 9; voters: 9}'], next: CLOSE })],
    ['closed: two count', closedBox, during({ say: ['ballotSlips {count: 9; names: []; counters: 0}'] })],
    [
      'one has counted: who, not what',
      () => closedBox().after({ type: 'enterPaperCount', ballot: ballot(closedBox()).id, count }, member('M', 2)),
      during({ say: ['ballotSlips {count: 9; names: [M 2]; counters: 1}'] }),
    ],
  ])('%s', (_, scene, expected) => {
    expect(scriptOf(scene())).toEqual(expected);
  });
});

describe('the figures of a closed ballot', () => {
  const line = (name: string, votes: number) => `script.words.ballotVotes {name: ${name}; votes: ${votes}}`;
  const result = (...lines: readonly string[]) => `ballotResult {votes: [${lines.join(', ')}]; blank: 1; invalid: 2}`;
  const lots = (...names: readonly string[]) => {
    const ids = names.map((name) => name.toLowerCase().replace(' ', '-'));
    const shown = names.map((name) => `${name} (${name[0]})`);
    return `drawBallotLot {names: [${shown.join(', ')}]} ⇒ drawBallotLot persons [${ids.join(', ')}], witness s-1, manner –; asks person, manner`;
  };

  it('most votes: read in that order, and declared', () => {
    expect(scriptOf(counted({ [a]: 3, [b]: 1, [c]: 2 }))).toEqual(
      during(
        {
          say: [
            result(line('S 3', 3), line('C 1', 2), line('M 1', 1)),
            'ballotElected {body: Kommunfullmäktige; names: [S 3 (S)]}',
          ],
          next: 'declareElected {names: [S 3 (S)]} ⇒ declareElected item item-7, persons [s-3]',
        },
        [],
        GAVEL,
      ),
    );
  });

  it('who has no votes is read too', () => {
    expect(scriptOf(counted({ [b]: 6 })).say).toEqual([
      result(line('M 1', 6), line('C 1', 0), line('S 3', 0)),
      'ballotElected {body: Kommunfullmäktige; names: [M 1 (M)]}',
    ]);
  });

  const twoPlaces = () => counting(ended(closed(vote(voting(listed(listing(sealed(demanded(2)))))))));
  const tied = () => counted({ [a]: 3, [b]: 0, [c]: 3 });

  it('KL 5:56 equally many: the lot, and nobody is declared before it', () => {
    expect(scriptOf(tied())).toEqual(
      during(
        {
          say: [
            result(line('C 1', 3), line('S 3', 3), line('M 1', 0)),
            'ballotTied {names: [C 1 (C), S 3 (S)]; places: 1}',
          ],
          next: lots('C 1'),
          also: [lots('S 3')],
        },
        [],
        GAVEL,
      ),
    );
  });

  it('elected by the lot that was drawn', () => {
    const drawn = tied().after({
      type: 'drawBallotLot',
      persons: [c],
      witness: member('S', 1),
      manner: 'Lapp ur skål',
    });
    const { say, next } = scriptOf(drawn);
    expect([say?.[1], next]).toEqual([
      'ballotElectedByLot {body: Kommunfullmäktige; names: [C 1 (C)]}',
      'declareElected {names: [C 1 (C)]} ⇒ declareElected item item-7, persons [c-1]',
    ]);
  });

  it('two places between three who are level: every pair can be what the lot gave', () => {
    const level = counted({ [a]: 2, [b]: 2, [c]: 2 }, twoPlaces());
    const { say, next, also } = scriptOf(level);
    expect(say?.[1]).toBe('ballotTied {names: [C 1 (C), M 1 (M), S 3 (S)]; places: 2}');
    expect([next, ...(also ?? [])]).toEqual([lots('C 1', 'M 1'), lots('C 1', 'S 3'), lots('M 1', 'S 3'), ...WAYS_OUT]);
  });

  it('two places, one of them sure: the lot is for the other', () => {
    const level = counted({ [a]: 4, [b]: 1, [c]: 1 }, twoPlaces());
    const { say, next, also } = scriptOf(level);
    expect([say?.[1], next, ...(also ?? [])]).toEqual([
      'ballotTied {names: [C 1 (C), M 1 (M)]; places: 1}',
      lots('C 1'),
      lots('M 1'),
      ...WAYS_OUT,
    ]);
  });
});

describe('a ballot where somebody who is not nominated may be written', () => {
  const twoCount = (others: number, votes: Readonly<Record<PersonId, number>>): Scene => {
    const box = closed(vote(paper(demanded(1, undefined, undefined, { closedBallotOthers: true }))));
    const count = { votes, others, blank: 0, invalid: 0 };
    return HOLDERS.slice(0, 2).reduce(
      (scene, by) => scene.after({ type: 'enterPaperCount', ballot: ballot(scene).id, count }, by),
      box,
    );
  };
  const read = (s: number, c: number, m: number, others: number) =>
    `ballotResult {votes: [script.words.ballotVotes {name: S 3; votes: ${s}}, script.words.ballotVotes {name: C 1; votes: ${c}}, script.words.ballotVotes {name: M 1; votes: ${m}}, script.words.ballotVotesOthers {votes: ${others}}]; blank: 0; invalid: 0}`;

  it('fewer for others than for the one who leads: the one is elected', () => {
    const { say, next } = scriptOf(twoCount(2, { [a]: 4, [b]: 1, [c]: 2 }));
    expect([say, next]).toEqual([
      [read(4, 2, 1, 2), 'ballotElected {body: Kommunfullmäktige; names: [S 3 (S)]}'],
      'declareElected {names: [S 3 (S)]} ⇒ declareElected item item-7, persons [s-3]',
    ]);
  });

  it('as many: one who was not nominated may have been elected, and nobody is declared', () => {
    expect(scriptOf(twoCount(4, { [a]: 4, [b]: 0, [c]: 1 }))).toEqual(
      during({ say: [read(4, 1, 0, 4), 'ballotOthers {count: 4}'] }, [], GAVEL),
    );
  });
});

describe('the code read aloud', () => {
  it.each([
    ['7c4f91d2ee00', '7C4F 91D2'],
    ['ab', 'AB '],
    [undefined, ' '],
  ])('%s is read %s', (head, code) => {
    expect(codeOf(head)).toBe(code);
  });
});

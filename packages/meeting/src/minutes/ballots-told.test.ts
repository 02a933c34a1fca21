import { describe, expect, it } from 'vitest';
import type { BallotCount } from '../elections/types.ts';
import type { BallotId, PersonId } from '../ids.ts';
import type { BallotGroup } from '../proportional/count.ts';
import {
  demands,
  finds,
  hallOf,
  inDebate,
  inSession,
  item,
  itemClosed,
  itemId,
  member,
  moves,
  type Scene,
  SECRETARY,
  type SettingValues,
  toDecision,
  toldOf,
  withItem,
} from '../testing/index.ts';

const chair = member('S', 1);
const [a, b] = [member('S', 3), member('M', 1)];
const HOLDERS = [member('S', 2), member('M', 2), member('C')];
const CHAIR_TO_ELECT = { election: { office: 'ordförande', places: 1 } };

function ballotOf({ meeting }: Scene): BallotId {
  const ballot = Object.values(meeting.elections.ballots).at(-1);
  if (ballot === undefined) throw new Error('No ballot.');
  return ballot.id;
}

/** S 3 and M 1 are nominated, and a vote is demanded. */
function demanded(settings: SettingValues = {}): Scene {
  const plan = hallOf(
    { S: 3, M: 2, C: 1 },
    { items: [item(1, 'Val', 'election', CHAIR_TO_ELECT), item(2, 'Taxa')], settings },
  );
  const nominated = [a, b].reduce(
    (scene: Scene, who: PersonId) => moves(scene, who, 'nomination', { candidates: [who] })[0],
    inDebate(plan, 1),
  );
  return demands(finds(toDecision(nominated), 'proposal'), b);
}

const all = (scene: Scene): readonly PersonId[] => scene.meeting.elections.ballots[ballotOf(scene)]?.electors ?? [];

/** Slips by all six, read alike by S 3 and M 1. */
function slips(count: BallotCount, start: Scene): Scene {
  const open = start.after({ type: 'openClosedBallot', means: 'paper' });
  const ballot = ballotOf(open);
  return open
    .after({ type: 'markVoted', ballot, persons: all(open) }, SECRETARY)
    .after({ type: 'closeClosedBallot' })
    .after({ type: 'enterPaperCount', ballot, count }, a)
    .after({ type: 'enterPaperCount', ballot, count }, b);
}

/** The whole ceremony of a sealed ballot, to the figures. */
function sealed(count: BallotCount): Scene {
  const open = demanded()
    .after({ type: 'appointKeyHolders', persons: HOLDERS }, SECRETARY)
    .after({ type: 'completeKeys', persons: HOLDERS, key: 'k1' }, 'system')
    .after({ type: 'openClosedBallot', means: 'sealed' });
  const ballot = ballotOf(open);
  const persons = all(open);
  const voted = persons
    .reduce((scene, person) => scene.after({ type: 'registerVoter', ballot, person }, 'system'), open)
    .after({ type: 'closeRegistration' })
    .after({ type: 'drawVotingList', ballot, lines: persons.length, hash: 'h' }, 'system')
    .after({ type: 'approveVotingList' })
    .after({ type: 'markVoted', ballot, persons }, 'system')
    .after({ type: 'closeClosedBallot' })
    .after({ type: 'endBallot', ballot, head: '7c4f91d2ab', cast: persons.length }, 'system');
  const checked = persons.reduce(
    (scene, person) => scene.after({ type: 'checkInclusion', ballot, person, found: true }, person),
    voted,
  );
  return HOLDERS.reduce(
    (scene, holder) => scene.after({ type: 'giveShare', ballot, holder, holds: true }, 'system'),
    checked.after({ type: 'startCount' }),
  ).after({ type: 'reportCount', ballot, count, head: '8a1e40c7ff' }, 'system');
}

const votes = (name: string, number: number): string => `ballotVotes {name: ${name}; votes: ${number}}`;

describe('a closed ballot: figures, and nobody is named as a voter', () => {
  it('on slips: how, how many, and the figures, the most votes first', () => {
    const scene = slips({ votes: { [a]: 1, [b]: 3 }, blank: 2, invalid: 0 }, demanded());
    expect(toldOf(scene, 1, 'procedure').slice(-1)).toEqual([
      `procedure item-1/ballot/ballot 1: (minutes.heading.ballot) ballot {form: paper; cast: 6; votes: [${votes('M 1 (M)', 3)}, ${votes('S 3 (S)', 1)}]; blank: 2; invalid: 0} ` +
        '← ClosedBallotOpened ClosedBallotCounted',
    ]);
  });

  it('somebody without a vote has nought', () => {
    const scene = slips({ votes: { [b]: 4 }, blank: 0, invalid: 2 }, demanded());
    expect(toldOf(scene, 1, 'procedure').join()).toContain(
      `votes: [${votes('M 1 (M)', 4)}, ${votes('S 3 (S)', 0)}]; blank: 0; invalid: 2}`,
    );
  });

  it('votes for others are told together, last, where the body has allowed them: nought too', () => {
    const open = demanded({ closedBallotOthers: true });
    const told = (count: BallotCount) => toldOf(slips(count, open), 1, 'procedure').join();
    expect(told({ votes: { [a]: 4, [b]: 1 }, blank: 0, invalid: 0, others: 1 })).toContain(
      `votes: [${votes('S 3 (S)', 4)}, ${votes('M 1 (M)', 1)}, ballotVotesOthers {votes: 1}];`,
    );
    expect(told({ votes: { [a]: 4, [b]: 2 }, blank: 0, invalid: 0 })).toContain('ballotVotesOthers {votes: 0}];');
  });

  it('by lot, with its witness and in what manner', () => {
    const even = slips({ votes: { [a]: 2, [b]: 2 }, blank: 2, invalid: 0 }, demanded());
    const drawn = even.after(
      { type: 'drawBallotLot', persons: [b], witness: SECRETARY, manner: 'Två lappar i en urna' },
      SECRETARY,
    );
    expect(toldOf(drawn, 1, 'procedure').slice(-1)).toEqual([
      'procedure item-1/ballotLot/ballot 1: ballotLot {names: [M 1 (M)]; witness: Åsa Lindvall} “Två lappar i en urna” ← BallotLotDrawn',
    ]);
  });

  it('who was elected, to what and how', () => {
    const scene = slips({ votes: { [a]: 1, [b]: 5 }, blank: 0, invalid: 0 }, demanded());
    const elected = scene.after({ type: 'declareElected', item: itemId(1), persons: [b] });
    expect(toldOf(elected, 1, 'decision')).toEqual([
      'decision item-1/elected/seq: elected {body: Kommunfullmäktige; persons: [M 1 (M)]; form: closedBallot; office: ordförande} ← PersonsElected',
    ]);
  });

  it('sealed: the codes that were read aloud, and who held the keys', () => {
    expect(toldOf(sealed({ votes: { [a]: 4, [b]: 2 }, blank: 0, invalid: 0 }), 1, 'procedure').slice(-2)).toEqual([
      `procedure item-1/ballot/ballot 1: (minutes.heading.ballot) ballot {form: sealed; cast: 6; votes: [${votes('S 3 (S)', 4)}, ${votes('M 1 (M)', 2)}]; blank: 0; invalid: 0} ` +
        '← ClosedBallotOpened ClosedBallotEnded CountStarted ClosedBallotCounted',
      'procedure item-1/ballotCode/ballot 1: ballotCode {code: 7C4F 91D2; holders: [S 2 (S), M 2 (M), C 1 (C)]; final: 8A1E 40C7} ' +
        '← ClosedBallotEnded ShareGiven ShareGiven ShareGiven ClosedBallotCounted',
    ]);
  });

  it('annulled: its reason, and no figures; the next one is told by itself', () => {
    const first = slips({ votes: { [a]: 4, [b]: 2 }, blank: 0, invalid: 0 }, demanded());
    const annulled = first.after({ type: 'annulClosedBallot', reason: 'En lapp för mycket.' });
    const ANNULLED =
      'procedure item-1/ballotAnnulled/ballot 1: ballotAnnulled “En lapp för mycket.” ← ClosedBallotAnnulled';
    expect(toldOf(annulled, 1, 'procedure').slice(-1)).toEqual([ANNULLED]);
    const again = slips({ votes: { [a]: 6 }, blank: 0, invalid: 0 }, annulled);
    expect(toldOf(again, 1, 'procedure').slice(-2)).toEqual([
      ANNULLED,
      `procedure item-1/ballot/ballot 2: (minutes.heading.ballot) ballot {form: paper; cast: 6; votes: [${votes('S 3 (S)', 6)}, ${votes('M 1 (M)', 0)}]; blank: 0; invalid: 0} ` +
        '← ClosedBallotOpened ClosedBallotCounted',
    ]);
  });

  it('while it goes on nothing is told of it, and nothing under another item', () => {
    const open = demanded().after({ type: 'openClosedBallot', means: 'paper' });
    expect(toldOf(open, 1, 'procedure').filter((line) => line.includes('/ballot'))).toEqual([]);
    const done = itemClosed(slips({ votes: { [a]: 4, [b]: 2 }, blank: 0, invalid: 0 }, demanded()), 1);
    expect(toldOf(withItem(done, 2), 2, 'procedure')).toEqual([]);
  });
});

describe('a proportional election: request, slips by group, places, lots', () => {
  const plan = hallOf(
    { S: 4, M: 3 },
    {
      items: [
        item(1, 'Val av ledamöter', 'election', { election: { office: 'ledamot', places: 2, proportional: true } }),
      ],
    },
  );
  const voters = plan.seats.flatMap((seat) => seat.holder ?? []);
  const S = [1, 2, 3, 4].map((n) => member('S', n));
  const M = [1, 2, 3].map((n) => member('M', n));

  function voting(start = withItem(inSession(plan), 1)): Scene {
    const asked = M.reduce((scene, person) => scene.after({ type: 'requestProportional', person }, person), start);
    return asked.after({ type: 'openProportional', assistants: [member('M', 1)] });
  }

  function counted(groups: readonly BallotGroup[], invalid = {}, start?: Scene): Scene {
    const count = { groups, invalid };
    return voters
      .reduce((scene, person) => scene.after({ type: 'markSlip', person }, SECRETARY), voting(start))
      .after({ type: 'closeSlips' })
      .after({ type: 'enterSlips', count }, chair)
      .after({ type: 'enterSlips', count }, member('M', 1));
  }

  const lot = (scene: Scene, group: number): Scene =>
    scene.after({ type: 'drawProportionalLot', group, witness: SECRETARY, manner: 'Slantsingling' }, SECRETARY);
  const LOT =
    'procedure item-1/proportionalPlace/2: proportionalLot {turn: 2; label: proportionalGroup {label: C; name: M 3 (M)}; name: M 3 (M); number: 2; witness: Åsa Lindvall} “Slantsingling” ' +
    '← ProportionalCounted ProportionalLotDrawn';
  const ASKED =
    'procedure item-1/proportional: (minutes.heading.proportional) proportional {requesters: [M 1 (M), M 2 (M), M 3 (M)]; present: 7; quota: 3; officer: S 1 (S); assistants: [M 1 (M)]} ' +
    '← ProportionalRequested ProportionalRequested ProportionalRequested ProportionalOpened';
  const place = (
    turn: number,
    label: string,
    first: string,
    name: string,
    number: number,
    words = 'proportionalPlace',
  ) =>
    `procedure item-1/proportionalPlace/${turn}: ${words} {turn: ${turn}; label: proportionalGroup {label: ${label}; name: ${first}}; name: ${name}; number: ${number}} ← ProportionalCounted`;

  it('asked for, and not opened: nothing; opened: who asked, how many had to, and who are the officers', () => {
    const asked = withItem(inSession(plan), 1).after(
      { type: 'requestProportional', person: member('M', 1) },
      member('M', 1),
    );
    expect(toldOf(asked, 1, 'procedure')).toEqual([]);
    expect(toldOf(voting(), 1, 'procedure')).toEqual([ASKED]);
  });

  it('counted: the slips by group, those that are no ballots, and how each place was given', () => {
    const scene = counted(
      [
        { label: 'A', names: S, votes: 3 },
        { label: 'B', names: M, votes: 2 },
      ],
      { notClosed: 1, noLabel: 1 },
    );
    expect(toldOf(scene, 1, 'procedure')).toEqual([
      ASKED,
      'procedure item-1/proportionalCount: proportionalCount {slips: 7; groups: [proportionalVotes {label: A; votes: 3; names: [S 1 (S), S 2 (S), S 3 (S), S 4 (S)]}, ' +
        'proportionalVotes {label: B; votes: 2; names: [M 1 (M), M 2 (M), M 3 (M)]}]; invalid: 2} ← ProportionalCounted',
      place(1, 'A', 'S 1 (S)', 'S 1 (S)', 3),
      place(2, 'B', 'M 1 (M)', 'M 1 (M)', 2),
    ]);
  });

  it('even: the place is given by lot, with its witness and in what manner', () => {
    const even = counted([
      { label: 'A', names: S, votes: 3 },
      { label: 'B', names: M, votes: 2 },
      { label: 'C', names: [member('M', 3)], votes: 2 },
    ]);
    expect(toldOf(lot(even, 2), 1, 'procedure').slice(-2)).toEqual([place(1, 'A', 'S 1 (S)', 'S 1 (S)', 3), LOT]);
  });

  it('even twice: each place with its own lot', () => {
    const three = hallOf(
      { S: 4, M: 3 },
      { items: [item(1, 'Val', 'election', { election: { office: 'ledamot', places: 3, proportional: true } })] },
    );
    const twice = counted(
      [
        { label: 'A', names: S, votes: 3 },
        { label: 'B', names: M, votes: 3 },
        { label: 'D', names: [member('M', 2)], votes: 1 },
      ],
      {},
      withItem(inSession(three), 1),
    );
    const manner = (scene: Scene, group: number, how: string) =>
      scene.after({ type: 'drawProportionalLot', group, witness: SECRETARY, manner: how }, SECRETARY);
    const lots = toldOf(manner(manner(twice, 1, 'Slantsingling'), 0, 'Lappar'), 1, 'procedure').slice(-3);
    expect(lots.map((line) => line.replace(/ \{.*\}/u, ''))).toEqual([
      'procedure item-1/proportionalPlace/1: proportionalLot “Slantsingling” ← ProportionalCounted ProportionalLotDrawn',
      'procedure item-1/proportionalPlace/2: proportionalPlace ← ProportionalCounted',
      'procedure item-1/proportionalPlace/3: proportionalLot “Lappar” ← ProportionalCounted ProportionalLotDrawn',
    ]);
  });

  it('one who has a place already, named first on another list too: the list has its share of that place', () => {
    const scene = counted([
      { label: 'A', names: S, votes: 4 },
      { label: 'B', names: [chair, ...M], votes: 3 },
    ]);
    expect(toldOf(scene, 1, 'procedure').slice(-3)).toEqual([
      place(1, 'A', 'S 1 (S)', 'S 1 (S)', 4),
      place(2, 'B', 'S 1 (S)', 'S 1 (S)', 3, 'proportionalShared'),
      place(3, 'A', 'S 1 (S)', 'S 2 (S)', 2.67),
    ]);
  });

  it('one who took the request back before it was opened did not ask', () => {
    const four = withItem(inSession(plan), 1).after({ type: 'requestProportional', person: chair }, chair);
    expect(toldOf(voting(four.after({ type: 'withdrawProportional', person: chair }, chair)), 1, 'procedure')).toEqual([
      ASKED,
    ]);
  });

  it('annulled: its reason, and nothing of what was asked for, counted or drawn; the next one is told by itself', () => {
    const groups = [
      { label: 'A', names: S, votes: 3 },
      { label: 'B', names: M, votes: 2 },
      { label: 'C', names: [member('M', 3)], votes: 2 },
    ];
    const annulled = lot(counted(groups), 1).after({ type: 'annulProportional', reason: 'En sedel för mycket.' });
    const ANNULLED =
      'procedure item-1/proportionalAnnulled/seq: proportionalAnnulled “En sedel för mycket.” ← ProportionalAnnulled';
    expect(toldOf(annulled, 1, 'procedure')).toEqual([ANNULLED]);
    expect(toldOf(voting(annulled), 1, 'procedure')).toEqual([ANNULLED, ASKED]);
    const again = toldOf(lot(counted(groups, {}, annulled), 2), 1, 'procedure');
    expect([again.slice(0, 2), again.slice(-1)]).toEqual([[ANNULLED, ASKED], [LOT]]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Item } from '../plan.ts';
import {
  alternative,
  counted,
  demands,
  finds,
  gavel,
  given,
  hallOf,
  inDebate,
  inSession,
  item,
  itemId,
  member,
  minutesOf,
  moves,
  type Scene,
  toDecision,
  told,
  toldOf,
  withItem,
} from '../testing/index.ts';

const [S2, S3, M1, M2] = [member('S', 2), member('S', 3), member('M', 1), member('M', 2)];
const BOARD = 'name.organ {organ: Kommunstyrelsen’s}';
const CLAUSES = ['Vägen byggs.', 'Bron rivs.'];
const planOf = (...items: readonly Item[]) => hallOf({ S: 3, M: 2 }, { items });
const debate = (one: Item = item(1, 'Vägen')): Scene => inDebate(planOf(one), one.number);
const election = (change: Partial<Item> = { election: { office: 'revisor', places: 1 } }): Item =>
  item(1, 'Val', 'election', change);
const procedure = (scene: Scene): readonly string[] => toldOf(scene, 1, 'procedure');
/** The facts that a line rests on. */
const restsOn = (line: string | undefined): string | undefined => line?.split(' ← ')[1];

describe('how it was found', () => {
  it('in an election with one nominated: by the name alone', () => {
    const [scene] = moves(debate(election()), M1, 'nomination', { candidates: [M1] });
    expect(procedure(finds(toDecision(scene), 'proposal'))).toEqual([
      'procedure item-1/finding/election/0: finding.single {name: name.nomination {persons: [M 1 (M)]}; finding: found.proposal {name: name.nomination {persons: [M 1 (M)]}}} ← QuestionPut FindingStated',
    ]);
  });

  it('in an election between two: both names', () => {
    const [one] = moves(debate(election()), M1, 'nomination', { candidates: [M1] });
    const [two] = moves(one, S2, 'nomination', { candidates: [S2] });
    expect(procedure(finds(toDecision(two), 'proposal'))[0]).toContain(
      'finding.several {alternatives: [name.nomination {persons: [M 1 (M)]}, name.nomination {persons: [S 2 (S)]}];',
    );
  });

  it('in a clause: by the names of the proposals', () => {
    const tabled = { by: 'Kommunstyrelsen', text: 'Allt godkänns.', clauses: CLAUSES };
    const [scene] = moves(debate(item(1, 'Vägen', 'matter', { tabled })), M1, 'amendment', {
      text: 'Bron målas.',
      clause: 2,
    });
    expect(procedure(finds(toDecision(scene), 'proposal'))[0]).toContain(
      `finding/clause2/0: finding.several {alternatives: [${BOARD}, name.moved {name: M 1; others: no}];`,
    );
  });
});

describe('two questions in an item, and a vote in each', () => {
  const [moved] = moves(debate(), M1, 'addition', { text: 'En bro byggs.' });
  const [both] = moves(moved, M2, 'rejection');
  const main = gavel(counted(demands(finds(toDecision(both), 'proposal'), M1), { S: 'yes', M: 'no' }));
  const put = main.after({ type: 'putQuestion' });
  const demanded = demands(put.after({ type: 'stateFinding', alternative: alternative(put, 'adopt') }), M2);
  const done = gavel(counted(demanded, { S: 'no', M: 'yes' }));

  it('each demand and each vote is told under its own question, and rests on its own facts', () => {
    expect(procedure(done).map((line) => [line.split(' ')[1], restsOn(line)])).toEqual([
      ['item-1/order:', 'OrderApproved'],
      ['item-1/finding/main/0:', 'QuestionPut FindingStated'],
      ['item-1/demand/main/0:', 'VoteDemanded'],
      ['item-1/vote/vote', 'VoteOpened VoteClosed'],
      ['item-1/finding/addition/0:', 'QuestionPut FindingStated'],
      ['item-1/demand/addition/0:', 'VoteDemanded'],
      ['item-1/vote/vote', 'VoteOpened VoteClosed'],
    ]);
  });

  it('one is settled when the meeting ends: that is what was decided, though the item is carried over', () => {
    const over = main.recorded({ type: 'ItemClosed', item: itemId(1), outcome: 'carriedOver' });
    expect(toldOf(over, 1, 'decision')).toEqual([
      `decision item-1/decision/main: decision {body: Kommunfullmäktige; decided: decided.proposal {name: ${BOARD}}} “Förslaget i vägen godkänns.” ← QuestionSettled`,
    ]);
  });

  it('two votes that were annulled: each with its own reason', () => {
    const redo = (scene: Scene, reason: string) =>
      scene.after({ type: 'openVote', method: 'buttons' }).after({ type: 'redoVote', reason });
    const twice = redo(redo(demanded, 'Fel fråga.'), 'Fel igen.');
    expect(procedure(twice).slice(-2)).toEqual([
      'procedure item-1/annulled/vote 2: voteAnnulled “Fel fråga.” ← VoteAnnulled',
      'procedure item-1/annulled/vote 3: voteAnnulled “Fel igen.” ← VoteAnnulled',
    ]);
  });
});

describe('who moved what', () => {
  it('a nomination with the names; only a referral back has an addressee; an approval of nothing tabled in its own words', () => {
    const [nominated] = moves(debate(election({ election: { office: 'revisorer', places: 2 } })), M1, 'nomination', {
      candidates: [M2, S3],
    });
    expect(toldOf(nominated, 1, 'proposals')).toEqual([
      'proposals item-1/proposal/nomination: proposal.nomination {persons: [M 1 (M)]; form: first; candidates: [M 2 (M), S 3 (S)]} ← ProposalMoved',
    ]);
    const [addressed] = moves(debate(), M1, 'amendment', { text: 'En bro.', addressee: 'Byggnadsnämnden' });
    expect(toldOf(addressed, 1, 'proposals')).toEqual([
      'proposals item-1/proposal/amendment: proposal.amendment {persons: [M 1 (M)]; form: first} “En bro.” ← ProposalMoved',
    ]);
    const { tabled: _, ...untabled } = item(1, 'Väckt ärende');
    const [own] = moves(debate(untabled), M1, 'approval', { text: 'Vägen byggs.' });
    expect(toldOf(own, 1, 'proposals')).toEqual([
      'proposals item-1/proposal/approval: proposal.own {persons: [M 1 (M)]; form: first} “Vägen byggs.” ← ProposalMoved',
    ]);
  });
});

describe('what follows', () => {
  it('adjusters are elected to nothing else; an election without an office names none', () => {
    const elected = (one: Item) =>
      toldOf(
        debate(one).recorded({ type: 'PersonsElected', item: itemId(1), persons: [M1, S2], by: 'acclamation' }),
        1,
        'decision',
      );
    expect(elected(item(1, 'Val av justerare', 'adjusters'))).toEqual([
      'decision item-1/elected/seq: adjustersElected {body: Kommunfullmäktige; persons: [M 1 (M), S 2 (S)]; form: acclamation} ← PersonsElected',
    ]);
    expect(elected(election({}))).toEqual([
      'decision item-1/elected/seq: elected {body: Kommunfullmäktige; persons: [M 1 (M), S 2 (S)]; form: acclamation; office: } ← PersonsElected',
    ]);
  });

  it('RES-1 reservations in the same words for different proposals are told apart, each with its own facts', () => {
    const [one, first] = moves(debate(), M1, 'amendment', { text: 'A.' });
    const [two, second] = moves(one, M2, 'amendment', { text: 'B.' });
    const decided = gavel(finds(toDecision(two), 'proposal')).recorded(
      { type: 'ReservationMade', item: itemId(1), person: M1, text: 'Dyrt.', inFavourOf: first },
      { type: 'ReservationMade', item: itemId(1), person: M2, text: 'Dyrt.', inFavourOf: second },
    );
    const again = decided.recorded({ type: 'ReservationMade', item: itemId(1), person: M1, text: 'Fult.' });
    expect(toldOf(again, 1, 'reservations')).toEqual([
      'reservations item-1/reservation/m-1/amendment: reservationInFavour {persons: [M 1 (M)]; name: name.moved {name: M 1; others: no}} “Dyrt.” ← ReservationMade',
      'reservations item-1/reservation/m-2/amendment: reservationInFavour {persons: [M 2 (M)]; name: name.moved {name: M 2; others: no}} “Dyrt.” ← ReservationMade',
      'reservations item-1/reservation/m-1/: reservation {persons: [M 1 (M)]} “Fult.” ← ReservationMade',
    ]);
  });

  it('one leaves and another is noted absent in the same moment: both are told', () => {
    const scene = withItem(inSession(planOf(item(1, 'Vägen'))), 1).recorded(
      { type: 'SeatLeft', seat: 'seat-3' as never, person: S3, cause: 'left', barredToday: true },
      { type: 'NotedAbsent', person: M2, cause: 'connectionLost' },
    );
    expect(told(scene, 1)).toEqual([
      'presence item-1/presence/seq: seatLeft {person: S 3 (S); at: SeatLeft} ← SeatLeft',
      'presence item-1/presence/seq: notedAbsent {person: M 2 (M); at: SeatLeft; form: link} ← NotedAbsent',
    ]);
  });
});

describe('the sections', () => {
  it('are the items that have been taken up, with their diary numbers where they have one', () => {
    const plan = planOf(
      item(1, 'Vägen', 'matter', { diaryNumber: 'KS 2025/1' }),
      item(2, 'Bron', 'report'),
      item(3, 'Torget'),
    );
    expect(minutesOf(given(plan)).sections).toEqual([]);
    const first = withItem(inSession(plan), 1);
    const both = withItem(first.recorded({ type: 'ItemClosed', item: itemId(1), outcome: 'tabled' }), 2);
    expect(minutesOf(both).sections).toStrictEqual([
      { item: itemId(1), number: 1, title: 'Vägen', kind: 'matter', passages: [], diaryNumber: 'KS 2025/1' },
      { item: itemId(2), number: 2, title: 'Bron', kind: 'report', passages: [] },
    ]);
  });
});

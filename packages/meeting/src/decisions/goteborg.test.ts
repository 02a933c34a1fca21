import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../ids.ts';
import { inSession, item, itemId, withItem } from '../testing/index.ts';
import {
  alternative,
  counted,
  demands,
  finds,
  gavel,
  GOTEBORG,
  hallOf,
  inDebate,
  member,
  moves,
  outcome,
  type Parties,
  question,
  toDecision,
  votes,
} from '../testing/procedure.ts';

const board = 'Kommunstyrelsen';
const ks = 'item-1-tabled' as ProposalId;
const matter = (change = {}) =>
  hallOf(GOTEBORG, { items: [item(1, 'Ärendet', 'matter', { preparedBy: [board], ...change })] });

describe('Kommunfullmäktige in Göteborg', () => {
  it('BES-1 2024-11-07 § 451: four budgets, two votes; the counter-proposition of M, D, L and KD meets that of S, V and MP', () => {
    const plan = hallOf(GOTEBORG, { items: [item(451, 'Budget 2025', 'bill', {})] });
    let [scene, left] = moves(inDebate(plan, 451), member('S'), 'amendment', {
      text: 'Förslaget från S, V och MP antas.',
    });
    let right: ProposalId;
    let sd: ProposalId;
    let c: ProposalId;
    [scene, right] = moves(scene, member('M'), 'amendment', { text: 'Förslaget från M, D, L och KD antas.' });
    [scene, sd] = moves(scene, member('SD'), 'amendment', { text: 'Förslaget från SD antas.' });
    [scene, c] = moves(scene, member('C'), 'amendment', { text: 'Förslaget från C antas.' });

    scene = demands(finds(toDecision(scene), left), member('M'));
    scene = demands(finds(scene, right), member('SD'));
    scene = gavel(finds(scene, sd));
    expect(question(scene).eliminated).toEqual([alternative(scene, c)]);

    scene = counted(scene, { M: 'yes', D: 'yes', L: 'yes', KD: 'yes', SD: 'no' });
    expect(outcome(scene)).toBe('29–9–43');
    expect(question(scene).frames[0]).toMatchObject({
      found: alternative(scene, left),
      opponent: alternative(scene, right),
    });

    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no' });
    expect(outcome(scene)).toBe('40–29–12');
    scene
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', outcome: alternative(scene, left), by: 'vote' },
        { type: 'ItemDecided', item: itemId(451), outcome: 'decided' },
      );
  });

  it('BES-1 2023-11-23 § 46: the chair’s counter-proposition loses its vote, and the addition is put afterwards', () => {
    const plan = hallOf(GOTEBORG, { items: [item(1, 'Arvoden', 'matter')] });
    let [scene, sd] = moves(inDebate(plan, 1), member('SD'), 'amendment', { text: 'Förslaget från SD.' });
    let l: ProposalId;
    [scene, l] = moves(scene, member('L'), 'amendment', { text: 'Förslaget från M, D, L och KD.' });
    [scene] = moves(scene, member('M'), 'addition', { text: 'Tillägget från M, D, L och KD.' });

    scene = demands(finds(toDecision(scene), ks), member('L'));
    scene = demands(finds(scene, sd), member('L'));
    scene = counted(scene, { SD: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no' });
    expect(outcome(scene)).toBe('9–29–43');
    expect(question(scene).frames[0]?.opponent).toBe(alternative(scene, l));

    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', C: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no' });
    expect(outcome(scene)).toBe('43–29–9');
    scene = scene.when({ type: 'strikeGavel' }).then({ type: 'QuestionSettled', by: 'vote' });

    scene = demands(finds(scene, 'adopt'), member('S'));
    scene = counted(scene, { M: 'yes', D: 'yes', L: 'yes', KD: 'yes', SD: 'yes', S: 'no', V: 'no', MP: 'no', C: 'no' });
    expect(outcome(scene)).toBe('38–43–0');
    scene
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', outcome: alternative(scene, 'decline'), by: 'vote' },
        { type: 'ItemDecided', outcome: 'decided' },
      );
  });

  it('ORD-4 2023-10-12 § 9: three referrals back, each put with its own reason, none supported by a third', () => {
    const plan = matter({ preparedBy: [board, 'Stadsbyggnadsnämnden'] });
    let [scene, d] = moves(inDebate(plan, 1), member('D'), 'amendment', { text: 'Förslaget från D.' });
    [scene] = moves(scene, member('M'), 'referralBack', {
      reason: 'Motiv M och KD',
      addressee: 'Stadsbyggnadsnämnden',
    });
    [scene] = moves(scene, member('L'), 'referralBack', { reason: 'Motiv L', addressee: 'Stadsbyggnadsnämnden' });
    [scene] = moves(scene, member('SD'), 'referralBack', { reason: 'Motiv SD' });

    scene = demands(finds(toDecision(scene), 'decideToday'), member('M'));
    scene = counted(
      scene,
      { S: 'yes', V: 'yes', MP: 'yes', L: 'yes', C: 'yes', M: 'no', KD: 'no' },
      { [member('M', 15)]: 'no', [member('SD', 1)]: 'no' },
    );
    expect(outcome(scene)).toBe('48–19–14');
    scene = scene.when({ type: 'strikeGavel' }).then({ type: 'QuestionSettled', by: 'vote' });
    scene = gavel(finds(scene, 'decideToday'));

    scene = demands(finds(scene, 'decideToday'), member('SD'));
    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', L: 'yes', C: 'yes', SD: 'no' });
    expect(outcome(scene)).toBe('48–9–24');
    scene = scene
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled', outcome: alternative(scene, 'decideToday'), by: 'vote' });

    scene = demands(finds(scene, ks), member('D'));
    scene = counted(
      scene,
      { S: 'yes', V: 'yes', MP: 'yes', C: 'yes' },
      Object.fromEntries([1, 2, 3, 4, 5].map((n) => [member('D', n), 'no'])),
    );
    expect(outcome(scene)).toBe('43–5–33');
    expect(question(scene).alternatives.map((a) => a.proposal)).toEqual([ks, d]);
    scene
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', outcome: alternative(scene, ks), by: 'vote' },
        { type: 'ItemDecided', outcome: 'decided' },
      );
  });

  it('ORD-1 ORD-5 2024-08-22 § 307: 29 of 81 refer back to the board; to a municipal company the same 29 are too few', () => {
    let [scene] = moves(inDebate(matter(), 1), member('D'), 'referralBack', { reason: 'Punkt 1', addressee: board });
    [scene] = moves(scene, member('D'), 'referralBack', { reason: 'Punkt 2', addressee: 'Förvaltnings AB Framtiden' });
    const right = { S: 'yes', V: 'yes', MP: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no' } as const;

    scene = demands(finds(toDecision(scene), 'decideToday'), member('D'));
    scene = counted(scene, right);
    expect(outcome(scene)).toBe('40–29–12');
    scene = scene
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', outcome: alternative(scene, 'referBack'), by: 'minority' },
        { type: 'QuestionDropped' },
      );

    scene = demands(finds(scene, 'decideToday'), member('D'));
    scene = counted(scene, right);
    expect(outcome(scene)).toBe('40–29–12');
    scene
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', outcome: alternative(scene, 'decideToday'), by: 'vote' },
        { type: 'ItemDecided', outcome: 'referredBack' },
      );
  });

  it('ORD-2 2025-06-18 § 374 and § 377: after an earlier minority referral the majority decides', () => {
    const earlier = { earlierMinorityReferral: { date: '2025-01-30', section: '§ 23' } };
    let [scene] = moves(inDebate(matter(earlier), 1), member('SD'), 'referralBack', { reason: 'Motiv SD' });
    scene = demands(finds(toDecision(scene), 'decideToday'), member('SD'));
    scene = counted(scene, {
      S: 'yes',
      V: 'yes',
      MP: 'yes',
      M: 'yes',
      D: 'yes',
      L: 'yes',
      KD: 'yes',
      C: 'yes',
      SD: 'no',
    });
    expect(outcome(scene)).toBe('72–9–0');
    scene = gavel(scene);
    expect(question(scene).kind).toBe('main');

    const preparedBy = ['Stadsfastighetsnämnden', 'Grundskolenämnden'];
    [scene] = moves(inDebate(matter({ ...earlier, preparedBy }), 1), member('M'), 'referralBack', {
      reason: 'Motiv D och M',
      addressee: 'Grundskolenämnden',
    });
    scene = demands(finds(toDecision(scene), 'decideToday'), member('D'));
    expect(question(scene).threshold).toEqual({ kind: 'simple' });
    scene = counted(
      scene,
      { S: 'yes', V: 'yes', MP: 'yes', L: 'yes', KD: 'yes', SD: 'yes', C: 'yes', M: 'no', D: 'no' },
      { [member('M', 1)]: 'yes' },
    );
    expect(outcome(scene)).toBe('61–20–0');
    scene = gavel(scene);
    expect(question(scene).kind).toBe('main');
  });

  it('BES-1 2025-06-18 § 377: of three main proposals two are put against each other by acclamation, then 43–18–20', () => {
    let [scene, l] = moves(inDebate(matter(), 1), member('L'), 'amendment', { text: 'Förslaget från L, KD och SD.' });
    [scene] = moves(scene, member('M'), 'rejection', { instance: 2 });
    scene = demands(finds(toDecision(scene), ks), member('L'));
    scene = gavel(finds(scene, l));
    scene = counted(
      scene,
      { S: 'yes', V: 'yes', MP: 'yes', C: 'yes', L: 'no', KD: 'no', SD: 'no' },
      { [member('M', 1)]: 'no' },
    );
    expect(outcome(scene)).toBe('43–18–20');
    scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, ks), by: 'vote' });
  });

  it('ORD-6 2026-01-29 § 10: both referrals pass by minority with 37 of 80, the annulled one of December not counted', () => {
    const plan = matter({ earlierMinorityReferral: { date: '2025-12-11', section: '§ 541', annulled: true } });
    let [scene] = moves(inDebate(plan, 1, [member('MP', 5)]), member('M'), 'referralBack', {
      reason: 'Motiv M, D, L och KD',
      addressee: board,
    });
    [scene] = moves(scene, member('SD'), 'referralBack', { reason: 'Motiv SD', addressee: board });
    const split = { S: 'yes', V: 'yes', MP: 'yes', C: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no', SD: 'no' } as const;
    const change = { [member('L', 1)]: 'yes' } as const;

    scene = counted(demands(finds(toDecision(scene), 'decideToday'), member('M')), split, change);
    expect(outcome(scene)).toBe('43–37–0');
    scene = scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, 'referBack'), by: 'minority' });
    scene = counted(demands(finds(scene, 'decideToday'), member('SD')), split, change);
    scene
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', outcome: alternative(scene, 'referBack'), by: 'minority' },
        { type: 'ItemDecided', outcome: 'referredBack' },
      );
  });

  it('BES-5 December 2022: 40–40 with the chair for referral is an ordinary referral by the casting vote, no minority decision', () => {
    let [scene] = moves(inDebate(matter(), 1, [member('C', 3)]), member('S'), 'referralBack', {
      reason: 'Motiv',
      addressee: board,
    });
    scene = demands(finds(toDecision(scene), 'decideToday'), member('M'));
    scene = counted(scene, {
      S: 'no',
      V: 'no',
      MP: 'no',
      M: 'yes',
      D: 'yes',
      L: 'yes',
      KD: 'yes',
      SD: 'yes',
      C: 'yes',
    });
    expect(outcome(scene)).toBe('40–40–0');
    scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, 'referBack'), by: 'castingVote' });
  });

  it('ORD-1 40–40 with the chair against: the third still refers it back, as a minority', () => {
    let [scene] = moves(inDebate(matter(), 1, [member('C', 3)]), member('M'), 'referralBack', {
      reason: 'Motiv',
      addressee: board,
    });
    scene = demands(finds(toDecision(scene), 'decideToday'), member('M'));
    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no', SD: 'no', C: 'no' });
    scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, 'referBack'), by: 'minority' });
  });

  it('BES-4 2023-06-08 § 2: whether a question may be put is voted on without debate, 41–38', () => {
    const plan = hallOf(GOTEBORG, {
      items: [item(2, 'Fråga om censur', 'question', { asker: member('M'), answerer: member('S') })],
    });
    const [first, second] = [member('C', 2), member('C', 3)];
    let scene = withItem(inSession(plan, { absent: [first, second] }), 2)
      .after({ type: 'proposeOrder' })
      .after({ type: 'approveOrder' });
    scene = demands(finds(scene, 'refuse'), member('M'));
    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', C: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no', SD: 'no' });
    expect(outcome(scene)).toBe('41–38–0');
    scene
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', outcome: alternative(scene, 'refuse'), by: 'vote' },
        { type: 'ItemDecided', outcome: 'decided' },
      );
  });

  it('BES-4 2025-09-11 § 407: the chair’s finding is overturned, 40–41', () => {
    let [scene, other] = moves(inDebate(matter(), 1), member('D'), 'amendment', {
      text: 'Yrkandet från D, C, KD och L.',
    });
    scene = demands(finds(toDecision(scene), ks), member('D'));
    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no', SD: 'no', C: 'no' });
    expect(outcome(scene)).toBe('40–41–0');
    scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, other), by: 'vote' });
  });
});

describe('Boards in Göteborg', () => {
  const boardPlan = (parties: Parties) => {
    const plan = hallOf(parties, { items: [item(1, 'Ärendet', 'matter')] });
    return { ...plan, body: { ...plan.body, kind: 'board' as const } };
  };

  it('BES-5 kommunstyrelsen 2024-11-20 § 956: 6–6–1 is settled by the chair’s casting vote', () => {
    const parties = { S: 4, V: 2, M: 1, D: 1, SD: 1, L: 1, KD: 1, MP: 1, C: 1 };
    let [scene] = moves(inDebate(boardPlan(parties), 1), member('M'), 'rejection');
    scene = scene.after({ type: 'standAside', person: member('C') }, member('C'));
    scene = demands(finds(toDecision(scene), ks), member('M'));
    scene = counted(scene, { S: 'yes', V: 'yes', M: 'no', D: 'no', SD: 'no', L: 'no', KD: 'no', MP: 'no' });
    expect(outcome(scene)).toBe('6–6–1');
    scene = scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, ks), by: 'castingVote' });
    scene
      .when({ type: 'reserve', person: member('C'), item: itemId(1), text: '' }, member('C'))
      .refuses('RES-1', { why: 'notTakenPart' });
  });

  it('BES-5 utbildningsnämnden 2024-09-24: 2–2–5 by the casting vote of a chair who abstained, then 5–4', () => {
    const parties = { S: 3, V: 1, MP: 1, M: 2, SD: 2 };
    const plan = boardPlan(parties);
    let [scene, motion] = moves(inDebate(plan, 1), member('SD'), 'amendment', { text: 'Motionen bifalls.' });
    let left: ProposalId;
    [scene, left] = moves(scene, member('S'), 'amendment', { text: 'Förslaget från S, V och MP.' });
    scene = demands(finds(toDecision(scene), left), member('M'));
    scene = demands(finds(scene, ks), member('SD'));
    scene = votes(scene, { M: 'yes', SD: 'no' });
    scene = scene.when({ type: 'closeVote' }).then({ type: 'VoteTied', remedy: 'castingVote' });
    scene.when({ type: 'strikeGavel' }).refuses('BES-1');
    scene = scene
      .when({ type: 'castingVote', alternative: alternative(scene, ks) })
      .then(
        { type: 'VoteClosed', result: { settledBy: 'castingVote', castingVoteBy: member('S') } },
        { type: 'CounterPropositionChosen' },
      );
    expect(outcome(scene)).toBe('2–2–5');
    expect(question(scene).eliminated).toContain(alternative(scene, motion));
    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', M: 'no', SD: 'no' });
    expect(outcome(scene)).toBe('5–4–0');
    scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, left), by: 'vote' });
  });

  it('BES-5 stadsbyggnadsnämnden 2025-02-04: 5–5–1, the chair’s side wins', () => {
    let [scene, left] = moves(inDebate(boardPlan({ S: 3, V: 1, MP: 1, M: 5, C: 1 }), 1), member('S'), 'amendment', {
      text: 'Yrkandet från S, V och MP.',
    });
    scene = demands(finds(toDecision(scene), ks), member('S'));
    scene = counted(scene, { M: 'yes', S: 'no', V: 'no', MP: 'no' });
    expect(outcome(scene)).toBe('5–5–1');
    scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, left), by: 'castingVote' });
  });

  it('ORD-7 kommunstyrelsen December 2021: a third is nothing in a board; at 6–6–1 the chair decides, and the next referral is still put', () => {
    let [scene] = moves(inDebate(boardPlan({ S: 4, V: 2, M: 4, D: 2, C: 1 }), 1), member('M'), 'referralBack', {
      reason: 'Motiv M',
    });
    [scene] = moves(scene, member('D'), 'referralBack', { reason: 'Motiv D' });
    scene = toDecision(scene);
    expect(question(scene).threshold).toEqual({ kind: 'simple' });
    scene = demands(finds(scene, 'decideToday'), member('M'));
    scene = counted(scene, { S: 'yes', V: 'yes', M: 'no', D: 'no' });
    expect(outcome(scene)).toBe('6–6–1');
    scene = scene
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled', outcome: alternative(scene, 'decideToday'), by: 'castingVote' });
    expect(question(scene)).toMatchObject({ kind: 'referralBack', state: 'current' });
  });
});

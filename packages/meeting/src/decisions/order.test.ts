import { describe, expect, it } from 'vitest';
import type { AlternativeId, ProposalId, QuestionId } from '../ids.ts';
import { companyPlan, councilPlan, inSession, item, itemId, person, type Scene, withItem } from '../testing/index.ts';
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
  toDecision,
} from '../testing/procedure.ts';
import { fallbackOf } from './count.ts';

const nine = (change = {}) => hallOf({ S: 9 }, { items: [item(1, 'Ärendet', 'matter', change)] });
const tabled = 'item-1-tabled' as ProposalId;
const kinds = (scene: Scene) => {
  const order = scene.meeting.decisions.orders[itemId(1)];
  return order?.questions.map((id) => scene.meeting.decisions.questions[id]?.kind);
};
/** Every proposition of the item is answered by the first alternative of `answers`, or by the one the chair would expect. */
const moved = (plan = nine()) => {
  let scene = inDebate(plan, 1);
  const ids: ProposalId[] = [];
  for (const kind of ['addition', 'referralBack', 'amendment', 'tabling', 'rejection', 'referralBack'] as const) {
    let id: ProposalId;
    [scene, id] = moves(scene, member('S', ids.length + 2), kind, {
      text: kind === 'tabling' || kind === 'rejection' ? '' : `Text ${ids.length}`,
    });
    ids.push(id);
  }
  return { scene, ids };
};

/** What carries it. */
const ANSWER = { referralBack: 'referBack', tabling: 'table', main: 'proposal', addition: 'proposal' } as const;

describe('The order of propositions', () => {
  it('BES-1 algorithm A: tabling, each referral back, the matter with rejection as one of it, then the additions', () => {
    const { scene, ids } = moved();
    const ordered = toDecision(scene);
    expect(kinds(ordered)).toEqual(['tabling', 'referralBack', 'referralBack', 'main', 'addition']);
    const main = Object.values(ordered.meeting.decisions.questions).find((q) => q.kind === 'main');
    expect(main?.alternatives.map((a) => [a.kind, a.proposal])).toEqual([
      ['proposal', tabled],
      ['proposal', ids[2]],
      ['rejection', ids[4]],
    ]);
  });

  it('ORD-4 MTG-ORDER-COMPLETE two reasons in one question are refused, and so is an order that leaves something out', () => {
    const { scene, ids } = moved();
    const draft = (
      kind: 'referralBack' | 'tabling' | 'main' | 'addition',
      ...proposals: readonly (ProposalId | undefined)[]
    ) => ({
      id: `${kind}-${proposals.join('-')}` as QuestionId,
      kind,
      threshold: { kind: 'simple' as const },
      alternatives: [
        kind === 'referralBack' || kind === 'tabling'
          ? { id: 'other' as AlternativeId, kind: 'decideToday' as const }
          : { id: 'other' as AlternativeId, kind: 'decline' as const },
        ...proposals.map((proposal, n) => ({
          id: `alt-${n}` as AlternativeId,
          kind: ANSWER[kind],
          ...(proposal ? { proposal } : {}),
        })),
      ],
    });
    const [addition, first, amendment, tabling, rejection, second] = ids;
    const rest = [draft('main', tabled, amendment, rejection), draft('addition', addition)];
    const closed = scene.after({ type: 'closeDebate' });
    closed
      .when({
        type: 'proposeOrder',
        questions: [draft('tabling', tabling), draft('referralBack', first, second), ...rest],
      })
      .refuses('ORD-4');
    closed
      .when({
        type: 'proposeOrder',
        questions: [draft('tabling', tabling), draft('referralBack', second), draft('referralBack', first), ...rest],
      })
      .then({ type: 'OrderProposed' });
    closed
      .when({ type: 'proposeOrder', questions: [draft('tabling', tabling), draft('referralBack', second), ...rest] })
      .refuses('MTG-ORDER-COMPLETE', { missing: 1 });
    closed
      .when({
        type: 'proposeOrder',
        questions: [...rest, draft('tabling', tabling), draft('referralBack', second), draft('referralBack', first)],
      })
      .refuses('MTG-ORDER-COMPLETE', { missing: 0 });
    closed
      .when({ type: 'proposeOrder', questions: [draft('main', 'none' as ProposalId)] })
      .refuses('MTG-ORDER-COMPLETE', { missing: 0 });
  });

  it('ORD-1 the chair chooses the order, never the majority', () => {
    const [scene, id] = moves(inDebate(nine(), 1), member('S', 3), 'tabling');
    const closed = scene.after({ type: 'closeDebate' });
    const questions = [
      {
        id: 'q-1' as QuestionId,
        kind: 'tabling' as const,
        threshold: { kind: 'simple' as const },
        alternatives: [
          { id: 'today' as AlternativeId, kind: 'decideToday' as const },
          { id: 'table' as AlternativeId, kind: 'table' as const, proposal: id },
        ],
      },
      {
        id: 'q-2' as QuestionId,
        kind: 'main' as const,
        threshold: { kind: 'simple' as const },
        alternatives: [
          { id: 'yes' as AlternativeId, kind: 'proposal' as const, proposal: tabled },
          { id: 'no' as AlternativeId, kind: 'rejection' as const, implicit: true },
        ],
      },
    ];
    closed.when({ type: 'proposeOrder', questions }).then({
      type: 'OrderProposed',
      questions: [{ threshold: { kind: 'thirdOfPresent', for: 'table' as AlternativeId } }, {}],
    });
  });

  it('MTG-NOTHING-MOVED without a proposal there is nothing to put', () => {
    const plan = hallOf({ S: 9 }, { items: [item(1, 'Motion', 'bill')] });
    inDebate(plan, 1).after({ type: 'closeDebate' }).when({ type: 'proposeOrder' }).refuses('MTG-NOTHING-MOVED');
  });

  it('MTG-ORDER-BEGUN an order may be changed until its first question is put', () => {
    const scene = toDecision(moved().scene);
    const again = scene.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
    again.when({ type: 'approveOrder' }).refuses('MTG-ORDER-BEGUN');
    again.after({ type: 'putQuestion' }).when({ type: 'proposeOrder' }).refuses('MTG-ORDER-BEGUN');
  });

  it('tabling carried ends the item; nothing else is put', () => {
    const scene = finds(toDecision(moved().scene), 'table');
    const done = scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', by: 'acclamation' }, { type: 'ItemDecided', outcome: 'tabled' });
    expect(Object.values(done.meeting.decisions.questions).map((q) => q.state)).toEqual([
      'settled',
      'dropped',
      'dropped',
      'dropped',
      'dropped',
    ]);
    done.when({ type: 'closeItem' }).then({ type: 'ItemClosed', outcome: 'tabled' });
  });

  it('one referral carried, the next is still put; the matter falls, and the item goes back', () => {
    let scene = gavel(finds(toDecision(moved().scene), 'decideToday'));
    scene = gavel(finds(scene, 'referBack'));
    expect(question(scene).kind).toBe('referralBack');
    finds(scene, 'decideToday')
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'ItemDecided', outcome: 'referredBack' });
  });

  it('rejection takes the additions with it', () => {
    let scene = toDecision(moved().scene);
    for (const which of ['decideToday', 'decideToday', 'decideToday'] as const) scene = gavel(finds(scene, which));
    finds(scene, 'rejection')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'QuestionDropped' }, { type: 'ItemDecided', outcome: 'decided' });
  });

  it('additions are put each for itself, or en bloc when the meeting agrees', () => {
    let [scene] = moves(inDebate(nine(), 1), member('S', 2), 'addition', { text: 'A.' });
    [scene] = moves(scene, member('S', 3), 'addition', { text: 'B.' });
    const closed = scene.after({ type: 'closeDebate' });
    expect(kinds(closed.after({ type: 'proposeOrder' }))).toEqual(['main', 'addition', 'addition']);
    const enBloc = closed.after({ type: 'proposeOrder', enBlocAdditions: true });
    expect(kinds(enBloc)).toEqual(['main', 'addition']);
    const questions = Object.values(enBloc.meeting.decisions.questions);
    closed.when({ type: 'proposeOrder', questions }).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
  });

  it('clause by clause, where proposals differ in a clause; the rest of the proposal in one question', () => {
    const plan = nine({ tabled: { by: 'Kommunstyrelsen', text: 'Tre satser', clauses: ['Ett.', 'Två.', 'Tre.'] } });
    const [scene, id] = moves(inDebate(plan, 1), member('S', 2), 'amendment', { text: 'Annat.', clause: 2 });
    const ordered = toDecision(scene);
    expect(kinds(ordered)).toEqual(['clause', 'main']);
    expect(question(ordered)).toMatchObject({ clause: 2, alternatives: [{ proposal: tabled }, { proposal: id }] });
    const [rejected] = moves(scene, member('S', 3), 'rejection');
    const whole = toDecision(rejected);
    expect(kinds(whole)).toEqual(['main', 'clause']);
    expect(gavel(finds(whole, tabled)).meeting.agenda.items[itemId(1)]?.stage).toBe('deciding');
    finds(whole, 'rejection')
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionDropped' }, { type: 'ItemDecided' });
  });

  it('MTG-ORDER-COMPLETE a moved rejection is put too', () => {
    const [scene] = moves(moves(inDebate(nine(), 1), member('S', 2), 'rejection')[0], member('S', 3), 'amendment', {
      text: 'Annat.',
    });
    const closed = scene.after({ type: 'closeDebate' });
    const full = closed.when({ type: 'proposeOrder' }).then({ type: 'OrderProposed' });
    const [main] = Object.values(full.meeting.decisions.questions);
    if (!main) throw new Error('No question.');
    const without = [{ ...main, alternatives: main.alternatives.filter((a) => a.kind !== 'rejection') }];
    closed.when({ type: 'proposeOrder', questions: without }).refuses('MTG-ORDER-COMPLETE', { missing: 1 });
  });

  it('MTG-REOPEN with a referral carried the debate stays closed; with the matter decided and the additions withdrawn the item can be closed', () => {
    const referred = gavel(finds(gavel(finds(toDecision(moved().scene), 'decideToday')), 'referBack'));
    referred.when({ type: 'reopenDebate', reason: 'Mer att säga' }).refuses('MTG-REOPEN');
    const [scene, addition] = moves(inDebate(nine(), 1), member('S', 2), 'addition', { text: 'A.' });
    const reopened = gavel(finds(toDecision(scene), tabled)).after({
      type: 'reopenDebate',
      reason: 'Tillägget återtas.',
    });
    reopened.when({ type: 'closeItem' }).refuses('MTG-UNDECIDED');
    const withdrawn = reopened.after({ type: 'withdrawProposal', proposal: addition }, member('S', 2));
    withdrawn
      .when({ type: 'closeItem' })
      .then({ type: 'ItemDecided', outcome: 'decided' }, { type: 'ItemClosed', outcome: 'decided' });
  });

  it('BES-6 where two thirds are needed and no proposal gets them, everything stays as it was', () => {
    const plan = nine({ majority: 'twoThirdsOfPresent' });
    let [scene, other] = moves(inDebate(plan, 1), member('S', 2), 'amendment', { text: 'Annat.' });
    scene = demands(finds(toDecision(scene), tabled), member('S', 2));
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [member('S', n), 'yes' as const]));
    const counting = counted(scene, { S: 'no' }, five);
    expect(outcome(counting)).toBe('5–4–0');
    counting
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, 'rejection'), by: 'vote' });
    const six = counted(
      scene,
      { S: 'no' },
      { [member('S', 1)]: 'yes', [member('S', 2)]: 'yes', [member('S', 3)]: 'yes' },
    );
    six
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, other), by: 'vote' });
  });

  it('the agenda is approved by the gavel', () => {
    const plan = councilPlan({
      items: [item(1, 'Dagordning', 'agenda', { tabled: { by: 'Presidiet', text: 'Dagordningen godkänns.' } })],
    });
    const done = gavel(finds(toDecision(inDebate(plan, 1)), tabled));
    expect(done.meeting.agenda.agendaApproved).toBe(true);
  });

  it('5:62 an interpellation is admitted before it is debated', () => {
    const plan = councilPlan({
      items: [
        item(1, 'Interpellation', 'interpellation', {
          asker: person('Karin Ahlqvist'),
          answerer: person('Helena Ståhl'),
        }),
      ],
    });
    const scene = withItem(inSession(plan), 1).after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
    const admitted = finds(scene, 'admit')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled', by: 'acclamation' });
    expect(
      admitted
        .after({ type: 'beginDebate' })
        .after({ type: 'closeDebate' })
        .when({ type: 'closeItem' })
        .then({ type: 'ItemClosed', outcome: 'noted' }).meeting.agenda.current,
    ).toBeUndefined();
  });

  it('ABL-2 a company board in which no proposal is carried has decided nothing', () => {
    const plan = companyPlan();
    let [scene, id] = moves(inDebate(plan, 63), person('Eva Tigerholm'), 'amendment', {
      text: 'Intaget byggs i etapper.',
    });
    scene = demands(finds(toDecision(scene), id), person('Eva Tigerholm'));
    expect(question(scene).threshold).toEqual({ kind: 'company' });
    const split = {
      [person('Eva Tigerholm')]: 'yes',
      [person('Annika Stjernholm')]: 'yes',
      [person('Anders Wikström')]: 'no',
    } as const;
    scene = counted(scene, {}, split);
    expect(outcome(scene)).toBe('2–1–4');
    scene
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', outcome: alternative(scene, 'rejection'), by: 'vote' });
    expect(fallbackOf(question(scene))).toBe(alternative(scene, 'rejection'));
  });
});

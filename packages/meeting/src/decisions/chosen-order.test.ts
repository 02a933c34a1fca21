import { describe, expect, it } from 'vitest';
import type { AlternativeId, ProposalId, QuestionId } from '../ids.ts';
import { boardPlan, councilPlan, inSession, item, itemId, person, type Scene, withItem } from '../testing/index.ts';
import {
  alternative,
  finds,
  gavel,
  hallOf,
  inDebate,
  member,
  moves,
  question,
  toDecision,
} from '../testing/procedure.ts';
import { mustBePut, undecided } from './order.ts';
import type { Alternative, QuestionDraft, QuestionKind } from './types.ts';

const tabled = 'item-1-tabled' as ProposalId;
const nine = (change = {}) => hallOf({ S: 9 }, { items: [item(1, 'Ärendet', 'matter', change)] });

type Answer = readonly [kind: Alternative['kind'], proposal?: ProposalId | undefined];
/** A question as the chair writes it, with ids of its own. */
function draft(kind: QuestionKind, ...answers: readonly Answer[]): QuestionDraft {
  const id = `${kind}-${answers.map(([, proposal]) => proposal ?? '').join('-')}`;
  return {
    id: id as QuestionId,
    kind,
    threshold: { kind: 'simple' },
    alternatives: answers.map(([answer, proposal], index) => ({
      id: `${id}-${index}` as AlternativeId,
      kind: answer,
      ...(proposal ? { proposal } : {}),
    })),
  };
}
const main = draft('main', ['proposal', tabled], ['rejection']);
const closed = (scene: Scene = inDebate(nine(), 1)) => scene.after({ type: 'closeDebate' });
const orders = (scene: Scene, ...questions: readonly QuestionDraft[]) =>
  scene.when({ type: 'proposeOrder', questions });
const states = (scene: Scene) =>
  Object.fromEntries(Object.values(scene.meeting.decisions.questions).map((q) => [q.id, q.state]));
/** The question's answers, and which of them nobody moved. */
const answers = ({ alternatives }: Pick<QuestionDraft, 'alternatives'>) =>
  alternatives.map(({ kind, implicit }) => (implicit ? `(${kind})` : kind));

describe('The default order', () => {
  const drafts = (scene: Scene, enBlocAdditions = false): readonly QuestionDraft[] => {
    const [event] = scene.when({ type: 'proposeOrder', enBlocAdditions }).events;
    return event?.type === 'OrderProposed' ? event.questions : [];
  };

  it('BES-1 each question can be answered yes or no; the side that nobody moved is marked so', () => {
    let scene = inDebate(nine(), 1);
    for (const kind of ['addition', 'referralBack', 'tabling'] as const)
      [scene] = moves(scene, member('S', 2), kind, { text: kind === 'tabling' ? '' : 'Text.' });
    expect(drafts(closed(scene)).map((q) => [q.kind, ...answers(q)])).toEqual([
      ['tabling', '(decideToday)', 'table'],
      ['referralBack', '(decideToday)', 'referBack'],
      ['main', 'proposal', '(rejection)'],
      ['addition', 'adopt', '(decline)'],
    ]);
    const [tabling] = drafts(closed(scene));
    expect(tabling?.id).toMatch(/[^-]-1$/);
    expect(tabling?.alternatives.map((a) => a.id)).toEqual([`${tabling?.id}-1`, `${tabling?.id}-2`]);
  });

  it('BES-1 additions en bloc are one question, when there is more than one', () => {
    const [one] = moves(inDebate(nine(), 1), member('S', 2), 'addition', { text: 'A.' });
    expect(drafts(closed(one), true)[1]?.alternatives[0]).toMatchObject({
      kind: 'adopt',
      proposal: expect.any(String),
    });
    const [two] = moves(one, member('S', 3), 'addition', { text: 'B.' });
    const [, enBloc] = drafts(closed(two), true);
    expect(enBloc && [enBloc.kind, ...answers(enBloc)]).toEqual(['addition', 'adopt', '(decline)']);
    expect(enBloc?.alternatives.some((a) => a.proposal)).toBe(false);
    closed(two).when({ type: 'proposeOrder', enBlocAdditions: true }).then({ enBlocAdditions: true });
    closed(two).when({ type: 'proposeOrder' }).then({ enBlocAdditions: false });
  });

  it('support for the tabled proposal is answered with it, not beside it', () => {
    const [scene] = moves(inDebate(nine(), 1), member('S', 2), 'approval');
    expect(drafts(closed(scene)).map((q) => [q.kind, ...answers(q)])).toEqual([['main', 'proposal', '(rejection)']]);
    expect(mustBePut(scene.meeting, itemId(1)).map((p) => p.id)).toEqual([tabled]);
  });

  it('what has been withdrawn or refused is not put', () => {
    let [scene, withdrawn] = moves(inDebate(nine(), 1), member('S', 2), 'amendment', { text: 'Ett.' });
    let refusedId: ProposalId;
    [scene, refusedId] = moves(scene, member('S', 3), 'addition', { text: 'En simhall.' });
    scene = scene
      .after({ type: 'withdrawProposal', proposal: withdrawn }, member('S', 2))
      .after({ type: 'refuseProposal', proposal: refusedId, ground: 'newBusiness' });
    expect(drafts(closed(scene)).map((q) => q.kind)).toEqual(['main']);
    expect(undecided(scene.meeting, itemId(1)).map((p) => p.id)).toEqual([tabled, refusedId]);
    const [rejected, rejection] = moves(scene, member('S', 4), 'rejection');
    const off = rejected.after({ type: 'refuseProposal', proposal: rejection, ground: 'newBusiness' });
    expect(drafts(closed(off)).map(answers)).toEqual([['proposal', '(rejection)']]);
  });

  it('BES-7 5:57 only what was refused as unlawful may be overruled, each in its own question, first of all', () => {
    let [scene, business] = moves(inDebate(nine(), 1), member('S', 2), 'amendment', { text: 'En simhall.' });
    let unlawful: ProposalId;
    [scene, unlawful] = moves(scene, member('S', 3), 'amendment', { text: 'Retroaktiv skatt.' });
    scene = closed(scene)
      .after({ type: 'refuseProposal', proposal: business, ground: 'newBusiness' })
      .after({ type: 'refuseProposal', proposal: unlawful, ground: 'unlawful' });
    const [first] = drafts(scene);
    expect(first && [first.kind, ...answers(first)]).toEqual(['overruleRefusal', '(refuse)', 'admit']);
    expect(first?.alternatives[1]?.proposal).toBe(unlawful);
    orders(scene, draft('overruleRefusal', ['refuse'], ['admit', business]), main).refuses('MTG-ORDER-COMPLETE', {
      missing: 0,
    });
    orders(scene, draft('main', ['proposal', tabled], ['proposal', unlawful])).refuses('MTG-ORDER-COMPLETE', {
      missing: 0,
    });
    orders(scene, draft('overruleRefusal', ['refuse'], ['admit', unlawful]), main).then({ type: 'OrderProposed' });
    const overruled = gavel(finds(scene.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' }), 'admit'));
    expect(overruled.meeting.proposals.byId[unlawful]).toMatchObject({
      state: 'onTable',
      refusal: { overruled: true },
    });
    expect(drafts(overruled).map((q) => [q.kind, ...answers(q)])).toEqual([['main', 'proposal', 'proposal']]);
  });

  it('5:62 an interpellation that was let in is not tried again; another one is', () => {
    const asked = { asker: person('Karin Ahlqvist'), answerer: person('Helena Ståhl') };
    const plan = councilPlan({
      items: [item(1, 'Den första', 'interpellation', asked), item(2, 'Den andra', 'interpellation', asked)],
    });
    const first = withItem(inSession(plan), 1);
    expect(drafts(first).map((q) => [q.kind, ...answers(q)])).toEqual([['admission', 'admit', '(refuse)']]);
    const admitted = gavel(finds(first.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' }), 'admit'));
    admitted.when({ type: 'proposeOrder' }).refuses('MTG-NOTHING-MOVED');
    const second = withItem(
      admitted.after({ type: 'beginDebate' }).after({ type: 'closeDebate' }).after({ type: 'closeItem' }),
      2,
    );
    expect(drafts(second).map((q) => q.kind)).toEqual(['admission']);
    const debated = closed(second.after({ type: 'beginDebate' }));
    debated.when({ type: 'proposeOrder' }).refuses('MTG-NOTHING-MOVED');
  });

  it('a bill that somebody wants rejected and nobody approved asks for yes or no', () => {
    const plan = hallOf({ S: 9 }, { items: [item(1, 'Motion', 'bill')] });
    const [scene] = moves(inDebate(plan, 1), member('S', 2), 'rejection');
    expect(drafts(closed(scene)).map((q) => [q.kind, ...answers(q)])).toEqual([['main', 'rejection', '(adopt)']]);
  });

  it('clauses come in the order of the proposal, each with what differs in it; one question where nothing is left over', () => {
    const clauses = ['Ett.', 'Två.'];
    const plan = nine({ tabled: { by: 'Kommunstyrelsen', text: 'Två satser', clauses } });
    const [scene, second] = moves(inDebate(plan, 1), member('S', 2), 'amendment', { text: 'Andra två.', clause: 2 });
    expect(drafts(closed(scene)).map((q) => [q.kind, q.clause])).toEqual([
      ['clause', 2],
      ['main', undefined],
    ]);
    const [both, first] = moves(scene, member('S', 3), 'amendment', { text: 'Andra ett.', clause: 1 });
    const byClause = drafts(closed(both));
    expect(byClause.map((q) => [q.kind, q.clause])).toEqual([
      ['clause', 1],
      ['clause', 2],
    ]);
    expect(byClause.map((q) => q.alternatives.map((a) => [a.kind, a.proposal]))).toEqual([
      [
        ['proposal', tabled],
        ['proposal', first],
      ],
      [
        ['proposal', tabled],
        ['proposal', second],
      ],
    ]);
    const [whole] = moves(both, member('S', 4), 'amendment', { text: 'Ett helt annat.' });
    expect(drafts(closed(whole)).map((q) => q.kind)).toEqual(['main', 'clause', 'clause']);
  });

  it('nominations that fill no more than the places are one question; more candidates, or something else moved, are not', () => {
    const election = (places: number, nominees: readonly string[][]) => {
      const plan = hallOf(
        { S: 9 },
        { items: [item(1, 'Val', 'election', { election: { office: 'Ledamot', places } })] },
      );
      return nominees.reduce(
        (scene, persons, n) =>
          moves(scene, member('S', n + 2), 'nomination', { candidates: persons.map((p) => person(p)) })[0],
        inDebate(plan, 1),
      );
    };
    const kinds = (scene: Scene) => drafts(closed(scene)).map((q) => [q.kind, ...answers(q)]);
    expect(kinds(election(2, [['S 4'], ['S 5']]))).toEqual([['election', 'adopt', '(decline)']]);
    expect(kinds(election(1, [['S 4'], ['S 4']]))).toEqual([['election', 'adopt', '(decline)']]);
    expect(kinds(election(1, [['S 4'], ['S 5']]))).toEqual([['election', 'proposal', 'proposal']]);
    expect(kinds(election(2, [['S 4']]))).toEqual([['election', 'proposal', '(decline)']]);
    const [mixed] = moves(election(2, [['S 4']]), member('S', 6), 'amendment', { text: 'Vakant.' });
    expect(kinds(mixed)).toEqual([['election', 'proposal', 'proposal']]);
    const adjusters = hallOf({ S: 9 }, { items: [item(1, 'Justerare', 'adjusters')] });
    const two = ['S 4', 'S 5'].reduce(
      (s, name) => moves(s, member('S', 2), 'nomination', { candidates: [person(name)] })[0],
      inDebate(adjusters, 1),
    );
    expect(kinds(two)).toEqual([['election', 'adopt', '(decline)']]);
    const [three] = moves(two, member('S', 2), 'nomination', { candidates: [person('S 6')] });
    expect(kinds(three)).toEqual([['election', 'proposal', 'proposal', 'proposal']]);
  });

  it('BES-6 FOR-1 where a qualified majority is asked for, “as it was” is among the answers, once', () => {
    const asked = [{ majority: 'twoThirdsOfCast' }, { ownMajority: { parts: 3, of: 4, base: 'present' } }] as const;
    for (const change of asked) {
      const [scene] = moves(inDebate(nine(change), 1), member('S', 2), 'amendment', { text: 'Annat.' });
      expect(drafts(closed(scene)).map(answers)).toEqual([['proposal', 'proposal', '(rejection)']]);
      const [rejected] = moves(scene, member('S', 3), 'rejection');
      expect(drafts(closed(rejected)).map(answers)).toEqual([['proposal', 'proposal', 'rejection']]);
    }
    const [plain] = moves(inDebate(nine(), 1), member('S', 2), 'amendment', { text: 'Annat.' });
    expect(drafts(closed(plain)).map(answers)).toEqual([['proposal', 'proposal']]);
  });
});

describe('The chair’s own order', () => {
  const moved = () => {
    let scene = inDebate(nine(), 1);
    const ids: ProposalId[] = [];
    for (const kind of ['tabling', 'referralBack', 'addition', 'addition', 'rejection'] as const) {
      let id: ProposalId;
      [scene, id] = moves(scene, member('S', 2), kind, {
        text: kind === 'rejection' || kind === 'tabling' ? '' : 'Text.',
      });
      ids.push(id);
    }
    const [tabling, referral, one, two, rejection] = ids;
    return {
      scene: closed(scene),
      tabling: draft('tabling', ['decideToday'], ['table', tabling]),
      referral: draft('referralBack', ['decideToday'], ['referBack', referral]),
      one: draft('addition', ['adopt', one], ['decline']),
      two: draft('addition', ['adopt', two], ['decline']),
      enBloc: draft('addition', ['adopt'], ['decline']),
      rejection: draft('main', ['proposal', tabled], ['rejection', rejection]),
      ids: { tabling, referral, one, two, rejection },
    };
  };

  it('MTG-ORDER-COMPLETE says how many proposals are left without an answer', () => {
    const { scene, tabling, referral, one, two, enBloc, rejection, ids } = moved();
    const rest = [tabling, referral, one, two];
    orders(scene, ...rest.slice(0, 2), rejection, one, two).then({ type: 'OrderProposed', enBlocAdditions: false });
    orders(scene, referral, rejection, one, two).refuses('MTG-ORDER-COMPLETE', { missing: 1 });
    orders(scene, tabling, rejection, one, two).refuses('MTG-ORDER-COMPLETE', { missing: 1 });
    orders(scene, tabling, rejection, one).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    orders(scene, rejection).refuses('MTG-ORDER-COMPLETE', { missing: 4 });
    orders(scene, tabling, referral, one, two).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    orders(scene, tabling, referral, draft('main', ['proposal', tabled], ['adopt']), one, two).refuses(
      'MTG-ORDER-COMPLETE',
      { missing: 1 },
    );
    const asProposal = draft('main', ['proposal', tabled], ['proposal', ids.rejection]);
    orders(scene, tabling, referral, asProposal, one, two).then({ type: 'OrderProposed' });
    orders(scene, tabling, referral, rejection, enBloc).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    const questions = [tabling, referral, rejection, enBloc];
    scene.when({ type: 'proposeOrder', questions, enBlocAdditions: true }).then({ type: 'OrderProposed' });
  });

  it('MTG-ORDER-COMPLETE en bloc answers the additions only if there is such a question', () => {
    const { scene, tabling, referral, rejection, one } = moved();
    const without = [tabling, referral, rejection];
    scene
      .when({ type: 'proposeOrder', questions: without, enBlocAdditions: true })
      .refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    scene
      .when({ type: 'proposeOrder', questions: [...without, one], enBlocAdditions: true })
      .refuses('MTG-ORDER-COMPLETE', { missing: 1 });
  });

  it('MTG-ORDER-COMPLETE two who have moved tabling are answered by one question, and both are left out without it', () => {
    const [once, first] = moves(inDebate(nine(), 1), member('S', 2), 'tabling');
    const [twice] = moves(once, member('S', 3), 'tabling');
    orders(closed(twice), draft('tabling', ['decideToday'], ['table', first]), main).then({ type: 'OrderProposed' });
    orders(closed(twice), main).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    expect(question(toDecision(twice)).kind).toBe('tabling');
  });

  it.each<[string, (all: ReturnType<typeof moved>) => readonly QuestionDraft[]]>([
    [
      'nothing to choose between',
      ({ tabling, referral, one, two }) => [tabling, referral, draft('main', ['proposal', tabled]), one, two],
    ],
    [
      'no answer at all',
      ({ tabling, referral, rejection, one, two }) => [tabling, referral, rejection, one, two, draft('main')],
    ],
    [
      'one question twice',
      ({ tabling, referral, rejection, one, two }) => [tabling, referral, rejection, one, two, two],
    ],
    [
      'one answer twice',
      ({ tabling, referral, rejection, one, two }) => {
        const [answer] = two.alternatives;
        return [tabling, referral, rejection, one, { ...two, alternatives: answer ? [answer, answer] : [] }];
      },
    ],
    [
      'the matter before tabling',
      ({ tabling, referral, rejection, one, two }) => [referral, rejection, one, two, tabling],
    ],
    [
      'a proposal of another item',
      ({ tabling, referral, rejection, one, two }) => [
        tabling,
        referral,
        rejection,
        one,
        two,
        draft('main', ['proposal', 'item-2-tabled' as ProposalId], ['rejection']),
      ],
    ],
  ])('MTG-ORDER-COMPLETE is unfit with %s', (_why, questions) => {
    const all = moved();
    orders(all.scene, ...questions(all)).refuses('MTG-ORDER-COMPLETE', { missing: 0 });
  });

  it('ORD-1 a referral back is put as one: as an ordinary proposal it would escape the third of those present', () => {
    const [scene, back] = moves(inDebate(nine(), 1), member('S', 2), 'referralBack', { reason: 'Utred.' });
    orders(closed(scene), draft('referralBack', ['decideToday'], ['proposal', back]), main).refuses(
      'MTG-ORDER-COMPLETE',
    );
    orders(closed(scene), draft('main', ['proposal', tabled], ['referBack', back])).refuses('MTG-ORDER-COMPLETE');
    orders(closed(scene), draft('referralBack', ['decideToday'], ['referBack', back]), main).then({
      questions: [{ threshold: { kind: 'thirdOfPresent' } }, { threshold: { kind: 'simple' } }],
    });
  });

  it('BES-3 a matter is not made an election: persons are chosen where the agenda says so', () => {
    orders(closed(), draft('election', ['proposal', tabled], ['decline'])).refuses('MTG-ORDER-COMPLETE', {
      missing: 0,
    });
  });

  it('MTG-ORDER-COMPLETE no more persons are elected together than there are places', () => {
    const plan = hallOf(
      { S: 9 },
      { items: [item(1, 'Val', 'election', { election: { office: 'Ledamot', places: 1 } })] },
    );
    const [one, first] = moves(inDebate(plan, 1), member('S', 2), 'nomination', { candidates: [member('S', 4)] });
    const [scene, second] = moves(one, member('S', 3), 'nomination', { candidates: [member('S', 5)] });
    orders(closed(scene), draft('election', ['adopt'], ['decline'])).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    orders(closed(scene), draft('election', ['proposal', first], ['proposal', second])).then({ type: 'OrderProposed' });
    orders(closed(scene), draft('election', ['adopt', first], ['decline'])).refuses('MTG-ORDER-COMPLETE', {
      missing: 1,
    });
    orders(closed(scene), draft('main', ['adopt'], ['rejection'])).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    const [same] = moves(
      moves(inDebate(plan, 1), member('S', 2), 'nomination', { candidates: [member('S', 4)] })[0],
      member('S', 3),
      'nomination',
      { candidates: [member('S', 4)] },
    );
    orders(closed(same), draft('election', ['adopt'], ['decline'])).then({ type: 'OrderProposed' });
    orders(closed(same), draft('election', ['proposal', tabled], ['decline'])).refuses('MTG-ORDER-COMPLETE');
  });

  it('BES-1 is proposed when the debate is closed, in an open item, by one who is not in conflict in it', () => {
    inSession(nine()).when({ type: 'proposeOrder' }).refuses('BES-1', { missing: 'debateClosed' });
    inSession(nine()).when({ type: 'approveOrder' }).refuses('BES-1', { missing: 'order' });
    withItem(inSession(nine()), 1).when({ type: 'proposeOrder' }).refuses('BES-1', { missing: 'debateClosed' });
    const asked = { asker: person('Karin Ahlqvist'), answerer: person('Helena Ståhl') };
    const interpellation = withItem(inSession(councilPlan({ items: [item(1, 'Fråga', 'question', asked)] })), 1);
    interpellation.when({ type: 'proposeOrder' }).then({ type: 'OrderProposed' });
    interpellation.after({ type: 'beginDebate' }).when({ type: 'proposeOrder' }).refuses('BES-1');
    const board = withItem(inSession(boardPlan({ items: [item(1, 'Bidrag')] })), 1).after({ type: 'beginDebate' });
    const chair = person('Helena Ståhl');
    const inConflict = closed(board).recorded({ type: 'ConflictDeclared', item: itemId(1), person: chair });
    inConflict.when({ type: 'proposeOrder' }).refuses('MTG-LEADER-CONFLICT', { name: 'Helena Ståhl' });
  });

  it('MTG-ORDER-BEGUN is not changed while a question of it is open; when the debate is reopened it is made anew', () => {
    const { scene, tabling, referral, rejection, one, two } = moved();
    const approved = orders(scene, tabling, referral, rejection, one, two).then({}).after({ type: 'approveOrder' });
    orders(approved, tabling, referral, rejection, one, two).then({ type: 'OrderProposed' });
    const begun = gavel(finds(approved, 'decideToday'));
    orders(begun, referral, rejection, one, two).refuses('MTG-ORDER-BEGUN');
    const last = ['decideToday', tabled, 'adopt'].reduce((s, which) => gavel(finds(s, which as 'adopt')), begun);
    expect(question(last).id).toBe(two.id);
    orders(last, two).refuses('MTG-ORDER-BEGUN');
    const reopened = last.after({ type: 'reopenDebate', reason: 'Mer att säga' });
    expect(states(reopened)).toMatchObject({ [rejection.id]: 'settled', [one.id]: 'settled', [two.id]: 'dropped' });
    orders(closed(reopened), { ...two, id: one.id }).refuses('MTG-ORDER-COMPLETE', { missing: 0 });
    const again = orders(closed(reopened), two).then({ type: 'OrderProposed' });
    expect(states(again)).toMatchObject({ [rejection.id]: 'settled', [two.id]: 'waiting' });
    expect(question(again.after({ type: 'approveOrder' })).id).toBe(two.id);
  });

  it('MTG-ORDER-COMPLETE what was put and never answered keeps its name: a new question takes another', () => {
    const put = orders(closed(), main).then({}).after({ type: 'approveOrder' }).after({ type: 'putQuestion' });
    const reopened = closed(put.after({ type: 'reopenDebate', reason: 'Mer att säga' }));
    orders(reopened, main).refuses('MTG-ORDER-COMPLETE', { missing: 0 });
    const renamed = { ...main, id: 'main-again' as QuestionId };
    const again = orders(reopened, renamed).then({ type: 'OrderProposed' });
    expect(states(again)).toEqual({ [main.id]: 'dropped', 'main-again': 'waiting' });
    expect(alternative(again.after({ type: 'approveOrder' }), tabled)).toBe(`${main.id}-0`);
  });

  it('MTG-UNDECIDED two who want the matter rejected are answered by its one answer', () => {
    let [scene] = moves(inDebate(nine(), 1), member('S', 2), 'rejection');
    [scene] = moves(scene, member('S', 3), 'rejection');
    let addition: ProposalId;
    [scene, addition] = moves(scene, member('S', 4), 'addition', { text: 'A.' });
    const reopened = gavel(finds(toDecision(scene), tabled))
      .after({ type: 'reopenDebate', reason: 'Tillägget återtas.' })
      .after({ type: 'withdrawProposal', proposal: addition }, member('S', 4));
    reopened.when({ type: 'closeItem' }).thenAmong({ type: 'ItemDecided', outcome: 'decided' });
  });
});

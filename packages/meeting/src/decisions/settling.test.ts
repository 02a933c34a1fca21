import { describe, expect, it } from 'vitest';
import type { AlternativeId, ProposalId, QuestionId, VoteId } from '../ids.ts';
import { councilPlan, inSession, item, itemClosed, itemId, person, type Scene, withItem } from '../testing/index.ts';
import {
  alternative,
  finds,
  gavel,
  hallOf,
  inDebate,
  member,
  moves,
  question,
  SECRETARY,
  toDecision,
} from '../testing/procedure.ts';
import { settle } from './settling.ts';
import type { QuestionDraft } from './types.ts';

const tabled = 'item-1-tabled' as ProposalId;
const two = () => hallOf({ S: 9 }, { items: [item(1, 'Ärendet'), item(2, 'Nästa')] });
const debate = () => inDebate(two(), 1);
const states = (scene: Scene) => Object.values(scene.meeting.decisions.questions).map((q) => `${q.kind} ${q.state}`);

/** A question with two answers, the ids of which are the question's own with y and n. */
function asks(
  id: string,
  kind: QuestionDraft['kind'],
  proposal: ProposalId,
  more: Partial<QuestionDraft> = {},
): QuestionDraft {
  const [yes, no] = kind === 'addition' ? (['adopt', 'decline'] as const) : (['proposal', 'rejection'] as const);
  return {
    id: id as QuestionId,
    kind,
    threshold: { kind: 'simple' },
    alternatives: [
      { id: `${id}-y` as AlternativeId, kind: yes, proposal },
      { id: `${id}-n` as AlternativeId, kind: no, implicit: true },
    ],
    ...more,
  };
}
const ordered = (scene: Scene, ...questions: readonly QuestionDraft[]) =>
  scene.after({ type: 'closeDebate' }).after({ type: 'proposeOrder', questions }).after({ type: 'approveOrder' });
const answered = (scene: Scene, answer: string) =>
  scene.after({ type: 'putQuestion' }).after({ type: 'stateFinding', alternative: answer as AlternativeId });

describe('What follows from the gavel', () => {
  it('5:62 an interpellation that is not let in falls, and with it what was moved in it', () => {
    const asked = { asker: person('Karin Ahlqvist'), answerer: person('Helena Ståhl') };
    const plan = councilPlan({ items: [item(1, 'Interpellation', 'interpellation', asked)] });
    const [scene] = moves(withItem(inSession(plan), 1), person('Mats Öberg'), 'amendment', { text: 'Ett uppdrag.' });
    const put = scene.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
    expect(states(put)).toEqual(['admission current', 'main waiting']);
    finds(put, 'refuse')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'QuestionDropped' }, { type: 'ItemDecided', outcome: 'decided' });
    finds(put, 'admit').when({ type: 'strikeGavel' }).then({ type: 'QuestionSettled' });
  });

  it('ORD-4 a referral that is not carried leaves the matter to be put; one that is takes the matter and leaves the other referral', () => {
    let [scene] = moves(debate(), member('S', 2), 'referralBack', { reason: 'Kostnaden.' });
    [scene] = moves(scene, member('S', 3), 'referralBack', { reason: 'Miljön.' });
    const first = toDecision(scene);
    expect(states(gavel(finds(first, 'decideToday')))).toEqual([
      'referralBack settled',
      'referralBack current',
      'main waiting',
    ]);
    const carried = finds(first, 'referBack')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'QuestionDropped' });
    expect(states(carried)).toEqual(['referralBack settled', 'referralBack current', 'main dropped']);
    const neither = gavel(finds(gavel(finds(first, 'decideToday')), 'decideToday'));
    finds(neither, tabled).when({ type: 'strikeGavel' }).thenAmong({ type: 'ItemDecided', outcome: 'decided' });
  });

  it('a matter referred back does not send the next one back', () => {
    const [scene] = moves(debate(), member('S', 2), 'referralBack', { reason: 'Kostnaden.' });
    const referred = gavel(finds(toDecision(scene), 'referBack'));
    expect(referred.meeting.agenda.items[itemId(1)]?.outcome).toBe('referredBack');
    const next = withItem(itemClosed(referred, 1), 2).after({ type: 'beginDebate' });
    const [again] = moves(next, member('S', 2), 'referralBack', { reason: 'Miljön.' });
    const today = gavel(finds(toDecision(again), 'decideToday'));
    expect(question(today).kind).toBe('main');
    finds(today, 'item-2-tabled' as ProposalId)
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'ItemDecided', item: itemId(2), outcome: 'decided' });
  });

  it('clause by clause concerns the proposal on the table: with another one adopted the clauses fall, the additions do not', () => {
    const clauses = ['Ett.', 'Två.', 'Tre.'];
    const plan = hallOf(
      { S: 9 },
      { items: [item(1, 'Ärendet', 'matter', { tabled: { by: 'KS', text: 'Tre satser', clauses } })] },
    );
    let [scene, other] = moves(inDebate(plan, 1), member('S', 2), 'amendment', { text: 'Ett helt annat.' });
    let clause: ProposalId;
    [scene, clause] = moves(scene, member('S', 3), 'amendment', { text: 'Andra två.', clause: 2 });
    let one: ProposalId;
    [scene, one] = moves(scene, member('S', 4), 'addition', { text: 'A.' });
    let more: ProposalId;
    [scene, more] = moves(scene, member('S', 5), 'addition', { text: 'B.' });
    const whole: QuestionDraft = {
      ...asks('main', 'main', tabled),
      alternatives: [
        { id: 'main-y' as AlternativeId, kind: 'proposal', proposal: tabled },
        { id: 'main-other' as AlternativeId, kind: 'proposal', proposal: other },
        { id: 'main-n' as AlternativeId, kind: 'rejection' },
      ],
    };
    const order = ordered(
      scene,
      whole,
      asks('one', 'addition', one),
      asks('clause', 'clause', clause, { clause: 2 }),
      asks('more', 'addition', more),
    );
    expect(states(gavel(answered(order, 'main-y')))).toEqual([
      'main settled',
      'addition current',
      'clause waiting',
      'addition waiting',
    ]);
    expect(states(gavel(answered(order, 'main-other')))).toEqual([
      'main settled',
      'addition current',
      'clause dropped',
      'addition waiting',
    ]);
    expect(states(gavel(answered(order, 'main-n')))).toEqual([
      'main settled',
      'addition dropped',
      'clause dropped',
      'addition dropped',
    ]);
  });

  it('two questions that the chair puts apart are answered apart: what is rejected in one leaves the other', () => {
    const [scene, other] = moves(debate(), member('S', 2), 'amendment', { text: 'Dessutom.' });
    const order = ordered(scene, asks('first', 'main', tabled), asks('second', 'main', other));
    expect(states(gavel(answered(order, 'first-n')))).toEqual(['main settled', 'main current']);
    const more = gavel(answered(order, 'first-y')).after({ type: 'putQuestion' });
    answered(more, 'second-y').when({ type: 'strikeGavel' }).thenAmong({ type: 'ItemDecided', outcome: 'decided' });
  });

  it('BES-7 a refusal that the council lets stand leaves the matter; one that it overrules lets the proposal in', () => {
    let [scene, unlawful] = moves(debate(), member('S', 2), 'amendment', { text: 'Retroaktiv skatt.' });
    scene = toDecision(scene.after({ type: 'refuseProposal', proposal: unlawful, ground: 'unlawful' }));
    expect(states(gavel(finds(scene, 'refuse')))).toEqual(['overruleRefusal settled', 'main current']);
    finds(scene, 'refuse').when({ type: 'strikeGavel' }).then({ type: 'QuestionSettled' });
    finds(scene, 'admit')
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled' },
        { type: 'QuestionDropped' },
        { type: 'ProposalRefusalOverruled', proposal: unlawful },
      );
  });

  it('an outcome that the question does not offer is a bug, not a decision', () => {
    const scene = toDecision(debate());
    expect(() => settle(scene.meeting, question(scene), 'none' as AlternativeId, 'vote')).toThrow(
      /none is no alternative/,
    );
  });
});

describe('Who is elected by acclamation', () => {
  const election = (number: number, places: number) =>
    item(number, 'Val', 'election', { election: { office: 'Ledamot', places } });
  const nominated = (scene: Scene, by: number, ...names: readonly number[]) =>
    moves(scene, member('S', by), 'nomination', { candidates: names.map((n) => member('S', n)) });

  it('all who are nominated here and still stand, once each', () => {
    const plan = hallOf({ S: 9 }, { items: [election(1, 3), election(2, 3)] });
    let [scene] = nominated(inDebate(plan, 1), 2, 4);
    [scene] = nominated(scene, 3, 9);
    const before = finds(toDecision(scene), 'adopt')
      .when({ type: 'strikeGavel' })
      .thenAmong({
        type: 'PersonsElected',
        item: itemId(1),
        persons: [member('S', 4), member('S', 9)],
        by: 'acclamation',
      });
    let withdrawn: ProposalId;
    [scene] = nominated(withItem(itemClosed(before, 1), 2).after({ type: 'beginDebate' }), 2, 5, 6);
    [scene] = nominated(scene, 3, 6);
    [scene, withdrawn] = nominated(scene, 4, 7);
    scene = scene.after({ type: 'withdrawProposal', proposal: withdrawn }, member('S', 4));
    finds(toDecision(scene), 'adopt')
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled' },
        { type: 'PersonsElected', item: itemId(2), persons: [member('S', 5), member('S', 6)] },
        { type: 'ItemDecided', outcome: 'decided' },
      );
  });

  it('nobody, when the nomination is declined; and an addition en bloc elects nobody again', () => {
    const plan = hallOf({ S: 9 }, { items: [election(1, 1)] });
    let [scene] = nominated(inDebate(plan, 1), 2, 4);
    finds(toDecision(scene), 'decline')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'ItemDecided', outcome: 'decided' });
    [scene] = moves(scene, member('S', 2), 'addition', { text: 'Från den 1 januari.' });
    [scene] = moves(scene, member('S', 3), 'addition', { text: 'Till och med 2026.' });
    scene = scene.after({ type: 'closeDebate' }).after({ type: 'proposeOrder', enBlocAdditions: true });
    scene = finds(scene.after({ type: 'approveOrder' }), 'proposal')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'PersonsElected', persons: [member('S', 4)] });
    finds(scene, 'adopt')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'ItemDecided', outcome: 'decided' });
  });
});

describe('What is remembered of the decision', () => {
  it('4:27 who served and was present at the gavel took part, except those who stood aside', () => {
    const gone = debate().after({ type: 'checkOut', person: member('S', 9), cause: 'left' }, member('S', 9));
    const aside = toDecision(gone).after({ type: 'standAside', person: member('S', 3) }, member('S', 3));
    const done = gavel(finds(aside, tabled));
    const { tookPart, decided, standsAside } = done.meeting.decisions;
    expect(tookPart[itemId(1)]).toEqual([1, 2, 4, 5, 6, 7, 8].map((n) => member('S', n)));
    expect(standsAside).toEqual({ [itemId(1)]: [member('S', 3)] });
    const at = done.facts.at(-1)?.at;
    const outcome = alternative(aside, tabled);
    expect(decided).toEqual({ [itemId(1)]: [{ question: question(aside).id, outcome, by: 'acclamation', at }] });
  });

  it('4:27 each gavel of the item counts: whoever was there at one of them took part', () => {
    const [scene] = moves(debate(), member('S', 2), 'addition', { text: 'A.' });
    const first = gavel(finds(toDecision(scene), tabled));
    const gone = first.after({ type: 'checkOut', person: member('S', 9), cause: 'left' }, member('S', 9));
    const done = gavel(finds(gone, 'adopt'));
    expect(done.meeting.decisions.decided[itemId(1)]).toHaveLength(2);
    expect(done.meeting.decisions.tookPart[itemId(1)]).toHaveLength(9);
  });

  it('what concerns one item, or a question that this audience was not told of, leaves the rest as it was', () => {
    const scene = toDecision(debate());
    const foreign = scene.recorded(
      { type: 'DebateReopened', item: itemId(2) } as never,
      { type: 'QuestionSettled', question: 'q' as QuestionId, outcome: 'a' as AlternativeId, by: 'vote' },
      { type: 'QuestionDropped', question: 'q' as QuestionId },
      { type: 'VoteDemanded', question: question(scene).id, level: 3, person: member('S', 2) },
      { type: 'VoteAnnulled', vote: 'v' as VoteId, reason: 'Fel' },
      { type: 'OrderApproved', item: itemId(2) },
    );
    expect(foreign.meeting.decisions).toEqual(scene.meeting.decisions);
  });

  it('RES-1 a reservation is kept with its time, its words and the proposal it speaks for; a statement with its words', () => {
    const done = gavel(finds(toDecision(debate()), tabled));
    const text = 'Till förmån för eget yrkande.';
    const reserved = done
      .after(
        { type: 'reserve', person: member('S', 3), item: itemId(1), text: ` ${text} `, inFavourOf: tabled },
        member('S', 3),
      )
      .after({ type: 'reserve', person: member('S', 4), item: itemId(1), text }, SECRETARY)
      .after(
        { type: 'makeStatement', person: member('S', 5), item: itemId(1), text: ' Jag saknar siffrorna. ' },
        SECRETARY,
      );
    const [first, second] = reserved.facts.slice(-3).map((f) => f.at);
    expect(reserved.meeting.decisions.reservations).toEqual([
      { item: itemId(1), person: member('S', 3), text, inFavourOf: tabled, at: first },
      { item: itemId(1), person: member('S', 4), text, at: second },
    ]);
    expect(reserved.meeting.decisions.statements).toEqual([
      { item: itemId(1), person: member('S', 5), text: 'Jag saknar siffrorna.', at: reserved.facts.at(-1)?.at },
    ]);
    const again = { type: 'reserve', person: member('S', 4), item: itemId(1), text } as const;
    reserved.when(again, SECRETARY).then();
    reserved.when({ ...again, text: 'Andra ord.' }, SECRETARY).then({ type: 'ReservationMade', text: 'Andra ord.' });
    reserved
      .when({ ...again, person: member('S', 6) }, SECRETARY)
      .then({ type: 'ReservationMade', person: member('S', 6) });
  });

  it('MTG-STATEMENT is made by one of the body, in an item that was opened, while the meeting is open', () => {
    const statement = {
      type: 'makeStatement',
      person: member('S', 3),
      item: itemId(1),
      text: 'Jag saknar siffrorna.',
    } as const;
    inSession(two()).when(statement, member('S', 3)).refuses('MTG-ITEM-STAGE', { stage: 'waiting' });
    debate()
      .when({ ...statement, item: itemId(9) }, member('S', 3))
      .refuses('MTG-ITEM-STAGE', { stage: 'unknown' });
    debate()
      .when({ ...statement, item: itemId(2) }, member('S', 3))
      .refuses('MTG-ITEM-STAGE', { stage: 'waiting' });
    debate().when(statement, member('S', 3)).then({ type: 'StatementMade', text: statement.text });
    debate()
      .when({ ...statement, person: SECRETARY }, SECRETARY)
      .refuses('MTG-ELECTOR');
    const away = debate().recorded({ type: 'ConflictDeclared', item: itemId(1), person: member('S', 3) });
    away.when(statement, SECRETARY).refuses('MTG-ELECTOR');
    const over = itemClosed(gavel(finds(toDecision(debate()), tabled)), 1).recorded({ type: 'MeetingClosed' });
    over.when(statement, SECRETARY).refuses('MTG-ITEM-STAGE', { stage: 'closed' });
  });

  it('4:25 one stands aside in an open item before its decision, once, if one could have voted', () => {
    const aside = { type: 'standAside', person: member('S', 3) } as const;
    inSession(two()).when(aside, member('S', 3)).refuses('MTG-ITEM-STAGE', { stage: 'none' });
    debate()
      .when({ ...aside, person: SECRETARY }, SECRETARY)
      .refuses('MTG-ELECTOR');
    const said = debate()
      .when(aside, member('S', 3))
      .then({ type: 'StoodAside', item: itemId(1), person: member('S', 3) });
    said.when(aside, member('S', 3)).then();
    said
      .when({ ...aside, person: member('S', 4) }, member('S', 4))
      .then({ type: 'StoodAside', person: member('S', 4) });
  });
});

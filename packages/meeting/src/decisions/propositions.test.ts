import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../ids.ts';
import { boardPlan, inSession, item, itemId, person, withItem } from '../testing/index.ts';
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
  question,
  SECRETARY,
  toDecision,
} from '../testing/procedure.ts';

const plan = hallOf({ S: 9 }, { items: [item(1, 'Ärendet')] });
const tabled = 'item-1-tabled' as ProposalId;
const ordered = () => toDecision(inDebate(plan, 1));
const put = () => ordered().after({ type: 'putQuestion' });
const found = () => finds(ordered(), tabled);

describe('From proposition to gavel', () => {
  it('BES-1 no step is passed over', () => {
    const debating = inDebate(plan, 1);
    debating.when({ type: 'proposeOrder' }).refuses('BES-1', { missing: 'debateClosed' });
    const closed = debating.after({ type: 'closeDebate' });
    closed.when({ type: 'approveOrder' }).refuses('BES-1', { missing: 'order' });
    closed.when({ type: 'putQuestion' }).refuses('BES-1', { missing: 'order' });
    const proposed = closed.after({ type: 'proposeOrder' });
    proposed.when({ type: 'putQuestion' }).refuses('BES-1', { missing: 'approval' });
    ordered()
      .when({ type: 'stateFinding', alternative: alternative(ordered(), tabled) })
      .refuses('BES-1', { missing: 'put' });
    ordered().when({ type: 'strikeGavel' }).refuses('BES-1', { missing: 'put' });
    put().when({ type: 'strikeGavel' }).refuses('BES-1', { missing: 'finding' });
    put()
      .when({ type: 'demandVote', person: member('S', 3) }, member('S', 3))
      .refuses('BES-1', { missing: 'finding' });
    found().when({ type: 'openVote', method: 'buttons' }).refuses('BES-1', { missing: 'demand' });
    found()
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled', by: 'acclamation' }, { type: 'ItemDecided', outcome: 'decided' });
  });

  it('BES-1 an unclear answer is put again, and the finding may be revised until a vote is demanded', () => {
    const again = found().after({ type: 'putQuestion' });
    expect(question(again).frames[0]?.found).toBeUndefined();
    const revised = found().after({ type: 'stateFinding', alternative: alternative(found(), 'rejection') });
    expect(question(revised).frames[0]?.found).toBe(alternative(revised, 'rejection'));
    const demanded = demands(found(), member('S', 3));
    demanded.when({ type: 'putQuestion' }).refuses('BES-1', { missing: 'vote' });
    demanded
      .when({ type: 'stateFinding', alternative: alternative(demanded, tabled) })
      .refuses('BES-1', { missing: 'vote' });
  });

  it('BES-2 one demand before the gavel forces a vote; chair or secretary notes one heard in the hall', () => {
    const demanded = found()
      .when({ type: 'demandVote', person: member('S', 9) }, SECRETARY)
      .then({ type: 'VoteDemanded', level: 0, person: member('S', 9), enteredBy: SECRETARY });
    demanded.when({ type: 'strikeGavel' }).refuses('BES-1', { missing: 'vote' });
    demanded.when({ type: 'demandVote', person: member('S', 4) }, member('S', 4)).then();
    gavel(found())
      .when({ type: 'demandVote', person: member('S', 4) }, member('S', 4))
      .refuses('BES-1');
  });

  it('BES-2 only those who may vote can demand one', () => {
    const away = found().after({ type: 'checkOut', person: member('S', 9), cause: 'left' }, member('S', 9));
    away.when({ type: 'demandVote', person: member('S', 9) }, SECRETARY).refuses('BES-2');
  });

  it('BES-2 nobody demands, puts or decides anything in a break', () => {
    const adjourned = found().after({ type: 'adjourn', cause: 'rest' });
    adjourned.when({ type: 'demandVote', person: member('S', 4) }, member('S', 4)).refuses('MTG-SESSION');
    adjourned.when({ type: 'strikeGavel' }).refuses('MTG-SESSION');
    adjourned.when({ type: 'putQuestion' }).refuses('MTG-SESSION');
  });

  it('BES-2 a vote can be demanded on tabling as on anything else', () => {
    const [scene] = moves(inDebate(plan, 1), member('S', 2), 'tabling');
    const demanded = demands(finds(toDecision(scene), 'decideToday'), member('S', 2));
    const counting = counted(
      demanded,
      { S: 'yes' },
      { [member('S', 2)]: 'no', [member('S', 3)]: 'no', [member('S', 4)]: 'no' },
    );
    counting
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'QuestionSettled', by: 'minority' }, { type: 'ItemDecided', outcome: 'tabled' });
  });

  it('ORD-3 an election is tabled by the majority only', () => {
    const election = hallOf(
      { S: 9 },
      {
        items: [
          item(1, 'Val', 'election', {
            election: { office: 'Ledamot', places: 1 },
            tabled: { by: 'Valberedningen', text: 'Mats väljs.', candidates: [member('S', 5)] },
          }),
        ],
      },
    );
    const [scene] = moves(inDebate(election, 1), member('S', 2), 'tabling');
    expect(question(toDecision(scene)).threshold).toEqual({ kind: 'simple' });
  });

  it('ORD-1 ORD-5 without an addressee the third sends the matter back to whoever prepared it', () => {
    const [back] = moves(inDebate(plan, 1), member('S', 2), 'referralBack', { reason: 'Utred.' });
    expect(question(toDecision(back)).threshold.kind).toBe('thirdOfPresent');
    const nobody = hallOf({ S: 9 }, { items: [item(1, 'Ärendet', 'matter', { preparedBy: [] })] });
    const unprepared = inSession(nobody).after({ type: 'checkNotice', stand: 'proceed', reason: 'Oberett.' });
    const [moved] = moves(withItem(unprepared, 1), member('S', 2), 'referralBack', { reason: 'Utred.' });
    expect(question(toDecision(moved)).threshold.kind).toBe('simple');
  });

  it('DIST-5 the gavel does not fall while a serving member is lost, but a demand can still be made', () => {
    const board = boardPlan({ items: [item(1, 'Bidrag')] });
    const lost = person('Sofia Elmgren');
    const scene = finds(
      toDecision(withItem(inSession(board, { remote: [lost] }), 1).after({ type: 'beginDebate' })),
      tabled,
    );
    const down = scene.after(
      {
        type: 'reportLink',
        person: lost,
        conditions: {
          seesHearsPresidium: false,
          seesSpeaker: false,
          seesRoom: false,
          seesHearsOthers: false,
          isSeenAndHeard: false,
        },
      },
      'system',
    );
    down.when({ type: 'strikeGavel' }).refuses('DIST-5');
    down
      .when({ type: 'demandVote', person: person('Jenny Karlberg') }, person('Jenny Karlberg'))
      .then({ type: 'VoteDemanded' });
  });
});

describe('After the decision', () => {
  it('RES-1 who took part may reserve, from the gavel until the meeting is closed', () => {
    const reserve = {
      type: 'reserve',
      person: member('S', 3),
      item: itemId(1),
      text: 'Till förmån för eget yrkande.',
    } as const;
    found().when(reserve, member('S', 3)).refuses('RES-1', { why: 'undecided' });
    const done = gavel(found());
    const reserved = done.when(reserve, member('S', 3)).then({ type: 'ReservationMade', person: member('S', 3) });
    expect(reserved.meeting.decisions.reservations).toHaveLength(1);
    const closed = done.after({ type: 'closeItem' }).after({ type: 'closeMeeting' });
    closed.when(reserve, member('S', 3)).refuses('RES-1', { why: 'closed' });
    const gone = found().after({ type: 'checkOut', person: member('S', 3), cause: 'left' }, member('S', 3));
    gavel(gone).when(reserve, SECRETARY).refuses('RES-1', { why: 'notTakenPart' });
  });

  it('RES-1 MTG-STATEMENT who stands aside has no reservation; a statement all the same', () => {
    const aside = gavel(finds(ordered().after({ type: 'standAside', person: member('S', 3) }, member('S', 3)), tabled));
    aside
      .when({ type: 'reserve', person: member('S', 3), item: itemId(1), text: '' }, member('S', 3))
      .refuses('RES-1', { why: 'notTakenPart' });
    aside
      .when(
        { type: 'makeStatement', person: member('S', 3), item: itemId(1), text: 'Jag deltog inte.' },
        member('S', 3),
      )
      .then({ type: 'StatementMade' });
    aside
      .when({ type: 'makeStatement', person: member('S', 3), item: itemId(1), text: ' ' }, member('S', 3))
      .refuses('MTG-STATEMENT');
    aside
      .when({ type: 'standAside', person: member('S', 4) }, member('S', 4))
      .refuses('MTG-ITEM-STAGE', { stage: 'decided' });
  });

  it('BES-8 in a board, nobody stands aside from authority over a person; one abstains only after having voted once', () => {
    const base = hallOf({ S: 5, M: 4 }, { items: [item(1, 'Bygglov', 'matter', { exerciseOfAuthority: true })] });
    const board = { ...base, body: { ...base.body, kind: 'board' as const } };
    inDebate(board, 1)
      .when({ type: 'standAside', person: member('M', 1) }, member('M', 1))
      .refuses('BES-8');
    let [scene, m] = moves(inDebate(board, 1), member('M', 1), 'amendment', { text: 'Avslag.' });
    [scene] = moves(scene, member('M', 2), 'amendment', { text: 'Villkor.' });
    scene = demands(finds(toDecision(scene), tabled), member('M', 1));
    scene.when({ type: 'demandVote', person: member('M', 2) }, member('M', 2)).then();
    scene = demands(finds(scene, m), member('M', 2)).after({ type: 'openVote', method: 'buttons' });
    const [first] = Object.values(scene.meeting.decisions.votes);
    if (!first) throw new Error('No vote.');
    scene.when({ type: 'castVote', vote: first.id, choice: 'abstain' }, member('M', 1)).refuses('BES-8');
    scene = first.electors
      .reduce((s, e) => s.after({ type: 'castVote', vote: first.id, choice: 'yes' }, e.person), scene)
      .after({ type: 'closeVote' });
    const second = counted(scene, { S: 'yes' });
    second.when({ type: 'strikeGavel' }).thenAmong({ type: 'ItemDecided' });
    const council = inDebate(base, 1);
    council.when({ type: 'standAside', person: member('M', 1) }, member('M', 1)).then({ type: 'StoodAside' });
  });
});

import { describe, expect, it } from 'vitest';
import type { AlternativeId, ProposalId, QuestionId } from '../ids.ts';
import { councilPlan, inSession, item, itemId, person, type Scene, withItem } from '../testing/index.ts';
import {
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
import type { Alternative, QuestionDraft, QuestionKind } from './types.ts';

const tabled = 'item-1-tabled' as ProposalId;
const nine = (change = {}) => hallOf({ S: 9 }, { items: [item(1, 'Ärendet', 'matter', change)] });
const election = (places: number, more = {}) =>
  hallOf({ S: 9 }, { items: [item(1, 'Val', 'election', { election: { office: 'Ledamot', places, ...more } })] });
const closed = (scene: Scene) => scene.after({ type: 'closeDebate' });
const drafts = (scene: Scene): readonly QuestionDraft[] => {
  const [event] = scene.when({ type: 'proposeOrder' }).events;
  return event?.type === 'OrderProposed' ? event.questions : [];
};
const kinds = (scene: Scene) => drafts(scene).map(({ kind }) => kind);

/** A question as the chair writes it. */
function draft(
  kind: QuestionKind,
  ...answers: readonly (readonly [kind: Alternative['kind'], proposal?: ProposalId])[]
): QuestionDraft {
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

/** Two have nominated, and there is room for both. */
const nominated = (places = 2, more = {}) => {
  const [one] = moves(inDebate(election(places, more), 1), member('S', 2), 'nomination', {
    candidates: [member('S', 4)],
  });
  return moves(one, member('S', 3), 'nomination', { candidates: [member('S', places === 1 ? 4 : 5)] })[0];
};

describe('The default order at its edges', () => {
  it('BES-1 tabling is one question, however many have moved it', () => {
    const [once] = moves(inDebate(nine(), 1), member('S', 2), 'tabling');
    const [twice] = moves(once, member('S', 3), 'tabling');
    expect(kinds(closed(twice))).toEqual(['tabling', 'main']);
  });

  it('5:62 an interpellation in which tabling was declined is still to be let in, also after more debate', () => {
    const asked = { asker: person('Karin Ahlqvist'), answerer: person('Helena Ståhl') };
    const plan = councilPlan({ items: [item(1, 'Interpellation', 'interpellation', asked)] });
    const [moved] = moves(withItem(inSession(plan), 1), person('Mats Öberg'), 'tabling');
    expect(kinds(moved)).toEqual(['tabling', 'admission']);
    const ordered = moved.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
    const declined = gavel(finds(ordered, 'decideToday'));
    expect(question(declined).kind).toBe('admission');
    const reopened = declined.after({ type: 'reopenDebate', reason: 'En fråga till.' });
    expect(kinds(closed(reopened))).toEqual(['admission']);
  });

  it('5:62 an interpellation let in before tabling was declined is debated: neither answer has decided it', () => {
    const asked = { asker: person('Karin Ahlqvist'), answerer: person('Helena Ståhl') };
    const plan = councilPlan({ items: [item(1, 'Interpellation', 'interpellation', asked)] });
    const [moved, tabling] = moves(withItem(inSession(plan), 1), person('Mats Öberg'), 'tabling');
    const questions = [
      draft('admission', ['admit'], ['refuse']),
      draft('tabling', ['decideToday'], ['table', tabling]),
    ];
    const ordered = moved.after({ type: 'proposeOrder', questions }).after({ type: 'approveOrder' });
    const admitted = gavel(finds(ordered, 'admit'));
    const today = finds(admitted, 'decideToday').when({ type: 'strikeGavel' }).then({ type: 'QuestionSettled' });
    today.when({ type: 'beginDebate' }).then({ type: 'DebateBegun' });
  });

  it('a clause that waits when the debate is reopened is put alone: the proposal itself has its answer already', () => {
    const clauses = ['Ett.', 'Två.', 'Tre.'];
    const plan = nine({ tabled: { by: 'Kommunstyrelsen', text: 'Tre satser', clauses } });
    const [one, differing] = moves(inDebate(plan, 1), member('S', 2), 'amendment', { text: 'Annat.', clause: 2 });
    const [scene] = moves(one, member('S', 3), 'rejection');
    const adopted = gavel(finds(toDecision(scene), tabled));
    const again = closed(adopted.after({ type: 'reopenDebate', reason: 'Om andra satsen.' }));
    expect(drafts(again)).toMatchObject([
      {
        kind: 'clause',
        clause: 2,
        alternatives: [
          { kind: 'proposal', proposal: differing },
          { kind: 'rejection', implicit: true },
        ],
      },
    ]);
  });

  it('MTG-ORDER-BEGUN the order has begun also while the vote on its first question is prepared a level down', () => {
    const [one] = moves(inDebate(nine(), 1), member('S', 2), 'amendment', { text: 'Ett.' });
    const [two] = moves(one, member('S', 3), 'amendment', { text: 'Två.' });
    const asked = demands(finds(toDecision(two), tabled), member('S', 2));
    expect(question(asked).frames).toHaveLength(2);
    asked.when({ type: 'proposeOrder' }).refuses('MTG-ORDER-BEGUN');
  });
});

describe('What an order answers together', () => {
  const two = () => {
    const [one, first] = moves(inDebate(nine(), 1), member('S', 2), 'rejection');
    const [scene] = moves(one, member('S', 3), 'rejection');
    return { scene: closed(scene), first };
  };
  const propose = (scene: Scene, ...questions: readonly QuestionDraft[]) =>
    scene.when({ type: 'proposeOrder', questions });

  it('MTG-ORDER-COMPLETE two who want the matter rejected are answered by one rejection, named after either or neither', () => {
    const { scene, first } = two();
    propose(scene, draft('main', ['proposal', tabled], ['proposal', first])).then({ type: 'OrderProposed' });
    propose(scene, draft('main', ['proposal', tabled], ['rejection', first])).then({ type: 'OrderProposed' });
    propose(scene, draft('main', ['proposal', tabled], ['rejection'])).then({ type: 'OrderProposed' });
    propose(scene, draft('main', ['proposal', tabled], ['decline'])).refuses('MTG-ORDER-COMPLETE', { missing: 2 });
  });

  it('MTG-ORDER-COMPLETE additions are not answered by the persons being elected together', () => {
    let [scene] = moves(nominated(), member('S', 6), 'addition', { text: 'Från den 1 januari.' });
    [scene] = moves(scene, member('S', 7), 'addition', { text: 'Till och med 2026.' });
    const elected = draft('election', ['adopt'], ['decline']);
    const enBloc = draft('addition', ['adopt'], ['decline']);
    const order = { type: 'proposeOrder', enBlocAdditions: true } as const;
    closed(scene)
      .when({ ...order, questions: [elected] })
      .refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    closed(scene)
      .when({ ...order, questions: [enBloc] })
      .refuses('MTG-ORDER-COMPLETE', { missing: 2 });
    closed(scene)
      .when({ ...order, questions: [elected, enBloc] })
      .then({ type: 'OrderProposed' });
  });

  it('MTG-ORDER-COMPLETE what else is moved in an election takes no place in it', () => {
    const [scene, back] = moves(nominated(1), member('S', 6), 'referralBack', { reason: 'Fråga fler.' });
    const referral = draft('referralBack', ['decideToday'], ['referBack', back]);
    propose(closed(scene), referral, draft('election', ['adopt'], ['decline'])).then({ type: 'OrderProposed' });
  });
});

describe('Elections and their formal questions', () => {
  it('elects those who are nominated, not those an addition speaks of', () => {
    const [scene] = moves(nominated(3), member('S', 6), 'addition', {
      text: 'S 7 följer arbetet.',
      candidates: [member('S', 7)],
    });
    finds(toDecision(scene), 'adopt')
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'PersonsElected', persons: [member('S', 4), member('S', 5)] });
  });

  it('elects nobody where the place is left vacant', () => {
    const [scene, vacant] = moves(nominated(1), member('S', 6), 'amendment', { text: 'Platsen lämnas vakant.' });
    finds(toDecision(scene), vacant)
      .when({ type: 'strikeGavel' })
      .then({ type: 'QuestionSettled' }, { type: 'ItemDecided', outcome: 'decided' });
  });

  it('LPV-1 an election that is to be proportional may still be tabled', () => {
    const asked = [2, 3, 4, 5].reduce(
      (s, n) => s.after({ type: 'requestProportional', person: member('S', n) }, member('S', n)),
      nominated(2, { proportional: true }),
    );
    finds(toDecision(asked), 'adopt').when({ type: 'strikeGavel' }).refuses('LPV-1', { why: 'first' });
    const [moved] = moves(asked, member('S', 6), 'tabling');
    finds(toDecision(moved), 'table')
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'ItemDecided', outcome: 'tabled' });
  });

  it('ORD-3 an extra election is not decided the first time; that it is tabled may be put', () => {
    const [scene] = moves(inDebate(nine({ extraElection: 'first' }), 1), member('S', 2), 'tabling');
    toDecision(scene).when({ type: 'putQuestion' }).then({ type: 'QuestionPut' });
    gavel(finds(toDecision(scene), 'decideToday'))
      .when({ type: 'putQuestion' })
      .refuses('ORD-3', { why: 'extraElection' });
  });
});

describe('Reservations', () => {
  it('RES-1 the same words in the next item are another reservation; in the same item they are the same', () => {
    const plan = hallOf({ S: 9 }, { items: [item(1, 'Ärendet'), item(2, 'Nästa')] });
    const says = (number: number) =>
      ({ type: 'reserve', person: member('S', 3), item: itemId(number), text: 'Till förmån för avslag.' }) as const;
    const first = gavel(finds(toDecision(inDebate(plan, 1)), tabled)).after(says(1), member('S', 3));
    first.when(says(1), SECRETARY).then();
    const next = withItem(first.after({ type: 'closeItem' }), 2).after({ type: 'beginDebate' });
    gavel(finds(toDecision(next), 'item-2-tabled' as ProposalId))
      .when(says(2), member('S', 3))
      .then({ type: 'ReservationMade', item: itemId(2) });
  });
});

import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../ids.ts';
import { given, inSession, item, itemId, person, type Scene, withItem } from '../testing/index.ts';
import { finds, gavel, hallOf, inDebate, member, moves, SECRETARY, toDecision } from '../testing/procedure.ts';
import { tabledProposalId } from './evolve.ts';
import type { ProposalsCommand } from './types.ts';

const clauses = ['Ett.', 'Två.'];
const plan = hallOf(
  { S: 9 },
  {
    items: [
      item(1, 'Ärendet', 'matter', { tabled: { by: 'Kommunstyrelsen', text: 'Två satser', clauses } }),
      item(2, 'Nästa'),
      item(3, 'Motion', 'bill'),
      item(4, 'Val', 'election', { election: { office: 'Ledamot', places: 2 } }),
    ],
  },
);
const tabled = tabledProposalId(itemId(1));
const debate = (number = 1) => inDebate(plan, number);
const mover = member('S', 3);
type Move = Extract<ProposalsCommand, { type: 'moveProposal' }>;
const move = (more: Partial<Move> = {}): Move => ({
  type: 'moveProposal',
  person: mover,
  kind: 'amendment',
  text: 'Annat.',
  ...more,
});
const proposal = (scene: Scene, id: ProposalId) => scene.meeting.proposals.byId[id];
const adjourned = (scene: Scene) => scene.after({ type: 'adjourn', cause: 'rest' });

describe('A proposal as it is moved', () => {
  it('MOT-01 is kept as it was said, in the first instance unless the second was said', () => {
    const outcome = debate().when(move({ text: ' Annat. ', clause: 1 }), mover);
    const scene = outcome.then({ type: 'ProposalMoved' });
    const [id] = scene.meeting.proposals.order.slice(-1);
    expect(id && proposal(scene, id)).toEqual({
      id,
      item: itemId(1),
      kind: 'amendment',
      mover,
      text: 'Annat.',
      clause: 1,
      instance: 1,
      at: scene.facts.at(-1)?.at,
      supporters: [],
      state: 'onTable',
    });
    debate()
      .when(move({ instance: 2 }), mover)
      .then({ proposal: { instance: 2 } });
    debate()
      .when(move(), SECRETARY)
      .then({ proposal: { mover, enteredBy: SECRETARY } });
  });

  it('MOT-05 bifall without words is to the preparing body’s proposal; in a bill, and with words of its own, it is said to what', () => {
    const approval = move({ kind: 'approval', text: '  ' });
    debate()
      .when(approval, mover)
      .then({ proposal: { kind: 'approval', of: tabled } });
    const own = debate().when({ ...approval, text: 'Bifall till mitt förslag.' }, mover).events[0];
    expect(own?.type === 'ProposalMoved' && own.proposal).not.toHaveProperty('of');
    const bill = debate(3).when(approval, mover).events[0];
    expect(bill?.type === 'ProposalMoved' && bill.proposal).not.toHaveProperty('of');
    const [scene, id] = moves(debate(), member('S', 4), 'amendment', { text: 'Ett.' });
    scene.when({ ...approval, of: id }, mover).then({ proposal: { of: id } });
    const amendment = scene.when(move({ of: id, text: '' }), mover);
    expect(amendment.refusal?.rule).toBe('MTG-WRITING');
    const plain = scene.when(move({ kind: 'rejection', text: '' }), mover).events[0];
    expect(plain?.type === 'ProposalMoved' && plain.proposal).not.toHaveProperty('of');
    const gone = scene.after({ type: 'withdrawProposal', proposal: id }, member('S', 4));
    gone.when({ ...approval, of: id }, mover).refuses('MTG-PROPOSAL-TABLE');
    scene.when({ ...approval, of: tabledProposalId(itemId(2)) }, mover).refuses('MTG-PROPOSAL-TABLE');
  });

  it('MOT-01 MTG-WRITING the reason of a referral back is its words; nothing else’s reason is', () => {
    debate()
      .when(move({ kind: 'referralBack', text: '', reason: 'Utred.' }), mover)
      .then({ type: 'ProposalMoved' });
    debate()
      .when(move({ kind: 'referralBack', text: 'Utred.' }), mover)
      .then({ type: 'ProposalMoved' });
    debate()
      .when(move({ kind: 'referralBack', text: '' }), mover)
      .refuses('MTG-WRITING');
    debate()
      .when(move({ text: '', reason: 'För att.' }), mover)
      .refuses('MTG-WRITING');
    debate()
      .when(move({ kind: 'tabling', text: '' }), mover)
      .then({ type: 'ProposalMoved' });
  });

  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
  ])('MTG-PROPOSAL-TABLE of two clauses, number %i: %s', (clause, there) => {
    const outcome = debate().when(move({ clause }), mover);
    if (there) outcome.then({ proposal: { clause } });
    else outcome.refuses('MTG-PROPOSAL-TABLE');
    debate(2).when(move({ clause }), mover).refuses('MTG-PROPOSAL-TABLE');
  });

  it('MTG-NOMINATION each once, at least one, at most as many as the places', () => {
    const nominate = (...numbers: readonly number[]) =>
      debate(4).when(move({ kind: 'nomination', text: '', candidates: numbers.map((n) => member('S', n)) }), mover);
    nominate(4).then({ type: 'ProposalMoved' });
    nominate(4, 5).then({ type: 'ProposalMoved' });
    nominate(4, 4).refuses('MTG-NOMINATION', { places: 2 });
    nominate(4, 5, 6).refuses('MTG-NOMINATION', { places: 2 });
    nominate().refuses('MTG-NOMINATION', { places: 2 });
    debate(4)
      .when(move({ kind: 'nomination', text: '' }), mover)
      .refuses('MTG-NOMINATION', { places: 2 });
    debate(1)
      .when(move({ kind: 'nomination', candidates: [mover] }), mover)
      .refuses('MTG-NOMINATION');
    const adjusters = inDebate(hallOf({ S: 9 }, { items: [item(1, 'Justerare', 'adjusters')] }), 1);
    const pair = move({ kind: 'nomination', text: '', candidates: [4, 5].map((n) => member('S', n)) });
    adjusters.when(pair, mover).then({ type: 'ProposalMoved' });
    adjusters
      .when({ ...pair, candidates: [4, 5, 6].map((n) => member('S', n)) }, mover)
      .refuses('MTG-NOMINATION', { places: 2 });
  });

  it('MTG-PROPOSALS-CLOSED from the presentation until the debate is closed, in an open item, in session', () => {
    inSession(plan).when(move(), mover).refuses('MTG-PROPOSALS-CLOSED', { stage: 'none' });
    withItem(inSession(plan), 1).when(move(), mover).then({ type: 'ProposalMoved' });
    debate().after({ type: 'closeDebate' }).when(move(), mover).refuses('MTG-PROPOSALS-CLOSED', { stage: 'deciding' });
    adjourned(debate()).when(move(), mover).refuses('MTG-SESSION', { state: 'adjourned' });
  });

  it('MTG-PROPOSER one who has left, or another’s commission, moves nothing', () => {
    const gone = debate().after({ type: 'checkOut', person: mover, cause: 'left' }, mover);
    gone.when(move(), SECRETARY).refuses('MTG-PROPOSER');
    const commissioner = person('Åsa Lindvall');
    const commissioned = {
      ...plan,
      duties: [...plan.duties, { person: commissioner, duty: 'commissioner' as const }],
    };
    inDebate(commissioned, 1)
      .when(move({ person: commissioner }), commissioner)
      .then({ type: 'ProposalMoved' });
    const outside = inDebate(commissioned, 1).when(move({ person: person('Nobody Here') }), commissioner);
    outside.refuses('MTG-PROPOSER');
    const away = inDebate(commissioned, 1).after(
      { type: 'checkOut', person: commissioner, cause: 'left' },
      commissioner,
    );
    away.when(move({ person: commissioner }), member('S', 1)).refuses('MTG-PROPOSER');
  });
});

describe('What happens to it afterwards', () => {
  const [moved, id] = moves(debate(), mover, 'amendment', { text: 'Ett.' });
  const none = 'none' as ProposalId;
  const acts = (which: ProposalId) =>
    [
      [{ type: 'supportProposal', proposal: which, person: member('S', 4) }, member('S', 4)],
      [{ type: 'withdrawSupport', proposal: which, person: member('S', 4) }, member('S', 4)],
      [{ type: 'editProposal', proposal: which, text: 'Två.' }, SECRETARY],
      [{ type: 'withdrawProposal', proposal: which }, SECRETARY],
    ] as const;

  it('BES-7 to an audience that was not told of the refusal, the overruling says that it was for unlawfulness', () => {
    const told = moved.recorded({ type: 'ProposalRefusalOverruled', proposal: id });
    expect(proposal(told, id)).toMatchObject({
      state: 'onTable',
      refusal: { ground: 'unlawful', overruled: true },
    });
  });

  it('MTG-PROPOSAL-TABLE what is not there, not here, or no longer on the table is not acted on', () => {
    const withdrawn = moved.after({ type: 'withdrawProposal', proposal: id }, mover);
    expect(proposal(withdrawn, id)).toMatchObject({ kind: 'amendment', text: 'Ett.', state: 'withdrawn' });
    for (const [command, by] of [...acts(none), ...acts(tabledProposalId(itemId(2)))])
      moved.when(command, by).refuses('MTG-PROPOSAL-TABLE');
    for (const [command, by] of acts(id)) withdrawn.when(command, by).refuses('MTG-PROPOSAL-TABLE');
    for (const which of [none, tabled, tabledProposalId(itemId(2))])
      moved.when({ type: 'refuseProposal', proposal: which, ground: 'newBusiness' }).refuses('MTG-PROPOSAL-TABLE');
  });

  it('MTG-PROPOSALS-CLOSED MTG-SESSION is acted on while it could be moved', () => {
    for (const [command, by] of acts(id)) {
      moved.after({ type: 'closeDebate' }).when(command, by).refuses('MTG-PROPOSALS-CLOSED', { stage: 'deciding' });
      adjourned(moved).when(command, by).refuses('MTG-SESSION');
    }
    adjourned(moved).when({ type: 'refuseProposal', proposal: id, ground: 'newBusiness' }).refuses('MTG-SESSION');
  });

  it('MTG-WRITING is not emptied of its words', () => {
    moved.when({ type: 'editProposal', proposal: id, text: '  ' }, mover).refuses('MTG-WRITING');
    moved
      .when({ type: 'editProposal', proposal: id, text: ' Två. ' }, mover)
      .then({ type: 'ProposalEdited', proposal: id, text: 'Två.' });
  });

  it('MOT-04 is supported once by others than the mover, and each takes back the own support', () => {
    const support = (n: number) => ({ type: 'supportProposal', proposal: id, person: member('S', n) }) as const;
    moved.when(support(3), mover).then();
    const two = moved.after(support(4), member('S', 4)).after(support(5), member('S', 5));
    expect(proposal(two, id)?.supporters).toEqual([member('S', 4), member('S', 5)]);
    two.when(support(4), member('S', 4)).then();
    const one = two
      .when({ type: 'withdrawSupport', proposal: id, person: member('S', 4) }, member('S', 4))
      .then({ type: 'SupportWithdrawn', proposal: id, person: member('S', 4) });
    expect(proposal(one, id)?.supporters).toEqual([member('S', 5)]);
    one.when({ type: 'withdrawSupport', proposal: id, person: member('S', 4) }, member('S', 4)).then();
    moved.when({ ...support(4), person: SECRETARY }, SECRETARY).refuses('MTG-PROPOSER');
    moved.when({ ...support(4), proposal: none, person: SECRETARY }, SECRETARY).refuses('MTG-PROPOSER');
    const twice = two.recorded({ type: 'ProposalSupported', proposal: id, person: member('S', 4) });
    expect(proposal(twice, id)?.supporters).toHaveLength(2);
  });

  it('BES-7 is refused until its question is put, however many other questions have been', () => {
    const refuse = { type: 'refuseProposal', proposal: id, ground: 'newBusiness' } as const;
    const off = moved.when(refuse).then({ type: 'ProposalRefused', proposal: id, ground: 'newBusiness' });
    expect(proposal(off, id)).toMatchObject({ state: 'refused', refusal: { ground: 'newBusiness', overruled: false } });
    off.when(refuse).refuses('MTG-PROPOSAL-TABLE');
    toDecision(moved).when(refuse).then({ type: 'ProposalRefused' });
    toDecision(moved).after({ type: 'putQuestion' }).when(refuse).refuses('BES-7');
    const [tabling] = moves(moved, member('S', 4), 'tabling');
    toDecision(tabling).after({ type: 'putQuestion' }).when(refuse).then({ type: 'ProposalRefused' });
    const reopened = toDecision(moved).after({ type: 'putQuestion' }).after({ type: 'reopenDebate', reason: 'Mer' });
    reopened.when(refuse).then({ type: 'ProposalRefused' });
  });

  it('BES-7 5:57 what the council has let in is not refused again', () => {
    const unlawful = moved.after({ type: 'refuseProposal', proposal: id, ground: 'unlawful' });
    const admitted = gavel(finds(toDecision(unlawful), 'admit'));
    expect(proposal(admitted, id)).toMatchObject({
      state: 'onTable',
      refusal: { ground: 'unlawful', overruled: true },
    });
    admitted.when({ type: 'refuseProposal', proposal: id, ground: 'unlawful' }).refuses('BES-7');
  });

  it('MOT-05 an item added at the meeting brings its proposal with it; what is moved anew stands once, last', () => {
    expect(given(plan).meeting.proposals.order).toEqual([1, 2].map((n) => tabledProposalId(itemId(n))));
    const added = debate().recorded({ type: 'ItemAdded', item: item(9, 'Brådskande'), consent: [] });
    expect(added.meeting.proposals.order.at(-1)).toBe(tabledProposalId(itemId(9)));
    expect(proposal(added, tabledProposalId(itemId(9)))).toMatchObject({
      organ: 'Kommunstyrelsen',
      at: added.facts.at(-1)?.at,
      supporters: [],
    });
    const again = moved.recorded({ type: 'ItemAdded', item: item(1, 'Ärendet'), consent: [] });
    expect(again.meeting.proposals.order).toEqual([tabledProposalId(itemId(2)), id, tabled]);
    const unknown = moved.recorded({ type: 'ProposalWithdrawn', proposal: none });
    expect(unknown.meeting.proposals).toEqual(moved.meeting.proposals);
  });
});

import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../ids.ts';
import { boardPlan, councilPlan, inSession, item, itemId, person, type Scene, withItem } from '../testing/index.ts';
import { alternative, finds, gavel, moves, question, toDecision } from '../testing/procedure.ts';
import { tabledProposalId } from './evolve.ts';

const karin = person('Karin Ahlqvist');
const mats = person('Mats Öberg');
const secretary = person('Åsa Lindvall');
const tabled = tabledProposalId(itemId(118));
const debate = (scene: Scene = withItem(inSession(councilPlan()), 118)) => scene.after({ type: 'beginDebate' });
const amendment = {
  type: 'moveProposal',
  person: karin,
  kind: 'amendment',
  text: 'Skattesatsen höjs med tio öre.',
} as const;

describe('Proposals', () => {
  it('MOT-05 the preparing body’s proposal lies on the table when the item opens', () => {
    expect(debate().meeting.proposals.byId[tabled]).toMatchObject({
      kind: 'approval',
      organ: 'Kommunstyrelsen',
      state: 'onTable',
    });
  });

  it('MOT-01 MTG-WRITING what changes or adds must be in writing; approval need not', () => {
    const scene = debate();
    scene.when({ ...amendment, text: '  ' }, karin).refuses('MTG-WRITING');
    scene.when({ ...amendment, kind: 'addition', text: '' }, karin).refuses('MTG-WRITING');
    scene.when({ ...amendment, kind: 'referralBack', text: '', reason: '' }, karin).refuses('MTG-WRITING');
    scene
      .when({ ...amendment, kind: 'referralBack', text: '', reason: 'Kostnaden ska redovisas.' }, karin)
      .then({ type: 'ProposalMoved' });
    scene
      .when({ ...amendment, kind: 'approval', text: '' }, karin)
      .then({ type: 'ProposalMoved', proposal: { kind: 'approval', of: tabled } });
    const lenient = debate(withItem(inSession(councilPlan({ settings: { proposalsInWriting: false } })), 118));
    lenient.when({ ...amendment, text: '' }, karin).then({ type: 'ProposalMoved' });
  });

  it('MOT-03 the secretary enters what came by e-mail, in the mover’s name', () => {
    debate()
      .when(amendment, secretary)
      .then({ type: 'ProposalMoved', proposal: { mover: karin, enteredBy: secretary, text: amendment.text } });
  });

  it('MOT-04 support is one click, once', () => {
    const scene = debate();
    const supported = scene
      .when({ type: 'supportProposal', proposal: tabled, person: mats }, mats)
      .then({ type: 'ProposalSupported', person: mats });
    supported.when({ type: 'supportProposal', proposal: tabled, person: mats }, mats).then();
    expect(
      supported.after({ type: 'withdrawSupport', proposal: tabled, person: mats }, mats).meeting.proposals.byId[tabled]
        ?.supporters,
    ).toEqual([]);
  });

  it('MTG-PROPOSER serving members propose, and a commissioner without a seat; officials do not', () => {
    const director = person('Lars-Göran Åberg');
    const scene = debate();
    scene.when({ ...amendment, person: director }, secretary).refuses('MTG-PROPOSER');
    const plan = councilPlan();
    const withCommissioner = { ...plan, duties: [...plan.duties, { person: director, duty: 'commissioner' as const }] };
    const commissioned = debate(withItem(inSession(withCommissioner), 118));
    commissioned.when({ ...amendment, person: secretary }, secretary).refuses('MTG-PROPOSER');
    const commissioner = commissioned
      .when({ ...amendment, person: director }, director)
      .then({ type: 'ProposalMoved' });
    finds(toDecision(commissioner), 'proposal')
      .when({ type: 'demandVote', person: director }, director)
      .refuses('BES-2');
  });

  it('MTG-PROPOSALS-CLOSED is moved, changed and withdrawn until the debate is closed', () => {
    const [scene, id] = moves(debate(), karin, 'amendment', { text: 'Ett.' });
    expect(
      scene.after({ type: 'editProposal', proposal: id, text: ' Två. ' }, karin).meeting.proposals.byId[id]?.text,
    ).toBe('Två.');
    const closed = scene.after({ type: 'closeDebate' });
    closed.when(amendment, karin).refuses('MTG-PROPOSALS-CLOSED', { stage: 'deciding' });
    closed.when({ type: 'editProposal', proposal: id, text: 'Tre.' }, karin).refuses('MTG-PROPOSALS-CLOSED');
    closed.when({ type: 'withdrawProposal', proposal: id }, karin).refuses('MTG-PROPOSALS-CLOSED');
    closed
      .after({ type: 'reopenDebate', reason: 'Nytt yrkande' })
      .when({ type: 'withdrawProposal', proposal: id }, karin)
      .then({ type: 'ProposalWithdrawn' });
  });

  it('MTG-PROPOSAL-OWN another’s proposal, or the preparing body’s, is not rewritten', () => {
    const [scene, id] = moves(debate(), karin, 'amendment', { text: 'Ett.' });
    expect(scene.when({ type: 'editProposal', proposal: id, text: 'Två.' }, mats).refusal).toBeDefined();
    scene.when({ type: 'editProposal', proposal: tabled, text: 'Två.' }, secretary).refuses('MTG-PROPOSAL-OWN');
    scene.when({ type: 'withdrawProposal', proposal: tabled }, secretary).refuses('MTG-PROPOSAL-OWN');
  });

  it('MTG-PROPOSAL-TABLE what is acted on lies on the table in the open item', () => {
    const scene = debate();
    scene
      .when({ type: 'supportProposal', proposal: tabledProposalId(itemId(119)), person: mats }, mats)
      .refuses('MTG-PROPOSAL-TABLE');
    scene.when({ ...amendment, kind: 'approval', of: 'none' as ProposalId }, karin).refuses('MTG-PROPOSAL-TABLE');
    scene.when({ ...amendment, clause: 3 }, karin).refuses('MTG-PROPOSAL-TABLE');
  });

  it('MTG-NOMINATION persons are nominated in an election, no more than the places', () => {
    const election = [item(1, 'Val', 'election', { election: { office: 'Ledamot', places: 1 } })];
    const scene = debate(withItem(inSession(councilPlan({ items: election })), 1));
    const nominate = { ...amendment, kind: 'nomination', text: '' } as const;
    scene.when({ ...nominate, candidates: [mats] }, karin).then({ type: 'ProposalMoved' });
    scene.when({ ...nominate, candidates: [mats, karin] }, karin).refuses('MTG-NOMINATION', { places: 1 });
    scene.when({ ...nominate, candidates: [] }, karin).refuses('MTG-NOMINATION');
    debate()
      .when({ ...nominate, candidates: [mats] }, karin)
      .refuses('MTG-NOMINATION');
  });

  it('BES-7 the council’s chair refuses new business; what is refused as unlawful the council may still have put', () => {
    let [scene, business] = moves(debate(), karin, 'amendment', { text: 'En simhall byggs.' });
    let unlawful: ProposalId;
    [scene, unlawful] = moves(scene, mats, 'amendment', { text: 'Skatten tas ut retroaktivt.' });
    scene = scene
      .after({ type: 'refuseProposal', proposal: business, ground: 'newBusiness' })
      .after({ type: 'refuseProposal', proposal: unlawful, ground: 'unlawful' });
    scene = toDecision(scene);
    expect(question(scene)).toMatchObject({ kind: 'overruleRefusal' });
    const overruled = finds(scene, 'admit')
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled' },
        { type: 'QuestionDropped' },
        { type: 'ProposalRefusalOverruled', proposal: unlawful },
      );
    const again = overruled.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
    expect(question(again).alternatives.map((a) => a.proposal)).toEqual([tabled, unlawful]);
    const upheld = gavel(finds(scene, 'refuse'));
    expect(question(upheld).alternatives.map((a) => a.proposal)).toEqual([tabled, undefined]);
    expect(alternative(upheld, 'rejection')).toBeDefined();
  });

  it('BES-7 a board’s chair has no such power, and nothing is refused once it is put', () => {
    const board = withItem(inSession(boardPlan()), 86).after({ type: 'beginDebate' });
    const [scene, id] = moves(board, karin, 'amendment', { text: 'Ett.' });
    scene.when({ type: 'refuseProposal', proposal: id, ground: 'newBusiness' }).refuses('BES-7');
    const [council, put] = moves(debate(), karin, 'amendment', { text: 'Ett.' });
    toDecision(council)
      .after({ type: 'putQuestion' })
      .when({ type: 'refuseProposal', proposal: put, ground: 'newBusiness' })
      .refuses('BES-7');
  });
});

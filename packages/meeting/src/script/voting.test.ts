import { describe, expect, it } from 'vitest';
import type { VoteId } from '../ids.ts';
import {
  demands,
  finds,
  gavel,
  hallOf,
  inDebate,
  inSession,
  item,
  linkDown,
  linkUp,
  member,
  moves,
  question,
  type Scene,
  scriptOf,
  toDecision,
  vote,
  votes,
  withItem,
} from '../testing/index.ts';

const [M1, M2, M3] = [member('M', 1), member('M', 2), member('M', 3)];
/** Six seats, the chair's own vote does not bind the casting vote, M 2 and M 3 may come by link. */
const plan = hallOf(
  { S: 3, M: 3 },
  {
    items: [item(1, 'Detaljplan')],
    settings: { castingVoteFollowsOwn: false, lossPolicy: { kind: 'adjourn' } },
    remoteGranted: [M2, M3],
  },
);

/** M has moved rejection and demanded a vote on what the chair found: yes is for the board's proposal. */
function demanded(start: Scene = inDebate(plan, 1)): Scene {
  const [moved] = moves(start, M1, 'rejection');
  return demands(finds(toDecision(moved), 'proposal'), M1);
}

function remote(): Scene {
  const scene = withItem(inSession(plan, { remote: [M2, M3] }), 1).after({ type: 'beginDebate' });
  return demanded(scene).after({ type: 'openVote', method: 'buttons' });
}

const YES = 'noun.proposal {name: name.organ {organ: Kommunstyrelsen’s}}';
const NO = 'noun.rejectionPlain {name: name.moved {name: M 1; others: no}}';
const REDO = 'redoVote ⇒ redoVote reason –; asks reason';
const PAUSE = 'adjourn {until: 17:20} ⇒ adjourn cause connectionLost, until 17:20; asks until; effect adjourn';
const CLOSE = 'closeVote ⇒ closeVote; effect closeVote';
const TRAIL = 'presentation✓ debate✓ proposition✓ vote← gavel';

describe('a vote by button', () => {
  it('open: what yes and no stand for; it cannot be closed before everyone has answered', () => {
    expect(scriptOf(demanded().after({ type: 'openVote', method: 'buttons' }))).toEqual({
      say: [`votingProposition {yes: ${YES}; no: ${NO}}`, 'voting'],
      next: 'nothing',
      also: [REDO, PAUSE],
      notNow: [`${CLOSE}: MTG-VOTE-PENDING`],
      trail: TRAIL,
    });
  });

  it('everyone has answered: it is closed, and no figure is said before that', () => {
    expect(scriptOf(votes(demanded(), { S: 'yes', M: 'no' }))).toEqual({
      say: ['everyoneVoted'],
      next: CLOSE,
      also: [REDO, PAUSE],
      notNow: [],
      trail: TRAIL,
    });
  });
});

describe('a vote by roll call', () => {
  const open = demanded().after({ type: 'openVote', method: 'rollCall' });
  const electors = vote(open).electors.map((elector) => elector.person);
  const called = (scene: Scene, index: number): Scene =>
    scene.after({ type: 'callVoter', person: electors[index] ?? M1 });
  const answered = (scene: Scene, index: number): Scene =>
    called(scene, index).after({
      type: 'enterSpokenVote',
      vote: vote(open).id,
      person: electors[index] ?? M1,
      choice: 'yes',
    });

  it('begins with the first in order, S 3: whoever leads comes last', () => {
    expect(scriptOf(open)).toEqual({
      say: ['rollCallVote'],
      next: 'callVoter {name: S 3 (S)} ⇒ callVoter person s-3',
      also: [REDO, PAUSE],
      notNow: [`${CLOSE}: MTG-VOTE-PENDING`],
      trail: TRAIL,
    });
  });

  it('called: yes, no and abstaining alike, or the next name', () => {
    expect(scriptOf(called(open, 0))).toEqual({
      say: ['callVoter {name: S 3}'],
      next: 'spoken.yes {name: S 3 (S)} ⇒ enterSpokenVote vote vote 1, person s-3, choice yes',
      also: [
        'spoken.no {name: S 3 (S)} ⇒ enterSpokenVote vote vote 1, person s-3, choice no',
        'spoken.abstain {name: S 3 (S)} ⇒ enterSpokenVote vote vote 1, person s-3, choice abstain',
        'callVoter {name: M 1 (M)} ⇒ callVoter person m-1',
        REDO,
        PAUSE,
      ],
      notNow: [`${CLOSE}: MTG-VOTE-PENDING`],
      trail: TRAIL,
    });
  });

  it('answered: the next name', () => {
    expect(scriptOf(answered(open, 0))).toEqual({
      say: ['rollCallVote'],
      next: 'callVoter {name: M 1 (M)} ⇒ callVoter person m-1',
      also: [REDO, PAUSE],
      notNow: [`${CLOSE}: MTG-VOTE-PENDING`],
      trail: TRAIL,
    });
  });

  it('all have answered: nobody is called, it is closed', () => {
    expect(scriptOf(electors.reduce((scene, _, index) => answered(scene, index), open))).toEqual({
      say: ['everyoneVoted'],
      next: CLOSE,
      also: [REDO, PAUSE],
      notNow: [],
      trail: TRAIL,
    });
  });
});

describe('a vote that stands still', () => {
  it('one voter is lost: wait together, note absent or take the vote again; neither go on nor close', () => {
    expect(scriptOf(linkDown(remote(), M3))).toEqual({
      say: ['voteFrozen {names: [M 3]; count: 1}'],
      next:
        'adjournFor {until: 17:20; name: M 3 (M)} ⇒ adjourn cause connectionLost, until 17:20, person m-3; ' +
        'asks until; effect adjourn',
      also: [
        'noteAbsent {name: M 3 (M)} ⇒ noteAbsent person m-3, cause connectionLost; effect noteAbsent {name: M 3 (M)}',
        REDO,
      ],
      notNow: ['resumeVote ⇒ resumeVote: MTG-VOTE-FROZEN', 'closeVote ⇒ closeVote: MTG-VOTE-FROZEN'],
      trail: TRAIL,
    });
  });

  it('two are lost: both are named in the order in which they went', () => {
    expect(scriptOf(linkDown(linkDown(remote(), M3), M2))).toMatchObject({
      say: ['voteFrozen {names: [M 3, M 2]; count: 2}'],
    });
  });

  it('all are back: it goes on', () => {
    expect(scriptOf(linkUp(linkDown(remote(), M3), M3))).toEqual({
      say: ['voteFrozen {names: [M 3]; count: 1}'],
      next: 'resumeVote ⇒ resumeVote',
      also: [REDO],
      notNow: ['closeVote ⇒ closeVote: MTG-VOTE-FROZEN'],
      trail: TRAIL,
    });
  });
});

describe('an even vote', () => {
  const even = votes(demanded(), { S: 'yes', M: 'no' }, { [member('S', 3)]: 'abstain', [M3]: 'abstain' });

  it('on a matter: the casting vote, yes or no; the lot is for persons', () => {
    const tied = even.after({ type: 'closeVote' });
    expect(scriptOf(tied)).toEqual({
      say: ['tied {even: 2; first: decided.proposal {name: name.organ {organ: Kommunstyrelsen’s}}}'],
      next: 'castingVote.yes {name: name.organ {organ: Kommunstyrelsen’s}} ⇒ castingVote alternative tabled',
      also: [
        'castingVote.no {name: short.rejectionPlain {name: name.moved {name: M 1; others: no}}} ⇒ castingVote alternative rejection',
        REDO,
      ],
      notNow: [
        'recordLot {name: name.organ {organ: Kommunstyrelsen’s}} ⇒ recordLot alternative tabled, witness s-1, manner –; ' +
          'asks person, manner: BES-5',
      ],
      trail: TRAIL,
    });
    expect(scriptOf(gavel(tied.after({ type: 'castingVote', alternative: vote(tied).yes })))).toMatchObject({
      say: [expect.stringContaining('decided')],
    });
  });

  it('between persons: the lot, drawn before a witness; the chair has no casting vote', () => {
    const voteId = 'vote-1' as VoteId;
    const elect = hallOf(
      { S: 2, M: 2 },
      { items: [item(1, 'Val av revisor', 'election', { election: { office: 'revisor', places: 1 } })] },
    );
    const [first] = moves(inDebate(elect, 1), member('S', 2), 'nomination', { candidates: [member('S', 2)] });
    const [both] = moves(first, M1, 'nomination', { candidates: [M1] });
    const put = toDecision(both).after({ type: 'putQuestion' });
    const [yes, no] = question(put).alternatives;
    if (yes === undefined || no === undefined) throw new Error('Two were nominated.');
    const tied = put.recorded(
      {
        type: 'VoteOpened',
        vote: voteId,
        question: question(put).id,
        level: 0,
        yes: yes.id,
        no: no.id,
        method: 'rollCall',
        electors: [],
        present: 4,
        required: 3,
      },
      { type: 'VoteTied', vote: voteId, ballots: [], remedy: 'lot' },
    );
    expect(scriptOf(tied)).toEqual({
      say: ['tiedLot {even: 0; first: decided.proposal {name: name.nomination {persons: [S 2 (S)]}}}'],
      next: 'recordLot {name: name.nomination {persons: [S 2 (S)]}} ⇒ recordLot alternative nomination, witness s-1, manner –; asks person, manner',
      also: [
        'recordLot {name: name.nomination {persons: [M 1 (M)]}} ⇒ recordLot alternative nomination, witness s-1, manner –; asks person, manner',
        REDO,
      ],
      notNow: [
        'castingVote.yes {name: name.nomination {persons: [S 2 (S)]}} ⇒ castingVote alternative nomination: BES-5',
      ],
      trail: TRAIL,
    });
  });
});

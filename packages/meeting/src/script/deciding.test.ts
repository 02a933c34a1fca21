import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import {
  boardPlan,
  companyPlan,
  councilPlan,
  inSession,
  item,
  linkDown,
  person,
  REMOTE_MEMBERS,
  type Scene,
  scriptOf,
  withItem,
} from '../testing/index.ts';
import {
  alternative,
  counted,
  demands,
  finds,
  GOTEBORG,
  gavel,
  hallOf,
  inDebate,
  member,
  moves,
  SECRETARY,
  toDecision,
} from '../testing/procedure.ts';

/** The proposal of the committee and an amendment by M 1, debated; another § waits. */
function debated(): Scene {
  const plan = hallOf({ S: 4, M: 3, C: 2 }, { items: [item(4, 'Skolan'), item(5, 'Vägen')] });
  return moves(inDebate(plan, 4), member('M'), 'amendment', { text: 'Skolan byggs ut.' })[0];
}
const closed = (scene = debated()) => scene.after({ type: 'closeDebate' });
const ordered = (scene = closed()) => scene.after({ type: 'proposeOrder' });
const approved = (scene = ordered()) => scene.after({ type: 'approveOrder' });
const put = (scene = approved()) => scene.after({ type: 'putQuestion' });
const found = () => put().after({ type: 'stateFinding', alternative: alternative(put(), 'proposal') });
const voteDemanded = () => demands(found(), member('M'));

const ADJOURN = 'adjourn {until: 17:20} ⇒ adjourn cause groupMeeting, until 17:20; asks until; effect adjourn';
const REOPEN = 'reopenDebate ⇒ reopenDebate reason –; asks reason';
const WAYS_OUT = [ADJOURN, REOPEN];
const BY_BUTTONS = (number: number, count: number, form: string, seats: number) =>
  `openVoteButtons {number: ${number}; count: ${count}; form: ${form}} ⇒ openVote method buttons; effect voteButtons {count: ${seats}}`;
const BY_NAME = 'openVoteRollCall ⇒ openVote method rollCall';
const NO_GAVEL = 'strikeGavel ⇒ strikeGavel: BES-1';
const PUT_AGAIN = 'putAgain ⇒ putQuestion';
const NO_NEXT = 'goToItem {number: 5} ⇒ openItem item item-5: MTG-ONE-ITEM';
const PROPOSITION = 'presentation✓ debate✓ proposition← vote gavel';
const VOTE = 'presentation✓ debate✓ proposition✓ vote← gavel';
const GAVEL = 'presentation✓ debate✓ proposition✓ vote✓ gavel←';

const THEIRS = 'name.organ {organ: Kommunstyrelsen’s}';
const moved = (who: string) => `name.moved {name: ${who}; others: no}`;

describe('from the closed debate to the gavel', () => {
  it('the debate is closed: an order is proposed, and nothing is put before it', () => {
    expect(scriptOf(closed())).toEqual({
      say: ['debateClosed'],
      next: 'proposeOrder ⇒ proposeOrder',
      also: [REOPEN, ADJOURN],
      notNow: ['putQuestion ⇒ putQuestion: BES-1'],
      trail: PROPOSITION,
    });
  });

  it('the order is told and approved; another may be proposed', () => {
    expect(scriptOf(ordered())).toEqual({
      say: [
        `order {questions: [script.question.main {names: [${THEIRS}, ${moved('M 1')}]; count: 2; clause: 0}]; count: 1}`,
        'orderApproved',
      ],
      next: 'approveOrder ⇒ approveOrder',
      also: ['proposeOrder ⇒ proposeOrder', ADJOURN],
      notNow: ['putQuestion ⇒ putQuestion: BES-1'],
      trail: PROPOSITION,
    });
  });

  it('what will be put is told before it is put', () => {
    expect(scriptOf(approved())).toEqual({
      say: [`aboutToPut {names: [${THEIRS}, ${moved('M 1')}]}`],
      next: 'putQuestion ⇒ putQuestion',
      also: WAYS_OUT,
      notNow: [NO_GAVEL],
      trail: PROPOSITION,
    });
  });

  it('KL 5:53 each proposition, then what was found, each as it was put', () => {
    const proposition = (name: string) =>
      `proposition {body: Kommunfullmäktige’s; decided: decided.proposal {name: ${name}}}`;
    const finding = (name: string, which: string) =>
      `stateFinding {finding: found.proposal {name: ${name}}} ⇒ stateFinding alternative ${which}`;
    expect(scriptOf(put())).toEqual({
      say: [proposition(THEIRS), proposition(moved('M 1'))],
      next: finding(THEIRS, 'tabled'),
      also: [finding(moved('M 1'), 'amendment'), PUT_AGAIN, ...WAYS_OUT],
      notNow: [NO_GAVEL],
      trail: PROPOSITION,
    });
    expect(scriptOf(put(found()))).toEqual(scriptOf(put()));
  });

  it('found: the gavel, unless somebody demands a vote or the chair heard wrong', () => {
    expect(scriptOf(found())).toEqual({
      say: [`finding {finding: found.proposal {name: ${THEIRS}}}`],
      next: `gavel {finding: found.proposal {name: ${THEIRS}}} ⇒ strikeGavel; effect gavel`,
      also: [
        'demandVote ⇒ demandVote person s-1; asks person',
        PUT_AGAIN,
        `changeFinding {finding: found.proposal {name: ${moved('M 1')}}} ⇒ stateFinding alternative amendment`,
        ...WAYS_OUT,
      ],
      notNow: ['openVote ⇒ openVote method buttons: BES-1', NO_NEXT],
      trail: PROPOSITION,
    });
  });

  it('a vote is demanded: the voting proposition, then the vote, no gavel before it', () => {
    expect(scriptOf(voteDemanded())).toEqual({
      say: [
        `votingProposition {yes: noun.proposal {name: ${THEIRS}}; no: noun.proposal {name: ${moved('M 1')}}}`,
        'voteOpened',
      ],
      next: BY_BUTTONS(1, 1, 'single', 9),
      also: [BY_NAME, ...WAYS_OUT],
      notNow: [`gavel {finding: found.proposal {name: ${THEIRS}}} ⇒ strikeGavel: BES-1`],
      trail: VOTE,
    });
  });

  it.each([
    ['Yes wins', { S: 'yes', M: 'no', C: 'abstain' }, '4; no: 3; abstain: 2', THEIRS],
    ['No wins', { S: 'abstain', M: 'no', C: 'no' }, '0; no: 5; abstain: 4', moved('M 1')],
  ] as const)('%s: the figures, what is decided by them, and the gavel on that', (_, votes, figures, name) => {
    expect(scriptOf(counted(voteDemanded(), votes))).toEqual({
      say: [
        `result {yes: ${figures}}`,
        `settled.vote {body: Kommunfullmäktige; decided: decided.proposal {name: ${name}}}`,
      ],
      next: `gavel {finding: found.proposal {name: ${name}}} ⇒ strikeGavel`,
      also: ['redoVote ⇒ redoVote reason –; asks reason', ...WAYS_OUT],
      notNow: [NO_NEXT],
      trail: GAVEL,
    });
  });

  it('the gavel has fallen: the item is closed', () => {
    expect(scriptOf(gavel(found()))).toEqual({
      say: ['decided {number: 4; title: Skolan}'],
      next: 'closeItemDecided {number: 4} ⇒ closeItem',
      also: [
        'adjustAtOnce ⇒ adjustAtOnce item item-4',
        'adjourn {until: 17:20} ⇒ adjourn cause rest, until 17:20; asks until; effect adjourn',
      ],
      notNow: [],
      trail: 'presentation✓ debate✓ proposition✓ vote✓ gavel✓',
    });
  });

  it('nothing in the item asks for a decision: it is closed, and what somebody has on their mind can be put all the same', () => {
    const plan = hallOf({ S: 4, M: 3 }, { items: [item(4, 'Ekonomin', 'information')] });
    expect(scriptOf(inDebate(plan, 4).after({ type: 'closeDebate' }))).toEqual({
      say: ['debateOver {number: 4}'],
      next: 'closeItem ⇒ closeItem',
      also: [REOPEN, ADJOURN],
      notNow: [],
      trail: PROPOSITION,
    });
  });

  it('one proposal alone: it is named, and its silent no is not, until it is put', () => {
    const scene = inDebate(hallOf({ S: 4, M: 3 }, { items: [item(4, 'Skolan')] }), 4);
    expect(scriptOf(ordered(closed(scene))).say?.[0]).toBe(
      `order {questions: [script.question.main {names: [${THEIRS}]; count: 1; clause: 0}]; count: 1}`,
    );
    expect(scriptOf(toDecision(scene)).say).toEqual([`aboutToPut {names: [${THEIRS}]}`]);
  });

  it('a question about one of the clauses is told with its number', () => {
    const tabled = { by: 'Kommunstyrelsen', text: 'Ett. Två.', clauses: ['Ett.', 'Två.'] };
    const scene = inDebate(hallOf({ S: 4, M: 3 }, { items: [item(4, 'Skolan', 'matter', { tabled })] }), 4);
    const [differing] = moves(scene, member('M'), 'amendment', { text: 'Tre.', clause: 2 });
    expect(scriptOf(ordered(closed(differing))).say?.[0]).toBe(
      `order {questions: [script.question.clause {names: [${THEIRS}, ${moved('M 1')}]; count: 2; clause: 2}, script.question.main {names: [${THEIRS}]; count: 1; clause: 0}]; count: 2}`,
    );
  });

  it('KL 5:57 a refusal is overruled: the order is drawn up anew, with what was refused', () => {
    const [scene, proposal] = moves(debated(), member('C'), 'amendment', { text: 'Olagligt.' });
    const tried = toDecision(scene.after({ type: 'refuseProposal', proposal, ground: 'unlawful' }));
    const overruled = gavel(finds(tried, 'admit'));
    expect(scriptOf(overruled)).toEqual(scriptOf(closed()));
    expect(scriptOf(ordered(overruled)).say?.[0]).toBe(
      `order {questions: [script.question.main {names: [${THEIRS}, ${moved('M 1')}, ${moved('C 1')}]; count: 3; clause: 0}]; count: 1}`,
    );
    expect(scriptOf(gavel(finds(tried, 'refuse'))).say).toEqual([`aboutToPut {names: [${THEIRS}, ${moved('M 1')}]}`]);
  });

  it('KL 5:64 an interpellation was admitted and is debated: nothing is left to decide', () => {
    const asked = item(4, 'Skolan', 'interpellation', { asker: member('M'), answerer: member('S', 2) });
    const open = withItem(inSession(hallOf({ S: 4, M: 3 }, { items: [asked] })), 4);
    const admitted = gavel(finds(open.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' }), 'admit'));
    expect(scriptOf(closed(admitted.after({ type: 'beginDebate' })))).toMatchObject({
      say: ['debateOver {number: 4}'],
      next: 'closeItem ⇒ closeItem',
    });
  });

  it('one of two questions is settled: the next is put, without an order anew', () => {
    const tabling = moves(debated(), member('C'), 'tabling')[0];
    const today = gavel(finds(toDecision(tabling), 'decideToday'));
    expect(scriptOf(today)).toEqual(scriptOf(approved()));
    expect(scriptOf(ordered(closed(tabling))).say?.[0]).toBe(
      `order {questions: [script.question.tabling {names: [short.table {name: ${moved('C 1')}}]; count: 1; clause: 0}, script.question.main {names: [${THEIRS}, ${moved('M 1')}]; count: 2; clause: 0}]; count: 2}`,
    );
  });
});

describe('algorithm B: counter-propositions', () => {
  const hall = () => hallOf(GOTEBORG, { items: [item(4, 'Budget', 'bill', {}), item(5, 'Vägen')] });
  const four = () =>
    (['S', 'M', 'SD', 'C'] as const).reduce(
      (scene, party) => moves(scene, member(party), 'amendment', { text: party })[0],
      inDebate(hall(), 4),
    );
  const of = (scene: Scene, party: string) => {
    const proposal = Object.values(scene.meeting.proposals.byId).find((p) => p.mover === member(party));
    if (proposal === undefined) throw new Error(`${party} has moved nothing.`);
    return proposal.id;
  };
  const rest = () => demands(finds(toDecision(four()), of(four(), 'S')), member('M'));
  const counter = () => finds(rest(), of(rest(), 'M'));
  const lastCounter = () => gavel(finds(demands(counter(), member('SD')), of(rest(), 'SD')));
  const counterVoted = () => counted(lastCounter(), { M: 'yes', D: 'yes', L: 'yes', KD: 'yes', SD: 'no' });
  const named = (...who: readonly string[]) => who.map((one) => moved(`${one} 1`)).join(', ');
  const counterFound = (who: string) => `found.counter {name: ${moved(`${who} 1`)}}`;
  const sides = (yes: string, no: string) =>
    `votingProposition {yes: noun.proposal {name: ${moved(`${yes} 1`)}}; no: noun.proposal {name: ${moved(`${no} 1`)}}}`;
  const before = (who: string) => `gavel {finding: found.proposal {name: ${moved(`${who} 1`)}}} ⇒ strikeGavel: BES-1`;

  it('those that were not found are put against each other', () => {
    expect(scriptOf(rest())).toEqual({
      say: [`aboutToPutRest {names: [${named('M', 'SD', 'C')}]}`],
      next: 'putRest ⇒ putQuestion',
      also: WAYS_OUT,
      notNow: [NO_GAVEL],
      trail: PROPOSITION,
    });
  });

  it('what is found there is a counter-proposition', () => {
    const finding = (who: string) =>
      `stateFinding {finding: ${counterFound(who)}} ⇒ stateFinding alternative amendment`;
    expect(scriptOf(put(rest()))).toEqual({
      say: ['M', 'SD', 'C'].map(
        (who) => `proposition {body: Kommunfullmäktige’s; decided: decided.proposal {name: ${named(who)}}}`,
      ),
      next: finding('M'),
      also: [finding('SD'), finding('C'), PUT_AGAIN, ...WAYS_OUT],
      notNow: [NO_GAVEL],
      trail: PROPOSITION,
    });
  });

  it('its gavel makes it the counter-proposition, no more', () => {
    const change = (who: string) =>
      `changeFinding {finding: ${counterFound(who)}} ⇒ stateFinding alternative amendment`;
    expect(scriptOf(counter())).toEqual({
      say: [`finding {finding: ${counterFound('M')}}`],
      next: `gavel {finding: ${counterFound('M')}} ⇒ strikeGavel; effect gavelCounter`,
      also: ['demandVote ⇒ demandVote person s-1; asks person', PUT_AGAIN, change('SD'), change('C'), ...WAYS_OUT],
      notNow: ['openVote ⇒ openVote method buttons: BES-1', NO_NEXT],
      trail: PROPOSITION,
    });
  });

  it('chosen without a vote: said, and the main vote is one of one', () => {
    expect(scriptOf(gavel(counter()))).toEqual({
      say: [`counterChosen {name: ${named('M')}}`, sides('S', 'M'), 'voteOpened'],
      next: BY_BUTTONS(1, 1, 'chain', 81),
      also: [BY_NAME, ...WAYS_OUT],
      notNow: [before('S')],
      trail: VOTE,
    });
  });

  it('the first of two votes', () => {
    const { say, next } = scriptOf(lastCounter());
    expect([say, next]).toEqual([
      [`counterChosen {name: ${named('SD')}}`, sides('M', 'SD'), 'voteOpened'],
      BY_BUTTONS(1, 2, 'chain', 81),
    ]);
  });

  it('chosen by vote: its figures, then the second of two votes', () => {
    expect(scriptOf(counterVoted())).toEqual({
      say: [`counterChosenByVote {yes: 29; no: 9; abstain: 43; name: ${named('M')}}`, sides('S', 'M'), 'voteOpened'],
      next: BY_BUTTONS(2, 2, 'chain', 81),
      also: [BY_NAME, ...WAYS_OUT],
      notNow: [before('S')],
      trail: VOTE,
    });
  });
});

describe('a vote between persons', () => {
  const election = item(4, 'Val av styrelse', 'election', { election: { office: 'styrelse', places: 1 } });
  const nominated = (scene: Scene, who: readonly PersonId[]) =>
    who.reduce((s, one) => moves(s, one, 'nomination', { candidates: [one] })[0], scene);
  const name = (party: string) => `name.nomination {persons: [${party} 1 (${party})]}`;

  it('KL 5:54 in a council it is closed, also when one alone is nominated', () => {
    const scene = nominated(inDebate(hallOf({ S: 4, M: 3 }, { items: [election] }), 4), [member('M')]);
    const demanded = demands(finds(toDecision(scene), 'proposal'), member('M'));
    expect(scriptOf(demanded)).toEqual({
      say: ['ballotDemanded'],
      next: 'openPaperBallot ⇒ openClosedBallot means paper; effect openPaperBallot',
      also: WAYS_OUT,
      notNow: [
        'openSealedBallot ⇒ openClosedBallot means sealed; effect openSealedBallot {count: 7}: MTG-BALLOT-KEYS',
        `gavel {finding: found.proposal {name: ${name('M')}}} ⇒ strikeGavel: BES-1`,
      ],
      trail: VOTE,
    });
  });

  describe('ABL 7:39 at a general meeting', () => {
    const plan = (): MeetingPlan => {
      const hall = hallOf({ A: 1, B: 1, C: 1 }, { items: [election] });
      const duties = [
        { person: member('A'), duty: 'chair' },
        { person: SECRETARY, duty: 'secretary' },
      ] as const;
      return { ...hall, body: { ...hall.body, kind: 'generalMeeting' }, duties };
    };
    const opened = () =>
      withItem(inSession(plan()).after({ type: 'approveVotingRegister' }), 4).after({ type: 'beginDebate' });
    const proposalOf = (scene: Scene, who: PersonId) => {
      const proposal = Object.values(scene.meeting.proposals.byId).find((p) => p.mover === who);
      if (proposal === undefined) throw new Error(`${who} is not nominated.`);
      return proposal.id;
    };
    const demanded = (who: readonly PersonId[]) => {
      const scene = nominated(opened(), who);
      return demands(finds(toDecision(scene), proposalOf(scene, member('A'))), member('B'));
    };
    const wantsItClosed = (scene: Scene) =>
      scene.after({ type: 'requestClosedElection', person: member('C') }, member('C'));

    it('it is open, as other votes are', () => {
      expect(scriptOf(demanded([member('A'), member('B')]))).toEqual({
        say: [
          `votingProposition {yes: noun.proposal {name: ${name('A')}}; no: noun.proposal {name: ${name('B')}}}`,
          'voteOpened',
        ],
        next: BY_BUTTONS(1, 1, 'single', 3),
        also: [BY_NAME, ...WAYS_OUT],
        notNow: [`gavel {finding: found.proposal {name: ${name('A')}}} ⇒ strikeGavel: BES-1`],
        trail: VOTE,
      });
    });

    it('between three: one against the others, by the same order as proposals', () => {
      expect(scriptOf(demanded([member('A'), member('B'), member('C')]))).toMatchObject({
        say: [`aboutToPutRest {names: [${name('B')}, ${name('C')}]}`],
        next: 'putRest ⇒ putQuestion',
      });
    });

    it('closed when somebody entitled to vote wants it so', () => {
      const { say, next } = scriptOf(wantsItClosed(demanded([member('A'), member('B')])));
      expect([say, next]).toEqual([
        ['ballotDemanded'],
        'openPaperBallot ⇒ openClosedBallot means paper; effect openPaperBallot',
      ]);
    });

    it('wanted closed after an open vote was counted, the count stands', () => {
      const voted = counted(demanded([member('A'), member('B')]), { A: 'yes', B: 'no', C: 'yes' });
      expect(scriptOf(wantsItClosed(voted))).toEqual(scriptOf(voted));
      expect(scriptOf(voted).say?.[0]).toBe('result {yes: 2; no: 1; abstain: 0}');
    });
  });
});

describe('what else stands beside a decision', () => {
  it('OFF-1 closed doors are opened before the council decides', () => {
    const scene = withItem(inSession(councilPlan()), 123)
      .after({ type: 'closeDoors' })
      .after({ type: 'beginDebate' })
      .after({ type: 'closeDebate' });
    expect(scriptOf(scene)).toMatchObject({
      next: 'openDoors ⇒ openDoors; effect openDoors',
      also: ['proposeOrder ⇒ proposeOrder', REOPEN, ADJOURN],
    });
  });

  it('doors that are to be closed are not offered to be closed once the debate is over', () => {
    const scene = withItem(inSession(councilPlan()), 123).after({ type: 'beginDebate' }).after({ type: 'closeDebate' });
    expect(scriptOf(scene)).toMatchObject({
      next: 'proposeOrder ⇒ proposeOrder',
      also: [REOPEN, ADJOURN],
      notNow: ['putQuestion ⇒ putQuestion: BES-1'],
    });
  });

  it('ABL 8:21 who has no receipt for the material: the chair’s stand, with a reason, before it is put', () => {
    const documents = [{ id: 'd1', title: 'Kalkyl' }] as unknown as MeetingPlan['items'][number]['documents'];
    const plan = companyPlan({ items: [item(63, 'Investering', 'matter', { documents })] });
    const scene = withItem(inSession(plan), 63).after({ type: 'beginDebate' }).after({ type: 'closeDebate' });
    const everybody =
      'Anders Wikström (S), Ulrika Dahlin (S), Ingrid Palm (S), Johan Ekeroth (C), Magnus Thorell (L), Annika Stjernholm (M), Eva Tigerholm (M)';
    expect(scriptOf(scene).also).toEqual([
      REOPEN,
      `standForMaterial {names: [${everybody}]} ⇒ standForMaterial item item-63, reason –; asks reason`,
      expect.stringMatching(/^adjourn /u),
    ]);
    const stood = scene.after({ type: 'standForMaterial', item: plan.items[0]!.id, reason: 'Delades ut vid mötet.' });
    expect(scriptOf(stood).also).toEqual([REOPEN, expect.stringMatching(/^adjourn /u)]);
  });

  it('DIST-5 a member lost from the link: adjourning for that one, or noting the absence', () => {
    const plan = councilPlan({ remoteGranted: REMOTE_MEMBERS, settings: { lossPolicy: { kind: 'adjourn' } } });
    const birgitta = person('Birgitta Nordin');
    const scene = withItem(inSession(plan, { remote: [birgitta] }), 118)
      .after({ type: 'beginDebate' })
      .after({ type: 'closeDebate' });
    expect(scriptOf(linkDown(scene, birgitta)).also).toEqual([
      REOPEN,
      'adjournFor {until: 17:20; name: Birgitta Nordin (C)} ⇒ adjourn cause connectionLost, until 17:20, person birgitta-nordin; asks until; effect adjourn',
      'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; effect noteAbsent {name: Birgitta Nordin (C)}',
      ADJOURN,
    ]);
  });

  it('a board’s own name stands in the propositions', () => {
    const scene = put(approved(ordered(closed(withItem(inSession(boardPlan()), 86).after({ type: 'beginDebate' })))));
    expect(scriptOf(scene).say?.[0]).toBe(
      `proposition {body: Socialnämnden’s; decided: decided.proposal {name: ${THEIRS}}}`,
    );
  });
});

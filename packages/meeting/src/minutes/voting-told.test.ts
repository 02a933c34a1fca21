import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { MeetingEvent } from '../types.ts';
import {
  counted,
  demands,
  finds,
  gavel,
  hallOf,
  inDebate,
  item,
  itemId,
  member,
  minutesOf,
  moves,
  type Scene,
  SECRETARY,
  told,
  toDecision,
  toldOf,
  vote,
  votes,
  withItem,
} from '../testing/index.ts';

const S = (n: number) => member('S', n);
const M = (n: number) => member('M', n);
const C = (n: number) => member('C', n);
const V = (n: number) => member('V', n);
const CLAUSES = ['Vägen byggs.', 'Bron rivs.'];
const plan = hallOf(
  { S: 4, M: 4, C: 2, V: 1 },
  {
    items: [
      item(1, 'Vägen', 'matter', { diaryNumber: 'KS 2025/1', tabled: { by: 'Kommunstyrelsen', text: 'Vägen byggs.' } }),
      item(2, 'Vägen och bron', 'matter', {
        tabled: { by: 'Kommunstyrelsen', text: 'Allt godkänns.', clauses: CLAUSES },
      }),
      item(3, 'Skolan', 'matter', { tabled: { by: 'Kommunstyrelsen', text: 'Skolan byggs.', clauses: [] } }),
      item(4, 'Torget'),
    ],
  },
);
const BOARD = 'name.organ {organ: Kommunstyrelsen’s}';
const movedBy = (name: string, others = 'no') => `name.moved {name: ${name}; others: ${others}}`;
const debate = (number = 1): Scene => inDebate(plan, number);
const amends = (scene: Scene, who: PersonId, text: string) => moves(scene, who, 'amendment', { text });

describe('proposals, word for word, with all who stand behind them (KL 5:67 p. 1)', () => {
  it('those who move, support and approve stand together; each proposal in the order moved', () => {
    const [one, own] = amends(debate(), M(1), 'Vägen rätas.');
    const [two, approval] = moves(one, C(1), 'approval', { of: own });
    const supported = two
      .after({ type: 'supportProposal', proposal: own, person: M(2) }, M(2))
      .after({ type: 'supportProposal', proposal: approval, person: C(2) }, C(2));
    const [three] = moves(supported, V(1), 'rejection', { instance: 2 });
    expect(told(three.after({ type: 'editProposal', proposal: own, text: 'Vägen rätas nu.' }, M(1)), 1)).toEqual([
      'proposals item-1/proposal/amendment: proposal.amendment {persons: [M 1 (M), M 2 (M), C 1 (C), C 2 (C)]; form: first} “Vägen rätas nu.” ← ProposalMoved ProposalMoved ProposalSupported ProposalSupported ProposalEdited',
      'proposals item-1/proposal/rejection: proposal.rejection {persons: [V 1 (V)]; form: second} ← ProposalMoved',
    ]);
  });

  it('approval of what the board tabled is told first, in its name; when nobody approves it is not told', () => {
    expect(told(debate(), 1)).toEqual([]);
    const tabled = debate().meeting.proposals.order[0]!;
    const [moved] = moves(debate(), M(1), 'rejection');
    const supported = moved.after({ type: 'supportProposal', proposal: tabled, person: S(3) }, S(3));
    expect(told(supported, 1)).toEqual([
      `proposals item-1/proposal/tabled: proposal.approval {persons: [S 3 (S)]; form: first; name: ${BOARD}} ← ProposalSupported`,
      'proposals item-1/proposal/rejection: proposal.rejection {persons: [M 1 (M)]; form: first} ← ProposalMoved',
    ]);
    const [approved, approval] = moves(supported, S(4), 'approval', { of: tabled });
    const more = approved.after({ type: 'supportProposal', proposal: approval, person: V(1) }, V(1));
    expect(told(more, 1)[0]).toBe(
      `proposals item-1/proposal/tabled: proposal.approval {persons: [S 3 (S), S 4 (S), V 1 (V)]; form: first; name: ${BOARD}} ← ProposalSupported ProposalMoved ProposalSupported`,
    );
  });

  it('an approval taken back stands behind nothing', () => {
    const tabled = debate().meeting.proposals.order[0]!;
    const [approved, approval] = moves(debate(), S(4), 'approval', { of: tabled });
    expect(told(approved.after({ type: 'withdrawProposal', proposal: approval }, S(4)), 1)).toEqual([]);
  });

  it('ORD-4 a referral back with its reason, to somebody or to nobody named', () => {
    const to = (more: object) => told(moves(debate(), M(1), 'referralBack', { reason: 'Räkna om.', ...more })[0], 1);
    expect(to({ addressee: 'Byggnadsnämnden' })).toEqual([
      'proposals item-1/proposal/referralBack: proposal.referralBack {persons: [M 1 (M)]; form: first; addressee: Byggnadsnämnden} “Räkna om.” ← ProposalMoved',
    ]);
    expect(to({})).toEqual([
      'proposals item-1/proposal/referralBack: proposal.referralBackOpen {persons: [M 1 (M)]; form: first} “Räkna om.” ← ProposalMoved',
    ]);
  });

  it('only a referral back has a reason that is quoted', () => {
    const [moved] = amends(debate(), M(1), 'Vägen rätas.');
    const [fact] = moved.facts.slice(-1);
    if (fact?.event.type !== 'ProposalMoved') throw new Error('Nothing was moved.');
    const odd = debate().recorded({ ...fact.event, proposal: { ...fact.event.proposal, reason: 'Kurvan.' } });
    expect(told(odd, 1)[0]).toContain('“Vägen rätas.” ←');
  });

  it.each(['addition', 'tabling'] as const)('%s', (kind) => {
    const [moved] = moves(debate(), M(1), kind, { text: 'Med räcke.' });
    expect(told(moved, 1)).toEqual([
      `proposals item-1/proposal/${kind}: proposal.${kind} {persons: [M 1 (M)]; form: first} “Med räcke.” ← ProposalMoved`,
    ]);
  });

  it('BES-7 one that the chair refused is told with the ground; overruled it stands as any other', () => {
    const [moved, id] = amends(debate(), M(1), 'En tunnel.');
    const refusedFor = (ground: 'newBusiness' | 'unlawful') =>
      moved.after({ type: 'refuseProposal', proposal: id, ground });
    for (const ground of ['newBusiness', 'unlawful'] as const)
      expect(told(refusedFor(ground), 1)).toEqual([
        `proposals item-1/proposal/amendment: proposal.refused.${ground} {persons: [M 1 (M)]} “En tunnel.” ← ProposalMoved`,
      ]);
    const overruled = refusedFor('unlawful').recorded({ type: 'ProposalRefusalOverruled', proposal: id });
    expect(told(overruled, 1)).toEqual([
      'proposals item-1/proposal/amendment: proposal.amendment {persons: [M 1 (M)]; form: first} “En tunnel.” ← ProposalMoved',
    ]);
  });

  it('what was moved in another item is told there', () => {
    const first = amends(debate(), M(1), 'Vägen rätas.')[0].recorded({
      type: 'ItemClosed',
      item: itemId(1),
      outcome: 'tabled',
    });
    const second = moves(withItem(first, 4).after({ type: 'beginDebate' }), M(2), 'rejection')[0];
    expect(told(second, 1)).toHaveLength(1);
    expect(told(second, 4)).toEqual([
      'proposals item-4/proposal/rejection: proposal.rejection {persons: [M 2 (M)]; form: first} ← ProposalMoved',
    ]);
  });
});

describe('the words decided (KL 5:67 p. 4)', () => {
  const decided = (scene: Scene) => toldOf(scene, 1, 'decision');
  const line = (question: string, what: string, quotes: string) =>
    `decision item-1/decision/${question}: decision {body: Kommunfullmäktige; decided: decided.${what}} ${quotes}← QuestionSettled`;

  it('the board’s clauses one by one, else its text', () => {
    const carried = (number: number) => {
      const [moved] = amends(debate(number), M(1), 'Annat.');
      return toldOf(gavel(finds(toDecision(moved), 'proposal')), number, 'decision')[0];
    };
    expect(carried(1)).toContain('“Vägen byggs.” ←');
    expect(carried(2)).toContain('“Vägen byggs.” “Bron rivs.” ←');
    expect(carried(3)).toContain('“Skolan byggs.” ←');
  });

  it('a member’s own words where they won', () => {
    const [moved, own] = amends(debate(), M(1), 'Vägen rätas.');
    expect(decided(gavel(finds(toDecision(moved), own)))).toEqual([
      line('main', `proposal {name: ${movedBy('M 1')}}`, '“Vägen rätas.” '),
    ]);
  });

  it('a rejection has no words of its own', () => {
    const [moved] = moves(debate(), M(1), 'rejection');
    expect(decided(gavel(finds(toDecision(moved), 'rejection')))).toEqual([
      line('main', `rejectionPlain {name: ${movedBy('M 1')}}`, ''),
    ]);
  });

  it('ORD-4 referred back, in the words of its reason', () => {
    const [moved] = moves(debate(), M(1), 'referralBack', {
      reason: 'Räkna om.',
      addressee: 'Byggnadsnämnden',
      text: 'Nej.',
    });
    expect(decided(gavel(finds(toDecision(moved), 'referBack')))).toEqual([
      line(
        'referralBack',
        'referBack {name: name.referralBack {name: M 1; others: no}; addressee: Byggnadsnämnden; form: to}',
        '“Räkna om.” ',
      ),
    ]);
  });

  it('tabled to a later meeting', () => {
    const [moved] = moves(debate(), M(1), 'tabling');
    expect(decided(gavel(finds(toDecision(moved), 'table')))).toEqual([
      line('tabling', `table {name: ${movedBy('M 1')}}`, ''),
    ]);
  });

  it('that the item is decided today is no decision in it', () => {
    const [moved] = moves(debate(), M(1), 'tabling');
    expect(decided(gavel(finds(toDecision(moved), 'decideToday')))).toEqual([]);
  });

  it('PRO-1 a clause decided by itself is not decided again in other words with the rest', () => {
    const decisions = (winner: 'proposal' | 'amendment') => {
      const [moved, own] = moves(debate(2), M(1), 'amendment', { text: 'Bron målas.', clause: 2 });
      const clause = gavel(finds(toDecision(moved), winner === 'proposal' ? 'proposal' : own));
      return toldOf(gavel(finds(clause, 'proposal')), 2, 'decision').map((text) =>
        text.split(/(?=“)/).slice(1).join(''),
      );
    };
    expect(decisions('amendment')).toEqual(['“Bron målas.” ← QuestionSettled', '“Vägen byggs.” ← QuestionSettled']);
    expect(decisions('proposal')).toEqual(['“Bron rivs.” ← QuestionSettled', '“Vägen byggs.” ← QuestionSettled']);
  });
});

describe('proposition, finding and vote (KL 5:67 p. 2–3)', () => {
  const procedure = (scene: Scene, number = 1) => toldOf(scene, number, 'procedure');
  const at = (what: string) => `procedure item-1/${what}`;

  it('one proposal alone is found carried', () => {
    const [moved] = moves(debate(), S(2), 'approval', { of: debate().meeting.proposals.order[0]! });
    expect(procedure(gavel(finds(toDecision(moved), 'proposal')))).toEqual([
      `${at('finding/main/0')}: finding.single {name: ${BOARD}; finding: found.proposal {name: ${BOARD}}} ← QuestionPut FindingStated`,
    ]);
  });

  it('nothing is told before the finding', () => {
    const [moved] = moves(debate(), M(1), 'rejection');
    expect(procedure(toDecision(moved))).toEqual([]);
    expect(procedure(toDecision(moved).after({ type: 'putQuestion' }))).toEqual([]);
  });

  it('a demand, the approved proposition, the figures and the list of names', () => {
    const [moved] = moves(debate(), M(1), 'rejection');
    const demanded = demands(finds(toDecision(moved), 'proposal'), M(1));
    const found = `${at('finding/main/0')}: finding.several {alternatives: [${BOARD}, short.rejectionPlain {name: ${movedBy('M 1')}}]; finding: found.proposal {name: ${BOARD}}} ← QuestionPut FindingStated`;
    const demand = `${at('demand/main/0')}: demand.plain ← VoteDemanded`;
    expect(procedure(demanded)).toEqual([found, demand]);
    const open = votes(demanded, { S: 'yes', M: 'no', C: 'yes', V: 'abstain' });
    expect(procedure(open)).toEqual([found, demand]);
    expect(procedure(gavel(open.after({ type: 'closeVote' })))).toEqual([
      found,
      demand,
      `${at('vote/vote 1')}: (minutes.heading.vote) vote {yesFor: noun.proposal {name: ${BOARD}}; noFor: noun.rejectionPlain {name: ${movedBy('M 1')}}; yes: 6; no: 4; abstain: 1; absent: 0; annex: 1} ← VoteOpened VoteClosed`,
    ]);
  });

  it('a chain of counter-propositions, level by level, votes from the innermost', () => {
    const [one, a] = amends(debate(), M(1), 'A.');
    const [two, b] = amends(one, C(1), 'B.');
    const [three] = amends(two, V(1), 'C.');
    const main = demands(finds(toDecision(three), 'proposal'), M(1));
    const counter = gavel(finds(demands(finds(main, a), C(1)), b));
    const first = counted(counter, { S: 'abstain', M: 'yes', C: 'no', V: 'no' });
    const done = gavel(counted(first, { S: 'yes', M: 'no', C: 'no', V: 'abstain' }));
    const [byM, byC, byV] = ['M 1', 'C 1', 'V 1'].map((name) => movedBy(name));
    expect(procedure(done)).toEqual([
      `${at('finding/main/0')}: finding.several {alternatives: [${BOARD}, ${byM}, ${byC}, ${byV}]; finding: found.proposal {name: ${BOARD}}} ← QuestionPut FindingStated`,
      `${at('demand/main/0')}: demand.main {name: ${BOARD}} ← VoteDemanded`,
      `${at('finding/main/1')}: finding.counter {finding: found.counter {name: ${byM}}} ← QuestionPut FindingStated`,
      `${at('demand/main/1')}: demand.counter {name: ${byM}} ← VoteDemanded`,
      `${at('finding/main/2')}: finding.counter {finding: found.counter {name: ${byC}}} ← QuestionPut FindingStated`,
      `${at('vote/vote 1')}: (minutes.heading.counterVote) vote {yesFor: noun.proposal {name: ${byM}}; noFor: noun.proposal {name: ${byC}}; yes: 4; no: 3; abstain: 4; absent: 0; annex: 1} ← VoteOpened VoteClosed`,
      `${at('consequence/vote 1')}: counterChosen {body: Kommunfullmäktige; decided: decided.counter {name: ${byM}}} ← VoteOpened VoteClosed`,
      `${at('vote/vote 2')}: (minutes.heading.mainVote) vote {yesFor: noun.proposal {name: ${BOARD}}; noFor: noun.proposal {name: ${byM}}; yes: 4; no: 6; abstain: 1; absent: 0; annex: 2} ← VoteOpened VoteClosed`,
    ]);
  });

  it('several questions: the approved order first, then each in the order put', () => {
    const [moved] = moves(debate(2), M(1), 'amendment', { text: 'Bron målas.', clause: 2 });
    const done = gavel(finds(gavel(finds(toDecision(moved), 'proposal')), 'proposal'));
    expect(procedure(done, 2).map((text) => text.replace(/ \{.*\}/, ''))).toEqual([
      'procedure item-2/order: orderApproved ← OrderApproved',
      'procedure item-2/finding/clause2/0: finding.several ← QuestionPut FindingStated',
      'procedure item-2/finding/main/0: finding.single ← QuestionPut FindingStated',
    ]);
    expect(procedure(done, 2)[0]).toContain('{body: Kommunfullmäktige}');
  });

  it('ORD-1 to decide today or later: two nouns, and the third that got its way', () => {
    const [moved] = moves(debate(), M(1), 'referralBack', { reason: 'Räkna om.' });
    const demanded = demands(finds(toDecision(moved), 'decideToday'), M(1));
    const done = gavel(counted(demanded, { S: 'yes', M: 'no', C: 'yes', V: 'yes' }));
    const subject = 'name: name.referralBack {name: M 1; others: no}';
    const today = `noun.decideToday {${subject}}`;
    const back = `{${subject}; addressee: ; form: none}`;
    expect(procedure(done)).toEqual([
      `${at('finding/referralBack/0')}: finding.several {alternatives: [${today}, noun.referBack ${back}]; finding: found.decideToday {${subject}}} ← QuestionPut FindingStated`,
      `${at('demand/referralBack/0')}: demand.plain ← VoteDemanded`,
      `${at('vote/vote 1')}: (minutes.heading.vote) vote {yesFor: ${today}; noFor: noun.referBack ${back}; yes: 7; no: 4; abstain: 0; absent: 0; annex: 1} ← VoteOpened VoteClosed`,
      `${at('consequence/vote 1')}: minority {body: Kommunfullmäktige; decided: decided.referBack ${back}} ← VoteOpened VoteClosed`,
    ]);
  });

  it('BES-5 the casting vote is said in its own sentence', () => {
    const [moved] = moves(debate(), M(1), 'rejection');
    const tied = counted(demands(finds(toDecision(moved), 'proposal'), M(1)), { S: 'yes', M: 'no' });
    expect(procedure(tied).at(-1)).toBe(
      `${at('consequence/vote 1')}: castingVote {body: Kommunfullmäktige; decided: decided.proposal {name: ${BOARD}}} ← VoteOpened VoteClosed`,
    );
  });

  it('BES-5 a lot, with its witness', () => {
    const [moved] = moves(debate(), M(1), 'rejection');
    const open = votes(demands(finds(toDecision(moved), 'proposal'), M(1)), { S: 'yes', M: 'no' });
    const { id, yes, electors } = vote(open);
    const ballots = electors.map((elector) => ({ ...elector, choice: 'abstain' as const }));
    const closed: MeetingEvent = {
      type: 'VoteClosed',
      vote: id,
      result: { yes: 4, no: 4, abstain: 3, absent: 0, present: 11, outcome: yes, settledBy: 'lot', ballots },
    };
    const tied: MeetingEvent = { type: 'VoteTied', vote: id, ballots, remedy: 'lot' };
    const drawn: MeetingEvent = { type: 'LotDrawn', vote: id, alternative: yes, witness: M(2), manner: 'Två lappar.' };
    expect(procedure(open.recorded(tied, drawn, closed)).at(-1)).toBe(
      `${at('consequence/vote 1')}: lot {body: Kommunfullmäktige; decided: decided.proposal {name: ${BOARD}}; witness: M 2 (M)} ← VoteOpened VoteTied LotDrawn VoteClosed`,
    );
    expect(procedure(open.recorded(tied, closed)).at(-1)).toContain('witness: }');
  });

  it('a vote that was annulled has a reason and no figures; the new one is the first annex', () => {
    const [moved] = moves(debate(), M(1), 'rejection');
    const open = votes(demands(finds(toDecision(moved), 'proposal'), M(1)), { S: 'yes', M: 'no', V: 'absent' });
    const redone = counted(open.after({ type: 'redoVote', reason: 'Tavlan slocknade.' }), {
      S: 'yes',
      M: 'no',
      C: 'no',
    });
    const [annulled, again] = procedure(redone).slice(2);
    expect(annulled).toBe(`${at('annulled/vote 1')}: voteAnnulled “Tavlan slocknade.” ← VoteAnnulled`);
    expect(again).toContain(`${at('vote/vote 2')}: (minutes.heading.vote) vote`);
    expect(again).toContain('yes: 4; no: 6; abstain: 1; absent: 0; annex: 1} ← VoteOpened VoteClosed');
  });

  it('names of a proposal stand as the secretary gave them', () => {
    const [moved, own] = amends(debate(), M(1), 'Vägen rätas.');
    const named = moved.after(
      { type: 'wordPassage', passage: `item-1/name/${own}`, text: 'förslaget från M' },
      SECRETARY,
    );
    expect(procedure(finds(toDecision(named), 'proposal'))[0]).toContain(`[${BOARD}, förslaget från M]`);
  });
});

describe('after the gavel', () => {
  const decided = (): readonly [Scene, ReturnType<typeof moves>[1]] => {
    const [moved, own] = amends(debate(), M(1), 'Vägen rätas.');
    const aside = toDecision(moved)
      .after({ type: 'standAside', person: C(2) }, C(2))
      .after({ type: 'standAside', person: C(1) }, C(1));
    return [gavel(counted(demands(finds(aside, 'proposal'), M(1)), { S: 'yes', M: 'no', V: 'yes' })), own];
  };

  it('BES-8 who took no part in the decision', () => {
    expect(toldOf(decided()[0], 1, 'standingAside')).toEqual([
      'standingAside item-1/standingAside: standingAside {persons: [C 2 (C), C 1 (C)]} ← StoodAside StoodAside',
    ]);
    const [moved] = amends(debate(), M(1), 'Vägen rätas.');
    expect(toldOf(gavel(finds(toDecision(moved), 'proposal')), 1, 'standingAside')).toEqual([]);
  });

  it('RES-1 those who reserve in the same words for the same proposal stand together; others by themselves', () => {
    const [scene, own] = decided();
    const reserve = (s: Scene, who: PersonId, text: string, inFavourOf?: typeof own) =>
      s.after({ type: 'reserve', person: who, item: itemId(1), text, ...(inFavourOf ? { inFavourOf } : {}) }, who);
    const reserved = reserve(
      reserve(reserve(reserve(scene, M(1), 'Kurvan är farlig.', own), M(2), 'Kurvan är farlig.', own), M(3), 'Dyrt.'),
      M(4),
      'Kurvan är farlig.',
    );
    expect(toldOf(reserved, 1, 'reservations')).toEqual([
      `reservations item-1/reservation/m-1/amendment: reservationInFavour {persons: [M 1 (M), M 2 (M)]; name: ${movedBy('M 1')}} “Kurvan är farlig.” ← ReservationMade ReservationMade`,
      'reservations item-1/reservation/m-3/: reservation {persons: [M 3 (M)]} “Dyrt.” ← ReservationMade',
      'reservations item-1/reservation/m-4/: reservation {persons: [M 4 (M)]} “Kurvan är farlig.” ← ReservationMade',
    ]);
  });

  it('a statement of one’s own; neither it nor a reservation is told under another item', () => {
    const [scene] = decided();
    const stated = scene
      .after({ type: 'makeStatement', person: V(1), item: itemId(1), text: 'Jag hade hellre sett en cykelväg.' }, V(1))
      .after({ type: 'reserve', person: M(1), item: itemId(1), text: '' }, M(1));
    expect(toldOf(stated, 1, 'statements')).toEqual([
      'statements item-1/statement/v-1/seq: statement {person: V 1 (V)} “Jag hade hellre sett en cykelväg.” ← StatementMade',
    ]);
    expect(toldOf(stated, 1, 'reservations')).toEqual([
      'reservations item-1/reservation/m-1/: reservation {persons: [M 1 (M)]} ← ReservationMade',
    ]);
    const next = withItem(stated.recorded({ type: 'ItemClosed', item: itemId(1), outcome: 'decided' }), 4);
    expect(told(next, 4)).toEqual([]);
  });
});

describe('the list of names of a vote (KL 5:67 p. 5)', () => {
  const independent = {
    ...plan,
    people: plan.people.map((p) =>
      p.id === V(1) ? { id: p.id, givenName: p.givenName, familyName: p.familyName } : p,
    ),
  };

  it('who said what in which seat, how it was said, and what each party said', () => {
    const [moved] = moves(inDebate(independent, 4, [C(2)]), M(1), 'rejection');
    const open = votes(
      demands(finds(toDecision(moved), 'proposal'), M(1)),
      { S: 'yes', M: 'no', C: 'absent', V: 'absent' },
      { [M(4)]: 'abstain' },
    );
    const spoken = open.after({ type: 'enterSpokenVote', vote: vote(open).id, person: V(1), choice: 'no' });
    const away = spoken.after({ type: 'checkOut', person: C(1), cause: 'left' }, C(1));
    const { votes: annexes, sections } = minutesOf(gavel(away.after({ type: 'closeVote' })));
    expect(annexes).toHaveLength(1);
    expect(annexes[0]).toMatchObject({
      number: 1,
      vote: vote(open).id,
      item: itemId(4),
      section: 4,
      yesFor: { key: 'alternative.noun.proposal' },
      noFor: { key: 'alternative.noun.rejectionPlain' },
      figures: { yes: 4, no: 4, abstain: 1, absent: 1 },
    });
    expect(annexes[0]?.parties).toEqual([
      { party: 'S', yes: 4, no: 0, abstain: 0, absent: 0 },
      { party: 'M', yes: 0, no: 3, abstain: 1, absent: 0 },
      { party: 'C', yes: 0, no: 0, abstain: 0, absent: 1 },
      { party: '', yes: 0, no: 1, abstain: 0, absent: 0 },
    ]);
    const row = (who: PersonId) => annexes[0]?.ballots.find((ballot) => ballot.person === who);
    expect(row(V(1))).toEqual({ person: V(1), name: 'V 1', seat: 11, choice: 'no', spoken: true });
    expect(row(M(4))).toEqual({ person: M(4), name: 'M 4 (M)', seat: 8, choice: 'abstain', spoken: false });
    expect(row(C(1))).toEqual({ person: C(1), name: 'C 1 (C)', seat: 9, choice: 'absent', spoken: false });
    expect(annexes[0]?.ballots.map(({ seat }) => seat)).toEqual([3, 4, 5, 6, 7, 8, 9, 11, 2, 1]);
    expect(sections.map(({ number }) => number)).toEqual([4]);
  });

  it('every vote that counted, in the order in which they closed; parties without votes have no row', () => {
    const [one] = moves(debate(), M(1), 'referralBack', { reason: 'Räkna om.' });
    const [two] = moves(one, M(2), 'rejection');
    const today = gavel(
      counted(demands(finds(toDecision(two), 'decideToday'), M(1)), { S: 'yes', M: 'yes', C: 'yes', V: 'yes' }),
    );
    const main = votes(demands(finds(today, 'proposal'), M(2)), { S: 'yes', M: 'no', C: 'yes', V: 'yes' });
    expect(minutesOf(main).votes.map(({ number, figures }) => [number, figures.yes])).toEqual([[1, 11]]);
    const closed = main.after({ type: 'closeVote' });
    expect(minutesOf(closed).votes.map(({ number, figures }) => [number, figures.yes])).toEqual([
      [1, 11],
      [2, 7],
    ]);
    expect(minutesOf(closed).votes[0]?.parties.map(({ party }) => party)).toEqual(['S', 'M', 'C', 'V']);
  });
});

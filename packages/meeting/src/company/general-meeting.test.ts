import { describe, expect, it } from 'vitest';
import { showPlan } from '../audience/plan.ts';
import { show } from '../audience/show.ts';
import { electorsNow } from '../decisions/electors.ts';
import type { Choice } from '../decisions/types.ts';
import type { PersonId, SeatId } from '../ids.ts';
import { availableAtLatest, suitAtLatest } from '../law/abl-10-general-minutes.ts';
import { missingContents } from '../law/pro-1-contents.ts';
import { minutesDocument } from '../minutes/document.ts';
import type { MeetingPlan } from '../plan.ts';
import { script } from '../script/script.ts';
import { checkedIn, companyPlan, given, inSession, item, type Scene, withItem } from '../testing/index.ts';
import { finds, gavel, hallOf, member, moves, outcome, question, toDecision, vote } from '../testing/procedure.ts';
import type { Meeting } from '../types.ts';

describe('a general meeting', () => {
  const owners = { A: 1, B: 1, C: 1 };
  const base = (change: Partial<MeetingPlan['items'][number]> = {}): MeetingPlan => {
    const hall = hallOf(owners, {
      items: [
        item(1, 'Ändring av bolagsordningen', 'matter', change),
        item(2, 'Val av styrelse', 'election', { election: { office: '', places: 1 } }),
      ],
    });
    const register = [
      { votes: 60, shares: 50 },
      { votes: 30, shares: 40 },
      { votes: 10, shares: 10 },
    ];
    return {
      ...hall,
      body: { ...hall.body, kind: 'generalMeeting' },
      seats: hall.seats.map((seat, n) => ({ ...seat, ...register[n] })),
      duties: hall.duties.map((d) => (d.duty === 'viceChair' ? { ...d, person: member('B', 1) } : d)),
    };
  };
  const approve = { type: 'approveVotingRegister' } as const;
  const secretary = () => base().duties.find((d) => d.duty === 'secretary')!.person;
  const seat = (n: number) => base().seats[n]!.id;
  const voted = (plan: MeetingPlan, choices: readonly Choice[]): Scene =>
    votedIn(inSession(plan).after(approve), choices);
  const votedIn = (start: Scene, choices: readonly Choice[]): Scene => {
    const [scene, proposal] = moves(withItem(start, 1).after({ type: 'beginDebate' }), member('A', 1), 'amendment', {
      text: 'Bolagsordningen ändras.',
    });
    const demanded = finds(toDecision(scene), proposal).after(
      { type: 'demandVote', person: member('B', 1) },
      member('B', 1),
    );
    const open = demanded.after({ type: 'openVote', method: 'buttons' });
    const { id } = vote(open);
    const holders = ['A', 'B', 'C'].map((party) => member(party, 1));
    return holders
      .reduce((s, person, n) => s.after({ type: 'castVote', vote: id, choice: choices[n] ?? 'abstain' }, person), open)
      .after({ type: 'closeVote' });
  };

  it('ABL-9 votes go by the voting register', () => {
    expect(outcome(voted(base(), ['yes', 'no', 'abstain']))).toBe('60–30–10');
  });

  it('ABL-9 two thirds of the votes cast and of the shares represented change the articles', () => {
    const carried = (choices: readonly Choice[]) => {
      const scene = voted(base({ majority: 'twoThirdsOfCastAndShares' }), choices);
      const current = question(scene);
      const done = gavel(scene);
      const settled = done.meeting.decisions.questions[current.id];
      return settled?.alternatives.find((a) => a.id === settled.outcome)?.kind === 'proposal';
    };
    // 60 of 90 votes are two thirds; 50 of 100 shares are not.
    expect(carried(['yes', 'no', 'abstain'])).toBe(false);
    expect(carried(['yes', 'abstain', 'yes'])).toBe(false);
    expect(carried(['yes', 'yes', 'no'])).toBe(true);
  });

  it('ABL-9 an election is open until somebody asks for a closed one', () => {
    const nominated = (scene: Scene) => {
      const [moved] = moves(scene.after({ type: 'beginDebate' }), member('A', 1), 'nomination', {
        candidates: [member('C', 1)],
      });
      const put = toDecision(moved).after({ type: 'putQuestion' });
      const [found] = question(put).alternatives;
      return put
        .after({ type: 'stateFinding', alternative: found!.id })
        .after({ type: 'demandVote', person: member('B', 1) }, member('B', 1));
    };
    const session = inSession(base()).after(approve);
    nominated(withItem(session, 2)).after({ type: 'openVote', method: 'buttons' });
    const asked = withItem(session, 2).after({ type: 'requestClosedElection', person: member('B', 1) }, member('B', 1));
    nominated(asked).when({ type: 'openVote', method: 'buttons' }).refuses('ABL-9', { why: 'closed' });
  });

  it('ABL-9 is digital only where the articles or extraordinary circumstances are registered', () => {
    const plain = base();
    const settings = { ...plain.body.settings, remoteAllowed: { ...plain.body.settings.remoteAllowed, value: false } };
    const remote = {
      ...plain,
      body: { ...plain.body, settings },
      form: 'hybrid' as const,
      remoteGranted: [member('C', 1)],
    };
    const open = given(remote).after({ type: 'openCheckIn' }, 'asa-lindvall' as PersonId);
    open
      .when({ type: 'checkIn', person: member('C', 1), mode: 'remote', identified: 'bankId' }, member('C', 1))
      .refuses('ABL-9', { why: 'digital' });
  });

  it('ABL-9 nothing is decided before the meeting has approved its voting register', () => {
    const [scene] = moves(withItem(inSession(base()), 1).after({ type: 'beginDebate' }), member('A', 1), 'amendment', {
      text: 'Bolagsordningen ändras.',
    });
    const ready = scene.after({ type: 'closeDebate' }).after({ type: 'proposeOrder' });
    ready.when({ type: 'approveOrder' }).refuses('ABL-9', { why: 'register' });
    ready.after(approve).after({ type: 'approveOrder' });
  });

  it('ABL-9 the register is approved once, by the one who leads, and only by a general meeting that is held', () => {
    inSession(base()).when(approve, member('B', 1)).refuses('MTG-CHAIR');
    inSession(base()).after(approve).when(approve).refuses('ABL-9', { why: 'approved' });
    checkedIn(base()).when(approve).refuses('MTG-SESSION');
    inSession(companyPlan()).when(approve).refuses('ABL-9', { why: 'kind' });
  });

  it('ABL-9 the chair is offered it before anything else, with what is represented', () => {
    const before = inSession(base(), { absent: [member('C', 1)] });
    const chair = before.meeting.agenda.leader!;
    expect(script(before.meeting, chair, 0)).toMatchObject({
      words: [{ key: 'script.words.votingRegister', values: { count: 2, votes: 90, shares: 90 } }],
      primary: { command: approve },
    });
    expect(script(before.after(approve).meeting, chair, 0).primary?.command).not.toEqual(approve);
  });

  it('ABL-9 a proxy is entered with the shareholder, the shares and the votes, and the register tells both', () => {
    const held = inSession(base()).after(
      { type: 'enterHolding', seat: seat(1), owner: ' Exempelköpings kommun ', votes: 300, shares: 40 },
      secretary(),
    );
    const [row] = held.after(approve).meeting.company.votingRegister!.rows.filter((one) => one.seat === seat(1));
    expect(row).toEqual({
      seat: seat(1),
      person: member('B', 1),
      owner: 'Exempelköpings kommun',
      votes: 300,
      shares: 40,
    });
    expect(outcome(votedIn(held.after(approve), ['yes', 'no', 'abstain']))).toBe('60–300–10');
  });

  it.each([
    ['amount', { votes: 0 }],
    ['amount', { shares: 0.5 }],
    ['seat', { seat: 'nowhere' as SeatId }],
  ] as const)('ABL-9 a holding is whole shares and votes of somebody with a seat (%s)', (why, change) => {
    const entered = { type: 'enterHolding', seat: seat(0), owner: '', votes: 1, shares: 1, ...change } as const;
    inSession(base()).when(entered, secretary()).refuses('ABL-9', { why });
  });

  it('ABL-9 a holding belongs to general meetings alone', () => {
    const entered = { type: 'enterHolding', seat: companyPlan().seats[0]!.id, owner: '', votes: 1, shares: 1 } as const;
    inSession(companyPlan()).when(entered).refuses('ABL-9', { why: 'kind' });
  });

  it('ABL-9 it stands until the meeting changes it: who comes later votes when the changed register is approved', () => {
    const late = member('C', 1);
    const came = inSession(base(), { absent: [late] })
      .after(approve)
      .after({ type: 'checkIn', person: late, mode: 'room', identified: 'secretaryInRoom' }, secretary());
    const electors = (scene: Scene) => electorsNow(scene.meeting).map((one) => one.person);
    expect(electors(came)).toEqual(expect.not.arrayContaining([late]));
    const chair = came.meeting.agenda.leader!;
    expect(script(came.meeting, chair, 0)).toMatchObject({
      words: [{ key: 'script.words.votingRegisterChanged', values: { count: 3, votes: 100, shares: 100 } }],
      primary: { command: approve },
    });
    const inItem = script(withItem(came, 1).meeting, chair, 0);
    expect(inItem.primary?.command).not.toEqual(approve);
    expect(inItem.others.map((one) => one.command)).toContainEqual(approve);
    expect(electors(came.after(approve))).toContain(late);
  });

  it('ABL-9 nothing in the register changes while a vote is open', () => {
    const [scene, proposal] = moves(
      withItem(inSession(base()).after(approve), 1).after({ type: 'beginDebate' }),
      member('A', 1),
      'amendment',
      { text: 'Bolagsordningen ändras.' },
    );
    finds(toDecision(scene), proposal)
      .after({ type: 'demandVote', person: member('B', 1) }, member('B', 1))
      .after({ type: 'openVote', method: 'buttons' })
      .after({ type: 'enterHolding', seat: seat(0), owner: '', votes: 9, shares: 9 }, secretary())
      .when(approve)
      .refuses('ABL-9', { why: 'voting' });
  });

  it('ABL-9 adjourned past the next weekday, the meeting draws up a new register', () => {
    const day = 86_400_000;
    const back = (days: number) =>
      inSession(base())
        .after(approve)
        .after({ type: 'adjourn', cause: 'rest' })
        .wait(days * day)
        .after({ type: 'recall' }).meeting.company.votingRegister;
    expect(new Date(base().startsAt).getUTCDay()).toBeGreaterThan(0);
    expect(back(0)).toBeDefined();
    expect(back(1)).toBeDefined();
    expect(back(10)).toBeUndefined();
  });

  it('ABL-9 who owns how much is seen by those at the meeting, and by a public that it has let in', () => {
    const held = inSession(base()).after(
      { type: 'enterHolding', seat: seat(0), owner: 'Exempelköpings kommun', votes: 1, shares: 1 },
      secretary(),
    );
    const approved = held.when(approve).events[0]!;
    const entered = held.facts.at(-1)!.event;
    const inside = { kind: 'participants', barredFrom: [] } as const;
    const outside = { kind: 'public' } as const;
    const live = (value: boolean): Meeting => ({
      ...held.meeting,
      plan: {
        ...held.meeting.plan,
        body: {
          ...held.meeting.plan.body,
          settings: { ...held.meeting.plan.body.settings, publicLive: { value, decidedBy: '' } as never },
        },
      },
    });
    expect(show(approved, inside, live(false))).toEqual(approved);
    expect(show(approved, outside, live(false))).toBeNull();
    expect(show(approved, outside, live(true))).toEqual(approved);
    expect([live(false), live(true)].map((meeting) => show(entered, outside, meeting))).toEqual([null, null]);
    expect(showPlan(live(false).plan, outside).seats[0]).not.toHaveProperty('shares');
    expect(showPlan(live(true).plan, outside).seats[0]).toHaveProperty('shares', 50);
  });

  it('ABL-10 the minutes hold the voting register as approved, and lack it until then', () => {
    const passages = (scene: Scene) =>
      minutesDocument(scene.meeting, scene.facts).general.filter((p) =>
        p.phrase.key.startsWith('minutes.votingRegister'),
      );
    const lacks = ({ meeting }: Scene) => missingContents(meeting).some(({ what }) => what === 'votingRegister');
    const row = (party: string, votes: number, shares: number) => ({
      key: 'minutes.votingRegister.row',
      values: { name: `${party} 1 (${party})`, votes, shares },
    });
    const before = inSession(base(), { absent: [member('C', 1)] });
    expect([passages(before), lacks(before)]).toEqual([[], true]);
    const after = before.after(approve);
    expect(passages(after)[0]?.phrase.values).toMatchObject({
      rows: [row('A', 60, 50), row('B', 30, 40)],
      votes: 90,
      shares: 90,
    });
    expect(lacks(after)).toBe(false);
    const changed = after
      .after({ type: 'enterHolding', seat: seat(1), owner: 'Nordbygdens kommun', votes: 30, shares: 40 }, secretary())
      .after(approve);
    expect(passages(changed).map((p) => p.phrase.key)).toEqual([
      'minutes.votingRegister',
      'minutes.votingRegisterChanged',
    ]);
    expect(passages(changed)[1]?.phrase.values.rows).toContainEqual({
      key: 'minutes.votingRegister.proxy',
      values: { name: 'B 1 (B)', owner: 'Nordbygdens kommun', votes: 30, shares: 40 },
    });
    expect(lacks(inSession(companyPlan()))).toBe(false);
    expect(lacks(given(base()))).toBe(false);
  });

  it('ABL-10 minutes within two weeks, a suit within three months', () => {
    expect(availableAtLatest('2026-04-20')).toBe('2026-05-04');
    expect(suitAtLatest('2026-11-30')).toBe('2027-02-28');
  });
});

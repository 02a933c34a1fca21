import { describe, expect, it } from 'vitest';
import type { DocumentId, ItemId, PersonId, SeatId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import {
  checkedIn,
  companyPlan,
  councilPlan,
  given,
  hallOf,
  inSession,
  item,
  itemId,
  linkDown,
  member,
  type Scene,
  withItem,
} from '../testing/index.ts';
import type { Fact, Meeting, MeetingEvent } from '../types.ts';
import { personName } from '../attendance/seats.ts';
import { evolveCompany, initialCompany } from './evolve.ts';
import type { CompanyState, RegisterRow } from './types.ts';
import { registerHasChanged, registerNow } from './voting-register.ts';

const plan = companyPlan();
const MEMBERS = plan.seats.flatMap((seat) => seat.holder ?? []);
const [chair, second] = MEMBERS as [PersonId, PersonId];
const secretary = plan.duties.find((d) => d.duty === 'secretary')!.person;
const ONE = itemId(63);

describe('MTG-COMPANY-FORM consent', () => {
  it('is given once by each member of a company board', () => {
    const agreed = given(plan).when({ type: 'consentToForm', person: chair }, chair).then({ type: 'FormConsented' });
    agreed.when({ type: 'consentToForm', person: chair }, chair).then();
    given(plan)
      .when({ type: 'consentToForm', person: secretary }, secretary)
      .refuses('MTG-COMPANY-FORM', { why: 'member' });
    const [councillor] = councilPlan().seats.flatMap((seat) => seat.holder ?? []);
    given(councilPlan())
      .when({ type: 'consentToForm', person: councillor! }, councillor!)
      .refuses('MTG-COMPANY-FORM', { why: 'member' });
  });

  it('a “no” bars the form, by name, until the same member comes round (scenario 22)', () => {
    const here = checkedIn(plan, { remote: [...plan.remoteGranted] });
    const allButOne = MEMBERS.filter((one) => one !== second).reduce(
      (s, person) => s.after({ type: 'consentToForm', person }, person),
      here,
    );
    const no = allButOne.when({ type: 'refuseForm', person: second }, second).then({ type: 'FormRefused' });
    no.when({ type: 'refuseForm', person: second }, second).then();
    given(plan).when({ type: 'refuseForm', person: second }, second).then({ type: 'FormRefused', person: second });
    no.when({ type: 'openMeeting' }).refuses('MTG-COMPANY-FORM', {
      why: 'consent',
      missing: [],
      unanswered: 0,
      refusedBy: [personName(here.meeting, second)],
      refusals: 1,
    });
    const rung = no.after({ type: 'consentToForm', person: second }, secretary);
    expect(rung.meeting.company.formRefusals).toEqual([]);
    const opened = rung.after({ type: 'openMeeting' });
    opened.when({ type: 'refuseForm', person: second }, second).refuses('MTG-COMPANY-FORM', { why: 'opened' });
  });

  it('who has consented may think better of it until the meeting is opened; only members answer', () => {
    const here = checkedIn(plan, { remote: [...plan.remoteGranted] });
    const thought = here
      .after({ type: 'consentToForm', person: chair }, chair)
      .after({ type: 'refuseForm', person: chair }, chair);
    expect(thought.meeting.company).toMatchObject({ consents: [], formRefusals: [chair] });
    here.when({ type: 'refuseForm', person: secretary }, secretary).refuses('MTG-COMPANY-FORM', { why: 'member' });
  });
});

describe('ABL-4 the chair’s stand', () => {
  const paper = { id: 'd-1' as DocumentId, title: 'Kalkyl' };
  const papers = companyPlan({ items: plan.items.map((i) => (i.id === ONE ? { ...i, documents: [paper] } : i)) });
  const stand = (reason: string, of: ItemId = ONE) => ({ type: 'standForMaterial', item: of, reason }) as const;

  it('MTG-REASON has its reason in words', () => {
    const scene = withItem(inSession(papers), 63);
    scene.when(stand(' \n ')).refuses('MTG-REASON');
    scene
      .when(stand(' Uppläst i sin helhet. '))
      .then({ type: 'MaterialStood', item: ONE, reason: 'Uppläst i sin helhet.' });
  });

  it('MTG-ITEM-STAGE is for material that somebody lacks, and taken once', () => {
    const scene = withItem(inSession(papers), 63);
    scene.when(stand('Uppläst.', itemId(64))).refuses('MTG-ITEM-STAGE', { stage: 'material' });
    scene.after(stand('Uppläst.')).when(stand('Uppläst.')).refuses('MTG-ITEM-STAGE', { stage: 'material' });
    checkedIn(papers).when(stand('Uppläst.')).refuses('MTG-SESSION', { state: 'notOpen' });
  });
});

describe('ABL-8 per capsulam', () => {
  const propose = (text = 'Kvarnen köps.', of: ItemId = ONE) =>
    ({ type: 'proposePerCapsulam', item: of, text }) as const;
  const signs = (scene: Scene, persons: readonly PersonId[], of: ItemId = ONE) =>
    persons.reduce((s, person) => s.after({ type: 'signPerCapsulam', item: of, person }, person), scene);
  const proposed = given(plan).after(propose(), secretary);

  it('MTG-REASON is proposed in words, once, until somebody refuses', () => {
    given(plan).when(propose(' \n '), secretary).refuses('MTG-REASON');
    given(plan)
      .when(propose(' Kvarnen köps. '), secretary)
      .then({ type: 'PerCapsulamProposed', item: ONE, text: 'Kvarnen köps.' });
    proposed.when(propose(), secretary).refuses('ABL-8', { why: 'proposed' });
    proposed
      .after({ type: 'refusePerCapsulam', item: ONE, person: second }, second)
      .when(propose('Kvarnen hyrs.'), secretary)
      .then({ type: 'PerCapsulamProposed', item: ONE, text: 'Kvarnen hyrs.' });
  });

  it('is signed once by each member, and by members alone, while it stands', () => {
    const sign = (person: PersonId, of: ItemId = ONE) => ({ type: 'signPerCapsulam', item: of, person }) as const;
    const refuse = (person: PersonId, of: ItemId = ONE) => ({ type: 'refusePerCapsulam', item: of, person }) as const;
    for (const command of [sign, refuse]) {
      proposed.when(command(chair, itemId(64)), chair).refuses('ABL-8', { why: 'none' });
      proposed.when(command(secretary), secretary).refuses('ABL-8', { why: 'member' });
      proposed.after(refuse(second), second).when(command(chair), chair).refuses('ABL-8', { why: 'refused' });
      withItem(inSession(plan), 63).when(command(chair), chair).refuses('ABL-8', { why: 'stage' });
    }
    const signed = proposed.when(sign(chair), chair).then({ type: 'PerCapsulamSigned', item: ONE, person: chair });
    signed.when(sign(chair), chair).then();
  });

  it('with the last signature it is decided; the meeting is over when nothing more is to be decided', () => {
    const last = MEMBERS.at(-1)!;
    const sign = { type: 'signPerCapsulam', item: ONE, person: last } as const;
    const signed = { type: 'PerCapsulamSigned', item: ONE, person: last } as const;
    const decided = { type: 'PerCapsulamDecided', item: ONE } as const;
    const items = (...all: MeetingPlan['items']) => given(companyPlan({ items: all }));
    const others = MEMBERS.slice(0, -1);
    const [a, b] = [item(63, 'Köpet'), item(64, 'Avtalet')];

    signs(items(a).after(propose(), secretary), others)
      .when(sign, last)
      .then(signed, decided, { type: 'MeetingClosed' });
    signs(items(a, b).after(propose(), secretary), others).when(sign, last).then(signed, decided);
    signs(items(b, a).after(propose(), secretary), others).when(sign, last).then(signed, decided);
    for (const over of [
      { type: 'ItemWithdrawn', item: b.id, reason: 'Utgår.' },
      { type: 'PerCapsulamDecided', item: b.id },
    ] as const satisfies readonly MeetingEvent[])
      signs(items(a, b).recorded(over).after(propose(), secretary), others)
        .when(sign, last)
        .then(signed, decided, { type: 'MeetingClosed' });
    // Called to a meeting after all: that meeting goes on.
    signs(inSession(companyPlan({ items: [a] })).after(propose(), secretary), others)
      .when(sign, last)
      .then(signed, decided);
  });
});

const owners = (change: Partial<MeetingPlan['items'][number]> = {}): MeetingPlan => {
  const hall = hallOf(
    { A: 1, B: 1, C: 1 },
    {
      items: [
        item(1, 'Val av styrelse', 'election', { election: { office: '', places: 1 }, ...change }),
        item(2, 'Ärendet'),
      ],
    },
  );
  return {
    ...hall,
    body: { ...hall.body, kind: 'generalMeeting' },
    duties: hall.duties.map((d) => (d.duty === 'viceChair' ? { ...d, person: member('B') } : d)),
  };
};
const desk = owners().duties.find((d) => d.duty === 'secretary')!.person;
const seat = (n: number): SeatId => owners().seats[n]!.id;

describe('ABL-9 a closed election', () => {
  const ask = (person: PersonId) => ({ type: 'requestClosedElection', person }) as const;
  const open = withItem(inSession(owners()).after({ type: 'approveVotingRegister' }), 1);

  it('is asked for once by somebody entitled to vote, in an election of a general meeting', () => {
    const asked = open
      .when(ask(member('B')), member('B'))
      .then({ type: 'ClosedElectionRequested', item: itemId(1), person: member('B') });
    asked.when(ask(member('C')), member('C')).then();
    open.when(ask(desk), desk).refuses('ABL-9', { why: 'request' });
    const matter = withItem(inSession(owners()).after({ type: 'approveVotingRegister' }), 2);
    matter.when(ask(member('B')), member('B')).refuses('ABL-9', { why: 'request' });
    inSession(owners())
      .when(ask(member('B')), member('B'))
      .refuses('ABL-9', { why: 'request' });
    const board = withItem(inSession({ ...owners(), body: { ...owners().body, kind: 'companyBoard' } }), 1);
    board.when(ask(member('B')), member('B')).refuses('ABL-9', { why: 'request' });
    open
      .after({ type: 'adjourn', cause: 'rest' })
      .when(ask(member('B')), member('B'))
      .refuses('MTG-SESSION', { state: 'adjourned' });
  });
});

describe('ABL-9 the voting register', () => {
  const enter = { type: 'enterHolding', seat: seat(0), owner: '', votes: 5, shares: 4 } as const;
  const approve = { type: 'approveVotingRegister' } as const;

  it('holds no shareholder’s name for one who holds the shares, and nothing is entered after the close', () => {
    const entered = inSession(owners()).when(enter, desk);
    expect(entered.events).toEqual([{ type: 'HoldingEntered', seat: seat(0), holding: { votes: 5, shares: 4 } }]);
    expect(inSession(owners()).when({ ...enter, owner: '  ' }, desk).events).toEqual(entered.events);
    inSession(owners()).recorded({ type: 'MeetingClosed' }).when(enter, desk).refuses('ABL-9', { why: 'seat' });
  });

  it('ABL-1 is approved by whoever has come, and not by nobody', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((owner) => member(owner)) as [PersonId, PersonId, PersonId];
    inSession(owners(), { absent: [b, c] })
      .when(approve)
      .then({ type: 'VotingRegisterApproved', rows: [{ person: a }] });
    inSession(owners(), { absent: [a, b, c] })
      .when(approve)
      .refuses('ABL-1', { present: 0, required: 1 });
  });

  it('is in the order of the body, and no other body has one', () => {
    const backwards = { ...owners(), seats: owners().seats.toReversed() };
    expect(registerNow(inSession(backwards).meeting).map((row) => row.seat)).toEqual([seat(0), seat(1), seat(2)]);
    expect(registerNow(inSession(companyPlan()).meeting)).toEqual([]);
    expect(registerNow(inSession(owners()).meeting)[0]).toEqual({
      seat: seat(0),
      person: member('A'),
      votes: 1,
      shares: 1,
    });
  });

  it('has changed when a row has come, gone or been put right', () => {
    const { meeting } = inSession(owners()).after(approve);
    const rows = meeting.company.votingRegister!.rows;
    const changed = (approved: readonly RegisterRow[]): boolean =>
      registerHasChanged({
        ...meeting,
        company: { ...meeting.company, votingRegister: { ...meeting.company.votingRegister!, rows: approved } },
      });
    const { votingRegister: _none, ...without } = meeting.company;
    expect(registerHasChanged({ ...meeting, company: without } satisfies Meeting)).toBe(false);
    expect(changed(rows)).toBe(false);
    expect(changed(rows.toReversed())).toBe(false);
    expect(changed(rows.slice(1))).toBe(true);
    expect(changed([...rows, { ...rows[0]!, seat: 'seat-9' as SeatId }])).toBe(true);
    const [first, ...rest] = rows;
    for (const other of [
      { seat: 'seat-9' as SeatId },
      { person: member('D') },
      { votes: 2 },
      { shares: 2 },
      { owner: 'Nordbygdens kommun' },
    ])
      expect(changed([{ ...first!, ...other }, ...rest])).toBe(true);
  });

  it('one who is lost is no longer in it', () => {
    const allowed = { ...owners(), remoteGranted: [member('C')] };
    const scene = inSession(allowed, { remote: [member('C')] }).after(approve);
    expect(registerHasChanged(scene.meeting)).toBe(false);
    expect(registerHasChanged(linkDown(scene, member('C')).meeting)).toBe(true);
  });
});

describe('What a company’s meeting remembers', () => {
  const day = 86_400_000;
  const at = (state: CompanyState, event: MeetingEvent, when = 0): CompanyState =>
    evolveCompany(state, { seq: 2, at: when, actor: chair, event } satisfies Fact);

  it('begins with nothing', () => {
    expect(initialCompany()).toEqual({
      consents: [],
      formRefusals: [],
      materialStands: {},
      perCapsulam: {},
      closedElections: [],
      holdings: {},
    });
  });

  it('MTG-COMPANY-FORM who said no and comes round has said yes; whoever else said no has not', () => {
    const refused = [chair, second].reduce(
      (from, person) => at(from, { type: 'FormRefused', person }),
      initialCompany(),
    );
    expect(refused).toMatchObject({ consents: [], formRefusals: [chair, second] });
    const round = at(refused, { type: 'FormConsented', person: chair });
    expect(round).toMatchObject({ consents: [chair], formRefusals: [second] });
    expect(at(round, { type: 'FormRefused', person: chair })).toMatchObject({
      consents: [],
      formRefusals: [second, chair],
    });
  });

  it('ABL-8 a new proposal has no signatures, and what nobody proposed is not signed', () => {
    const proposed = at(initialCompany(), { type: 'PerCapsulamProposed', item: ONE, text: 'Ja.' });
    expect(proposed.perCapsulam).toEqual({ [ONE]: { item: ONE, text: 'Ja.', signed: [] } });
    const signed = at(proposed, { type: 'PerCapsulamSigned', item: ONE, person: chair }, 7);
    expect(signed.perCapsulam[ONE]?.signed).toEqual([{ person: chair, at: 7 }]);
    expect(at(initialCompany(), { type: 'PerCapsulamSigned', item: ONE, person: chair })).toEqual(initialCompany());
  });

  it('ABL-9 a register holds until the weekday after the last day on which the meeting was held', () => {
    const monday = Date.UTC(2026, 10, 23, 18);
    const approved = at(initialCompany(), { type: 'VotingRegisterApproved', rows: [] }, monday);
    expect(approved.votingRegister).toEqual({ rows: [], at: monday, heldOn: '2026-11-23' });
    const adjourned = (days: number) => at(approved, { type: 'MeetingAdjourned', cause: 'rest' }, monday + days * day);
    expect(adjourned(1).votingRegister).toEqual({ rows: [], at: monday, heldOn: '2026-11-24' });
    expect(at(initialCompany(), { type: 'MeetingAdjourned', cause: 'rest' })).toEqual(initialCompany());
    const back = (state: CompanyState, days: number) =>
      at(state, { type: 'MeetingRecalled' }, monday + days * day).votingRegister !== undefined;
    expect([0, 1, 2].map((days) => back(adjourned(0), days))).toEqual([true, true, false]);
    expect([1, 2, 3].map((days) => back(adjourned(1), days))).toEqual([true, true, false]);
    // Adjourned on a Friday, it holds on the Monday.
    expect([5, 6, 7, 8].map((days) => back(adjourned(4), days))).toEqual([true, true, true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ItemId, PersonId, ProposalId, QuestionId, AlternativeId } from '../ids.ts';
import type { Alternative, QuestionDraft } from '../decisions/types.ts';
import type { DocumentId } from '../ids.ts';
import type { Item } from '../plan.ts';
import {
  boardPlan,
  checkedIn,
  companyPlan,
  councilPlan,
  given,
  inSession,
  item,
  itemId,
  person,
} from '../testing/index.ts';
import type { Meeting } from '../types.ts';
import { suitAtLatest } from './abl-10-general-minutes.ts';
import { carriedInCompany } from './abl-2-company-majority.ts';
import { materialGate, materialMissing } from './abl-4-material.ts';
import { isCompanyConflict, REPRESENTS_GROUP_COMPANY } from './abl-5-company-conflict.ts';
import { adjusterIsMissing } from './abl-7-board-minutes.ts';
import { mayDecidePerCapsulam, members } from './abl-8-per-capsulam.ts';
import { mayElectOpenly } from './abl-9-general-meeting.ts';
import { majorityFor } from './bes-4-majority.ts';
import { isForbiddenToDelegate } from './del-2-not-delegated.ts';
import { mayBeProportional } from './lpv-2-which-elections.ts';
import { substitutesAfterMembers } from './lpv-3-substitutes.ts';
import { companyFormGate, consentsMissing } from './mtg-company-form.ts';
import { mayAdjustAtOnce } from './pro-3-adjusted-at-once.ts';
import { mayReserve } from './res-1-reservation.ts';

const company = companyPlan();
const [chair, second, third] = company.seats.map((seat) => seat.holder!);
const MEMBERS = members({ plan: company });
const names = (ids: readonly PersonId[]) =>
  ids.map((id) => company.people.find((p) => p.id === id)!).map((p) => `${p.givenName} ${p.familyName}`);
const kindOf = (meeting: Meeting, kind: Meeting['plan']['body']['kind']): Meeting => ({
  ...meeting,
  plan: { ...meeting.plan, body: { ...meeting.plan.body, kind } },
});
const stage = (meeting: Meeting, id: ItemId, change: Partial<Meeting['agenda']['items'][ItemId]>): Meeting => ({
  ...meeting,
  agenda: {
    ...meeting.agenda,
    items: { ...meeting.agenda.items, [id]: { ...meeting.agenda.items[id]!, ...change } },
  },
});

describe('ABL-2 ABL-3 a company board carries', () => {
  it.each([
    // supporters, present, seats, casting
    [4, 7, 7, false, true],
    [3, 7, 7, false, false],
    [3, 6, 6, false, false],
    [3, 6, 6, true, true],
    [2, 6, 6, true, false],
    [3, 4, 9, false, false],
    [4, 5, 9, false, true],
    [2, 4, 6, true, false],
    [2, 4, 5, true, true],
    [1, 2, 2, true, true],
    [1, 1, 7, false, false],
  ] as const)(
    '%i of %i present of %i, by the chair’s casting vote %s: %s',
    (supporters, present, seats, casting, carried) => {
      expect(carriedInCompany(supporters, present, seats, casting)).toBe(carried);
    },
  );
});

describe('ABL-4 the material', () => {
  const paper = { id: 'd-1' as DocumentId, title: 'Kalkyl' };
  const id = itemId(63);
  const plan = companyPlan({
    items: company.items.map((i) => (i.id === id ? { ...i, documents: [paper] } : i)),
    seats: company.seats.map((seat, n) => {
      const { holder: _vacant, ...empty } = seat;
      return n === 6 ? empty : seat;
    }),
  });
  const sitting = MEMBERS.slice(0, 6);
  const meeting = given(plan).meeting;

  it('is missing for each member without a receipt, by name; a vacant seat has nobody', () => {
    expect(materialMissing(meeting, id)).toEqual(sitting);
    const some = stage(meeting, id, { receipts: { [paper.id]: sitting.slice(2) } });
    expect(materialGate(some, id)).toEqual({
      rule: 'ABL-4',
      detail: { count: 2, persons: names(sitting.slice(0, 2)) },
    });
    expect(materialGate(stage(meeting, id, { receipts: { [paper.id]: sitting } }), id)).toBeNull();
  });

  it('of an item without papers nothing, and of a board that was not called everything', () => {
    expect(materialGate(meeting, itemId(64))).toBeNull();
    const uncalled: Meeting = { ...meeting, plan: { ...plan, notice: { announcedOn: null, sentOn: null } } };
    expect(materialMissing(uncalled, itemId(64))).toEqual(sitting);
    expect(materialMissing(kindOf(uncalled, 'generalMeeting'), itemId(64))).toEqual([]);
    expect(materialMissing(uncalled, itemId(9))).toEqual([]);
  });

  it('is settled by the chair’s stand, and asked for in a company board alone', () => {
    const stands: Meeting = { ...meeting, company: { ...meeting.company, materialStands: { [id]: 'Uppläst.' } } };
    expect(materialMissing(stands, id)).toEqual([]);
    expect(materialMissing(kindOf(meeting, 'board'), id)).toEqual([]);
  });
});

describe('ABL-5 ABL-7 ABL-8 ABL-9', () => {
  it('ABL-5 the exception for the group is a company board’s', () => {
    expect(isCompanyConflict({ plan: company }, REPRESENTS_GROUP_COMPANY)).toEqual({ rule: 'ABL-5' });
    expect(isCompanyConflict({ plan: company }, 'avtal')).toBeNull();
    expect(isCompanyConflict({ plan: company }, undefined)).toBeNull();
    expect(isCompanyConflict({ plan: boardPlan() }, REPRESENTS_GROUP_COMPANY)).toBeNull();
  });

  it('ABL-7 somebody beside the leader, elected in the item for it', () => {
    const open = inSession(company);
    const elected = (of: number, ...persons: readonly PersonId[]) =>
      adjusterIsMissing(
        open.recorded({ type: 'PersonsElected', item: itemId(of), persons, by: 'acclamation' }).meeting,
      );
    expect(adjusterIsMissing(open.meeting)).toBe(true);
    expect(elected(62, chair!)).toBe(true);
    expect(elected(62, second!)).toBe(false);
    expect(elected(62, chair!, second!)).toBe(false);
    expect(elected(63, second!)).toBe(true);
    expect(elected(9, second!)).toBe(true);
    expect(adjusterIsMissing(given(company).meeting)).toBe(false);
    expect(adjusterIsMissing(inSession(councilPlan()).meeting)).toBe(false);
  });

  it('ABL-8 an item that waits, in a company board that has not closed its meeting', () => {
    const meeting = given(company).meeting;
    const no = (why: string) => ({ rule: 'ABL-8', detail: { why } });
    expect(mayDecidePerCapsulam(meeting, itemId(63))).toBeNull();
    expect(mayDecidePerCapsulam(stage(meeting, itemId(63), { stage: 'debate' }), itemId(63))).toEqual(no('stage'));
    expect(mayDecidePerCapsulam(meeting, itemId(9))).toEqual(no('stage'));
    const closed: Meeting = { ...meeting, agenda: { ...meeting.agenda, phase: 'closed' } };
    expect(mayDecidePerCapsulam(closed, itemId(63))).toEqual(no('stage'));
    expect(mayDecidePerCapsulam(kindOf(meeting, 'board'), itemId(63))).toEqual(no('body'));
  });

  it('ABL-8 a vacant seat signs nothing', () => {
    const { holder: _vacant, ...empty } = company.seats[0]!;
    expect(members({ plan: { ...company, seats: [empty, ...company.seats.slice(1)] } })).toEqual(MEMBERS.slice(1));
  });

  it('ABL-9 an election of a general meeting is open until somebody wants it closed', () => {
    const general = kindOf(given(company).meeting, 'generalMeeting');
    const asked: Meeting = { ...general, company: { ...general.company, closedElections: [itemId(62)] } };
    expect(mayElectOpenly(general, itemId(62), 'election')).toBe('open');
    expect(mayElectOpenly(asked, itemId(62), 'election')).toEqual({ rule: 'ABL-9', detail: { why: 'closed' } });
    expect(mayElectOpenly(asked, itemId(63), 'election')).toBe('open');
    expect(mayElectOpenly(asked, itemId(62), 'main')).toBeNull();
    expect(mayElectOpenly(kindOf(asked, 'companyBoard'), itemId(62), 'election')).toBeNull();
  });

  it.each([
    ['2026-01-15', '2026-04-15'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-10-31', '2027-01-31'],
    ['2026-03-31', '2026-06-30'],
    ['2026-12-01', '2027-03-01'],
  ])('ABL-10 a suit against a decision of %s is brought by %s', (day, last) => {
    expect(suitAtLatest(day)).toBe(last);
  });
});

describe('MTG-COMPANY-FORM a company board at a distance', () => {
  const remote = [...company.remoteGranted];
  it('asks each member who has not agreed, by name, while somebody takes part at a distance', () => {
    const here = checkedIn(company, { remote });
    expect(consentsMissing(here.meeting)).toEqual(MEMBERS);
    const one = here.after({ type: 'consentToForm', person: MEMBERS[0]! }, MEMBERS[0]!);
    expect(companyFormGate(one.meeting)).toEqual({
      rule: 'MTG-COMPANY-FORM',
      detail: {
        why: 'consent',
        missing: names(MEMBERS.slice(1)),
        unanswered: MEMBERS.length - 1,
        refusedBy: [],
        refusals: 0,
      },
    });
    expect(consentsMissing(checkedIn(company).meeting)).toEqual([]);
    expect(consentsMissing(kindOf(here.meeting, 'board'))).toEqual([]);
  });
});

describe('BES-4 what a question takes', () => {
  const REFERRAL = 'p-1' as ProposalId;
  const meeting = inSession(councilPlan()).meeting;
  const matter = meeting.agenda.items[itemId(118)]!;
  const alternative = (kind: Alternative['kind'], proposal?: ProposalId): Alternative => ({
    id: kind as unknown as AlternativeId,
    kind,
    ...(proposal && { proposal }),
  });
  const draft = (kind: QuestionDraft['kind'], ...kinds: readonly Alternative['kind'][]) => ({
    id: 'q' as QuestionId,
    kind,
    alternatives: kinds.map((each) => alternative(each)),
  });
  const qualified: Partial<Item> = { majority: 'twoThirdsOfCast' };
  const own: Partial<Item> = { ownMajority: { parts: 3, of: 4, base: 'present' } };

  it.each([
    ['main', ['proposal', 'rejection'], qualified, { kind: 'twoThirdsOfCast', for: 'proposal' }],
    ['clause', ['rejection', 'adopt'], qualified, { kind: 'twoThirdsOfCast', for: 'adopt' }],
    ['addition', ['decline', 'adopt'], own, { kind: 'fraction', parts: 3, of: 4, base: 'present', for: 'adopt' }],
    ['main', ['rejection', 'proposal'], own, { kind: 'fraction', parts: 3, of: 4, base: 'present', for: 'proposal' }],
    ['main', ['rejection', 'decline'], { ...qualified, ...own }, { kind: 'simple' }],
    ['admission', ['admit', 'proposal'], { ...qualified, ...own }, { kind: 'simple' }],
    ['main', ['proposal', 'rejection'], {}, { kind: 'simple' }],
    ['tabling', ['decideToday', 'table'], {}, { kind: 'thirdOfPresent', for: 'table' }],
    ['referralBack', ['decideToday', 'referBack'], {}, { kind: 'thirdOfPresent', for: 'referBack' }],
  ] as const)('a question of the kind %s between %j in an item with %j', (kind, kinds, change, expected) => {
    expect(majorityFor(meeting, { ...matter, ...change }, draft(kind, ...kinds))).toEqual(expected);
  });

  it('ORD-5 a referral to somebody who prepared nothing takes the majority', () => {
    const moved = (addressee: string): Meeting => ({
      ...meeting,
      proposals: {
        ...meeting.proposals,
        byId: {
          [REFERRAL]: {
            id: REFERRAL,
            item: matter.id,
            kind: 'referralBack',
            mover: person('Karin Ahlqvist'),
            text: '',
            instance: 1,
            at: 0,
            supporters: [],
            state: 'onTable',
            addressee,
          },
        },
      },
    });
    const back = { ...draft('referralBack'), alternatives: [alternative('referBack', REFERRAL)] };
    expect(majorityFor(moved('Vatten AB'), matter, back)).toEqual({ kind: 'simple' });
    expect(majorityFor(moved('Kommunstyrelsen'), matter, back).kind).toBe('thirdOfPresent');
  });

  it('ABL-2 a company board has its own', () => {
    const board = inSession(company).meeting;
    expect(majorityFor(board, board.agenda.items[itemId(63)]!, draft('main', 'proposal'))).toEqual({ kind: 'company' });
  });
});

describe('DEL-2 LPV-2 LPV-3', () => {
  const reported = { text: 'Beslut', madeOn: '2025-10-01' } as const;
  it('DEL-2 what the law keeps with the board is not delegated; the chair’s urgent mandate is another', () => {
    expect(isForbiddenToDelegate({ ...reported, kind: 'delegated', reservedToBoard: 'aims' })).toBe(true);
    expect(isForbiddenToDelegate({ ...reported, kind: 'delegated' })).toBe(false);
    expect(isForbiddenToDelegate({ ...reported, kind: 'chair', reservedToBoard: 'aims' })).toBe(false);
    expect(isForbiddenToDelegate({ ...reported, kind: 'chair' })).toBe(false);
  });

  const election = (change: Partial<NonNullable<Item['election']>> = {}) =>
    item(1, 'Val', 'election', { election: { office: 'Ledamöter', places: 3, ...change } });

  it('LPV-2 an election that the law lists, and no company’s', () => {
    const no = { rule: 'LPV-2' };
    const plan = councilPlan();
    expect(mayBeProportional({ plan }, election({ proportional: true }))).toBeNull();
    expect(mayBeProportional({ plan }, election())).toEqual(no);
    expect(mayBeProportional({ plan }, election({ proportional: false }))).toEqual(no);
    expect(mayBeProportional({ plan }, { ...election({ proportional: true }), kind: 'matter' })).toEqual(no);
    expect(mayBeProportional({ plan }, item(1, 'Val', 'election'))).toEqual(no);
    expect(mayBeProportional({ plan }, undefined)).toEqual(no);
    expect(mayBeProportional({ plan: company }, election({ proportional: true }))).toEqual(no);
  });

  it('LPV-3 substitutes proportionally when the members were, today or before', () => {
    const of = itemId(2);
    const elected = (by: 'proportional' | 'acclamation', where = of): Pick<Meeting, 'elections'> => {
      const { elections } = given(councilPlan()).meeting;
      return { elections: { ...elections, elected: [{ item: where, persons: [], by }] } };
    };
    const no = { rule: 'LPV-3' };
    const ofMembers = election({ substitutes: { membersIn: of } });
    expect(substitutesAfterMembers(elected('proportional'), ofMembers)).toBeNull();
    expect(substitutesAfterMembers(elected('acclamation'), ofMembers)).toEqual(no);
    expect(substitutesAfterMembers(elected('proportional', itemId(3)), ofMembers)).toEqual(no);
    const earlier = (membersProportional: boolean) => election({ substitutes: { membersProportional } });
    expect(substitutesAfterMembers(elected('acclamation'), earlier(true))).toBeNull();
    expect(substitutesAfterMembers(elected('acclamation'), earlier(false))).toEqual(no);
    expect(substitutesAfterMembers(elected('acclamation'), election())).toBeNull();
    expect(substitutesAfterMembers(elected('acclamation'), item(1, 'Ärende'))).toBeNull();
    expect(substitutesAfterMembers(elected('acclamation'), undefined)).toBeNull();
  });
});

describe('PRO-3 RES-1 after the gavel', () => {
  const id = itemId(118);
  const open = inSession(councilPlan()).meeting;
  const phase = (meeting: Meeting, now: Meeting['agenda']['phase']): Meeting => ({
    ...meeting,
    agenda: { ...meeting.agenda, phase: now },
  });

  it('PRO-3 is adjusted at once when the gavel has fallen and before the meeting is over', () => {
    const undecided = { rule: 'PRO-3', detail: { why: 'undecided' } };
    for (const outcome of ['decided', 'tabled', 'referredBack', 'noted'] as const)
      expect(mayAdjustAtOnce(stage(open, id, { outcome }), id)).toBeNull();
    expect(mayAdjustAtOnce(open, id)).toEqual(undecided);
    expect(mayAdjustAtOnce(open, itemId(9))).toEqual(undecided);
    expect(mayAdjustAtOnce(stage(open, id, { outcome: 'carriedOver' }), id)).toEqual(undecided);
    for (const over of ['planned', 'checkIn', 'closed'] as const)
      expect(mayAdjustAtOnce(phase(stage(open, id, { outcome: 'decided' }), over), id)).toEqual(undecided);
    expect(mayAdjustAtOnce(kindOf(stage(open, id, { outcome: 'decided' }), 'companyBoard'), id)).toEqual({
      rule: 'PRO-3',
      detail: { why: 'company' },
    });
  });

  it('RES-1 is made by one who took part in the decision and did not stand aside, while the meeting goes on', () => {
    const done = stage(open, id, { outcome: 'decided' });
    const part = (took: readonly PersonId[], aside: readonly PersonId[] = []): Meeting => ({
      ...done,
      decisions: { ...done.decisions, tookPart: { [id]: took }, standsAside: { [id]: aside } },
    });
    const no = (why: string) => ({ rule: 'RES-1', detail: { why } });
    expect(mayReserve(part([third!]), id, third!)).toBeNull();
    expect(mayReserve(part([second!]), id, third!)).toEqual(no('notTakenPart'));
    expect(mayReserve(part([third!], [third!]), id, third!)).toEqual(no('notTakenPart'));
    expect(mayReserve(part([third!], [second!]), id, third!)).toBeNull();
    expect(mayReserve(done, id, third!)).toEqual(no('notTakenPart'));
    expect(mayReserve(open, id, third!)).toEqual(no('undecided'));
    expect(mayReserve(phase(part([third!]), 'closed'), id, third!)).toEqual(no('closed'));
  });
});

import { describe, expect, it } from 'vitest';
import type { MeetingPlan } from '../plan.ts';
import type { Attendee } from './shape.ts';
import {
  arrives,
  given,
  hallOf,
  inSession,
  item,
  itemId,
  member,
  minutesOf,
  partyId,
  person,
  personOf,
  type Scene,
  seatId,
  SECRETARY,
  told,
  withItem,
} from '../testing/index.ts';

const [chair, vice, M1, M2] = [member('S', 1), member('S', 2), member('M', 1), member('M', 2)];
const moa = person('Moa Berg');
const hall = hallOf(
  { S: 3, M: 2 },
  {
    items: [item(1, 'Upprop', 'rollCall'), item(2, 'Val av justerare', 'adjusters'), item(3, 'Taxa')],
    substitutes: [{ party: partyId('M'), persons: [moa] }],
    remoteGranted: [M1],
  },
);
const plan: MeetingPlan = {
  ...hall,
  people: [...hall.people, { id: moa, givenName: 'Moa', familyName: 'Berg', party: partyId('M') }],
};
/** The times of a scene's facts of this kind. */
const when = ({ facts }: Scene, type: string): readonly number[] =>
  facts.flatMap(({ event, at }) => (event.type === type ? [at] : []));

describe('the front of the minutes', () => {
  const PLANNED = {
    municipality: 'Exempelköping',
    body: 'Kommunfullmäktige',
    place: 'Fullmäktigesalen',
    date: '2025-11-13',
    adjournments: [],
    leaders: [],
    adjusters: [],
    adjustedAtLatest: '2025-11-27',
    secretary: 'Åsa Lindvall',
  };

  it('of a planned meeting: where and when, and by when it must be adjusted', () => {
    expect(minutesOf(given(plan)).front).toStrictEqual(PLANNED);
    const without = { ...plan, duties: plan.duties.filter((d) => d.duty !== 'secretary') };
    const { secretary: _, ...rest } = PLANNED;
    expect(minutesOf(given(without)).front).toStrictEqual(rest);
  });

  it('of one that goes on: since when, who has led, each once, and its breaks, the one that goes on without an end', () => {
    const scene = inSession(plan)
      .recorded({ type: 'ChairHandedOver', from: chair, to: vice })
      .recorded({ type: 'ChairHandedOver', from: vice, to: chair });
    const [openedAt] = when(scene, 'MeetingOpened');
    const first = scene.after({ type: 'adjourn', cause: 'rest' });
    const [from] = when(first, 'MeetingAdjourned');
    const front = { ...PLANNED, openedAt, leaders: ['S 1 (S)', 'S 2 (S)'] };
    expect(minutesOf(first).front).toStrictEqual({ ...front, adjournments: [{ from }] });
    const back = first.recorded({ type: 'MeetingRecalled' });
    const [to] = when(back, 'MeetingRecalled');
    expect(minutesOf(back).front).toStrictEqual({ ...front, adjournments: [{ from, to }] });
  });

  it('of one that is over: until when, and who adjusts it; who was elected to something else is not named', () => {
    const elected = inSession(plan).recorded(
      { type: 'PersonsElected', item: itemId(2), persons: [M1], by: 'acclamation' },
      { type: 'PersonsElected', item: itemId(3), persons: [M2], by: 'acclamation' },
    );
    const over = elected.recorded({ type: 'MeetingClosed' });
    expect(minutesOf(over).front).toStrictEqual({
      ...PLANNED,
      leaders: ['S 1 (S)'],
      adjusters: ['M 1 (M)'],
      openedAt: when(over, 'MeetingOpened')[0],
      closedAt: when(over, 'MeetingClosed')[0],
    });
  });
});

describe('the list of attendance (KL 5:66)', () => {
  /** `4 M 1 (M), revisor, for M 2 (M): room from CheckedIn at § 3 to SeatLeft (left)`, times as the fact that happened then. */
  function line({ facts }: Scene, { seat, name, title, inPlaceOf, stretches }: Attendee): string {
    const at = (instant: number) => facts.find((fact) => fact.at === instant)?.event.type;
    const spent = stretches.map(
      ({ mode, from, to, cause, atItem }) =>
        `${mode} from ${at(from)}${to === undefined ? '' : ` to ${at(to)}`}${cause === undefined ? '' : ` (${cause})`}${atItem === undefined ? '' : ` at § ${atItem}`}`,
    );
    return [
      ...(seat === undefined ? [] : [seat]),
      `${name}${title === undefined ? '' : `, ${title}`}${inPlaceOf.length === 0 ? '' : `, for ${inPlaceOf.join(' and ')}`}:`,
      spent.join('; '),
    ].join(' ');
  }

  function listOf(scene: Scene): unknown {
    const { members, servingSubstitutes, absent, others } = minutesOf(scene).attendance;
    const lines = (list: readonly Attendee[]) => list.map((one) => line(scene, one));
    return { members: lines(members), servingSubstitutes: lines(servingSubstitutes), absent, others: lines(others) };
  }

  const auditor = person('Rut Ek');
  const audited: MeetingPlan = {
    ...plan,
    people: [...plan.people, personOf('Rut Ek', { title: 'revisor' })],
    duties: [...plan.duties, { person: auditor, duty: 'auditor' }],
  };

  it('members by seat, substitutes who served and for whom, who was absent, and everybody else', () => {
    const scene = withItem(arrives(inSession(audited, { absent: [M2], remote: [M1] }), moa), 3);
    const serving = scene.after({ type: 'callSubstitute', seat: seatId(5), substitute: moa });
    const left = serving.after({ type: 'checkOut', person: member('S', 3), cause: 'left' }, member('S', 3));
    expect(listOf(left)).toEqual({
      members: [
        '1 S 1 (S): room from CheckedIn',
        '2 S 2 (S): room from CheckedIn',
        '3 S 3 (S): room from CheckedIn to SeatLeft (left) at § 3',
        '4 M 1 (M): remote from LinkChanged',
      ],
      servingSubstitutes: ['Moa Berg (M), for M 2 (M): room from SeatTaken at § 3'],
      absent: [{ person: M2, name: 'M 2 (M)', seat: 5 }],
      others: ['Åsa Lindvall: room from CheckedIn', 'Rut Ek, revisor: room from CheckedIn'],
    });
  });

  it('tells no seat, title, end or cause of one who has none', () => {
    const left = inSession(audited).after({ type: 'checkOut', person: auditor, cause: 'left' }, auditor);
    const { members, others } = minutesOf(left).attendance;
    const [from, to] = [...when(left, 'CheckedIn').slice(0, 1), ...when(left, 'CheckedOut')];
    expect(members[0]).toStrictEqual({
      person: chair,
      name: 'S 1 (S)',
      seat: 1,
      inPlaceOf: [],
      stretches: [{ mode: 'room', from }],
    });
    const [of] = others.slice(-1);
    expect(of).toStrictEqual({
      person: auditor,
      name: 'Rut Ek',
      title: 'revisor',
      inPlaceOf: [],
      stretches: [{ mode: 'room', from: of?.stretches[0]?.from, to, cause: 'left' }],
    });
  });

  it('a substitute who did not serve is among the others; a seat that nobody holds is nobody’s absence', () => {
    const vacant: MeetingPlan = {
      ...plan,
      seats: plan.seats.map(({ holder, ...seat }) =>
        seat.id === seatId(5) || holder === undefined ? seat : { ...seat, holder },
      ),
    };
    expect(listOf(arrives(inSession(vacant), moa))).toMatchObject({
      absent: [],
      others: ['Åsa Lindvall: room from CheckedIn', 'Moa Berg (M): room from CheckedIn'],
    });
  });
});

describe('the voting register of a general meeting (ABL 7:48)', () => {
  const owners = hallOf({ A: 1, B: 1, C: 1 }, { items: [] });
  const HOLDINGS = [
    { votes: 60, shares: 50 },
    { votes: 30, shares: 40 },
    { votes: 10, shares: 10 },
  ];
  const general: MeetingPlan = {
    ...owners,
    body: { ...owners.body, kind: 'generalMeeting' },
    seats: owners.seats.map((seat, index) => ({ ...seat, ...HOLDINGS[index] })),
  };
  const row = (name: string, votes: number, shares: number) =>
    `votingRegister.row {name: ${name}; votes: ${votes}; shares: ${shares}}`;

  it('is told as it was approved, by whom each shareholder was represented; and anew when it has changed', () => {
    const first = inSession(general, { absent: [member('C')] })
      .after({ type: 'enterHolding', seat: seatId(2), owner: 'Ägare AB', votes: 30, shares: 40 }, SECRETARY)
      .after({ type: 'approveVotingRegister' });
    const PROXY = 'votingRegister.proxy {name: B 1 (B); owner: Ägare AB; votes: 30; shares: 40}';
    const FIRST = `presence /votingRegister/seq: votingRegister {rows: [${row('A 1 (A)', 60, 50)}, ${PROXY}]; votes: 90; shares: 90; at: VotingRegisterApproved} ← VotingRegisterApproved`;
    expect(told(first, null)).toEqual([FIRST]);
    const second = arrives(first, member('C')).after({ type: 'approveVotingRegister' });
    expect(told(second, null)).toEqual([
      FIRST,
      `presence /votingRegister/seq: votingRegisterChanged {rows: [${row('A 1 (A)', 60, 50)}, ${PROXY}, ${row('C 1 (C)', 10, 10)}]; votes: 100; shares: 100; at: VotingRegisterApproved} ← VotingRegisterApproved`,
    ]);
  });
});

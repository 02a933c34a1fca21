import {
  type Duty,
  type Meeting,
  type MeetingCommand,
  type PersonId,
  personName,
  type Presence,
} from '@klubba/meeting';

/** One line of the check-in board. */
export type Arrival = {
  readonly person: PersonId;
  readonly name: string;
  /** Place in the body, for one who holds a seat. */
  readonly number?: number;
  readonly duty?: Duty;
  readonly presence?: Presence;
  /** Of the tests made before the meeting, those that failed. */
  readonly faults: readonly DeviceFault[];
};
type DeviceFault = 'camera' | 'microphone' | 'sound' | 'connection' | 'battery';

type ArrivalGroup = {
  /** A party's name, or which list it is. */
  readonly title: string | 'substitutes' | 'others';
  readonly kind: 'party' | 'noParty' | 'substitutes' | 'others';
  readonly people: readonly Arrival[];
  readonly here: number;
};

/** Below this the battery may not last the evening, in per cent. */
export const BATTERY_LOW_PERCENT = 30;

export function deviceFaults(presence: Presence | undefined): readonly DeviceFault[] {
  const test = presence?.deviceTest;
  if (test === undefined) return [];
  const tested = (['camera', 'microphone', 'sound', 'connection'] as const).filter((part) => !test[part]);
  return test.battery !== undefined && test.battery < BATTERY_LOW_PERCENT ? [...tested, 'battery'] : tested;
}

/** Who is in and who is not: members by party in the body's order, then substitutes in theirs, then those with a duty. */
export function arrivals(meeting: Meeting): readonly ArrivalGroup[] {
  const { plan } = meeting;
  const listed = [...new Set(plan.substitutes.flatMap((list) => list.persons))];
  const elected = new Set([...plan.seats.flatMap((seat) => seat.holder ?? []), ...listed]);
  const seats = plan.seats.toSorted((a, b) => a.number - b.number);
  const membersOf = (party: (typeof plan.parties)[number]['id'] | undefined) =>
    seats.flatMap((seat) =>
      seat.party === party && seat.holder !== undefined ? [arrival(meeting, seat.holder, { number: seat.number })] : [],
    );
  const officers = plan.duties.filter(({ person, duty }) => duty !== 'hallDevice' && !elected.has(person));
  const groups: readonly Omit<ArrivalGroup, 'here'>[] = [
    ...plan.parties.map((party) => ({ title: party.name, kind: 'party' as const, people: membersOf(party.id) })),
    { title: '', kind: 'noParty', people: membersOf(undefined) },
    { title: 'substitutes', kind: 'substitutes', people: listed.map((person) => arrival(meeting, person)) },
    {
      title: 'others',
      kind: 'others',
      people: [...new Map(officers.map(({ person, duty }) => [person, duty]))].map(([person, duty]) =>
        arrival(meeting, person, { duty }),
      ),
    },
  ];
  return groups
    .filter((group) => group.people.length > 0)
    .map((group) => ({ ...group, here: group.people.filter((one) => one.presence?.admitted === true).length }));
}

function arrival(
  meeting: Meeting,
  person: PersonId,
  more: { readonly number?: number; readonly duty?: Duty } = {},
): Arrival {
  const presence = meeting.attendance.present[person];
  return {
    person,
    name: personName(meeting, person),
    faults: deviceFaults(presence),
    ...more,
    ...(presence === undefined ? {} : { presence }),
  };
}

/** A press on the tick: the secretary sees the person in the hall, or takes the tick back. One at a distance has no tick. */
export function tickCommand({ person, presence }: Arrival): MeetingCommand | undefined {
  if (presence === undefined) return { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' };
  if (presence.mode === 'room') return { type: 'checkOut', person, cause: 'left' };
  return undefined;
}

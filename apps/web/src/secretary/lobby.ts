import {
  decide,
  type Duty,
  type Instant,
  isElected,
  type Item,
  type Meeting,
  type MeetingCommand,
  type PersonId,
  personWithParty,
  type Presence,
  type Refusal,
  type Stretch,
} from '@klubba/meeting';

/** Somebody who is outside, or is expected, or has been in for one item. */
export type Outsider = {
  readonly person: PersonId;
  readonly name: string;
  readonly title?: string;
  readonly duties: readonly Duty[];
  /** Known to the body: holds a seat, stands on a list, or has a duty tonight. */
  readonly expected: boolean;
  /** The item the person is called to. */
  readonly item?: Pick<Item, 'id' | 'number' | 'title'>;
  readonly presence?: Presence;
  /** Was in, and sent out because somebody else sat at the screen. */
  readonly doubted: boolean;
  readonly state: 'outside' | 'expected' | 'in' | 'out';
};

/** Who waits, who is expected, who is in for one item and who has been: in that order, each by when they came. */
export function outsiders(meeting: Meeting): readonly Outsider[] {
  const externals = meeting.plan.duties.filter((d) => d.duty === 'external').map((d) => d.person);
  const waiting = Object.values(meeting.attendance.present)
    .filter((one) => !one.admitted)
    .map((one) => one.person);
  const all = [...new Set([...waiting, ...externals])].map((person) => outsider(meeting, person));
  const order: readonly Outsider['state'][] = ['outside', 'expected', 'in', 'out'];
  return all.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.presence?.since ?? 0) - (b.presence?.since ?? 0),
  );
}

function outsider(meeting: Meeting, person: PersonId): Outsider {
  const { plan, agenda, secrecy, attendance } = meeting;
  const known = plan.people.find((one) => one.id === person);
  const called = agenda.order.map((id) => agenda.items[id]).find((item) => item?.externals?.includes(person) === true);
  const presents = agenda.order.map((id) => agenda.items[id]).find((item) => item?.presenter === person);
  const item = called ?? presents;
  const presence = attendance.present[person];
  const duties = plan.duties.filter((d) => d.person === person).map((d) => d.duty);
  return {
    person,
    name: presence?.visitor ?? personWithParty(plan, person),
    duties,
    expected: duties.length > 0 || item !== undefined || isElected(meeting, person),
    doubted: meeting.lobby.doubted[person] !== undefined,
    state: stateOf(secrecy.externals[person]?.state, presence),
    ...(known?.title === undefined ? {} : { title: known.title }),
    ...(item === undefined ? {} : { item: { id: item.id, number: item.number, title: item.title } }),
    ...(presence === undefined ? {} : { presence }),
  };
}

function stateOf(
  external: 'invited' | 'admitted' | 'ended' | undefined,
  presence: Presence | undefined,
): Outsider['state'] {
  if (external === 'ended') return 'out';
  if (external === 'admitted') return 'in';
  return presence === undefined ? 'expected' : 'outside';
}

export type Door = { readonly command: MeetingCommand; readonly refusal: Refusal | undefined };

/** How this one would come in, and what stands in the way now. An external party is let in to the open item, others to the meeting. */
export function doorFor(meeting: Meeting, { person, duties }: Outsider, actor: PersonId, at: Instant): Door {
  const command: MeetingCommand = duties.includes('external')
    ? { type: 'admitExternal', person }
    : { type: 'admit', person };
  const judged = decide(meeting, command, { at, actor, id: 'door' });
  return { command, refusal: judged.ok ? undefined : judged.refusal };
}

/** When those who are neither members nor substitutes have been in, in order of coming. */
export function movements(meeting: Meeting): readonly Stretch[] {
  return meeting.attendance.stretches.filter((one) => one.capacity === 'other' && !isElected(meeting, one.person));
}

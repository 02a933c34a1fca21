import {
  type Body,
  type BodyKind,
  decide,
  defaultSettings,
  evolve,
  type Item,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingPlan,
  type PersonId,
  planned,
  quorum,
  type Refusal,
  type SeatId,
} from '@klubba/meeting';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WEEK_AND_A_DAY_MS = 8 * 24 * HOUR_MS;

/** A step that the minutes tell of was not lawful in the heart. */
export class Unlawful extends Error {
  readonly refusal: Refusal;
  constructor(command: MeetingCommand, refusal: Refusal) {
    super(`${command.type} is refused by ${refusal.rule} ${JSON.stringify(refusal.detail ?? {})}`);
    this.refusal = refusal;
  }
}

/** A meeting under way. Only what the heart's `decide` accepts changes it. */
export class Stage {
  meeting: Meeting;
  at: number;
  private steps = 0;
  constructor(meeting: Meeting, at: number, steps = 0) {
    this.meeting = meeting;
    this.at = at;
    this.steps = steps;
  }
  /** The same evening from here on, once more: states are never changed, only replaced. */
  copy(): Stage {
    return new Stage(this.meeting, this.at, this.steps);
  }
  do(command: MeetingCommand, by?: PersonId | 'system'): readonly MeetingEvent[] {
    this.steps += 1;
    this.at += 1000;
    const actor = by ?? this.meeting.agenda.leader ?? CHAIR;
    const decided = decide(this.meeting, command, { at: this.at, actor, id: `r${this.steps}` });
    if (!decided.ok) throw new Unlawful(command, decided.refusal);
    for (const event of decided.value) {
      const next = evolve(this.meeting, { seq: this.meeting.seq + 1, at: this.at, actor, event });
      if (next.plan !== undefined) this.meeting = next;
    }
    return decided.value;
  }
  get present(): number {
    return quorum(this.meeting).present;
  }
}

export const CHAIR = 'seat-1' as PersonId;
export const VICE = 'seat-2' as PersonId;
export const SECRETARY = 'secretary' as PersonId;

export type HallOf = {
  readonly kind: BodyKind;
  readonly seats: number;
  readonly date: string;
  readonly items: readonly Partial<Item>[];
  /** Holders in seat order; without, `seat-1` …. */
  readonly holders?: readonly PersonId[];
  readonly substitutes?: readonly PersonId[];
  readonly startsAt?: number;
  readonly chair?: PersonId;
  readonly vice?: PersonId;
};

/** A body of so many seats with one list of substitutes for all of them: the minutes do not name the lists. */
export function hall(of: HallOf): Stage {
  const plan = planOf(of);
  return new Stage(planned(plan, 1), plan.startsAt - HOUR_MS);
}

function planOf({ kind, seats, date, items, ...of }: HallOf): MeetingPlan {
  const holders = of.holders ?? Array.from({ length: seats }, (_, index) => `seat-${index + 1}` as PersonId);
  const substitutes =
    of.substitutes ?? Array.from({ length: seats }, (_, index) => `substitute-${index + 1}` as PersonId);
  const startsAt = of.startsAt ?? Date.parse(`${date}T15:00:00Z`);
  const announced = new Date(startsAt - WEEK_AND_A_DAY_MS).toISOString().slice(0, 10);
  const body: Body = {
    id: kind as Body['id'],
    name: kind,
    kind,
    seatsTotal: seats,
    settings: defaultSettings(kind, date),
  };
  return {
    meeting: `replay-${date}` as MeetingPlan['meeting'],
    municipality: 'Göteborg',
    body,
    date,
    startsAt,
    place: '',
    form: 'physical',
    parties: [],
    people: [...holders, ...substitutes, SECRETARY].map((id) => ({ id, givenName: id, familyName: '' })),
    seats: Array.from({ length: seats }, (_, index) => {
      const holder = holders[index];
      return { id: `chair-${index + 1}` as SeatId, number: index + 1, ...(holder ? { holder } : {}) };
    }),
    substitutes: [{ persons: substitutes }],
    duties: [
      { person: of.chair ?? CHAIR, duty: 'chair' },
      { person: of.vice ?? VICE, duty: 'viceChair' },
      { person: SECRETARY, duty: 'secretary' },
    ],
    items: items.map((item, index) => ({
      id: `item-${index + 1}` as Item['id'],
      number: index + 1,
      title: `${index + 1}`,
      kind: 'matter',
      documents: [],
      doors: 'open',
      preparedBy: ['kommunstyrelsen'],
      announcedOn: announced,
      ...item,
    })),
    notice: { announcedOn: announced, sentOn: announced },
    remoteGranted: [],
  };
}

export function arrive(stage: Stage, person: PersonId): void {
  stage.do({ type: 'checkIn', person, mode: 'room', identified: 'bankId' }, person);
}

const sessions = new Map<string, Stage>();

/** The body in full number, the meeting open. One for each body and day; paragraphs go on from copies of it. */
export function inFullNumber(kind: BodyKind, seats: number, date: string, items: readonly Partial<Item>[]): Stage {
  const key = JSON.stringify([kind, seats, date, items]);
  const known = sessions.get(key);
  if (known) return known.copy();
  const stage = hall({ kind, seats, date, items });
  stage.do({ type: 'openCheckIn' }, SECRETARY);
  for (const seat of stage.meeting.plan.seats) if (seat.holder) arrive(stage, seat.holder);
  stage.do({ type: 'openMeeting' }, CHAIR);
  sessions.set(key, stage);
  return stage.copy();
}

/** Brings the number present to `wanted`: some leave, or substitutes are called in. */
export function presentToBe(stage: Stage, wanted: number): void {
  const here = () => stage.meeting.plan.seats.filter((s) => stage.meeting.attendance.serving[s.id] !== undefined);
  while (stage.present > wanted) {
    const seat = here().at(-1);
    const person = seat && stage.meeting.attendance.serving[seat.id]?.person;
    if (!person || person === CHAIR) throw new Error('nobody is left to leave');
    stage.do({ type: 'checkOut', person, cause: 'left' }, person);
  }
  while (stage.present < wanted) {
    const { plan, attendance } = stage.meeting;
    const seat = plan.seats.find((s) => attendance.serving[s.id] === undefined);
    const used = new Set(attendance.stretches.map((s) => s.person));
    const next = plan.substitutes[0]?.persons.find((p) => !used.has(p) && attendance.present[p] === undefined);
    if (!seat || !next) throw new Error('no substitute is left to call');
    arrive(stage, next);
    stage.do({ type: 'callSubstitute', seat: seat.id, substitute: next });
  }
}

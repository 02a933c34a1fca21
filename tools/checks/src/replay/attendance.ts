import { type Item, type PersonId, quorum, quorumGate, type SeatId } from '@klubba/meeting';
import { arrive, hall, SECRETARY, type Stage } from './hall.ts';
import { recordOf } from './minutes.ts';

/** One stretch of serving, in minutes of the day; `to` is the minute of leaving. */
type Stretch = { readonly person: PersonId; readonly from: number; readonly to: number };
type Change = { readonly at: number; readonly person: PersonId; readonly comes: boolean; readonly comesBack: boolean };

export type AttendanceReport = { readonly deviations: readonly string[]; readonly remarks: readonly string[] };

const MINUTE_MS = 60_000;
const INTERVAL = /^\s*(\d{1,2})[:.](\d{2})\s*[–—-]\s*(\d{1,2})[:.](\d{2})\s*$/u;

/**
 * A council's published attendance through check-in, leaving, substitutes and return. At every minute of change the heart's number of
 * those present is the log's, and its quorum is more than half of the seats. The log does not say why somebody left and served again the
 * same day; a council allows that for conflict of interest alone (KL 5:20), so it is replayed as such.
 */
export function replayAttendance(day: string, raw: unknown): AttendanceReport {
  const deviations: string[] = [];
  const remarks: string[] = [];
  try {
    const log = recordOf(raw);
    const seats = Number(log['mandat']);
    const { stretches, faults } = readStretches(recordOf(log['narvaro']));
    deviations.push(...faults.map((fault) => `${day}: ${fault}`));
    if (stretches.length > 0) new Log(day, seats, stretches, deviations).run();
    const again = new Set(
      stretches.filter((s) => stretches.some((o) => o.person === s.person && o.from > s.to)).map((s) => s.person),
    );
    if (again.size > 0)
      remarks.push(
        `${day}: ${again.size} left and served again the same day; the log has no reason, replayed as conflict of interest (KL 5:20)`,
      );
  } catch (error) {
    deviations.push(`${day}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { deviations, remarks };
}

function readStretches(log: Readonly<Record<string, unknown>>): {
  stretches: readonly Stretch[];
  faults: readonly string[];
} {
  const stretches: Stretch[] = [];
  const faults: string[] = [];
  for (const [id, intervals] of Object.entries(log)) {
    const read = (Array.isArray(intervals) ? intervals : []).flatMap((text: unknown) => {
      const [, h1, m1, h2, m2] = INTERVAL.exec(String(text)) ?? [];
      const from = Number(h1) * 60 + Number(m1);
      const until = Number(h2) * 60 + Number(m2);
      const to = until < from ? until + 24 * 60 : until;
      if (h1 === undefined) faults.push(`“${String(text)}” of ${id} is no time`);
      return h1 === undefined || to === from ? [] : [{ from, to }];
    });
    stretches.push(
      ...apart(
        id,
        read.toSorted((a, b) => a.from - b.from),
      ),
    );
  }
  return { stretches, faults };
}

/** One id may cover two persons: stretches that overlap belong to different ones. Stretches that touch are one. */
function apart(id: string, stretches: readonly Omit<Stretch, 'person'>[]): readonly Stretch[] {
  const persons: { from: number; to: number }[][] = [];
  for (const stretch of stretches) {
    const own = persons.find((list) => (list.at(-1)?.to ?? 0) <= stretch.from);
    const last = own?.at(-1);
    if (own && last && last.to === stretch.from) last.to = stretch.to;
    else if (own) own.push({ ...stretch });
    else persons.push([{ ...stretch }]);
  }
  return persons.flatMap((list, n) =>
    list.map((s) => ({ ...s, person: `${id}${n === 0 ? '' : `-${n + 1}`}` as PersonId })),
  );
}

class Log {
  private readonly day: string;
  private readonly seats: number;
  private readonly changes: readonly Change[];
  private readonly deviations: string[];
  private readonly stage: Stage;
  private readonly leaders: readonly PersonId[];
  private readonly here = new Set<PersonId>();
  /** Away and coming back: in conflict in every item until then. */
  private readonly away = new Set<PersonId>();
  private items = 0;

  constructor(day: string, seats: number, stretches: readonly Stretch[], deviations: string[]) {
    this.day = day;
    this.seats = seats;
    this.deviations = deviations;
    this.changes = changesOf(stretches);
    this.leaders = longest(stretches);
    const persons = [
      ...new Set([...this.leaders, ...stretches.toSorted((a, b) => a.from - b.from).map((s) => s.person)]),
    ];
    const date = /\d{4}-\d{2}-\d{2}/u.exec(day)?.[0] ?? '2024-01-01';
    const [chair, vice] = this.leaders;
    this.stage = hall({
      kind: 'council',
      seats,
      date,
      holders: persons.slice(0, seats),
      substitutes: persons.slice(seats),
      items: Array.from({ length: this.changes.length + 1 }, (): Partial<Item> => ({ kind: 'information' })),
      ...(chair ? { chair } : {}),
      ...(vice ? { vice } : {}),
    });
  }

  run(): void {
    const midnight = Date.parse(`${this.stage.meeting.plan.date}T00:00:00Z`);
    const first = this.changes[0]?.at ?? 0;
    this.stage.at = midnight + (first - 1) * MINUTE_MS;
    this.stage.do({ type: 'openCheckIn' }, SECRETARY);
    for (const minute of new Set(this.changes.map((c) => c.at))) {
      this.stage.at = Math.max(this.stage.at, midnight + minute * MINUTE_MS);
      const now = this.changes.filter((c) => c.at === minute);
      this.changeAll(now, minute);
      this.open();
      this.compare(minute);
    }
    this.close();
  }

  private changeAll(changes: readonly Change[], minute: number): void {
    if (this.changes.every((c) => c.at < minute || !c.comes) && this.here.size === changes.length) this.close();
    const leaving = changes.filter((c) => !c.comes);
    const coming = changes.filter((c) => c.comes);
    const returning = coming.filter((c) => this.away.has(c.person));
    for (const { person } of [...leaving, ...coming])
      if (leaving.some((c) => c.person === person)) this.here.delete(person);
      else this.here.add(person);
    const givesWay = returning.length > 0 || coming.some((c) => this.isServedFor(c.person));
    if (givesWay && this.stage.meeting.agenda.current) this.stage.do({ type: 'closeItem' });
    for (const { person } of returning) this.away.delete(person);
    for (const { person, comesBack } of leaving) {
      if (comesBack && this.isOpen()) this.away.add(person);
      else this.leave(person);
    }
    for (const { person } of coming) {
      this.arrive(person);
      this.resume(person);
    }
    this.openItem();
    this.seatEverybody();
  }

  /** A substitute sits in the member's own seat, and gives way between items (ERS-3). */
  private isServedFor(person: PersonId): boolean {
    const { plan, attendance } = this.stage.meeting;
    return plan.seats.some((s) => s.holder === person && attendance.serving[s.id] !== undefined);
  }

  private isOpen(): boolean {
    return this.stage.meeting.agenda.phase === 'open';
  }

  private leave(person: PersonId): void {
    if (this.isOpen() && this.stage.meeting.agenda.leader === person) this.handOver(person);
    if (this.stage.meeting.attendance.present[person])
      this.stage.do({ type: 'checkOut', person, cause: 'left' }, person);
  }

  private handOver(from: PersonId): void {
    const to = this.leaders.find((p) => p !== from && this.here.has(p));
    if (to && this.stage.meeting.plan.duties.some((d) => d.person === to)) this.stage.do({ type: 'handOverChair', to });
  }

  private arrive(person: PersonId): void {
    if (!this.stage.meeting.attendance.present[person]) arrive(this.stage, person);
  }

  private resume(person: PersonId): void {
    const own = this.stage.meeting.plan.seats.find((s) => s.holder === person);
    const served = own && this.stage.meeting.attendance.serving[own.id];
    if (own && served && served.person !== person) this.stage.do({ type: 'resumeSeat', seat: own.id });
  }

  /** Substitutes take the places of those who are gone, in turn. */
  private seatEverybody(): void {
    const { plan } = this.stage.meeting;
    for (const person of this.here) {
      const { serving } = this.stage.meeting.attendance;
      if (Object.values(serving).some((s) => s.person === person)) continue;
      const free = plan.seats.filter((s) => serving[s.id] === undefined && !(s.holder && this.here.has(s.holder)));
      const seat = free.find((s) => !(s.holder && this.away.has(s.holder))) ?? free[0];
      const own = plan.seats.find((s) => s.holder === person);
      if (seat && !own) this.stage.do({ type: 'callSubstitute', seat: seat.id as SeatId, substitute: person });
    }
  }

  /** The meeting is opened when more than half have come. */
  private open(): void {
    const leader = this.leaders.find((p) => this.here.has(p));
    if (this.stage.meeting.agenda.phase !== 'checkIn' || !leader || this.here.size * 2 <= this.seats) return;
    this.stage.do({ type: 'openMeeting' }, leader);
    this.openItem();
  }

  private openItem(): void {
    const { agenda } = this.stage.meeting;
    if (!this.isOpen() || agenda.current || this.here.size * 2 <= this.seats) {
      if (agenda.current) this.declareAway();
      return;
    }
    this.items += 1;
    this.stage.do({ type: 'openItem', item: `item-${this.items}` as Item['id'] });
    this.declareAway();
  }

  private declareAway(): void {
    const item = this.stage.meeting.agenda.current;
    if (!item) return;
    for (const person of this.away) {
      if (this.stage.meeting.agenda.leader === person) this.handOver(person);
      this.stage.do({ type: 'declareConflict', item, person }, person);
    }
  }

  private compare(minute: number): void {
    const counted = quorum(this.stage.meeting);
    const expected = this.here.size;
    const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    if (expected > this.seats)
      this.deviations.push(`${this.day} ${time}: the log has ${expected} serving at once in ${this.seats} seats`);
    else if (counted.present !== expected && this.stage.meeting.agenda.phase !== 'closed')
      this.deviations.push(`${this.day} ${time}: ${counted.present} present, by the log ${expected}`);
    const quorate = expected * 2 > this.seats;
    if (counted.quorate !== quorate && expected === counted.present)
      this.deviations.push(
        `${this.day} ${time}: ${counted.present} of ${this.seats} is ${counted.quorate ? 'quorate' : 'not quorate'}`,
      );
    const lawful = quorumGate(this.stage.meeting, 'gavel') === null;
    if (lawful !== quorate && this.away.size === 0 && expected === counted.present)
      this.deviations.push(`${this.day} ${time}: the gavel is ${lawful ? 'free' : 'stopped'} with ${expected} present`);
  }

  private close(): void {
    if (!this.isOpen()) return;
    if (this.stage.meeting.agenda.current) this.stage.do({ type: 'closeItem' });
    this.stage.do({ type: 'closeMeeting' });
  }
}

function changesOf(stretches: readonly Stretch[]): readonly Change[] {
  return stretches
    .flatMap(({ person, from, to }): readonly Change[] => [
      { at: from, person, comes: true, comesBack: false },
      { at: to, person, comes: false, comesBack: stretches.some((s) => s.person === person && s.from > to) },
    ])
    .toSorted((a, b) => a.at - b.at || Number(a.comes) - Number(b.comes));
}

/** Who is there longest leads: the log does not say who did. */
function longest(stretches: readonly Stretch[]): readonly PersonId[] {
  const time = new Map<PersonId, number>();
  for (const s of stretches) time.set(s.person, (time.get(s.person) ?? 0) + s.to - s.from);
  return [...time]
    .toSorted((a, b) => b[1] - a[1])
    .map(([person]) => person)
    .slice(0, 2);
}

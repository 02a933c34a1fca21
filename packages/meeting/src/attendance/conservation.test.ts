import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId, PersonId, SeatId } from '../ids.ts';
import { fold } from '../meeting.ts';
import {
  currentNumber,
  inConflict,
  isElected,
  isPresent,
  missingFromCheck,
  nextSubstitute,
  quorum,
  substitutesFor,
} from '../selectors.ts';
import {
  ALL_CONDITIONS,
  boardPlan,
  inSession,
  itemClosed,
  itemId,
  NO_CONDITIONS,
  person,
  type Scene,
  withItem,
} from '../testing/index.ts';
import type { Actor, Fact, Meeting, MeetingCommand } from '../types.ts';
import type { LeaveCause, Mode } from './types.ts';

const MOVES_PER_RUN = 60;
const RUNS = 80;

const plan = boardPlan({ settings: { remoteForSecretItems: 'protected', memberMayResumeAfterHindrance: true } });
const chair = person('Helena Ståhl');
const seats = plan.seats.map((s) => s.id);
const elected = plan.people.map((p) => p.id).filter((id) => isElected({ plan }, id));

type Move = (scene: Scene) => Scene;

/** The command if it is lawful now, else nothing. */
function attempt(scene: Scene, command: MeetingCommand, by: Actor = chair): Scene {
  const outcome = scene.when(command, by);
  return outcome.refusal ? scene : outcome.thenAmong();
}

const someone = fc.constantFrom(...elected);
const someSeat = fc.constantFrom(...seats);
const someItem = fc.constantFrom(...plan.items.map((i) => i.id));
const cause = fc.constantFrom<LeaveCause[]>(
  'left',
  'connectionLost',
  'otherHindrance',
  'notedAbsent',
  'secretItem',
  'conflict',
);

const commands: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.record({ type: fc.constant('checkOut' as const), person: someone, cause }),
  fc.record({ type: fc.constant('noteAbsent' as const), person: someone, cause }),
  fc.record({ type: fc.constant('callSubstitute' as const), seat: someSeat, substitute: someone }),
  fc.record({ type: fc.constant('resumeSeat' as const), seat: someSeat }),
  fc.record({
    type: fc.constant('changeMode' as const),
    person: someone,
    mode: fc.constantFrom('room' as const, 'remote' as const),
  }),
  fc.record({ type: fc.constant('declareConflict' as const), item: someItem, person: someone }),
  fc.record({ type: fc.constant('withdrawConflict' as const), item: someItem, person: someone }),
  fc.constantFrom<MeetingCommand[]>({ type: 'closeDoors' }, { type: 'openDoors' }),
);

/** What the secretary notes about a conflict in the open item. */
const conflictNow =
  (who: PersonId, then: 'declared' | 'contested' | 'established' | 'rejected' | 'withdrawn'): Move =>
  (scene) => {
    const item = scene.meeting.agenda.current;
    if (item === undefined) return scene;
    if (then === 'declared') return attempt(scene, { type: 'declareConflict', item, person: who });
    if (then === 'withdrawn') return attempt(scene, { type: 'withdrawConflict', item, person: who });
    const contested = contest(who, item)(scene);
    return then === 'contested'
      ? contested
      : attempt(contested, { type: 'decideConflict', item, person: who, inConflict: then === 'established' });
  };

const contest =
  (who: PersonId, item: ItemId): Move =>
  (scene) =>
    attempt(attempt(scene, { type: 'raiseConflict', item, person: who, ground: 'grund' }), {
      type: 'contestConflict',
      item,
      person: who,
    });

const arriveBy =
  (who: PersonId, mode: Mode): Move =>
  (scene) =>
    attempt(scene, { type: 'checkIn', person: who, mode, identified: 'bankId' }, who);

const linkTo =
  (who: PersonId, up: boolean): Move =>
  (scene) =>
    attempt(scene, { type: 'reportLink', person: who, conditions: up ? ALL_CONDITIONS : NO_CONDITIONS }, 'system');

const callNext =
  (seat: SeatId): Move =>
  (scene) => {
    const substitute = nextSubstitute(scene.meeting, seat);
    return substitute ? attempt(scene, { type: 'callSubstitute', seat, substitute }) : scene;
  };

/** The open item is closed, else this one is opened if it still waits. */
const turnItem =
  (number: number): Move =>
  (scene) => {
    const open = currentNumber(scene.meeting);
    if (open !== undefined) return itemClosed(scene, open);
    return scene.meeting.agenda.items[itemId(number)]?.stage === 'waiting' ? withItem(scene, number) : scene;
  };

/** A break in which somebody goes out, and the check after it. */
const rest =
  (outside: PersonId, comesBack: boolean): Move =>
  (scene) => {
    const away = attempt(attempt(scene, { type: 'adjourn', cause: 'rest' }), {
      type: 'checkOut',
      person: outside,
      cause: 'left',
    });
    const checking = attempt(comesBack ? arriveBy(outside, 'room')(away) : away, { type: 'recall' });
    const confirmed = missingFromCheck(checking.meeting).reduce(
      (s, who) => attempt(s, { type: 'confirmPresence', person: who }),
      checking,
    );
    const noted = missingFromCheck(confirmed.meeting).reduce(
      (s, who) => attempt(s, { type: 'noteAbsent', person: who, cause: 'notedAbsent' }),
      confirmed,
    );
    return noted.after({ type: 'completeCheck' }, noted.meeting.agenda.leader ?? chair);
  };

const linked = fc.constantFrom(...plan.remoteGranted);
const outcomes = fc.constantFrom(
  'declared' as const,
  'contested' as const,
  'established' as const,
  'rejected' as const,
  'withdrawn' as const,
);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: commands.map(
      (command): Move =>
        (scene) =>
          attempt(scene, command),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(someone, fc.constantFrom<Mode[]>('room', 'remote')).map(([who, mode]) => arriveBy(who, mode)),
  },
  { weight: 4, arbitrary: fc.tuple(linked, fc.boolean()).map(([who, up]) => linkTo(who, up)) },
  { weight: 6, arbitrary: someSeat.map(callNext) },
  { weight: 3, arbitrary: fc.constantFrom(...plan.items.map((i) => i.number)).map(turnItem) },
  { weight: 4, arbitrary: fc.tuple(someone, outcomes).map(([who, then]) => conflictNow(who, then)) },
  { weight: 1, arbitrary: fc.tuple(someone, fc.boolean()).map(([who, comesBack]) => rest(who, comesBack)) },
);
const moves = fc.array(move, { maxLength: MOVES_PER_RUN, size: 'max' });

/** Every meeting on the way, from one in session with a member missing and two substitutes there. */
function play(played: readonly Move[]): { readonly meetings: readonly Meeting[]; readonly facts: readonly Fact[] } {
  const start = inSession(plan, {
    absent: [person('Louise Rydén')],
    remote: [person('Sofia Elmgren'), person('Birgitta Nordin')],
    substitutes: ['Daniel Hållén', 'Annika Stjernholm', 'Fatima Haddad', 'Oskar Nyman'].map(person),
  });
  const scenes = [start];
  for (const next of played) scenes.push(next(scenes.at(-1) ?? start));
  return { meetings: scenes.map((s) => s.meeting), facts: scenes.at(-1)?.facts ?? [] };
}

function recount(meeting: Meeting): number {
  const { current } = meeting.agenda;
  const conflicts = current === undefined ? [] : (meeting.conflicts.byItem[current] ?? []);
  const out = new Set(
    conflicts.filter((c) => c.state === 'declared' || c.state === 'established').map((c) => c.person),
  );
  const voters = new Set<PersonId>();
  for (const service of Object.values(meeting.attendance.serving)) {
    if (isPresent(meeting, service.person) && !out.has(service.person)) voters.add(service.person);
  }
  return voters.size;
}

describe('whatever happens', () => {
  it('MTG-SEAT a seat has one person, a person one seat, and no seat is made or lost', () => {
    fc.assert(
      fc.property(moves, (played) => {
        for (const { attendance } of play(played).meetings) {
          const serving = Object.values(attendance.serving).map((s) => s.person);
          expect(new Set(serving).size).toBe(serving.length);
          expect(Object.keys(attendance.serving).every((seat) => seats.some((s) => s === seat))).toBe(true);
          for (const [seat, aside] of Object.entries(attendance.steppedAside)) {
            expect(serving).not.toContain(aside.person);
            const standIn = attendance.serving[seat as (typeof seats)[number]];
            expect(standIn === undefined || standIn.person !== aside.person).toBe(true);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('NAR-1 the count equals a naive recount', () => {
    fc.assert(
      fc.property(moves, (played) => {
        for (const meeting of play(played).meetings) {
          const counted = quorum(meeting);
          expect(counted.present).toBe(recount(meeting));
          expect(counted.remote + counted.inRoom).toBe(counted.present);
          expect(counted.present).toBeLessThanOrEqual(counted.seats);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('only members and listed substitutes ever serve, each on a seat that is theirs to serve', () => {
    fc.assert(
      fc.property(moves, (played) => {
        for (const { attendance } of play(played).meetings) {
          for (const [id, { person: who }] of Object.entries(attendance.serving)) {
            const seat = plan.seats.find((s) => s.id === id);
            expect(seat && (seat.holder === who || substitutesFor(plan, seat).includes(who))).toBe(true);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('the stretches add up: one open a person, none ends before it begins, and the open ones are those who serve', () => {
    fc.assert(
      fc.property(moves, (played) => {
        for (const { attendance } of play(played).meetings) {
          const open = attendance.stretches.filter((s) => s.to === undefined);
          expect(new Set(open.map((s) => s.person)).size).toBe(open.length);
          for (const s of attendance.stretches) expect(s.to === undefined || s.to >= s.from).toBe(true);
          const seated = open.filter((s) => s.seat !== undefined).map((s) => `${s.seat} ${s.person}`);
          const serving = Object.entries(attendance.serving).map(([seat, s]) => `${seat} ${s.person}`);
          expect(seated.toSorted()).toEqual(serving.toSorted());
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('the same facts give the same meeting, and a meeting is plain JSON', () => {
    fc.assert(
      fc.property(moves, (played) => {
        const { facts, meetings } = play(played);
        expect(fold(facts)).toEqual(meetings.at(-1));
        expect(fold(structuredClone(facts))).toEqual(JSON.parse(JSON.stringify(meetings.at(-1))));
      }),
      { numRuns: RUNS },
    );
  });

  it('nobody who is out of the open item for a conflict serves in it', () => {
    fc.assert(
      fc.property(moves, (played) => {
        for (const meeting of play(played).meetings) {
          const out = inConflict(meeting, meeting.agenda.current);
          for (const service of Object.values(meeting.attendance.serving)) expect(out.has(service.person)).toBe(false);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

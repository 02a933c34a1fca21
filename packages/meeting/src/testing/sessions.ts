import type { LinkConditions } from '../attendance/types.ts';
import type { PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import { given, type Scene } from './given.ts';
import { itemId } from './plans.ts';

export const ALL_CONDITIONS: LinkConditions = {
  seesHearsPresidium: true,
  seesSpeaker: true,
  seesRoom: true,
  seesHearsOthers: true,
  isSeenAndHeard: true,
};
export const NO_CONDITIONS: LinkConditions = {
  seesHearsPresidium: false,
  seesSpeaker: false,
  seesRoom: false,
  seesHearsOthers: false,
  isSeenAndHeard: false,
};

export type Who = {
  /** At a distance; they need a permission in the plan. */
  readonly remote?: readonly PersonId[];
  readonly absent?: readonly PersonId[];
  /** Substitutes in the hall; those in `remote` come by link. */
  readonly substitutes?: readonly PersonId[];
};

/** Check-in is open, and everybody of the body has come by their own device, with the links up. */
export function checkedIn(plan: MeetingPlan, who: Who = {}): Scene {
  const members = plan.seats.flatMap((seat) => (seat.holder ? [seat.holder] : []));
  const officers = plan.duties
    .filter((d) => d.duty !== 'external' && d.duty !== 'hallDevice' && d.duty !== 'presenter')
    .map((d) => d.person);
  const listed = new Set(plan.substitutes.flatMap((list) => list.persons));
  const linkedSubstitutes = (who.remote ?? []).filter((p) => listed.has(p));
  const all = [...new Set([...members, ...officers, ...(who.substitutes ?? []), ...linkedSubstitutes])].filter(
    (p) => !who.absent?.includes(p),
  );
  const secretary = plan.duties.find((d) => d.duty === 'secretary')?.person;
  const open = given(plan).after({ type: 'openCheckIn' }, secretary ?? 'system');
  return all.reduce((scene, person) => arrives(scene, person, who.remote?.includes(person) ? 'remote' : 'room'), open);
}

/** One person comes; a link is up at once. */
export function arrives(scene: Scene, person: PersonId, mode: 'room' | 'remote' = 'room'): Scene {
  const inside = scene.after({ type: 'checkIn', person, mode, identified: 'bankId' }, person);
  return mode === 'room' ? inside : linkUp(inside, person);
}

export function linkUp(scene: Scene, person: PersonId): Scene {
  return scene.after({ type: 'reportLink', person, conditions: ALL_CONDITIONS }, 'system');
}

export function linkDown(scene: Scene, person: PersonId): Scene {
  return scene.after({ type: 'reportLink', person, conditions: NO_CONDITIONS, cause: 'connectionLost' }, 'system');
}

/** The meeting is open and was declared quorate if it is. */
export function inSession(plan: MeetingPlan, who: Who = {}): Scene {
  const scene = checkedIn(plan, who);
  const chair = plan.duties.find((d) => d.duty === 'chair')?.person;
  if (!chair) throw new Error('The plan has no chair.');
  return scene.recorded({ type: 'MeetingOpened', leader: chair });
}

/** The item with this § is open, with what follows from that. */
export function withItem(scene: Scene, number: number): Scene {
  return scene.happened({ type: 'ItemOpened', item: itemId(number), present: 0, required: 0 });
}

/** The open item is closed, with what follows from that. */
export function itemClosed(scene: Scene, number: number): Scene {
  return scene.happened({ type: 'ItemClosed', item: itemId(number), outcome: 'decided' });
}

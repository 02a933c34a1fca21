import { TIME_ZONE } from '@klubba/i18n';
import {
  barredInPlan,
  type Instant,
  isCouncil,
  type Item,
  type ItemId,
  type LocalDate,
  type Meeting,
  type MeetingId,
  type MeetingPlan,
  type PersonId,
} from '@klubba/meeting';
import type { PlanWish } from '@klubba/protocol';
import { planOf, type Register } from '@klubba/register';
import { calledFromOutside, heardIn } from './called-from-outside.ts';

/** Why a meeting cannot be planned as it was asked for. Each has its sentence in the catalogues. */
export type PlanRefusal =
  | 'PLN-NOT-YOURS'
  | 'PLN-NO-BODY'
  | 'PLN-PAST'
  | 'PLN-NO-PLACE'
  | 'PLN-NO-ITEMS'
  | 'PLN-NO-TITLE'
  | 'PLN-NO-OFFICE'
  | 'PLN-HEARD-NAME'
  | 'PLN-NO-CHAIR'
  | 'PLN-REMOTE'
  | 'PLN-NO-ROOM-MEETING'
  | 'MTG-BALLOT-PLANNED'
  | 'PLN-STARTED';

export type Planned =
  | { readonly ok: true; readonly plan: MeetingPlan }
  | { readonly ok: false; readonly refusal: PlanRefusal };

/**
 * A meeting of a body of the register, with seats, substitutes, duties and rules as they are on the day of the meeting. `held`: the
 * body's meetings so far, for permissions that hold until further notice (REM-08). `before`: the meeting as it is planned now, when
 * it is to be changed.
 */
export function planMeeting(
  register: Register,
  wish: PlanWish,
  meeting: MeetingId,
  held: readonly Meeting[],
  now: Instant,
  before?: Meeting,
): Planned {
  const no = (refusal: PlanRefusal): Planned => ({ ok: false, refusal });
  const body = planOf(register, wish.body, wish.date);
  if (body === undefined) return no('PLN-NO-BODY');
  const startsAt = swedishInstant(wish.date, wish.time);
  if (startsAt <= now) return no('PLN-PAST');
  if (wish.place.trim() === '') return no('PLN-NO-PLACE');
  if (wish.items.length === 0) return no('PLN-NO-ITEMS');
  if (wish.items.some((item) => item.title.trim() === '')) return no('PLN-NO-TITLE');
  if (wish.items.some(({ kind, election }) => kind === 'election' && (election?.office.trim() ?? '') === ''))
    return no('PLN-NO-OFFICE');
  const called = calledFromOutside(wish, meeting, before);
  if (called === undefined) return no('PLN-HEARD-NAME');
  if (!body.duties.some(({ duty }) => duty === 'chair')) return no('PLN-NO-CHAIR');
  if (wish.form !== 'physical' && !body.body.settings.remoteAllowed.value) return no('PLN-REMOTE');
  const fallback = wish.fallback?.trim() ?? '';
  const plan: MeetingPlan = {
    ...body,
    people: [...body.people, ...called.keys()],
    duties: [...body.duties, ...[...called.keys()].map(({ id }) => ({ person: id, duty: 'external' as const }))],
    meeting,
    date: wish.date,
    startsAt,
    place: wish.place.trim(),
    form: wish.form,
    items: itemsOf(wish, meeting, isCouncil(body.body.kind) ? 'open' : body.body.settings.doors.value, before).map(
      (item, at) => heardIn(item, at, called),
    ),
    notice: {
      announcedOn: before?.plan.notice.announcedOn ?? null,
      sentOn: before?.plan.notice.sentOn ?? null,
      ...(fallback === '' ? {} : { fallback }),
      ...(wish.remindDays === undefined ? {} : { remindDays: wish.remindDays }),
    },
    remoteGranted: wish.form === 'physical' ? [] : (before?.plan.remoteGranted ?? standingPermissions(held)),
    ...(wish.rehearsal === true ? { rehearsal: true } : {}),
    ...(before?.plan.moved === undefined ? {} : { moved: before.plan.moved }),
  };
  return barredInPlan(plan) ? no('MTG-BALLOT-PLANNED') : { ok: true, plan };
}

/** In their order, numbered on. An item that was there keeps its id, and what the wish says nothing of. */
export function itemsOf(
  { items, firstNumber }: Pick<PlanWish, 'items' | 'firstNumber'>,
  meeting: MeetingId,
  doors: Item['doors'],
  before: Meeting | undefined,
): readonly Item[] {
  const known = new Map(before?.plan.items.map((item) => [item.id, item]));
  const taken = new Set<ItemId>(known.keys());
  return items.map((wish, at) => {
    const was = wish.id === undefined ? undefined : known.get(wish.id);
    const documents = (was === undefined ? [] : (before?.agenda.items[was.id]?.documents ?? [])).filter(
      ({ id }) => wish.documents?.includes(id) ?? true,
    );
    const { id: _id, documents: _documents, heard: _heard, move: _move, tabled, election, ...said } = wish;
    return {
      ...kept(was),
      ...said,
      id: was?.id ?? nextId(meeting, taken),
      number: firstNumber + at,
      title: wish.title.trim(),
      doors: wish.doors ?? was?.doors ?? doors,
      documents,
      preparedBy: (wish.preparedBy ?? was?.preparedBy ?? []).map((body) => body.trim()).filter(Boolean),
      ...(tabled === undefined || tabled.text.trim() === '' ? {} : { tabled: { ...was?.tabled, ...tabled } }),
      ...(wish.kind === 'election' && election !== undefined ? { election: { ...was?.election, ...election } } : {}),
    };
  });
}

/** What the page of planning does not show, and must not lose. */
export function kept(was: Item | undefined): Partial<Item> {
  if (was === undefined) return {};
  const {
    externals: _externals,
    tabled: _tabled,
    election: _election,
    diaryNumber: _diary,
    raisedOn: _raised,
    asker: _asker,
    answerer: _answerer,
    ...others
  } = was;
  return others;
}

/** An id that no item of the meeting has or has had in this plan. */
function nextId(meeting: MeetingId, taken: Set<ItemId>): ItemId {
  for (let at = taken.size + 1; ; at += 1) {
    const id = `${meeting}-${at}` as ItemId;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** Permitted until further notice at an earlier meeting of the body, and not withdrawn at a later one. */
function standingPermissions(held: readonly Meeting[]): readonly PersonId[] {
  const standing = new Set<PersonId>();
  for (const { remote } of held.toSorted((a, b) => a.plan.startsAt - b.plan.startsAt)) {
    for (const { person, state, standing: holds } of Object.values(remote.permissions)) {
      if (state === 'granted' && holds === true) standing.add(person);
      if (state === 'withdrawn') standing.delete(person);
    }
  }
  return [...standing];
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** The moment at which a Swedish clock shows this: looked for among the offsets that Sweden has. */
function swedishInstant(day: LocalDate, time: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const at = [2, 1].map((hours) => asUtc - hours * 3_600_000).find((one) => clock.format(one) === `${day} ${time}:00`);
  return at ?? asUtc - 3_600_000;
}

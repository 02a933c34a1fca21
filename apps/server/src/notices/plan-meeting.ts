import { TIME_ZONE } from '@klubba/i18n';
import {
  type Instant,
  isCouncil,
  type ItemId,
  type LocalDate,
  type Meeting,
  type MeetingId,
  type MeetingPlan,
  type PersonId,
} from '@klubba/meeting';
import type { PlanWish } from '@klubba/protocol';
import { planOf, type Register } from '@klubba/register';

/** Why a meeting cannot be planned as it was asked for. Each has its sentence in the catalogues. */
export type PlanRefusal =
  | 'PLN-NOT-YOURS'
  | 'PLN-NO-BODY'
  | 'PLN-PAST'
  | 'PLN-NO-PLACE'
  | 'PLN-NO-ITEMS'
  | 'PLN-NO-TITLE'
  | 'PLN-NO-CHAIR'
  | 'PLN-REMOTE';

export type Planned =
  | { readonly ok: true; readonly plan: MeetingPlan }
  | { readonly ok: false; readonly refusal: PlanRefusal };

/**
 * A meeting of a body of the register, with seats, substitutes, duties and rules as they are on the day of the meeting. `held`: the
 * body's meetings so far, for permissions that hold until further notice (REM-08).
 */
export function planMeeting(
  register: Register,
  wish: PlanWish,
  meeting: MeetingId,
  held: readonly Meeting[],
  now: Instant,
): Planned {
  const no = (refusal: PlanRefusal): Planned => ({ ok: false, refusal });
  const body = planOf(register, wish.body, wish.date);
  if (body === undefined) return no('PLN-NO-BODY');
  const startsAt = swedishInstant(wish.date, wish.time);
  if (startsAt <= now) return no('PLN-PAST');
  if (wish.place.trim() === '') return no('PLN-NO-PLACE');
  if (wish.items.length === 0) return no('PLN-NO-ITEMS');
  if (wish.items.some((item) => item.title.trim() === '')) return no('PLN-NO-TITLE');
  if (!body.duties.some(({ duty }) => duty === 'chair')) return no('PLN-NO-CHAIR');
  if (wish.form !== 'physical' && !body.body.settings.remoteAllowed.value) return no('PLN-REMOTE');
  const fallback = wish.fallback?.trim() ?? '';
  return {
    ok: true,
    plan: {
      ...body,
      meeting,
      date: wish.date,
      startsAt,
      place: wish.place.trim(),
      form: wish.form,
      items: wish.items.map(({ title, kind, doors }, at) => ({
        id: `${meeting}-${at + 1}` as ItemId,
        number: wish.firstNumber + at,
        title: title.trim(),
        kind,
        doors: doors ?? (isCouncil(body.body.kind) ? 'open' : body.body.settings.doors.value),
        documents: [],
        preparedBy: [],
      })),
      notice: { announcedOn: null, sentOn: null, ...(fallback === '' ? {} : { fallback }) },
      remoteGranted: wish.form === 'physical' ? [] : standingPermissions(held),
      ...(wish.rehearsal === true ? { rehearsal: true } : {}),
    },
  };
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

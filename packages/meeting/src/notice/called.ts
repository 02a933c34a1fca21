import { noticeFaults } from '../agenda/notice.ts';
import type { FormalFault } from '../agenda/types.ts';
import { substitutesFor } from '../attendance/substitutes.ts';
import { isCouncil } from '../body.ts';
import type { LocalDate, PersonId } from '../ids.ts';
import { NOTICE_DAYS } from '../law/kal-1-notice.ts';
import type { MeetingPlan } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { planAfterNotice } from './evolve.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Who is called: those who hold a seat, in seat order, then substitutes in theirs; each once (KAL-1). */
export function calledTo(plan: Pick<MeetingPlan, 'seats' | 'substitutes'>): {
  readonly members: readonly PersonId[];
  readonly substitutes: readonly PersonId[];
} {
  const members = plan.seats.flatMap((seat) => seat.holder ?? []);
  const substitutes = plan.substitutes.flatMap((list) => list.persons).filter((person) => !members.includes(person));
  return { members: [...new Set(members)], substitutes: [...new Set(substitutes)] };
}

/** The last day on which the notice is in time; null where neither law nor the body's rules give a number (KAL-1, KAL-6). */
export function lastNoticeDay({ body, date }: Pick<MeetingPlan, 'body' | 'date'>): LocalDate | null {
  const days = isCouncil(body.kind) ? NOTICE_DAYS : (body.settings.noticeDays?.value ?? 0);
  if (days === 0) return null;
  const last = Date.parse(`${date}T00:00:00Z`) - days * DAY_MILLISECONDS;
  return new Date(last).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** What would be wrong in form if the notice went out on this day: each a warning, on which the chair takes a stand at the meeting. */
export function faultsIfSent(meeting: Pick<Meeting, 'plan'>, day: LocalDate): readonly FormalFault[] {
  const event = { type: 'NoticeSent', version: 1, digest: '', announcedOn: day, sentOn: day } as const;
  return noticeFaults({ plan: planAfterNotice(meeting.plan, { seq: 0, at: 0, actor: 'system', event }) });
}

/** Whom to call in for those who have answered that they cannot come: the next in each list who has not said the same. */
export function substitutesToCall(
  meeting: Pick<Meeting, 'plan' | 'notice'>,
): readonly { readonly absent: PersonId; readonly next?: PersonId }[] {
  const { plan, notice } = meeting;
  const isAway = (person: PersonId): boolean => notice.answers[person]?.answer === 'absent';
  const taken = new Set<PersonId>();
  return plan.seats.flatMap((seat) => {
    if (seat.holder === undefined || !isAway(seat.holder)) return [];
    const next = substitutesFor(plan, seat).find((person) => !isAway(person) && !taken.has(person));
    if (next !== undefined) taken.add(next);
    return [{ absent: seat.holder, ...(next === undefined ? {} : { next }) }];
  });
}

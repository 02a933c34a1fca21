import { isCouncil, type Item, type LocalDate, type Meeting, type MeetingPlan } from '@klubba/meeting';
import type { PlannedItem, PlanWish } from '@klubba/protocol';
import { itemsOf, kept } from './plan-meeting.ts';

/** What a plan keeps, and what it sends on to a meeting in the room because it needs a closed ballot (DEC-14). */
export function apart(wish: PlanWish): { readonly staying: PlanWish; readonly moving: readonly PlannedItem[] } {
  return {
    staying: { ...wish, items: wish.items.filter(({ move }) => move !== true) },
    moving: wish.items.filter(({ move }) => move === true),
  };
}

/** The first meeting of the body after that day which all attend in the room and which nobody has come to yet. */
export function nextInRoom(ofBody: readonly Meeting[], after: LocalDate): Meeting | undefined {
  return ofBody
    .filter(({ plan, agenda, notice }) => {
      const lies = agenda.phase === 'planned' && notice.calledOff === undefined && plan.rehearsal !== true;
      return lies && plan.form === 'physical' && plan.date > after;
    })
    .toSorted((a, b) => a.plan.startsAt - b.plan.startsAt)[0];
}

/** Last on its agenda, with the day they come from. Not made known yet, and without documents: those lie with the meeting they were for. */
export function withMoved(
  next: Meeting,
  moving: readonly PlannedItem[],
  from: LocalDate,
  before: Meeting | undefined,
): MeetingPlan {
  const { plan } = next;
  const doors = isCouncil(plan.body.kind) ? 'open' : plan.body.settings.doors.value;
  const firstNumber = Math.max(0, ...plan.items.map(({ number }) => number)) + 1;
  const wished = moving.map(({ id: _elsewhere, ...item }) => item);
  const added = itemsOf({ items: wished, firstNumber }, plan.meeting, doors, next).map((item, at): Item => {
    const { announcedOn: _announced, ...was } = kept(before?.plan.items.find(({ id }) => id === moving[at]?.id));
    return { ...was, ...item, movedFrom: from };
  });
  return { ...plan, items: [...plan.items, ...added] };
}

/** The plan that they leave says so. */
export function noted(plan: MeetingPlan, moving: readonly PlannedItem[], to: LocalDate): MeetingPlan {
  const moved = moving.map(({ title, doors }) => ({ title: doors === 'secret' ? '' : title.trim(), to }));
  return { ...plan, moved: [...(plan.moved ?? []), ...moved] };
}

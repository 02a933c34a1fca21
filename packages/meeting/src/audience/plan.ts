import { isCouncil } from '../body.ts';
import type { PersonId } from '../ids.ts';
import type { Duty, Item, MeetingPlan, Person } from '../plan.ts';
import type { Audience } from './audience.ts';
import { isConfidential } from './doors.ts';

/** Of no concern to the public: they lead nothing and decide nothing, and an external party is a private person. */
const DUTIES_BEHIND_THE_SCENES: readonly Duty[] = ['technician', 'hallDevice', 'assistant', 'external'];

/** The meeting's first fact as one audience gets it. */
export function showPlan(plan: MeetingPlan, audience: Audience): MeetingPlan {
  const items = plan.items.map((item) => showItem(item, plan, audience));
  switch (audience.kind) {
    case 'presidium':
      return { ...plan, items };
    case 'participants':
      return audience.barredFrom.length === 0
        ? withoutPhones({ ...plan, items, remoteGranted: [] })
        : withoutPhones(withoutPeople({ ...plan, items, remoteGranted: [] }, ['external']));
    case 'support':
      return withoutPhones({ ...plan, items, remoteGranted: [] });
    case 'public': {
      const { secretaryPhone: _phone, ...shown } = withoutPhones(withoutPeople(plan, DUTIES_BEHIND_THE_SCENES));
      const { announcedOn, sentOn } = plan.notice;
      return { ...shown, items, remoteGranted: [], notice: { announcedOn, sentOn } };
    }
  }
}

/** The plan of one person: as the audience's, with that person's own telephone and own permission. */
export function withOwn(shown: MeetingPlan, plan: MeetingPlan, person: PersonId): MeetingPlan {
  const self = plan.people.find((p) => p.id === person);
  const known = shown.people.some((p) => p.id === person);
  const granted =
    shown.remoteGranted.length === 0 ? plan.remoteGranted.filter((p) => p === person) : shown.remoteGranted;
  if (self === undefined || !known) return { ...shown, remoteGranted: granted };
  return { ...shown, people: shown.people.map((p) => (p.id === person ? self : p)), remoteGranted: granted };
}

/** An item with what this audience may know of it. A withheld title is empty. */
export function showItem(item: Item, plan: MeetingPlan, audience: Audience): Item {
  const confidential = isConfidential(item, plan.body);
  switch (audience.kind) {
    case 'presidium':
      return audience.barredFrom.includes(item.id) ? barredItem(item, plan) : item;
    case 'participants':
      return audience.barredFrom.includes(item.id) ? barredItem(item, plan) : withoutExpectations(item);
    case 'support':
      return confidential ? outline(item) : withoutExpectations(item);
    case 'public':
      return confidential || !plan.body.settings.publicLive.value ? outline(item) : withoutExpectations(item);
  }
}

/** One in conflict in a council sees what the public sees (KL 5:47); in a board nothing (KL 6:30). */
function barredItem(item: Item, plan: MeetingPlan): Item {
  const mayWatch = isCouncil(plan.body.kind) && plan.body.settings.conflictInCouncilMayWatch.value;
  return mayWatch && !isConfidential(item, plan.body) ? withoutExpectations(item) : outline(item);
}

function withoutExpectations(item: Item): Item {
  const { expectedConflicts: _withheld, ...shown } = item;
  return shown;
}

/** What stands in the public notice. */
function outline(item: Item): Item {
  const { id, number, kind, doors } = item;
  const bare = { id, number, title: '', kind, doors, documents: [], preparedBy: [] };
  if (doors === 'secret') return bare;
  const diary = item.diaryNumber === undefined ? {} : { diaryNumber: item.diaryNumber };
  const announced = item.announcedOn === undefined ? {} : { announcedOn: item.announcedOn };
  return { ...bare, ...diary, ...announced, title: item.title };
}

function withoutPhones(plan: MeetingPlan): MeetingPlan {
  return { ...plan, people: plan.people.map(withoutPhone) };
}

function withoutPhone(person: Person): Person {
  const { phone: _withheld, ...shown } = person;
  return shown;
}

function withoutPeople(plan: MeetingPlan, duties: readonly Duty[]): MeetingPlan {
  const withheld = new Set(plan.duties.filter((d) => duties.includes(d.duty)).map((d) => d.person));
  const needed = new Set([
    ...plan.seats.flatMap((seat) => seat.holder ?? []),
    ...plan.substitutes.flatMap((list) => list.persons),
    ...plan.duties.filter((d) => !duties.includes(d.duty)).map((d) => d.person),
  ]);
  const hidden = (person: PersonId): boolean => withheld.has(person) && !needed.has(person);
  return {
    ...plan,
    people: plan.people.filter((p) => !hidden(p.id)),
    duties: plan.duties.filter((d) => !duties.includes(d.duty)),
  };
}

import { adjustedAtLatest } from '../law/pro-2-adjustment-in-time.ts';
import { personWithParty } from '../phrase.ts';
import type { Fact, Meeting } from '../types.ts';
import type { FrontMatter } from './shape.ts';

export function frontMatter(meeting: Meeting, facts: readonly Fact[]): FrontMatter {
  const { plan, agenda, adjournment } = meeting;
  const leaders = facts.flatMap(({ event }) => {
    if (event.type === 'MeetingOpened') return [event.leader];
    return event.type === 'ChairHandedOver' ? [event.to] : [];
  });
  const secretary = plan.duties.find((d) => d.duty === 'secretary')?.person;
  const breaks = [...adjournment.past, ...(adjournment.current ? [adjournment.current] : [])];
  return {
    municipality: plan.municipality,
    body: plan.body.name,
    place: plan.place,
    date: plan.date,
    adjournments: breaks.map(({ from, to }) => (to === undefined ? { from } : { from, to })),
    leaders: [...new Set(leaders)].map((person) => personWithParty(plan, person)),
    adjusters: adjusters(meeting),
    adjustedAtLatest: adjustedAtLatest(plan.date),
    ...(agenda.openedAt === undefined ? {} : { openedAt: agenda.openedAt }),
    ...(agenda.closedAt === undefined ? {} : { closedAt: agenda.closedAt }),
    ...(secretary === undefined ? {} : { secretary: personWithParty(plan, secretary) }),
  };
}

function adjusters(meeting: Meeting): readonly string[] {
  const elected = meeting.elections.elected.filter((e) => meeting.agenda.items[e.item]?.kind === 'adjusters');
  return elected.flatMap((e) => e.persons).map((person) => personWithParty(meeting.plan, person));
}

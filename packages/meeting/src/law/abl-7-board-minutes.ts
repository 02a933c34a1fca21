import type { Meeting } from '../types.ts';
import { abl, rule } from './rule.ts';

/** Minutes of a company board are numbered, signed by who kept them, and adjusted by the chair and one member more, whom the board appoints. */
export const abl7 = rule({ id: 'ABL-7', statutes: [abl(8, 24), abl(8, 26)], bodies: ['companyBoard'] });

/** Has somebody beside the chair been appointed to adjust? Decisions per capsulam are signed by all. */
export function adjusterIsMissing(meeting: Pick<Meeting, 'plan' | 'agenda' | 'elections'>): boolean {
  if (meeting.plan.body.kind !== 'companyBoard' || meeting.agenda.openedAt === undefined) return false;
  return !meeting.elections.elected.some(
    ({ item, persons }) =>
      meeting.agenda.items[item]?.kind === 'adjusters' && persons.some((person) => person !== meeting.agenda.leader),
  );
}

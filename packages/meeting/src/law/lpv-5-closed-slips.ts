import { isLinked } from '../attendance/linked.ts';
import { personName } from '../attendance/seats.ts';
import { presentServing } from '../attendance/quorum.ts';
import type { Meeting } from '../types.ts';
import { lpv, type Refusal, rule } from './rule.ts';

/**
 * Slips of paper, closed, alike, put in an urn: nothing in the law lets an electronic ballot stand for them, so one who takes part at a
 * distance cannot vote. Not held then, unless the body has decided otherwise; the reading is unsettled.
 */
export const lpv5 = rule({ id: 'LPV-5', statutes: [lpv(6), lpv(8), lpv(13)], bodies: 'all', unsettled: true });

export function slipsWithinReach(meeting: Meeting): Refusal | null {
  if (meeting.plan.body.settings.remoteProportional?.value === true) return null;
  const linked = presentServing(meeting).filter(({ person }) => {
    const presence = meeting.attendance.present[person];
    return presence !== undefined && isLinked(meeting.plan, presence);
  });
  const persons = linked.map(({ person }) => personName(meeting, person));
  return linked.length === 0 ? null : { rule: lpv5.id, detail: { count: linked.length, persons } };
}

import type { MeetingPlan } from '../plan.ts';
import type { Presence } from './types.ts';

/** At a distance in the law's sense as well: in another room than where the meeting is held (AV-18). */
export function isLinked(plan: MeetingPlan, presence: Presence): boolean {
  return presence.mode === 'remote' || (presence.room !== undefined && presence.room !== plan.place);
}

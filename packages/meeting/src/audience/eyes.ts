import { isCouncil } from '../body.ts';
import type { Meeting } from '../types.ts';
import { unreachable } from '../result.ts';
import type { Audience } from './audience.ts';
import { isOpenToPublic, wasClosed } from './doors.ts';
import type { Scope } from './subject.ts';

/** How an audience looks at one scope of the meeting. `notice`: a body that is not public live shows only that it meets, and what
 * has been decided. `nothing`: the inside of an item that is hidden from it. */
export type Eyes = 'presidium' | 'participants' | 'support' | 'public' | 'notice' | 'nothing';

export function eyesOn(scope: Scope, audience: Audience, meeting: Meeting): Eyes {
  switch (audience.kind) {
    case 'presidium':
    case 'participants':
      return scope === null ? audience.kind : eyesInside(scope, audience, meeting);
    case 'support':
      if (scope === null) return 'support';
      return scope === 'unknown' || wasClosed(meeting, scope) ? 'nothing' : 'support';
    case 'public':
      if (!meeting.plan.body.settings.publicLive.value) return scope === null ? 'notice' : 'nothing';
      if (scope === null) return 'public';
      return scope !== 'unknown' && isOpenToPublic(meeting, scope) ? 'public' : 'nothing';
    default:
      return unreachable(audience);
  }
}

function eyesInside(
  scope: Exclude<Scope, null>,
  audience: Extract<Audience, { readonly kind: 'presidium' | 'participants' }>,
  meeting: Meeting,
): Eyes {
  if (scope === 'unknown') return audience.barredFrom.length === 0 ? audience.kind : 'nothing';
  if (!audience.barredFrom.includes(scope)) return audience.kind;
  // KL 5:47 takes the one in conflict out of the handling, not out of the gallery; KL 6:30 takes him or her out of the room.
  const mayWatch = isCouncil(meeting.plan.body.kind) && meeting.plan.body.settings.conflictInCouncilMayWatch.value;
  return mayWatch && isOpenToPublic(meeting, scope) ? 'public' : 'nothing';
}

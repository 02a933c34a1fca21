import { isElected } from '../attendance/seats.ts';
import { remoteGround } from '../law/dist-1-remote-permission.ts';
import type { PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import type { Fact } from '../types.ts';
import type { RemotePermission, RemoteState } from './types.ts';

/** Granted beforehand by name; or, where all but the presidium meet by link, by the form of the meeting itself (GOV-17). */
export function initialRemote(plan: MeetingPlan): RemoteState {
  const byForm =
    plan.form === 'allButPresidium'
      ? plan.people.filter((p) => isElected({ plan }, p.id) && !remoteGround({ plan }, p.id)).map((p) => p.id)
      : [];
  const granted = [...new Set([...plan.remoteGranted, ...byForm])];
  return { permissions: Object.fromEntries(granted.map((person) => [person, { person, state: 'granted' }])) };
}

export function evolveRemote(state: RemoteState, fact: Fact): RemoteState {
  const { event } = fact;
  switch (event.type) {
    case 'RemoteApplied':
      return put(state, event.person, {
        state: event.queued ? 'queued' : 'applied',
        ...(event.reason !== undefined && { reason: event.reason }),
      });
    case 'RemoteGranted':
      return put(state, event.person, {
        state: 'granted',
        ...(event.reason !== undefined && { decisionReason: event.reason }),
      });
    case 'RemoteDenied':
      return put(state, event.person, { state: 'denied', decisionReason: event.reason });
    case 'RemoteWithdrawn':
      return put(state, event.person, { state: 'withdrawn', decisionReason: event.reason });
    default:
      return state;
  }
}

/** Order is the order of application: a person keeps the place in the queue. */
function put(state: RemoteState, person: PersonId, change: Omit<RemotePermission, 'person'>): RemoteState {
  return { permissions: { ...state.permissions, [person]: { ...state.permissions[person], person, ...change } } };
}

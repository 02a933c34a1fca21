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
  const { event, at } = fact;
  switch (event.type) {
    case 'RemoteApplied': {
      const { type: _event, person, queued, test, ...application } = event;
      const tested = test === undefined ? {} : { test, testedAt: at };
      return put(state, person, { ...application, ...tested, state: queued ? 'queued' : 'applied', appliedAt: at });
    }
    case 'RemoteTested':
      return put(state, event.person, { test: event.test, testedAt: at });
    case 'RemoteGranted':
      return decided(state, fact, event, 'granted');
    case 'RemoteDenied':
      return decided(state, fact, event, 'denied');
    case 'RemoteWithdrawn':
      return decided(state, fact, event, 'withdrawn');
    case 'RemoteAgreed': {
      const { type: _event, ...agreement } = event;
      return { ...state, agreement };
    }
    default:
      return state;
  }
}

type Answer = Extract<Fact['event'], { readonly type: 'RemoteGranted' | 'RemoteDenied' | 'RemoteWithdrawn' }>;

/** The last decision alone holds: nothing of an earlier one is left. */
function decided(
  state: RemoteState,
  { at, actor }: Fact,
  event: Answer,
  answer: RemotePermission['state'],
): RemoteState {
  const { type: _event, person, reason, ...terms } = event;
  const {
    decisionReason: _reason,
    premises: _premises,
    standing: _standing,
    ...kept
  } = { ...state.permissions[person] };
  const permission: RemotePermission = {
    ...kept,
    person,
    ...terms,
    state: answer,
    decidedAt: at,
    ...(reason === undefined ? {} : { decisionReason: reason }),
    ...(actor === 'system' ? {} : { decidedBy: actor }),
  };
  return { ...state, permissions: { ...state.permissions, [person]: permission } };
}

/** Order is the order of application: a person keeps the place in the queue. */
function put(state: RemoteState, person: PersonId, change: Partial<RemotePermission>): RemoteState {
  const permission: RemotePermission = { state: 'applied', ...state.permissions[person], person, ...change };
  return { ...state, permissions: { ...state.permissions, [person]: permission } };
}

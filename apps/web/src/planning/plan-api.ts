import type { MeetingId } from '@klubba/meeting';
import type { HttpProblem, PlannableBodies, PlanWish } from '@klubba/protocol';

const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' };

/** Bodies for which this person may plan a meeting. */
export async function fetchBodies(): Promise<PlannableBodies['bodies'] | 'anonymous' | 'unreachable'> {
  try {
    const response = await fetch('/api/meetings/bodies', { headers: JSON_HEADERS });
    if (response.status === 401) return 'anonymous';
    return response.ok ? ((await response.json()) as PlannableBodies).bodies : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

type Planned = { readonly meeting: MeetingId } | HttpProblem;

export function planMeeting(wish: PlanWish): Promise<Planned> {
  return ask('POST', '/api/meetings', wish);
}

/** The whole plan as it is to be. */
export function changePlan(meeting: MeetingId, wish: PlanWish): Promise<Planned> {
  return ask('PUT', `/api/meetings/${meeting}/plan`, wish);
}

async function ask(method: 'POST' | 'PUT', address: string, wish: PlanWish): Promise<Planned> {
  try {
    const response = await fetch(address, {
      method,
      headers: JSON_HEADERS,
      body: JSON.stringify(wish),
    });
    return (await response.json()) as Planned;
  } catch {
    return { rule: 'unreachable' };
  }
}

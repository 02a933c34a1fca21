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

export async function planMeeting(wish: PlanWish): Promise<{ readonly meeting: MeetingId } | HttpProblem> {
  try {
    const response = await fetch('/api/meetings', {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify(wish),
    });
    return (await response.json()) as { readonly meeting: MeetingId } | HttpProblem;
  } catch {
    return { rule: 'unreachable' };
  }
}

import type { PersonId, RequestId } from '@klubba/meeting';
import { itemId, type Scene } from '@klubba/meeting/testing';

/** The floor is given to this person, whoever had it. */
export function floorGiven(scene: Scene, person: PersonId): Scene {
  const item = scene.meeting.agenda.current ?? itemId(118);
  const request = {
    id: `request-${scene.meeting.seq}` as RequestId,
    item,
    person,
    kind: 'speech' as const,
    at: scene.meeting.plan.startsAt,
  };
  return scene.recorded({ type: 'FloorGiven', request, limit: null });
}

import type { FloorRequest, Meeting, MeetingCommand, PersonId, Refusal, RequestKind } from '@klubba/meeting';
import type { MemberMoment } from './moment.ts';
import type { Law } from './use-law.ts';

export type ActionId = 'floor' | 'takeBack' | 'done' | 'reply' | 'proposal' | 'conflict' | 'help';

/** An action of the bar, with what stands in its way now. */
type Offered = { readonly id: ActionId; readonly refusal?: Refusal | undefined };

/** The own request in the queue, if any. */
export function ownRequest(meeting: Meeting, me: PersonId, kind: RequestKind = 'speech'): FloorRequest | undefined {
  return meeting.floor.queue.find(
    (one) => one.person === me && one.kind === kind && one.item === meeting.agenda.current,
  );
}

export function hasFloor(meeting: Meeting, me: PersonId): boolean {
  const { speaking } = meeting.floor;
  return speaking?.person === me && speaking.to === undefined;
}

/** How many are heard before this request is: everybody ahead of it in the one queue. */
export function aheadOf(meeting: Meeting, request: FloorRequest): number {
  return meeting.floor.queue.findIndex((one) => one.id === request.id);
}

/**
 * What the bar offers at this moment, in its order; at most five. What is not lawful stays, with its reason. Without the law
 * everything is offered.
 */
export function offeredActions(
  meeting: Meeting,
  me: PersonId,
  moment: MemberMoment,
  at: number,
  law: Pick<typeof Law, 'inTheWayOf'> | undefined,
): readonly Offered[] {
  if (moment.is !== 'session') return moment.is === 'checkIn' ? [] : [{ id: 'help' }];
  const { side } = moment;
  const unless = (id: ActionId, command: MeetingCommand): Offered => ({
    id,
    refusal: law?.inTheWayOf(meeting, me, command, at),
  });
  const floor = (kind: RequestKind): MeetingCommand => ({ type: 'requestFloor', person: me, kind });
  switch (side.is) {
    case 'vote':
    case 'ballot':
    case 'finding':
    case 'demanded':
    case 'result':
      return [{ id: 'help' }];
    case 'rollCall':
      return side.own.is === 'called' ? [{ id: 'help' }] : [unless('floor', floor('speech')), { id: 'help' }];
    case 'between':
    case 'deciding':
    case 'decided':
      return [unless('floor', floor('speech')), { id: 'conflict' }, { id: 'help' }];
    case 'item': {
      const proposal = unless('proposal', { type: 'moveProposal', person: me, kind: 'tabling', text: '' });
      if (hasFloor(meeting, me)) return [{ id: 'done' }, proposal, { id: 'help' }];
      const asked = ownRequest(meeting, me) !== undefined;
      return [
        asked ? { id: 'takeBack' } : unless('floor', floor('speech')),
        ownRequest(meeting, me, 'reply') ? { id: 'reply' } : unless('reply', floor('reply')),
        proposal,
        { id: 'conflict' },
        { id: 'help' },
      ];
    }
  }
}

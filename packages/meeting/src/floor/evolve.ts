import type { Instant, RequestId } from '../ids.ts';
import type { Fact, Meeting } from '../types.ts';
import type { FloorRequest, FloorState, RequestKind } from './types.ts';

export function initialFloor(): FloorState {
  return { queue: [], speeches: [], commonMicrophones: false };
}

const RANK: Readonly<Record<RequestKind, number>> = { pointOfOrder: 0, reply: 1, speech: 2 };

export function evolveFloor(floor: FloorState, { event, at }: Fact, _meeting: Meeting): FloorState {
  switch (event.type) {
    case 'FloorRequested':
      return { ...floor, queue: enqueue(floor.queue, event.request) };
    case 'FloorRequestWithdrawn':
      return { ...floor, queue: without(floor.queue, event.request) };
    case 'RequestMoved':
      return { ...floor, queue: moved(floor.queue, event.request, event.before) };
    case 'FloorGiven': {
      const { id, item, person, kind } = event.request;
      const silent = endSpeech(floor, at);
      return {
        ...silent,
        queue: without(floor.queue, id),
        speaking: { request: id, item, person, kind, from: at, limit: event.limit },
      };
    }
    case 'SpeechEnded':
      return endSpeech(floor, at);
    case 'DebateClosed':
    case 'ItemClosed':
    case 'ItemWithdrawn':
      return {
        ...endSpeech(floor, at),
        queue: floor.queue.filter((r) => r.item !== event.item),
        commonMicrophones: false,
      };
    case 'QuestionPut':
      return { ...floor, commonMicrophones: true };
    case 'VoteDemanded':
    case 'VoteOpened':
    case 'QuestionSettled':
    case 'CounterPropositionChosen':
    case 'MeetingAdjourned':
    case 'DebateReopened':
      return { ...floor, commonMicrophones: false };
    case 'MeetingClosed':
      return { ...endSpeech(floor, at), queue: [], commonMicrophones: false };
    default:
      return floor;
  }
}

/** Points of order before replies before speeches; within a kind, who asked first. */
function enqueue(queue: readonly FloorRequest[], request: FloorRequest): readonly FloorRequest[] {
  const after = queue.findIndex((r) => RANK[r.kind] > RANK[request.kind]);
  return after === -1 ? [...queue, request] : queue.toSpliced(after, 0, request);
}

function without(queue: readonly FloorRequest[], request: RequestId): readonly FloorRequest[] {
  return queue.filter((r) => r.id !== request);
}

function moved(queue: readonly FloorRequest[], id: RequestId, before: RequestId | null): readonly FloorRequest[] {
  const request = queue.find((r) => r.id === id);
  if (!request) return queue;
  const rest = without(queue, id);
  const place = rest.findIndex((r) => r.id === before);
  return place === -1 ? [...rest, request] : rest.toSpliced(place, 0, request);
}

function endSpeech(floor: FloorState, to: Instant): FloorState {
  const { speaking, ...rest } = floor;
  return speaking ? { ...rest, speeches: [...floor.speeches, { ...speaking, to }] } : floor;
}

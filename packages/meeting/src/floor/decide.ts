import { currentItem } from '../agenda/current.ts';
import { openVote } from '../decisions/frames.ts';
import { isReferred } from '../decisions/settling.ts';
import type { ItemId, PersonId, RequestId, Seconds } from '../ids.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { outsiderGate } from '../law/mtg-externals.ts';
import {
  mtgDebate,
  mtgFloorRequest,
  mtgFloorTwice,
  mtgFloorVote,
  mtgQueue,
  mtgReopen,
  mtgReply,
} from '../law/mtg-floor.ts';
import { mtgReason } from '../law/mtg-agenda.ts';
import type { Refusal } from '../law/rule.ts';
import { maySpeak } from '../law/ytt-1-who-may-speak.ts';
import { maySpeakInQuestion } from '../law/ytt-2-questions.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import { linkGate, sessionGate } from '../selectors.ts';
import type { Context, Meeting } from '../types.ts';
import { answeredSpeech, repliesLeft } from './replies.ts';
import type { FloorCommand, FloorEvent, FloorRequest, RequestKind } from './types.ts';

type Decided = Result<readonly FloorEvent[]>;
type Command<Type extends FloorCommand['type']> = Extract<FloorCommand, { type: Type }>;

export function decideFloor(meeting: Meeting, command: FloorCommand, context: Context): Decided {
  switch (command.type) {
    case 'requestFloor':
      return requestFloor(meeting, command, context);
    case 'withdrawRequest':
      return inQueue(meeting, command.request, { type: 'FloorRequestWithdrawn', request: command.request });
    case 'moveRequest':
      return moveRequest(meeting, command);
    case 'giveFloor':
      return giveFloor(meeting, command.request);
    case 'giveFloorTo':
      return giveFloorTo(meeting, command, context);
    case 'endSpeech':
      return endSpeech(meeting);
    case 'closeDebate':
      return closeDebate(meeting, command);
    case 'reopenDebate':
      return reopenDebate(meeting, command.reason);
    default:
      return unreachable(command);
  }
}

function requestFloor(meeting: Meeting, { person, kind }: Command<'requestFloor'>, context: Context): Decided {
  const item = currentItem(meeting);
  const twice = meeting.floor.queue.some((r) => r.person === person && r.kind === kind);
  const refusal = inTheWay(
    floorGate(meeting, kind),
    maySpeak(meeting, person),
    item && maySpeakInQuestion(item, person, kind),
    twice && { rule: mtgFloorTwice.id },
    kind === 'reply' && replyGate(meeting, person),
  );
  if (refusal) return refused(refusal);
  return ok([{ type: 'FloorRequested', request: requestOf(meeting, person, kind, context) }]);
}

function requestOf(meeting: Meeting, person: PersonId, kind: RequestKind, { at, actor, id }: Context): FloorRequest {
  const item = openItem(meeting);
  const answered = kind === 'reply' ? answeredSpeech(meeting.floor, item, person) : undefined;
  return {
    id: id as RequestId,
    item,
    person,
    kind,
    at,
    ...(answered ? { replyTo: answered.request } : {}),
    ...(actor !== 'system' && actor !== person ? { enteredBy: actor } : {}),
  };
}

/** The gates have seen to it that an item is open. */
function openItem({ agenda }: Meeting): ItemId {
  if (agenda.current === undefined) throw new Error('No item is open');
  return agenda.current;
}

/** Is there an item, in a stage where this kind of contribution has its place? */
function floorGate(meeting: Meeting, kind: RequestKind): Refusal | null {
  const stage = currentItem(meeting)?.stage;
  const debated = stage === 'presentation' || stage === 'debate';
  const stands = debated || (kind === 'pointOfOrder' && stage === 'deciding');
  return inTheWay(
    sessionGate(meeting),
    openVote(meeting.decisions) && { rule: mtgFloorVote.id },
    !stands && { rule: mtgDebate.id, detail: { stage: stage ?? 'none' } },
  );
}

function replyGate(meeting: Meeting, person: PersonId): Refusal | null {
  const item = meeting.agenda.current;
  const answered = item && answeredSpeech(meeting.floor, item, person);
  const limit = meeting.plan.body.settings.repliesPerSpeech.value;
  if (!answered) return { rule: mtgReply.id, detail: { limit, used: 0 } };
  return repliesLeft(meeting.floor, answered, person, limit) > 0
    ? null
    : { rule: mtgReply.id, detail: { limit, used: limit } };
}

function inQueue(meeting: Meeting, request: RequestId, event: FloorEvent): Decided {
  const queued = meeting.floor.queue.some((r) => r.id === request);
  return queued ? ok([event]) : refused({ rule: mtgFloorRequest.id });
}

/** Only within the same kind, so that a reply never waits for a speech. */
function moveRequest(meeting: Meeting, { request, before }: Command<'moveRequest'>): Decided {
  const { queue } = meeting.floor;
  const moved = queue.find((r) => r.id === request);
  const target = before === null ? queue.at(-1) : queue.find((r) => r.id === before);
  if (!moved || !target || target.kind !== moved.kind) return refused({ rule: mtgFloorRequest.id });
  return ok([{ type: 'RequestMoved', request, before }]);
}

function giveFloor(meeting: Meeting, id: RequestId): Decided {
  const request = meeting.floor.queue.find((r) => r.id === id);
  if (!request) return refused({ rule: mtgFloorRequest.id });
  const refusal = inTheWay(
    floorGate(meeting, request.kind),
    linkGate(meeting, 'speech'),
    maySpeak(meeting, request.person),
  );
  return refusal ? refused(refusal) : ok(given(meeting, request));
}

function giveFloorTo(meeting: Meeting, { person, kind }: Command<'giveFloorTo'>, context: Context): Decided {
  const item = currentItem(meeting);
  const refusal = inTheWay(
    floorGate(meeting, kind),
    linkGate(meeting, 'speech'),
    maySpeak(meeting, person, true),
    item && maySpeakInQuestion(item, person, kind),
  );
  return refusal ? refused(refusal) : ok(given(meeting, requestOf(meeting, person, kind, context)));
}

/** The floor changes hands: one is heard at a time. */
function given(meeting: Meeting, request: FloorRequest): readonly FloorEvent[] {
  const { speaking } = meeting.floor;
  const ended: readonly FloorEvent[] = speaking ? [{ type: 'SpeechEnded', request: speaking.request }] : [];
  return [...ended, { type: 'FloorGiven', request, limit: limitOf(meeting, request.kind) }];
}

function limitOf(meeting: Meeting, kind: RequestKind): Seconds | null {
  const { speechSeconds, replySeconds } = meeting.plan.body.settings;
  return kind === 'speech' ? speechSeconds.value : replySeconds.value;
}

function endSpeech(meeting: Meeting): Decided {
  const { speaking } = meeting.floor;
  return speaking ? ok([{ type: 'SpeechEnded', request: speaking.request }]) : refused({ rule: mtgFloorRequest.id });
}

/** streck i debatten: with `despiteQueue` those who still wait are not heard, which the meeting decides. */
function closeDebate(meeting: Meeting, { despiteQueue }: Command<'closeDebate'>): Decided {
  const waiting = meeting.floor.queue.length;
  const refusal = inTheWay(
    floorGate(meeting, 'speech'),
    outsiderGate(meeting),
    waiting > 0 && !despiteQueue && { rule: mtgQueue.id, detail: { waiting } },
  );
  return refusal ? refused(refusal) : ok([{ type: 'DebateClosed', item: openItem(meeting) }]);
}

function reopenDebate(meeting: Meeting, reason: string): Decided {
  const item = currentItem(meeting);
  const refusal = inTheWay(
    sessionGate(meeting),
    (item?.stage !== 'deciding' || openVote(meeting.decisions) || isReferred(meeting, item.id)) && {
      rule: mtgReopen.id,
    },
    reason.trim() === '' && { rule: mtgReason.id },
  );
  return refusal ? refused(refusal) : ok([{ type: 'DebateReopened', item: openItem(meeting), reason: reason.trim() }]);
}

import { followAttendance } from './attendance/follow.ts';
import { followDecisions } from './decisions/follow.ts';
import { followFloor } from './floor/follow.ts';
import { followSecrecy } from './secrecy/follow.ts';
import type { Context, Meeting, MeetingEvent } from './types.ts';

/** Facts that follow from a fact without anybody's command. `before` and `after` are the meeting on each side of `event`. */
export function follow(
  before: Meeting,
  after: Meeting,
  event: MeetingEvent,
  context: Context,
): readonly MeetingEvent[] {
  return [
    ...followAttendance(before, after, event, context),
    ...followFloor(before, after, event, context),
    ...followDecisions(before, after, event, context),
    ...followSecrecy(before, after, event, context),
  ];
}

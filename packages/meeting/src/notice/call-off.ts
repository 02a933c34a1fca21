import { mtgCalledOff } from '../law/mtg-notice.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Meeting, MeetingCommand, MeetingEvent, PlanCommand } from '../types.ts';

/** A meeting is called off as long as nobody has come, with a reason that everybody may read. */
export function callOff(
  meeting: Meeting,
  { reason, by }: Extract<PlanCommand, { type: 'callOff' }>,
): Result<readonly MeetingEvent[]> {
  const { phase } = meeting.agenda;
  const refusal = inTheWay(
    phase !== 'planned' && { rule: mtgCalledOff.id, detail: { state: phase } },
    reason.trim() === '' && { rule: mtgCalledOff.id, detail: { state: 'noReason' } },
  );
  return refusal ? refused(refusal) : ok([{ type: 'MeetingCalledOff', reason: reason.trim(), by }]);
}

/** Nothing more happens in a meeting that is called off; that somebody has read its notice is still noted. */
export function isCalledOffFor({ notice }: Pick<Meeting, 'notice'>, { type }: MeetingCommand): boolean {
  return notice.calledOff !== undefined && type !== 'readNotice';
}

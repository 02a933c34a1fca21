import type { Moment } from './stretches.ts';
import type { PersonId } from '../ids.ts';
import type { AttendanceEvent, AttendanceState, LinkLoss, Presence } from './types.ts';

type LinkEvent = Extract<AttendanceEvent, { readonly type: 'LinkChanged' | 'LinkApproved' }>;

/** The state of one link, and the log of its losses (DIST-4). */
export function evolveLink(state: AttendanceState, event: LinkEvent, moment: Moment): AttendanceState {
  const presence = state.present[event.person];
  if (!presence) return state;
  if (event.type === 'LinkApproved') {
    const { awaitingApproval: _, ...approved } = presence;
    return { ...state, present: { ...state.present, [event.person]: approved } };
  }
  return {
    ...state,
    present: { ...state.present, [event.person]: changed(presence, event, moment) },
    linkLog: logged(state.linkLog, presence, event, moment),
  };
}

function changed(presence: Presence, event: Extract<LinkEvent, { type: 'LinkChanged' }>, { at }: Moment): Presence {
  const { lost, awaitingApproval, ...kept } = presence;
  const base: Presence = { ...kept, conditions: event.conditions, fulfilled: event.fulfilled };
  if (event.fulfilled) return { ...base, ...(event.awaitingApproval && { awaitingApproval: true }) };
  const waiting: Presence = { ...base, ...(awaitingApproval && { awaitingApproval: true }) };
  if (!presence.fulfilled && !lost && !event.cause) return waiting;
  return { ...waiting, lost: { at: lost?.at ?? at, cause: event.cause ?? lost?.cause ?? 'connectionLost' } };
}

function logged(
  log: readonly LinkLoss[],
  before: Presence,
  event: Extract<LinkEvent, { type: 'LinkChanged' }>,
  moment: Moment,
): readonly LinkLoss[] {
  if (event.fulfilled) return lossOver(log, event.person, moment);
  return before.fulfilled ? lossBegun(log, event.person, moment, event.cause) : log;
}

export function lossBegun(
  log: readonly LinkLoss[],
  person: PersonId,
  { at, atItem }: Moment,
  cause?: LinkLoss['cause'],
): readonly LinkLoss[] {
  return [...log, { person, from: at, ...(cause && { cause }), ...(atItem !== undefined && { atItem }) }];
}

/** The link is up again, or the person is in the hall, or no longer in the meeting; without `person`, everybody's. */
export function lossOver(log: readonly LinkLoss[], person: PersonId | undefined, { at }: Moment): readonly LinkLoss[] {
  const over = (loss: LinkLoss) => loss.to === undefined && (person === undefined || loss.person === person);
  return log.some(over) ? log.map((loss) => (over(loss) ? { ...loss, to: at } : loss)) : log;
}

import type { Moment } from './stretches.ts';
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
  { at, atItem }: Moment,
): readonly LinkLoss[] {
  if (event.fulfilled)
    return log.map((loss) => (loss.person === event.person && loss.to === undefined ? { ...loss, to: at } : loss));
  if (!before.fulfilled) return log;
  return [
    ...log,
    {
      person: event.person,
      from: at,
      ...(event.cause && { cause: event.cause }),
      ...(atItem !== undefined && { atItem }),
    },
  ];
}

import type { ItemId, PersonId } from '../ids.ts';
import { presentServing, quorum } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { calledInOrder } from '../law/lpv-10-substitute-order.ts';
import { countProportional, type ProportionalResult, proportionalQuota } from './count.ts';
import type { ProportionalElection } from './types.ts';

/** The election of the open item that somebody has asked to have proportional, unless it was annulled. */
export function proportionalNow(meeting: Pick<Meeting, 'agenda' | 'proportional'>): ProportionalElection | undefined {
  const { current } = meeting.agenda;
  const election = current === undefined ? undefined : meeting.proportional.byItem[current];
  return election?.state === 'annulled' ? undefined : election;
}

export type ProportionalRequest = {
  readonly asking: readonly PersonId[];
  readonly present: number;
  readonly quota: number;
  readonly enough: boolean;
};

/** How many of those present ask, and how many must (LPV 2 §). Who has left asks no more. */
export function proportionalRequest(meeting: Meeting, item: ItemId): ProportionalRequest {
  const places = meeting.agenda.items[item]?.election?.places ?? 1;
  const election = meeting.proportional.byItem[item];
  const here = presentServing(meeting, item).map((s) => s.person);
  const asking = election?.state === 'annulled' ? [] : here.filter((p) => election?.requestedBy.includes(p));
  const { present } = quorum(meeting, item);
  const quota = proportionalQuota(present, places);
  return { asking, present, quota, enough: asking.length > 0 && asking.length >= quota };
}

/** Whom the slips give the places, with the lots drawn so far; undefined before two counts agree. */
export function proportionalResult(election: ProportionalElection): ProportionalResult | undefined {
  const lots = election.lots.map((lot) => lot.group);
  return election.count && countProportional(election.count.groups, election.places, lots);
}

/** Who is called for a member of this label, when these were elected as substitutes (LPV 22 §). */
export function substitutesByLpv(election: ProportionalElection, memberLabel: string): readonly PersonId[] {
  const result = proportionalResult(election);
  if (result?.state !== 'done' || !election.count) return [];
  return calledInOrder(memberLabel, election.count.groups, result.elected);
}

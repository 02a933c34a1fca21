import type { PartyId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import type { RemotePermission } from './types.ts';

/** Places at a distance: how many the body allows (null: no limit), taken and left. */
export type RemotePlaces = { readonly maximum: number | null; readonly taken: number; readonly left: number };

/** One who has applied, or was permitted beforehand, in the order of application. `place`: in the queue, from 1. */
export type RemoteApplication = RemotePermission & { readonly place?: number };

export function remotePlaces(meeting: Pick<Meeting, 'plan' | 'remote'>): RemotePlaces {
  const maximum = meeting.plan.body.settings.remoteMaximum.value;
  const taken = granted(meeting).length;
  return { maximum, taken, left: maximum === null ? Number.POSITIVE_INFINITY : Math.max(0, maximum - taken) };
}

/** Those beyond the places that are left stand in the queue; when a permission is withdrawn the first of them moves up (REM-05). */
export function remoteApplications(meeting: Pick<Meeting, 'plan' | 'remote'>): readonly RemoteApplication[] {
  const { left } = remotePlaces(meeting);
  const waiting = Object.values(meeting.remote.permissions).filter(isUndecided);
  return Object.values(meeting.remote.permissions).map((one) => {
    if (!isUndecided(one)) return one;
    const place = waiting.indexOf(one) + 1 - left;
    return place > 0 ? { ...one, state: 'queued', place } : { ...one, state: 'applied' };
  });
}

/** Seats and permissions of each party, with what the group leaders have agreed on. */
export function remoteByParty(
  meeting: Pick<Meeting, 'plan' | 'remote'>,
): readonly { readonly party: PartyId; readonly seats: number; readonly remote: number; readonly most?: number }[] {
  const { plan, remote } = meeting;
  const partyOf = (person: PersonId): PartyId | undefined => plan.people.find((one) => one.id === person)?.party;
  const away = granted(meeting).map(({ person }) => partyOf(person));
  return plan.parties.flatMap(({ id: party }) => {
    const seats = plan.seats.filter((seat) => seat.party === party).length;
    const most = remote.agreement?.numbers.find((one) => one.party === party)?.most;
    if (seats === 0) return [];
    return [
      { party, seats, remote: away.filter((one) => one === party).length, ...(most === undefined ? {} : { most }) },
    ];
  });
}

function granted(meeting: Pick<Meeting, 'remote'>): readonly RemotePermission[] {
  return Object.values(meeting.remote.permissions).filter((one) => one.state === 'granted');
}

function isUndecided({ state }: RemotePermission): boolean {
  return state === 'applied' || state === 'queued';
}

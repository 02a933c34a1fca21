import { type Audience, audienceOf, type ItemId, type Meeting, type PersonId, wasClosed } from '@klubba/meeting';
import { type AssuranceDemand, isEnough } from '@klubba/protocol';
import { demandedOf, type Demands } from './demands.ts';
import type { Session } from './sessions.ts';

type Login = Pick<Session, 'person' | 'assurance'>;

/** The eyes the law gives a person, less the inside of closed items for which this login is not sure enough (IDA-03). */
export function sureEyes(meeting: Meeting, login: Login, demands: readonly AssuranceDemand[]): Audience {
  const eyes = audienceOf(meeting, login.person);
  const kept = keptFrom(meeting, login, demands);
  if (kept.length === 0 || !('barredFrom' in eyes)) return eyes;
  return { ...eyes, barredFrom: [...new Set([...eyes.barredFrom, ...kept])].toSorted() };
}

/** `sureEyes` by the demands that hold now. */
export async function sureEyesNow(meeting: Meeting, login: Login, demands: Demands): Promise<Audience> {
  return sureEyes(meeting, login, await demands.list(meeting));
}

/** A screen or camera of the hall cannot log in again: whoever is in the hall is looked at by those who keep its doors. */
export function isHallDevice({ plan }: Meeting, person: PersonId): boolean {
  return plan.duties.some((one) => one.person === person && one.duty === 'hallDevice');
}

function keptFrom(meeting: Meeting, login: Login, demands: readonly AssuranceDemand[]): readonly ItemId[] {
  if (demands.length === 0 || isHallDevice(meeting, login.person)) return [];
  return meeting.agenda.order.filter(
    (item) => wasClosed(meeting, item) && !isEnough(login.assurance, demandedOf(demands, 'closedItem', item)),
  );
}

import type { BodyId } from '@klubba/meeting';
import { mayAdminister, planOf, type Register } from '@klubba/register';
import type { Session } from '../identity/sessions.ts';
import { actingOf } from '../register/access.ts';

const PLANNING = ['secretary', 'assistant'];

/** Planning a body's meeting is for administrators, and for those who are its secretary or assistant on the day. */
export function mayPlan(register: Register, session: Session, body: BodyId, day: string): boolean {
  if (mayAdminister(register, actingOf(session))) return true;
  const duties = planOf(register, body, day)?.duties ?? [];
  return duties.some((one) => one.person === session.person && PLANNING.includes(one.duty));
}

/** There is a body whose meetings this person may plan today. */
export function mayPlanAny(register: Register, session: Session, day: string): boolean {
  return [...register.bodies].some(
    ([id, { duties }]) =>
      duties.some((one) => one.person === session.person && PLANNING.includes(one.duty)) &&
      mayPlan(register, session, id, day),
  );
}

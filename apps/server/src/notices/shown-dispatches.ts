import type { NoticeDispatch } from '@klubba/protocol';
import type { Register } from '@klubba/register';

/** The log as the desk sees it: that a letter went to one with protected identity, and never to which address. */
export function shownDispatches(register: Register, dispatches: readonly NoticeDispatch[]): NoticeDispatch[] {
  return dispatches.map((one) =>
    register.people.get(one.person)?.isProtected === true ? { ...one, address: null } : one,
  );
}

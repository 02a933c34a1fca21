import type { Live } from './machine.ts';
import type { EndCause } from './wire.ts';

/** What a screen says of the link. */
export type ConnectionView =
  | { readonly is: 'connecting' }
  | { readonly is: 'live' }
  | {
      readonly is: 'lost';
      /** Server's time of the loss, in ms since 1970. */
      readonly since: number;
      /** Attempts so far to get back. */
      readonly attempt: number;
      /** To ring at once (ADJ-08). */
      readonly secretaryPhone?: string;
      /** Commands that are kept and sent when the link is back. */
      readonly waiting: number;
    }
  | { readonly is: 'ended'; readonly why: EndCause; readonly secretaryPhone?: string };

export function connectionView(live: Live): ConnectionView {
  const phone = secretaryPhone(live);
  const { phase } = live;
  if (phase.at === 'live') return { is: 'live' };
  if (phase.at === 'ended') return { is: 'ended', why: phase.why, ...phone };
  if (live.lostAt === undefined) return { is: 'connecting' };
  return {
    is: 'lost',
    since: live.lostAt + (live.clock?.offsetMs ?? 0),
    attempt: phase.attempt,
    waiting: live.pending.length,
    ...phone,
  };
}

/** The number of the meeting's own plan, else the secretary's. */
function secretaryPhone(live: Live): { readonly secretaryPhone?: string } {
  const plan = live.known?.meeting.plan;
  if (plan === undefined) return {};
  const secretary = plan.duties.find((one) => one.duty === 'secretary')?.person;
  const phone = plan.secretaryPhone ?? plan.people.find((one) => one.id === secretary)?.phone;
  return phone === undefined ? {} : { secretaryPhone: phone };
}

import { initialAgenda } from '../agenda/evolve.ts';
import { initialAttendance } from '../attendance/evolve.ts';
import { barredInPlan } from '../elections/closed-ballot.ts';
import { mtgPlanChange } from '../law/mtg-notice.ts';
import { inTheWay } from '../law/in-the-way.ts';
import type { MeetingPlan } from '../plan.ts';
import { initialProposals } from '../proposals/evolve.ts';
import { initialRemote } from '../remote/evolve.ts';
import type { RemoteState } from '../remote/types.ts';
import { ok, type Result, refused } from '../result.ts';
import { initialSecrecy } from '../secrecy/evolve.ts';
import type { Meeting, MeetingEvent, PlanCommand } from '../types.ts';

/** Time, place, form and items are the desk's to change as long as nobody has come: what was announced is announced anew. */
export function changePlan(
  meeting: Meeting,
  { plan, by }: Extract<PlanCommand, { type: 'changePlan' }>,
): Result<readonly MeetingEvent[]> {
  const { phase } = meeting.agenda;
  const refusal = inTheWay(
    phase !== 'planned' && { rule: mtgPlanChange.id, detail: { state: phase } },
    (plan.meeting !== meeting.plan.meeting || plan.body.id !== meeting.plan.body.id) && {
      rule: mtgPlanChange.id,
      detail: { state: 'another' },
    },
    barredInPlan(plan),
  );
  return refusal ? refused(refusal) : ok([{ type: 'PlanChanged', plan, by }]);
}

/** As if it had been planned so, except what people have said and done since: answers, applications, what was sent. */
export function replanned(meeting: Meeting, plan: MeetingPlan, seq: number): Meeting {
  return {
    ...meeting,
    seq,
    plan,
    agenda: initialAgenda(plan),
    attendance: initialAttendance(plan),
    proposals: initialProposals(plan),
    secrecy: initialSecrecy(plan),
    remote: remoteAfter(meeting.remote, plan),
  };
}

/** Where nobody is to be at a distance nobody has permission to; otherwise what was applied for and decided stands. */
function remoteAfter(remote: RemoteState, plan: MeetingPlan): RemoteState {
  const planned = initialRemote(plan);
  if (plan.form === 'physical') return { ...remote, permissions: planned.permissions };
  const asked = Object.entries(remote.permissions).filter(
    ([, permission]) => permission.appliedAt !== undefined || permission.decidedAt !== undefined,
  );
  return { ...remote, permissions: { ...planned.permissions, ...Object.fromEntries(asked) } };
}

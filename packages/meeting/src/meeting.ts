import { evolveAdjournment, initialAdjournment } from './adjournment/evolve.ts';
import { evolveAgenda, initialAgenda } from './agenda/evolve.ts';
import { evolveAttendance, initialAttendance } from './attendance/evolve.ts';
import { evolveCompany, initialCompany } from './company/evolve.ts';
import { evolveConflicts, initialConflicts } from './conflicts/evolve.ts';
import { evolveDecisions, initialDecisions } from './decisions/evolve.ts';
import { evolveElections, initialElections } from './elections/evolve.ts';
import { evolveFloor, initialFloor } from './floor/evolve.ts';
import { evolveLobby, initialLobby } from './lobby/evolve.ts';
import { evolveMinutes, initialMinutes } from './minutes/evolve.ts';
import { replanned } from './notice/change-plan.ts';
import { evolveNotice, initialNotice, planAfterNotice } from './notice/evolve.ts';
import type { MeetingPlan } from './plan.ts';
import { evolveProportional, initialProportional } from './proportional/evolve.ts';
import { evolveProposals, initialProposals } from './proposals/evolve.ts';
import { evolveRemote, initialRemote } from './remote/evolve.ts';
import { evolveSecrecy, initialSecrecy } from './secrecy/evolve.ts';
import { evolveSupport, initialSupport } from './support/evolve.ts';
import type { Fact, Meeting, Unplanned } from './types.ts';

export const unplanned: Unplanned = { seq: 0 };

/** The meeting before anything has happened in it. */
export function planned(plan: MeetingPlan, seq: number): Meeting {
  return {
    seq,
    plan,
    agenda: initialAgenda(plan),
    attendance: initialAttendance(plan),
    notice: initialNotice(),
    remote: initialRemote(plan),
    lobby: initialLobby(),
    floor: initialFloor(),
    proposals: initialProposals(plan),
    decisions: initialDecisions(),
    elections: initialElections(),
    proportional: initialProportional(),
    company: initialCompany(),
    conflicts: initialConflicts(),
    secrecy: initialSecrecy(plan),
    adjournment: initialAdjournment(),
    minutes: initialMinutes(),
    support: initialSupport(),
  };
}

/** Adds one fact. Total: also for facts of which an audience got only a part. */
export function evolve(meeting: Meeting | Unplanned, fact: Fact): Meeting | Unplanned {
  if (fact.event.type === 'MeetingPlanned') return planned(fact.event.plan, fact.seq);
  if (meeting.plan === undefined) return meeting;
  if (fact.event.type === 'PlanChanged') return replanned(meeting, fact.event.plan, fact.seq);
  return {
    seq: fact.seq,
    plan: planAfterNotice(meeting.plan, fact),
    agenda: evolveAgenda(meeting.agenda, fact, meeting),
    attendance: evolveAttendance(meeting.attendance, fact, meeting),
    notice: evolveNotice(meeting.notice, fact),
    remote: evolveRemote(meeting.remote, fact),
    lobby: evolveLobby(meeting.lobby, fact),
    floor: evolveFloor(meeting.floor, fact, meeting),
    proposals: evolveProposals(meeting.proposals, fact),
    decisions: evolveDecisions(meeting.decisions, fact, meeting),
    elections: evolveElections(meeting.elections, fact),
    proportional: evolveProportional(meeting.proportional, fact),
    company: evolveCompany(meeting.company, fact),
    conflicts: evolveConflicts(meeting.conflicts, fact),
    secrecy: evolveSecrecy(meeting.secrecy, fact, meeting),
    adjournment: evolveAdjournment(meeting.adjournment, fact, meeting),
    minutes: evolveMinutes(meeting.minutes, fact),
    support: evolveSupport(meeting.support, fact),
  };
}

export function fold(facts: Iterable<Fact>): Meeting | Unplanned {
  let meeting: Meeting | Unplanned = unplanned;
  for (const fact of facts) meeting = evolve(meeting, fact);
  return meeting;
}

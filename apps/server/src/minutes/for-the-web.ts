import { type Fact, type Meeting, withoutProtectedNames } from '@klubba/meeting';

export type Draft = { readonly meeting: Meeting; readonly facts: readonly Fact[] };

/** What minutes are made of when they leave the house: as it happened, without names of those whose identity is protected (DAT-08). */
export function forTheWeb({ meeting, facts }: Draft): Draft {
  return {
    meeting: { ...meeting, plan: withoutProtectedNames(meeting.plan) },
    facts: facts.map((fact) => {
      const { event } = fact;
      const isPlan = event.type === 'MeetingPlanned' || event.type === 'PlanChanged';
      return isPlan ? { ...fact, event: { ...event, plan: withoutProtectedNames(event.plan) } } : fact;
    }),
  };
}

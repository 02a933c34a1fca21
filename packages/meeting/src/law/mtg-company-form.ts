import { isLinked } from '../attendance/linked.ts';
import { personName } from '../attendance/seats.ts';
import { presentServing } from '../attendance/quorum.ts';
import type { PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { members } from './abl-8-per-capsulam.ts';
import { abl, house, type Refusal, rule } from './rule.ts';

/** A company board meets at a distance when all its members have agreed to that form; each one's consent is kept. */
export const mtgCompanyForm = rule({
  id: 'MTG-COMPANY-FORM',
  statutes: [abl(8, 21), house],
  bodies: ['companyBoard'],
  unsettled: true,
});

/** Who has not agreed, while somebody takes part at a distance. */
export function consentsMissing(meeting: Meeting): readonly PersonId[] {
  if (meeting.plan.body.kind !== 'companyBoard') return [];
  const linked = presentServing(meeting).some(({ person }) => {
    const presence = meeting.attendance.present[person];
    return presence !== undefined && isLinked(meeting.plan, presence);
  });
  return linked ? members(meeting).filter((person) => !meeting.company.consents.includes(person)) : [];
}

export function companyFormGate(meeting: Meeting): Refusal | null {
  const without = consentsMissing(meeting);
  if (without.length === 0) return null;
  const saidNo = (person: PersonId): boolean => meeting.company.formRefusals.includes(person);
  const names = (persons: readonly PersonId[]) => persons.map((person) => personName(meeting, person));
  const [refusedBy, missing] = [names(without.filter(saidNo)), names(without.filter((person) => !saidNo(person)))];
  const detail = { why: 'consent', missing, unanswered: missing.length, refusedBy, refusals: refusedBy.length };
  return { rule: mtgCompanyForm.id, detail };
}

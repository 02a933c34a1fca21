import type { Meeting } from '../types.ts';
import { abl, type Refusal, rule } from './rule.ts';

/** A contract with the company, a material interest against it, or representing a third party; the last is no conflict towards a company of the same group. */
export const abl5 = rule({ id: 'ABL-5', statutes: [abl(8, 23)], bodies: ['companyBoard'] });

/** The ground that the group exception takes away. */
export const REPRESENTS_GROUP_COMPANY = 'representsGroupCompany';

export function isCompanyConflict({ plan }: Pick<Meeting, 'plan'>, ground: string | undefined): Refusal | null {
  return plan.body.kind === 'companyBoard' && ground === REPRESENTS_GROUP_COMPANY ? { rule: abl5.id } : null;
}

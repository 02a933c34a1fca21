import { z } from 'zod';
import { ASSURANCE_ACTS, ASSURANCES } from './assurance-levels.ts';
import { itemId, optional } from './fields.ts';

const assurance = z.enum(ASSURANCES);

/** What a body, this meeting, or one of its items demands for an act. `item` for the scope of that name alone. */
export const assuranceDemand = z.strictObject({
  scope: z.enum(['body', 'meeting', 'item']),
  item: optional(itemId),
  act: z.enum(ASSURANCE_ACTS),
  assurance,
});
export type AssuranceDemand = z.infer<typeof assuranceDemand>;

/** What a body demands in all its meetings. `GET` and `PUT /api/register/bodies/:body/assurance`. */
export const bodyAssuranceDemand = z.strictObject({ act: z.enum(ASSURANCE_ACTS), assurance });
export type BodyAssuranceDemand = z.infer<typeof bodyAssuranceDemand>;
export const bodyAssurance = z.strictObject({ demands: z.array(bodyAssuranceDemand) });

/** How the own login stands to a meeting's demands. `short`: for these a surer one is needed now. */
export const assuranceStanding = z.strictObject({
  held: assurance,
  short: z.array(z.enum(ASSURANCE_ACTS)),
  demands: z.array(assuranceDemand),
});
export type AssuranceStanding = z.infer<typeof assuranceStanding>;

import { z } from 'zod';
import { itemId, optional } from './fields.ts';

/** How sure a way of logging in is, in the words of eIDAS (Regulation (EU) 910/2014, article 8). */
const assurance = z.enum(['low', 'substantial', 'high']);

/** For what more may be demanded (IDA-03, IDA-10). */
export const ASSURANCE_ACTS = ['checkIn', 'closedItem', 'vote'] as const;
export type AssuranceAct = (typeof ASSURANCE_ACTS)[number];

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

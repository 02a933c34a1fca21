import { isCouncil, type BodyKind } from '../body.ts';
import { kl, rule } from './rule.ts';

/** A council may handle the item although conflicts of interest bring it below its number. */
export const nar2 = rule({ id: 'NAR-2', statutes: [kl(5, 46)], bodies: ['council', 'federationCouncil'] });

/** The shortage must come from the conflict itself: with those in conflict counted the council would be quorate. */
export function conflictExcuses(kind: BodyKind, present: number, awayInConflict: number, required: number): boolean {
  return isCouncil(kind) && present < required && present + awayInConflict >= required;
}

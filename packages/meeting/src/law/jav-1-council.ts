import { kl, rule } from './rule.ts';

/** Council: a conflict only when the item personally concerns the member or somebody close; accountable persons in discharge and election of auditors. */
export const jav1 = rule({
  id: 'JAV-1',
  statutes: [kl(5, 47), kl(5, 48), kl(5, 49)],
  bodies: ['council', 'federationCouncil'],
});

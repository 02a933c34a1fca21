import { house, kl, rule } from './rule.ts';

/** Whether one comes is answered by those who are called: members and substitutes. */
export const mtgCalled = rule({ id: 'MTG-CALLED', statutes: [house], bodies: 'all' });

/** A meeting is called off before check-in opens, with a reason that everybody may read; nothing more happens in it, and a new one is planned anew. */
export const mtgCalledOff = rule({ id: 'MTG-CALLED-OFF', statutes: [kl(5, 13), house], bodies: 'all' });

/** Time, place and items are changed while the meeting lies ahead (KL 5:14 has them made known); once check-in is open the agenda is changed at the meeting. */
export const mtgPlanChange = rule({ id: 'MTG-PLAN-CHANGE', statutes: [kl(5, 14), house], bodies: 'all' });

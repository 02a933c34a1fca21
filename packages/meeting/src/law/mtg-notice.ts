import { house, rule } from './rule.ts';

/** Whether one comes is answered by those who are called: members and substitutes. */
export const mtgCalled = rule({ id: 'MTG-CALLED', statutes: [house], bodies: 'all' });

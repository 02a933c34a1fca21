import { house, kl, rule } from './rule.ts';

/** Doors are closed for an item, so one has to be open. */
export const mtgDoors = rule({ id: 'MTG-DOORS', statutes: [kl(5, 42), kl(6, 25), house], bodies: 'all' });

import { house, rule } from './rule.ts';

/** Nobody is waiting for help under this name. */
export const mtgHelp = rule({ id: 'MTG-HELP', statutes: [house], bodies: 'all' });

import { house, kl, rule } from './rule.ts';

/** One computer at a time writes in the minutes, so that no text overwrites another unseen. */
export const mtgMinutesLock = rule({ id: 'MTG-MINUTES-LOCK', statutes: [house], bodies: 'all' });
/** A note has words, and not more than a person would read (KL 5:65: the secretary answers for the content). */
export const mtgMinutesText = rule({ id: 'MTG-MINUTES-TEXT', statutes: [kl(5, 65)], bodies: 'all' });
/** A note belongs to the meeting or to an item of it. */
export const mtgMinutesUnknown = rule({ id: 'MTG-MINUTES-UNKNOWN', statutes: [house], bodies: 'all' });

import { house, order, rule } from './rule.ts';

/** The floor belongs to an open item's presentation or debate; how the meeting is conducted may be raised until the gavel. */
export const mtgDebate = rule({ id: 'MTG-DEBATE', statutes: [house], bodies: 'all' });
/** Nobody speaks while votes are being cast. */
export const mtgFloorVote = rule({ id: 'MTG-FLOOR-VOTE', statutes: [house], bodies: 'all' });
/** One place in the queue for each kind of contribution. */
export const mtgFloorTwice = rule({ id: 'MTG-FLOOR-TWICE', statutes: [house], bodies: 'all' });
/** What is given, moved or taken back stands in the queue. */
export const mtgFloorRequest = rule({ id: 'MTG-FLOOR-REQUEST', statutes: [house], bodies: 'all' });
/** A reply answers a speech by another, so many times as the body allows. */
export const mtgReply = rule({ id: 'MTG-REPLY', statutes: [order], bodies: 'all' });
/** The debate is closed when all who asked have spoken, unless the meeting cuts it short. */
export const mtgQueue = rule({ id: 'MTG-QUEUE', statutes: [order], bodies: 'all' });
/** A closed debate is opened again with a reason, and not while a vote is open or the item is decided. */
export const mtgReopen = rule({ id: 'MTG-REOPEN', statutes: [order], bodies: 'all' });

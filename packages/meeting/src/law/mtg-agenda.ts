import { house, kl, order, rule } from './rule.ts';

/** Opened once, after check-in, by the one who is to lead. */
export const mtgOpening = rule({ id: 'MTG-OPENING', statutes: [house], bodies: 'all' });
/** Who leads is checked in, and stands where the body has decided that a leader must. */
export const mtgLeaderInRoom = rule({ id: 'MTG-LEADER-IN-ROOM', statutes: [order], bodies: 'all' });
/** Who may not take part in an item does not lead it either. */
export const mtgLeaderConflict = rule({ id: 'MTG-LEADER-CONFLICT', statutes: [kl(5, 47), kl(6, 30)], bodies: 'all' });
/** The chair leads if present, else the first vice chair, else the second, else one chosen among the members. */
export const mtgPresidium = rule({ id: 'MTG-PRESIDIUM', statutes: [kl(5, 11), order], bodies: 'all' });
/** One item at a time. */
export const mtgOneItem = rule({ id: 'MTG-ONE-ITEM', statutes: [house], bodies: 'all' });
/** An item is opened from waiting, and what belongs to an open item needs one. */
export const mtgItemStage = rule({ id: 'MTG-ITEM-STAGE', statutes: [house], bodies: 'all' });
/** An item that asks for a decision is closed when the gavel has fallen. */
export const mtgUndecided = rule({ id: 'MTG-UNDECIDED', statutes: [kl(5, 53)], bodies: 'all' });
/** The agenda is put in another order, never made shorter or longer by it; what is done stays where it is. */
export const mtgReorder = rule({ id: 'MTG-REORDER', statutes: [house], bodies: 'all' });
/** A deviation from the expected has its reason in the record. */
export const mtgReason = rule({ id: 'MTG-REASON', statutes: [house], bodies: 'all' });
/** A document and its receipts belong to an item. */
export const mtgDocument = rule({ id: 'MTG-DOCUMENT', statutes: [house], bodies: 'all' });
/** The meeting is closed with no item open; not quorate, it may always be closed and the rest carried over. */
export const mtgClosing = rule({ id: 'MTG-CLOSING', statutes: [house], bodies: 'all' });

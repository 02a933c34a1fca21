import { house, kl, order, rule } from './rule.ts';

/** Check-in is not open (yet, or any more). */
export const mtgCheckIn = rule({ id: 'MTG-CHECK-IN', statutes: [house], bodies: 'all' });
/** A screen or camera of the hall is no person. */
export const mtgDevice = rule({ id: 'MTG-DEVICE', statutes: [house], bodies: 'all' });
/** In the lobby: nobody comes in who is not of the meeting, or before the item that the person was called to. */
export const mtgLobby = rule({ id: 'MTG-LOBBY', statutes: [kl(5, 43), house], bodies: 'all' });
/** The person is not checked in. */
export const mtgAbsent = rule({ id: 'MTG-ABSENT', statutes: [house], bodies: 'all' });
/** One person, one seat, and one seat, one person. */
export const mtgSeat = rule({ id: 'MTG-SEAT', statutes: [kl(4, 24)], bodies: 'all' });
/** The roll call's own order: started, called, answered, ended. */
export const mtgRollCall = rule({ id: 'MTG-ROLL-CALL', statutes: [order, house], bodies: 'all' });
/** Nothing to approve: the link is lost still, or was never stopped. */
export const mtgLink = rule({ id: 'MTG-LINK', statutes: [house], bodies: 'all' });
/** The noted cause of leaving is true: two of them let the person serve again the same day (KL 5:20). */
export const mtgLeaveCause = rule({ id: 'MTG-LEAVE-CAUSE', statutes: [kl(5, 20), house], bodies: 'all' });

import { house, kl, lpv, order, rule } from './rule.ts';

/** A closed ballot is held on persons, when a vote between them has been demanded. */
export const mtgBallotItem = rule({ id: 'MTG-BALLOT-ITEM', statutes: [kl(5, 53), kl(5, 54)], bodies: 'all' });
/** Nobody votes in secret at a distance before the body has decided that it may be done. */
export const mtgBallotRemote = rule({
  id: 'MTG-BALLOT-REMOTE',
  statutes: [kl(5, 16), order],
  bodies: 'all',
  unsettled: true,
});
/** An item known to need a closed ballot is not planned where some may be at a distance, before the body has decided that it may be held so. */
export const mtgBallotPlanned = rule({
  id: 'MTG-BALLOT-PLANNED',
  statutes: [kl(5, 16), order],
  bodies: 'all',
  unsettled: true,
});
/** A proportional election has its own procedure, with lists on slips. */
export const mtgBallotProportional = rule({ id: 'MTG-BALLOT-PROPORTIONAL', statutes: [lpv(8)], bodies: 'all' });
/** Three from different parties hold a key each, made before the ballot. */
export const mtgBallotKeys = rule({ id: 'MTG-BALLOT-KEYS', statutes: [house], bodies: 'all' });
/** One step of the ballot at a time. */
export const mtgBallotPhase = rule({ id: 'MTG-BALLOT-PHASE', statutes: [kl(5, 54), house], bodies: 'all' });
/** Only those who serve and are present, once each. */
export const mtgBallotVoter = rule({ id: 'MTG-BALLOT-VOTER', statutes: [kl(4, 24)], bodies: 'all' });
/** The voting list has one line for each tablet that was let onto it. */
export const mtgBallotList = rule({ id: 'MTG-BALLOT-LIST', statutes: [house], bodies: 'all' });
/** Nothing is opened while a ballot is missing, or a tablet has not looked for its own. */
export const mtgBallotMissing = rule({ id: 'MTG-BALLOT-MISSING', statutes: [house], bodies: 'all' });
/** Two count the slips each for themselves, and every voter's slip is in the count. */
export const mtgBallotPaper = rule({ id: 'MTG-BALLOT-PAPER', statutes: [house], bodies: 'all' });
/** The lot is drawn between those who have equally many votes, and leaves no place open. */
export const mtgBallotLot = rule({ id: 'MTG-BALLOT-LOT', statutes: [kl(5, 56)], bodies: 'all' });
/** Votes for somebody who is not nominated may all be for one person: who is elected has more than all of them. */
export const mtgBallotOthers = rule({
  id: 'MTG-BALLOT-OTHERS',
  statutes: [kl(5, 54), house],
  bodies: 'all',
  unsettled: true,
});

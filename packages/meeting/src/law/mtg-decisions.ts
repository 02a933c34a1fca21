import { house, kl, order, rule } from './rule.ts';

/** The order answers every proposal on the table, formal questions first. */
export const mtgOrderComplete = rule({ id: 'MTG-ORDER-COMPLETE', statutes: [kl(5, 53)], bodies: 'all' });
/** An order is settled once its first question is put. */
export const mtgOrderBegun = rule({ id: 'MTG-ORDER-BEGUN', statutes: [house], bodies: 'all' });
/** Without a proposal there is nothing to decide. */
export const mtgNothingMoved = rule({ id: 'MTG-NOTHING-MOVED', statutes: [house], bodies: 'all' });
/** The body's order says how an open vote is taken. */
export const mtgVoteMethod = rule({ id: 'MTG-VOTE-METHOD', statutes: [order], bodies: 'all' });
/** Votes are cast in an open vote. */
export const mtgVoteOpen = rule({ id: 'MTG-VOTE-OPEN', statutes: [kl(5, 54)], bodies: 'all' });
/** Only those on the voting list, present, one vote each. */
export const mtgElector = rule({ id: 'MTG-ELECTOR', statutes: [kl(4, 24)], bodies: 'all' });
/** In a roll call the one called answers, and the answer stands. */
export const mtgVoter = rule({ id: 'MTG-VOTER', statutes: [order], bodies: 'all' });
/** A voter is lost: nothing is counted until that person is back or noted as absent. */
export const mtgVoteFrozen = rule({ id: 'MTG-VOTE-FROZEN', statutes: [house], bodies: 'all' });
/** The vote is closed when everyone present has answered. */
export const mtgVotePending = rule({ id: 'MTG-VOTE-PENDING', statutes: [kl(4, 25), order], bodies: 'all' });
/** A statement has words. */
export const mtgStatement = rule({ id: 'MTG-STATEMENT', statutes: [house], bodies: 'all' });

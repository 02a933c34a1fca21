import { house, kl, order, rule } from './rule.ts';

/** Serving members propose; a commissioner without a seat proposes and does not decide (5:39). */
export const mtgProposer = rule({ id: 'MTG-PROPOSER', statutes: [kl(4, 22), kl(5, 39)], bodies: 'all' });
/** Proposals are moved, changed and withdrawn while the debate is open. */
export const mtgProposalsClosed = rule({ id: 'MTG-PROPOSALS-CLOSED', statutes: [order], bodies: 'all' });
/** What changes or adds to the proposal on the table is written down before it can be decided on. */
export const mtgWriting = rule({ id: 'MTG-WRITING', statutes: [order], bodies: 'all' });
/** A member's proposal is changed or withdrawn on the mover's word; the preparing body's is not the meeting's to rewrite. */
export const mtgProposalOwn = rule({ id: 'MTG-PROPOSAL-OWN', statutes: [house], bodies: 'all' });
/** What is acted on is on the table in the open item. */
export const mtgProposalTable = rule({ id: 'MTG-PROPOSAL-TABLE', statutes: [house], bodies: 'all' });
/** Persons are nominated in an election, and not more than there are places. */
export const mtgNomination = rule({ id: 'MTG-NOMINATION', statutes: [house], bodies: 'all' });

import type { Instant, ItemId, PersonId, ProposalId } from '../ids.ts';

/** bifall, avslag, ändring, tillägg, bordläggning, återremiss, nominering. */
export type ProposalKind =
  | 'approval'
  | 'rejection'
  | 'amendment'
  | 'addition'
  | 'tabling'
  | 'referralBack'
  | 'nomination';

export type Proposal = {
  readonly id: ProposalId;
  readonly item: ItemId;
  readonly kind: ProposalKind;
  /** Absent: the preparing body's own proposal, on the table from the start. */
  readonly mover?: PersonId;
  /** The organ behind it, e.g. kommunstyrelsen. */
  readonly organ?: string;
  /** Verbatim, Markdown subset. Empty for plain approval/rejection. */
  readonly text: string;
  /** Own reason of a referral back (ORD-4). */
  readonly reason?: string;
  /** Organ to which the matter is referred back (ORD-5). */
  readonly addressee?: string;
  /** approval: of which proposal. */
  readonly of?: ProposalId;
  readonly candidates?: readonly PersonId[];
  /** i första hand = 1, i andra hand = 2. */
  readonly instance: 1 | 2;
  readonly clause?: number;
  readonly at: Instant;
  readonly supporters: readonly PersonId[];
  readonly enteredBy?: PersonId;
  /** Moved by word of mouth and not yet written: not on the table (MOT-01). */
  readonly state: 'onTable' | 'withdrawn' | 'refused';
  readonly refusal?: { readonly ground: 'newBusiness' | 'unlawful'; readonly overruled: boolean };
};
export type ProposalsState = {
  readonly byId: Readonly<Record<ProposalId, Proposal>>;
  readonly order: readonly ProposalId[];
};

export type ProposalsCommand =
  | {
      readonly type: 'moveProposal';
      readonly person: PersonId;
      readonly kind: ProposalKind;
      readonly text: string;
      readonly reason?: string;
      readonly addressee?: string;
      readonly of?: ProposalId;
      readonly candidates?: readonly PersonId[];
      readonly instance?: 1 | 2;
      readonly clause?: number;
    }
  | { readonly type: 'editProposal'; readonly proposal: ProposalId; readonly text: string }
  | { readonly type: 'withdrawProposal'; readonly proposal: ProposalId }
  | { readonly type: 'supportProposal'; readonly proposal: ProposalId; readonly person: PersonId }
  | { readonly type: 'withdrawSupport'; readonly proposal: ProposalId; readonly person: PersonId }
  | { readonly type: 'refuseProposal'; readonly proposal: ProposalId; readonly ground: 'newBusiness' | 'unlawful' };

export type ProposalsEvent =
  | { readonly type: 'ProposalMoved'; readonly proposal: Proposal }
  | { readonly type: 'ProposalEdited'; readonly proposal: ProposalId; readonly text: string }
  | { readonly type: 'ProposalWithdrawn'; readonly proposal: ProposalId }
  | { readonly type: 'ProposalSupported'; readonly proposal: ProposalId; readonly person: PersonId }
  | { readonly type: 'SupportWithdrawn'; readonly proposal: ProposalId; readonly person: PersonId }
  | { readonly type: 'ProposalRefused'; readonly proposal: ProposalId; readonly ground: 'newBusiness' | 'unlawful' }
  | { readonly type: 'ProposalRefusalOverruled'; readonly proposal: ProposalId };

import type { Instant, PersonId } from '../ids.ts';

export type AdjournmentCause = 'groupMeeting' | 'connectionLost' | 'notQuorate' | 'rest' | 'disorder' | 'other';
export type Adjournment = {
  readonly from: Instant;
  /** Announced end, for the clock. */
  readonly until?: Instant;
  readonly to?: Instant;
  readonly cause: AdjournmentCause;
  readonly reason?: string;
  readonly atItem?: number;
  /** The person whose loss caused it. */
  readonly person?: PersonId;
};
/** After an adjournment a new check is compulsory (ADJ-03): nobody decides anything before it is completed. */
export type PresenceCheck = { readonly startedAt: Instant; readonly confirmed: readonly PersonId[] };
export type AdjournmentState = {
  readonly current?: Adjournment;
  readonly past: readonly Adjournment[];
  /** During a break: persons who have said that they are back in place. They start as confirmed in the check, unless they drop out again. */
  readonly ready?: readonly PersonId[];
  readonly check?: PresenceCheck;
};
export type AdjournmentCommand =
  | {
      readonly type: 'adjourn';
      readonly cause: AdjournmentCause;
      readonly until?: Instant;
      readonly reason?: string;
      readonly person?: PersonId;
    }
  | { readonly type: 'extendAdjournment'; readonly until: Instant }
  /** Ends the break; the compulsory check begins. */
  | { readonly type: 'recall' }
  /** By the person, or by secretary/chair for one in the hall. */
  | { readonly type: 'confirmPresence'; readonly person: PersonId }
  | { readonly type: 'completeCheck' };
export type AdjournmentEvent =
  | {
      readonly type: 'MeetingAdjourned';
      readonly cause: AdjournmentCause;
      readonly until?: Instant;
      readonly reason?: string;
      readonly person?: PersonId;
    }
  | { readonly type: 'AdjournmentExtended'; readonly until: Instant }
  | { readonly type: 'MeetingRecalled' }
  | { readonly type: 'PresenceConfirmed'; readonly person: PersonId }
  | { readonly type: 'PresenceCheckCompleted'; readonly present: number; readonly required: number };

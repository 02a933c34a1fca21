import type { Instant, ItemId, PersonId, RequestId, Seconds } from '../ids.ts';

export type RequestKind = 'speech' | 'reply' | 'pointOfOrder';
export type FloorRequest = {
  readonly id: RequestId;
  readonly item: ItemId;
  readonly person: PersonId;
  readonly kind: RequestKind;
  /** The speech that a reply answers. */
  readonly replyTo?: RequestId;
  readonly at: Instant;
  /** Added by chair, secretary or assistant for one who said the name (SPK-02). */
  readonly enteredBy?: PersonId;
};
export type Speech = {
  readonly request: RequestId;
  readonly item: ItemId;
  readonly person: PersonId;
  readonly kind: RequestKind;
  readonly from: Instant;
  readonly to?: Instant;
  readonly limit: Seconds | null;
};
export type FloorState = {
  /** One queue for hall and link: points of order first, then replies, then speeches, each in order of asking. */
  readonly queue: readonly FloorRequest[];
  readonly speaking?: Speech;
  readonly speeches: readonly Speech[];
  /** Open together during acclamation, else empty: the microphones of all who may answer. */
  readonly commonMicrophones: boolean;
};
export type FloorCommand =
  | { readonly type: 'requestFloor'; readonly person: PersonId; readonly kind: RequestKind }
  | { readonly type: 'withdrawRequest'; readonly request: RequestId }
  | { readonly type: 'giveFloor'; readonly request: RequestId }
  /** Give the floor to one who is not in the queue (presenter, answerer, official). */
  | { readonly type: 'giveFloorTo'; readonly person: PersonId; readonly kind: RequestKind }
  | { readonly type: 'endSpeech' }
  | { readonly type: 'moveRequest'; readonly request: RequestId; readonly before: RequestId | null }
  | { readonly type: 'closeDebate'; readonly despiteQueue?: boolean }
  | { readonly type: 'reopenDebate'; readonly reason: string };
export type FloorEvent =
  | { readonly type: 'FloorRequested'; readonly request: FloorRequest }
  | { readonly type: 'FloorRequestWithdrawn'; readonly request: RequestId }
  | { readonly type: 'FloorGiven'; readonly request: FloorRequest; readonly limit: Seconds | null }
  | { readonly type: 'SpeechEnded'; readonly request: RequestId }
  | { readonly type: 'RequestMoved'; readonly request: RequestId; readonly before: RequestId | null }
  | { readonly type: 'DebateClosed'; readonly item: ItemId }
  | { readonly type: 'DebateReopened'; readonly item: ItemId; readonly reason: string };

import type { Instant, PersonId } from '../ids.ts';

/** By what the desk knew the person: the face, the voice, or what the two had agreed on beforehand. */
export type IdentityProof = 'picture' | 'voice' | 'agreedControl';

/** The desk's own check of one who waits outside, face to face in a room for the two (IDA-09). */
export type IdentityCheck = {
  readonly by: PersonId;
  readonly since: Instant;
  /** Absent while they talk. Empty: it was not the person, or could not be told. */
  readonly proofs?: readonly IdentityProof[];
};

export type LobbyState = {
  readonly checks: Readonly<Record<PersonId, IdentityCheck>>;
  /** Sent out because somebody else sat at the screen: in again only after a check that the desk was sure of. */
  readonly doubted: Readonly<Record<PersonId, Instant>>;
};

export type LobbyCommand =
  | { readonly type: 'beginIdentityCheck'; readonly person: PersonId }
  | { readonly type: 'endIdentityCheck'; readonly person: PersonId; readonly proofs: readonly IdentityProof[] }
  /** Somebody else is at the screen: out at once, to the lobby. */
  | { readonly type: 'doubtIdentity'; readonly person: PersonId };

export type LobbyEvent =
  | { readonly type: 'IdentityCheckBegun'; readonly person: PersonId; readonly by: PersonId }
  | {
      readonly type: 'IdentityCheckEnded';
      readonly person: PersonId;
      readonly by: PersonId;
      readonly proofs: readonly IdentityProof[];
    }
  | { readonly type: 'IdentityDoubted'; readonly person: PersonId; readonly by: PersonId };

import type { DeviceTest } from '../attendance/types.ts';
import type { Instant, LocalDate, PartyId, PersonId } from '../ids.ts';

/** What one at a distance confirms before the permission is worth anything (TRN-05): alone, camera on, the body's rules read. */
export type RemoteCheck = 'alone' | 'camera' | 'rules';

/** Permission to take part at a distance (REM-*, GOV-11…16). */
export type RemotePermission = {
  readonly person: PersonId;
  readonly state: 'applied' | 'queued' | 'granted' | 'denied' | 'withdrawn';
  readonly reason?: string;
  readonly decisionReason?: string;
  /** Absent: granted when the meeting was planned. */
  readonly appliedAt?: Instant;
  readonly decidedAt?: Instant;
  readonly decidedBy?: PersonId;
  readonly confirmed?: readonly RemoteCheck[];
  readonly test?: DeviceTest;
  readonly testedAt?: Instant;
  /** Granted from this room of the municipality only; or, when denied, the room that is offered instead. */
  readonly premises?: string;
  /** Until revoked, at every meeting of the body (REM-08). */
  readonly standing?: boolean;
};

/** What the parties' group leaders have agreed on: how many of each party may be at a distance (GOV-16). The chair may decide otherwise. */
export type RemoteAgreement = {
  readonly agreedOn: LocalDate;
  readonly numbers: readonly { readonly party: PartyId; readonly most: number }[];
};
export type RemoteState = {
  readonly permissions: Readonly<Record<PersonId, RemotePermission>>;
  readonly agreement?: RemoteAgreement;
};

export type RemoteCommand =
  | {
      readonly type: 'applyRemote';
      readonly person: PersonId;
      readonly reason?: string;
      readonly confirmed?: readonly RemoteCheck[];
      readonly test?: DeviceTest;
    }
  | { readonly type: 'testRemote'; readonly person: PersonId; readonly test: DeviceTest }
  | {
      readonly type: 'grantRemote';
      readonly person: PersonId;
      readonly reason?: string;
      readonly premises?: string;
      readonly standing?: boolean;
    }
  | {
      readonly type: 'denyRemote';
      readonly person: PersonId;
      readonly reason: string;
      readonly premises?: string;
    }
  | { readonly type: 'withdrawRemote'; readonly person: PersonId; readonly reason: string }
  | ({ readonly type: 'agreeRemote' } & RemoteAgreement);

export type RemoteEvent =
  | {
      readonly type: 'RemoteApplied';
      readonly person: PersonId;
      readonly reason?: string;
      readonly queued: boolean;
      readonly confirmed?: readonly RemoteCheck[];
      readonly test?: DeviceTest;
    }
  | { readonly type: 'RemoteTested'; readonly person: PersonId; readonly test: DeviceTest }
  | {
      readonly type: 'RemoteGranted';
      readonly person: PersonId;
      readonly reason?: string;
      readonly premises?: string;
      readonly standing?: boolean;
    }
  | {
      readonly type: 'RemoteDenied';
      readonly person: PersonId;
      readonly reason: string;
      readonly premises?: string;
    }
  | { readonly type: 'RemoteWithdrawn'; readonly person: PersonId; readonly reason: string }
  | ({ readonly type: 'RemoteAgreed' } & RemoteAgreement);

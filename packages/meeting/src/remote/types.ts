import type { PersonId } from '../ids.ts';

/** Permission to take part at a distance (REM-*, GOV-11…16). */
export type RemotePermission = {
  readonly person: PersonId;
  readonly state: 'applied' | 'queued' | 'granted' | 'denied' | 'withdrawn';
  readonly reason?: string;
  readonly decisionReason?: string;
};
export type RemoteState = { readonly permissions: Readonly<Record<PersonId, RemotePermission>> };

export type RemoteCommand =
  | { readonly type: 'applyRemote'; readonly person: PersonId; readonly reason?: string }
  | { readonly type: 'grantRemote'; readonly person: PersonId; readonly reason?: string }
  | { readonly type: 'denyRemote'; readonly person: PersonId; readonly reason: string }
  | { readonly type: 'withdrawRemote'; readonly person: PersonId; readonly reason: string };

export type RemoteEvent =
  | { readonly type: 'RemoteApplied'; readonly person: PersonId; readonly reason?: string; readonly queued: boolean }
  | { readonly type: 'RemoteGranted'; readonly person: PersonId; readonly reason?: string }
  | { readonly type: 'RemoteDenied'; readonly person: PersonId; readonly reason: string }
  | { readonly type: 'RemoteWithdrawn'; readonly person: PersonId; readonly reason: string };

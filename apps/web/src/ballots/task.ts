import type { BlindKey, Choice, GroupName, Verdict } from '@klubba/ballot';
import type { KeyCeremony } from '@klubba/protocol';

/** What a ballot's worker does. Secrets are made and used there, and in this browser's own store; nowhere else. */
export type Tasks = {
  readonly newSecret: { readonly ask: Record<never, never>; readonly answer: string };
  /** The credential of the secret, and what the server is to sign blindly. The same secret gives the same. */
  readonly blind: {
    readonly ask: {
      readonly secret: string;
      readonly uuid: string;
      readonly group: GroupName;
      readonly key: BlindKey;
      readonly signed?: string;
    };
    readonly answer: { readonly credential: string; readonly blinded: string; readonly signature?: string };
  };
  /** Is the line of this secret on the list? */
  readonly onList: {
    readonly ask: {
      readonly secret: string;
      readonly uuid: string;
      readonly group: GroupName;
      readonly credentials: readonly string[];
    };
    readonly answer: boolean;
  };
  /** `key`: fingerprint of the key holders' joint key, as the meeting has it; a ballot is sealed to no other. */
  readonly seal: {
    readonly ask: { readonly secret: string; readonly election: string; readonly key: string; readonly choice: Choice };
    readonly answer: {
      readonly ballot: string;
      readonly opening: readonly (readonly { readonly value: number; readonly randomness: string }[])[];
    };
  };
  readonly verify: {
    readonly ask: { readonly archive: ArrayBuffer; readonly receipts: readonly string[] };
    readonly answer: Verdict['kind'];
  };
  readonly newSeed: { readonly ask: Record<never, never>; readonly answer: string };
  /** The next message of the key ceremony. */
  readonly keyStep: {
    readonly ask: {
      readonly seed: string;
      readonly ceremony: KeyCeremony;
      readonly step: 'certificate' | 'polynomial' | 'key';
    };
    readonly answer: string;
  };
  readonly share: {
    readonly ask: { readonly seed: string; readonly key: string; readonly election: string; readonly tally: string };
    readonly answer: string;
  };
};
export type TaskName = keyof Tasks;

export type TaskMessage = {
  [Name in TaskName]: { readonly id: number; readonly task: Name; readonly ask: Tasks[Name]['ask'] };
}[TaskName];
/** `failed`: a rule of the ballot protocol, or the fault's own words. */
export type TaskReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string };

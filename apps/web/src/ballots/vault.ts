import type { BallotId, MeetingId, PersonId } from '@klubba/meeting';

export type Receipt = { readonly hash: string; readonly height: number; readonly at: number };

/** What this tablet alone knows of its voter's ballot. The choice is not among it. */
export type Kept = {
  readonly secret?: string;
  /** The public credential, and the server's blind signature on it. */
  readonly registration?: { readonly credential: string; readonly signature: string };
  /** Of registration: one of an earlier round is void. */
  readonly round?: number;
  /** By the code from another tablet, whose line is on the list of this round. */
  readonly restored?: number;
  /** On its way: sent again, the same, until the answer has come. */
  readonly underWay?: string;
  readonly receipts: readonly Receipt[];
};

const NOTHING: Kept = { receipts: [] };
const ballotKey = (ballot: BallotId, person: PersonId): string => `klubba-ballot/${ballot}/${person}`;
const seedKey = (meeting: MeetingId, person: PersonId): string => `klubba-key/${meeting}/${person}`;

export function kept(ballot: BallotId, person: PersonId): Kept {
  const text = localStorage.getItem(ballotKey(ballot, person));
  return text === null ? NOTHING : (JSON.parse(text) as Kept);
}

export function keep(ballot: BallotId, person: PersonId, change: Partial<Kept>): Kept {
  const now = { ...kept(ballot, person), ...change };
  localStorage.setItem(ballotKey(ballot, person), JSON.stringify(now));
  return now;
}

export function dropUnderWay(ballot: BallotId, person: PersonId): Kept {
  const { underWay: _gone, ...rest } = kept(ballot, person);
  localStorage.setItem(ballotKey(ballot, person), JSON.stringify(rest));
  return rest;
}

/** The key holder's code on this device; the paper is the other copy. */
export const keptSeed = (meeting: MeetingId, person: PersonId): string | undefined =>
  localStorage.getItem(seedKey(meeting, person)) ?? undefined;
export const keepSeed = (meeting: MeetingId, person: PersonId, seed: string): void =>
  localStorage.setItem(seedKey(meeting, person), seed);

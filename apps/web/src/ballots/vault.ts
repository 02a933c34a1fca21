import type { BallotId, MeetingId, PersonId } from '@klubba/meeting';
import type { OwnStore } from '../own-store/index.ts';

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
const seedName = (meeting: MeetingId, person: PersonId): string => `key/${meeting}/${person}`;

/** Where one voter's part in one ballot is kept. In the booth it lies with whoever's login the booth has. */
export type Vault = {
  readonly kept: () => Kept;
  readonly keep: (change: Partial<Kept>) => Kept;
  readonly dropUnderWay: () => Kept;
  /** When what was kept last outlives the page. */
  readonly written: () => Promise<void>;
};

export function vaultOf(store: OwnStore, ballot: BallotId, person: PersonId): Vault {
  const name = `ballot/${ballot}/${person}`;
  const kept = (): Kept => {
    const text = store.getItem(name);
    return text === null ? NOTHING : (JSON.parse(text) as Kept);
  };
  const put = (now: Kept): Kept => {
    store.setItem(name, JSON.stringify(now));
    return now;
  };
  return {
    kept,
    keep: (change) => put({ ...kept(), ...change }),
    dropUnderWay: () => {
      const { underWay: _gone, ...rest } = kept();
      return put(rest);
    },
    written: store.written,
  };
}

/** The key holder's code on this device; the paper is the other copy. */
export const keptSeed = (store: OwnStore, meeting: MeetingId, person: PersonId): string | undefined =>
  store.getItem(seedName(meeting, person)) ?? undefined;
export const keepSeed = (store: OwnStore, meeting: MeetingId, person: PersonId, seed: string): void =>
  store.setItem(seedName(meeting, person), seed);

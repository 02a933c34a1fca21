import type { PartyId } from '@klubba/meeting';
import type { RegisterSummary } from '@klubba/protocol';
import { createContext, useContext } from 'react';

export type Known = {
  readonly summary: RegisterSummary;
  /** Asks the server anew: after an import, or when something has been named. */
  readonly again: () => void;
  readonly partyName: (party: PartyId) => string;
  readonly partyShort: (party: PartyId) => string;
  /** Place in lists; those without one, and no party at all, stand after those that have one. */
  readonly partyOrder: (party: PartyId | 'none') => number;
};

export const Here = createContext<Known | undefined>(undefined);

/** The first entry that is not what was written, for whoever stands on any page here. */
export function useDamage(): number | undefined {
  return useContext(Here)?.summary.damagedAt;
}

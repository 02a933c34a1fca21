/** How sure a way of logging in is, in the words of eIDAS (Regulation (EU) 910/2014, article 8); the weakest first. */
export const ASSURANCES = ['low', 'substantial', 'high'] as const;
export type Assurance = (typeof ASSURANCES)[number];

/** For what more may be demanded (IDA-03, IDA-10). */
export const ASSURANCE_ACTS = ['checkIn', 'closedItem', 'vote'] as const;
export type AssuranceAct = (typeof ASSURANCE_ACTS)[number];

/** A login held is as sure as one demanded, or surer. */
export function isEnough(held: Assurance, demanded: Assurance): boolean {
  return ASSURANCES.indexOf(held) >= ASSURANCES.indexOf(demanded);
}

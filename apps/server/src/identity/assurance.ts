/** How sure a way of logging in is, in the words of eIDAS (Regulation (EU) 910/2014, article 8). */
export const ASSURANCES = ['low', 'substantial', 'high'] as const;
export type Assurance = (typeof ASSURANCES)[number];

export function isEnough(held: Assurance, demanded: Assurance): boolean {
  return ASSURANCES.indexOf(held) >= ASSURANCES.indexOf(demanded);
}

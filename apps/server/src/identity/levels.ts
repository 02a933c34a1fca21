import { type Assurance, ASSURANCES } from '@klubba/protocol';

type Worth = {
  readonly levels?: Readonly<Record<string, Assurance>> | undefined;
  readonly assurance?: Assurance | undefined;
};

/**
 * What a directory's login is worth by what it says of it. Where nobody has said what its words mean, and where it says nothing,
 * it is taken for the weakest: a name and a password (ASVS V6.8.4).
 */
export function levelOf({ levels, assurance }: Worth, said: readonly string[]): Assurance {
  if (levels === undefined) return assurance ?? 'low';
  const meant = said.flatMap((one) => (Object.hasOwn(levels, one) ? (levels[one] ?? []) : []));
  return ASSURANCES.findLast((level) => meant.includes(level)) ?? 'low';
}

import type { PartialDecryption } from '../decryption.ts';
import type { ElectionParameters } from '../election.ts';
import type { Element } from '../group/group.ts';
import { statements } from '../proof.ts';
import type { EncryptedTally } from '../tally.ts';
import type { Judge, Place } from './judge.ts';
import type { Findings } from './pedersen.ts';

/** Demands one factor and proof for each sum, and every proof under the owner's key. */
export function examineDecryption(
  judge: Judge,
  { group, fingerprint }: ElectionParameters,
  key: Element,
  tally: EncryptedTally,
  { factors, proofs }: PartialDecryption,
  place: Place,
  findings: Findings,
): void {
  const fits = (rows: readonly (readonly unknown[])[]): boolean =>
    rows.length === tally.length && rows.every((row, i) => row.length === tally[i]?.length);
  judge.demand('BEL-DECRYPTION-SIZE', fits(factors) && fits(proofs), place);
  const owner = group.write(key);
  const ownerBase = group.fixedBase(key, tally.flat().length);
  for (const [i, row] of tally.entries()) {
    for (const [j, { alpha }] of row.entries()) {
      const [factor, proof] = [factors[i]?.[j], proofs[i]?.[j]];
      if (factor === undefined || proof === undefined) continue;
      const path = { ...place, path: `decryption_proofs[${i}][${j}]` };
      findings.candidates.push({ element: factor, place: { ...place, path: `decryption_factors[${i}][${j}]` } });
      const commitments = group.writeAll([
        group.multiply(group.generator.powPublic(proof.response), ownerBase.powPublic(proof.challenge)),
        group.multiply(group.powPublic(alpha, proof.response), group.powPublic(factor, proof.challenge)),
      ]);
      findings.commitments.push({ text: commitments[0] ?? '', place: path });
      judge.demand(
        'BEL-DECRYPTION-PROOF',
        group.hash(statements.decryption(fingerprint, owner, commitments)) === proof.challenge,
        path,
      );
    }
  }
}

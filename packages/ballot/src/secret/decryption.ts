import type { PartialDecryption } from '../decryption.ts';
import type { ElectionParameters } from '../election.ts';
import { respond, statements } from '../proof.ts';
import type { EncryptedTally } from '../tally.ts';
import type { RandomSource } from './random.ts';
import { randomScalar, watchedRandom } from './random.ts';

/**
 * A trustee's part in opening the sums, made on the trustee's own device.
 *
 * @param key the trustee's private key x.
 */
export function decryptTally(
  { group, fingerprint }: ElectionParameters,
  key: bigint,
  tally: EncryptedTally,
  random: RandomSource,
): PartialDecryption {
  const watched = watchedRandom(random);
  const owner = group.write(group.generator.powSecret(key));
  const rows = tally.map((row) =>
    row.map(({ alpha }) => {
      const nonce = randomScalar(group.q, watched);
      const commitments = group.writeAll([group.generator.powSecret(nonce), group.powSecret(alpha, nonce)]);
      const challenge = group.hash(statements.decryption(fingerprint, owner, commitments));
      return { factor: group.powSecret(alpha, key), proof: respond(group, nonce, key, challenge) };
    }),
  );
  return {
    factors: rows.map((row) => row.map(({ factor }) => factor)),
    proofs: rows.map((row) => row.map(({ proof }) => proof)),
  };
}

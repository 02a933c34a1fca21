import type { Group } from '../group/group.ts';
import type { TrusteeGroup } from '../trustees.ts';
import type { RandomSource } from './random.ts';
import { randomScalar, watchedRandom } from './random.ts';
import { verificationKey } from './signing.ts';

/** A trustee without a ceremony, whose part in the count is always needed. `privateKey` never leaves the device. */
export function newSingleTrustee(
  group: Group,
  random: RandomSource,
): { readonly privateKey: bigint; readonly trustee: TrusteeGroup } {
  const watched = watchedRandom(random);
  const privateKey = randomScalar(group.q, watched);
  return { privateKey, trustee: { kind: 'single', key: verificationKey(group, privateKey, watched) } };
}

import { fromHex, sha256, toHex, utf8 } from '../encoding/bytes.ts';
import { canonicalJson } from '../encoding/json.ts';
import type { Element, Group } from '../group/group.ts';
import { proofJson } from '../proof.ts';
import { readSigned } from '../trustees.ts';
import type { Judge } from '../verify/judge.ts';
import { refute } from '../verify/judge.ts';
import type { Node } from '../verify/node.ts';
import { elementOf, fieldsOf, parseNode, stringOf } from '../verify/node.ts';
import { holdsSignature, newFindings } from '../verify/pedersen.ts';
import type { RandomSource } from './random.ts';
import { randomScalar } from './random.ts';
import { signed } from './signing.ts';

/** AES-256-GCM with a 128-bit tag at the end of the sealed bytes; the vector is 32 bytes long. */
export interface Aead {
  seal(key: Uint8Array, vector: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
  /** Undefined where the tag does not fit. */
  open(key: Uint8Array, vector: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | undefined>;
}

const ALGORITHM = 'AES-GCM';

type CipherParameters = { readonly name: string; readonly iv: Uint8Array<ArrayBuffer> };

/** What is used of WebCrypto's `crypto.subtle`. */
export interface SubtleCipher<Key> {
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: string,
    extractable: false,
    uses: ('encrypt' | 'decrypt')[],
  ): Promise<Key>;
  encrypt(parameters: CipherParameters, key: Key, plain: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  decrypt(parameters: CipherParameters, key: Key, sealed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** The cipher by WebCrypto, which browsers (on secure pages) and Node have. */
export function webCryptoAead<Key>(subtle: SubtleCipher<Key>): Aead {
  const importKey = (key: Uint8Array): Promise<Key> =>
    subtle.importKey('raw', Uint8Array.from(key), ALGORITHM, false, ['encrypt', 'decrypt']);
  const parameters = (vector: Uint8Array): CipherParameters => ({ name: ALGORITHM, iv: Uint8Array.from(vector) });
  return {
    async seal(key, vector, plain) {
      return new Uint8Array(await subtle.encrypt(parameters(vector), await importKey(key), Uint8Array.from(plain)));
    },
    async open(key, vector, sealed) {
      const imported = await importKey(key);
      const plain = await subtle.decrypt(parameters(vector), imported, Uint8Array.from(sealed)).catch(() => undefined);
      return plain && new Uint8Array(plain);
    },
  };
}

const channelKey = (group: Group, shared: Element): Uint8Array => sha256(utf8(`key|${group.write(shared)}`));
const channelVector = (group: Group, alpha: Element): Uint8Array => sha256(utf8(`iv|${group.write(alpha)}`));

/** A text only the holder of the key behind `recipient` can read, and knows who wrote. */
export async function sendSecret(
  group: Group,
  aead: Aead,
  signingKey: bigint,
  recipient: Element,
  message: string,
  random: RandomSource,
): Promise<string> {
  const letter = signed(group, signingKey, canonicalJson({ recipient: group.write(recipient), message }), random);
  const plain = utf8(canonicalJson({ message: letter.message, signature: proofJson(letter.signature) }));
  const [r, s] = [randomScalar(group.q, random), randomScalar(group.q, random)];
  const alpha = group.generator.powSecret(r);
  const shared = group.generator.powSecret(s);
  const beta = group.multiply(group.powSecret(recipient, r), shared);
  const key = channelKey(group, shared);
  const data = await aead.seal(key, channelVector(group, alpha), plain);
  key.fill(0);
  plain.fill(0);
  return canonicalJson({ algorithm: ALGORITHM, alpha: group.write(alpha), beta: group.write(beta), data: toHex(data) });
}

/** Opens a letter; demands that it was written by `sender` to this recipient. */
export async function receiveSecret(
  judge: Judge,
  group: Group,
  aead: Aead,
  decryptionKey: bigint,
  sender: Element,
  text: string,
): Promise<string> {
  const place = { record: 'letter' };
  const fields = fieldsOf(parseNode(judge, utf8(text), place), ['algorithm', 'alpha', 'beta', 'data']);
  const [alpha, beta] = [memberOf(fields.alpha, group), memberOf(fields.beta, group)];
  const data = fromHex(stringOf(fields.data));
  if (stringOf(fields.algorithm) !== ALGORITHM || data === undefined) refute('BEL-JSON-TYPE', place);
  const shared = group.multiply(beta, group.invert(group.powSecret(alpha, decryptionKey)));
  const plain = await aead.open(channelKey(group, shared), channelVector(group, alpha), data);
  if (plain === undefined) refute('BEL-PEDERSEN-SHARE', place);
  const letter = readSigned(parseNode(judge, plain, place), group);
  plain.fill(0);
  const holds = holdsSignature(group, sender, letter.message, letter.signature, place, newFindings());
  judge.demand('BEL-PEDERSEN-SHARE', holds, place);
  const content = fieldsOf(parseNode(judge, utf8(letter.message), place), ['recipient', 'message']);
  const own = group.write(group.generator.powSecret(decryptionKey));
  judge.demand('BEL-PEDERSEN-SHARE', stringOf(content.recipient) === own, place);
  return stringOf(content.message);
}

function memberOf(node: Node, group: Group): Element {
  const element = elementOf(node, group);
  node.judge.demand('BEL-ELEMENT-SUBGROUP', group.isMember(element), node.place);
  return element;
}

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Value = number | string | Buffer | ReadonlyMap<number | string, Value>;

/** As much of CBOR (RFC 8949) as an authenticator speaks. */
function cbor(value: Value): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 0x100) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 0xff]);
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;

export type Ceremony = { readonly challenge: string; readonly origin: string; readonly rpId: string };

/** A device with one key, as WebAuthn describes it; and the faults a test may want of it. */
export class TestAuthenticator {
  readonly id = randomBytes(20);
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;
  /** Whether the person showed a finger, a face or a code. */
  verifies = true;

  create({ challenge, origin, rpId }: Ceremony): unknown {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    const key = cbor(
      new Map<number, Value>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const authData = Buffer.concat([this.#data(rpId, HAS_KEY), attested]);
    const object = cbor(
      new Map<string, Value>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    const client = clientData('webauthn.create', challenge, origin);
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      attestationObject: object.toString('base64url'),
    });
  }

  get({ challenge, origin, rpId }: Ceremony): unknown {
    this.counter += 1;
    const authData = this.#data(rpId, 0);
    const client = clientData('webauthn.get', challenge, origin);
    const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()]);
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#pair.privateKey).toString('base64url'),
    });
  }

  #data(rpId: string, more: number): Buffer {
    const flags = USER_PRESENT | (this.verifies ? USER_VERIFIED : 0) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter]);
  }

  #answer(response: Readonly<Record<string, string>>): unknown {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

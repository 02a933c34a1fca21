import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, as PEM. */
export type Certified = { readonly certificate: string; readonly key: string };
export type Authority = {
  readonly certificate: string;
  /** For a server at `localhost`, or for a client that shows who it is. */
  issue(name: string): Certified;
};

const DAY_MS = 86_400_000;
const SEQUENCE = 0x30;
const SET = 0x31;

/** A certificate authority for a simulator or a test: made on the spot, forgotten afterwards (X.509, RFC 5280). */
export function newAuthority(name: string): Authority {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const make = (subject: string, publicKey: KeyObject, isAuthority: boolean): string =>
    certificate({ issuer: name, subject, publicKey, isAuthority, signingKey: pair.privateKey });
  return {
    certificate: make(name, pair.publicKey, true),
    issue(subject) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return {
        certificate: make(subject, own.publicKey, false),
        key: own.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      };
    },
  };
}

type Wish = {
  readonly issuer: string;
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly isAuthority: boolean;
  readonly signingKey: KeyObject;
};

function certificate(wish: Wish): string {
  const algorithm = der(SEQUENCE, oid('2a8648ce3d040302'));
  const now = Date.now();
  const signed = der(
    SEQUENCE,
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    commonName(wish.issuer),
    der(SEQUENCE, time(now - DAY_MS), time(now + 365 * DAY_MS)),
    commonName(wish.subject),
    wish.publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, der(SEQUENCE, ...(wish.isAuthority ? [basicConstraints()] : [localhostNames()]))),
  );
  const seal = sign('sha256', signed, wish.signingKey);
  const whole = der(SEQUENCE, signed, algorithm, der(0x03, Buffer.from([0]), seal));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const short = body.length < 0x80;
  const long = body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...(short ? [body.length] : long)]), body]);
}

const integer = (bytes: Buffer): Buffer => der(0x02, bytes);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const octets = (bytes: Buffer): Buffer => der(0x04, bytes);
const commonName = (name: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, oid('550403'), der(0x0c, Buffer.from(name)))));

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+Z/g, '');
  return der(0x17, Buffer.from(`${digits.slice(2)}Z`));
}

function basicConstraints(): Buffer {
  const isTrue = der(0x01, Buffer.from([0xff]));
  return der(SEQUENCE, oid('551d13'), isTrue, octets(der(SEQUENCE, isTrue)));
}

function localhostNames(): Buffer {
  const names = der(SEQUENCE, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  return der(SEQUENCE, oid('551d11'), octets(names));
}

import { constants, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { seeded } from '../testing/seeded.ts';
import { blindCredential } from './blind-token.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = publicKey.export({ format: 'jwk' });
const hexOf = (text: string | undefined): string => Buffer.from(text ?? '', 'base64url').toString('hex');
const key = { n: hexOf(jwk.n), e: hexOf(jwk.e) };
const sign = (blinded: string): string =>
  privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'hex')).toString('hex');
const holds = (credential: string, signature: string): boolean =>
  verify(
    'sha384',
    Buffer.from(credential),
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 0 },
    Buffer.from(signature, 'hex'),
  );

test('what was signed blindly is a signature that OpenSSL takes, on this credential and no other', () => {
  const { blinded, finish } = blindCredential(key, '12345', seeded('voter'));
  const signature = finish(sign(blinded)) ?? '';
  expect(holds('12345', signature)).toBe(true);
  expect(holds('12346', signature)).toBe(false);
});

test('what the signer sees has nothing to do with what was signed', () => {
  const one = blindCredential(key, '12345', seeded('one'));
  const other = blindCredential(key, '12345', seeded('other'));
  expect(one.blinded).not.toBe(other.blinded);
  expect(one.finish(sign(one.blinded))).toBe(other.finish(sign(other.blinded)));
});

test('an answer that is no signature is noticed', () => {
  const { blinded, finish } = blindCredential(key, '12345', seeded('voter'));
  expect(finish(blinded)).toBeUndefined();
  expect(finish('')).toBeUndefined();
});

import { afterAll, expect, it } from 'vitest';
import { groupNames, isAllowedAddress, rolesOf } from './groups.ts';
import { IdentityFileProblem, readIdentityFile } from './identity-file.ts';
import { nextPath } from './next-path.ts';
import { isEnough } from '@klubba/protocol';
import { identityFolder } from './testing/identity-server.ts';

const folder = identityFolder();
afterAll(folder.remove);
const read = (content: unknown) => readIdentityFile(folder.write('i.json', JSON.stringify(content)));
const oidc = {
  kind: 'oidc',
  id: 'staff',
  name: 'Kommunens konto',
  issuer: 'https://login.example.se',
  clientId: 'klubba',
  clientSecretFile: 'hunter2',
};

it('may name several ways at once, and finds files beside itself', () => {
  const [staff] = read({ providers: [oidc, { ...oidc, id: 'other' }, { kind: 'passkeys' }] });
  expect(staff).toMatchObject({ clientSecretFile: expect.stringMatching(/^\/.*\/hunter2$/) as string });
});

it.each([
  ['an unknown field', { ...oidc, clientSecret: 'x' }],
  ['an unknown kind', { ...oidc, kind: 'magic' }],
  ['an issuer that is no address', { ...oidc, issuer: 'login' }],
  ['a role that there is not', { ...oidc, roles: { staff: 'king' } }],
  ['no signature at all', { ...oidc, signedWith: 'none' }],
])('stops the start at %s', (_what, provider) => {
  expect(() => read({ providers: [provider] })).toThrow(IdentityFileProblem);
});

it('stops the start when two have the same id, and never repeats a value', () => {
  expect(() => read({ providers: [oidc, oidc] })).toThrow('staff is there twice');
  expect(() => read({ providers: [{ ...oidc, extra: 1 }] })).toThrow(expect.not.stringContaining('hunter2'));
});

it('makes roles of known groups alone, whatever their names', () => {
  const rules = { roles: { 'it-support': 'technician' } as const };
  expect(rolesOf(['it-support', '__proto__', 'constructor', 'x'], rules)).toEqual({ ok: true, value: ['technician'] });
  expect(rolesOf(['x'], { ...rules, requiredGroup: 'klubba' })).toMatchObject({ ok: false });
  expect(groupNames({ a: 1 })).toEqual([]);
});

it('IDA-04 lets in addresses of the municipality alone, where that is demanded', () => {
  expect(isAllowedAddress('anna@Exempelkoping.se', ['exempelkoping.se'])).toBe(true);
  expect(isAllowedAddress('anna@exempelkoping.se.evil.example', ['exempelkoping.se'])).toBe(false);
  expect(isAllowedAddress(undefined, ['exempelkoping.se'])).toBe(false);
  expect(isAllowedAddress(undefined, undefined)).toBe(true);
});

it('leads to a path of our own after a login, whatever was asked for', () => {
  expect(nextPath('/m/kf?x=1#y')).toBe('/m/kf?x=1#y');
  for (const wanted of [undefined, '', 'm', '//e.x', '/\\e.x', 'https://e.x/', '/a\tb', '/a\nb', `/${'a'.repeat(600)}`])
    expect(nextPath(wanted)).toBe('/');
});

it('IDA-03 knows which assurance is enough', () => {
  expect(isEnough('high', 'substantial')).toBe(true);
  expect(isEnough('low', 'substantial')).toBe(false);
});

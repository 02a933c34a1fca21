import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ASSURANCES } from '@klubba/protocol';
import { ROLES } from './provider.ts';

const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and hyphens');
const file = z.string().min(1);
const address = z.url({ protocol: /^https?$/ });

/** Which of the directory's groups one must be in, and what the others make of one here. */
const groups = {
  requiredGroup: z.string().optional(),
  roles: z.record(z.string(), z.enum(ROLES)).default({}),
};

/**
 * What a login is worth: by what the directory says of each (`levels`, by the values of acr, amr or AuthnContextClassRef;
 * one that says none of them is `low`), or as the municipality vouches for all of them (`assurance`).
 */
const worth = {
  levels: z.record(z.string(), z.enum(ASSURANCES)).optional(),
  assurance: z.enum(ASSURANCES).optional(),
};

const oidc = z.strictObject({
  kind: z.literal('oidc'),
  id,
  name: z.string(),
  issuer: address,
  clientId: z.string(),
  clientSecretFile: file,
  scope: z.string().default('openid profile email offline_access'),
  prompt: z.enum(['login', 'consent', 'select_account']).optional(),
  /** Which claim stays the same for ever. `oid` at Microsoft Entra ID. */
  subjectClaim: z.string().default('sub'),
  groupsClaim: z.string().default('groups'),
  signedWith: z.enum(['RS256', 'PS256', 'ES256']).default('RS256'),
  ...worth,
  /** The first time, a verified address in the register is enough to know who is meant. */
  matchEmail: z.boolean().default(false),
  /** Only these domains' addresses are let in (IDA-04). */
  emailDomains: z.array(z.string()).optional(),
  ...groups,
});

const saml = z.strictObject({
  kind: z.literal('saml'),
  id,
  name: z.string(),
  /** The identity provider's entityID. */
  issuer: z.string(),
  signInUrl: address,
  certificateFiles: z.array(file).min(1),
  emailAttribute: z.string().default('email'),
  groupsAttribute: z.string().default('groups'),
  ...worth,
  matchEmail: z.boolean().default(false),
  emailDomains: z.array(z.string()).optional(),
  ...groups,
});

/** A client certificate (mTLS) and whom it is shown to. */
const mutual = {
  url: address,
  certificateFile: file,
  keyFile: file,
  /** The authority that issued the other side's certificate. */
  authorityFile: file,
};

const bankId = z.strictObject({ kind: z.literal('bankId'), ...mutual });
const freja = z.strictObject({
  kind: z.literal('freja'),
  ...mutual,
  /** What Freja signs its answers with. */
  signingCertificateFile: file,
});
const passkeys = z.strictObject({ kind: z.literal('passkeys') });

const identityFile = z.strictObject({
  providers: z.array(z.discriminatedUnion('kind', [oidc, saml, bankId, freja, passkeys])),
});

export type OidcSettings = z.infer<typeof oidc>;
export type SamlSettings = z.infer<typeof saml>;
export type BankIdSettings = z.infer<typeof bankId>;
export type FrejaSettings = z.infer<typeof freja>;
export type ProviderSettings = z.infer<typeof identityFile>['providers'][number];

/** What is wrong with the identity file, for whoever starts the server. Holds places and expectations, no values. */
export class IdentityFileProblem extends Error {
  override readonly name = 'IdentityFileProblem';
}

/** The ways in, from the JSON file that `IDENTITY_FILE` names. Files named in it are beside it. Throws `IdentityFileProblem`. */
export function readIdentityFile(name: string): readonly ProviderSettings[] {
  const parsed = identityFile.safeParse(readJson(name));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`);
    throw new IdentityFileProblem([`IDENTITY_FILE: ${name} is not as expected.`, ...lines].join('\n'));
  }
  const { providers } = parsed.data;
  const both = providers.find((one) => 'levels' in one && one.levels !== undefined && one.assurance !== undefined);
  if (both !== undefined)
    throw new IdentityFileProblem(`IDENTITY_FILE: a directory has levels or assurance, not both.`);
  const ids = providers.map((one) => ('id' in one ? one.id : one.kind));
  const twice = ids.find((one, at) => ids.indexOf(one) !== at);
  if (twice !== undefined) throw new IdentityFileProblem(`IDENTITY_FILE: ${twice} is there twice.`);
  return providers.map((one) => besides(path.dirname(path.resolve(name)), one));
}

function readJson(name: string): unknown {
  try {
    return JSON.parse(readFileSync(name, 'utf8')) as unknown;
  } catch {
    throw new IdentityFileProblem(`IDENTITY_FILE: ${name} cannot be read as JSON.`);
  }
}

function besides<T extends ProviderSettings>(folder: string, settings: T): T {
  const at = (value: unknown): unknown => (typeof value === 'string' ? path.resolve(folder, value) : value);
  const entries = Object.entries(settings).map(([key, value]: [string, unknown]) => {
    if (key.endsWith('File')) return [key, at(value)];
    return [key, key.endsWith('Files') && Array.isArray(value) ? value.map(at) : value];
  });
  return Object.fromEntries(entries) as T;
}

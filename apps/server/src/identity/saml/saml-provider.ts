import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ok, refused, type Result } from '@klubba/meeting';
import { type Profile, SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { z } from 'zod';
import { groupNames, isAllowedAddress, rolesOf } from '../groups.ts';
import { levelOf } from '../levels.ts';
import type { SamlSettings } from '../identity-file.ts';
import type { Identified, LoginRefusal, RedirectProvider } from '../provider.ts';

const CLOCK_SKEW_MS = 5_000;
const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
/** No honest answer declares a document type or entities; the parser shall never have to judge one. */
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;
const keptShape = z.strictObject({ request: z.string(), at: z.string() });

/** A directory that speaks SAML 2.0 (web browser SSO): signed assertions alone, each the answer to one request of ours. */
export function samlProvider(
  settings: SamlSettings,
  addresses: () => { readonly entity: string; readonly answers: string },
): RedirectProvider {
  const idpCert = settings.certificateFiles.map((file) => readFileSync(file, 'utf8'));
  /** A conversation of its own for each login: it knows one request, and takes an answer to no other. */
  const conversation = ({ request, at }: z.infer<typeof keptShape>, fresh = false): SAML => {
    const { entity, answers } = addresses();
    return new SAML({
      idpCert,
      idpIssuer: settings.issuer,
      entryPoint: settings.signInUrl,
      issuer: entity,
      audience: entity,
      callbackUrl: answers,
      identifierFormat: PERSISTENT,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: false,
      disableRequestedAuthnContext: true,
      forceAuthn: fresh,
      acceptedClockSkewMs: CLOCK_SKEW_MS,
      validateInResponseTo: ValidateInResponseTo.always,
      generateUniqueId: () => request,
      cacheProvider: {
        saveAsync: async (_key, value) => ({ value, createdAt: Date.parse(at) }),
        getAsync: async (key) => (key === request ? at : null),
        removeAsync: async (key) => key,
      },
    });
  };
  return {
    kind: 'redirect',
    id: settings.id,
    name: settings.name,
    async begin({ fresh } = { fresh: false }) {
      // An xs:ID begins with a letter or an underscore.
      const kept = { request: `_${randomBytes(20).toString('hex')}`, at: new Date().toISOString() };
      return ok({ url: await conversation(kept, fresh).getAuthorizeUrlAsync('', undefined, {}), kept });
    },
    async finish(answer, kept) {
      const known = keptShape.safeParse(kept);
      const response = answer.kind === 'form' ? answer.fields['SAMLResponse'] : undefined;
      if (!known.success || response === undefined) return refused({ rule: 'LGN-FAILED', cause: 'shape' });
      if (DECLARATION.test(Buffer.from(response, 'base64').toString()))
        return refused({ rule: 'LGN-FAILED', cause: 'declaration' });
      try {
        const { profile } = await conversation(known.data).validatePostResponseAsync({ SAMLResponse: response });
        return profile === null ? refused({ rule: 'LGN-FAILED', cause: 'no profile' }) : identified(settings, profile);
      } catch {
        // The library's words may hold what was sent.
        return refused({ rule: 'LGN-FAILED', cause: 'assertion' });
      }
    },
  };
}

function identified(settings: SamlSettings, profile: Profile): Result<Identified, LoginRefusal> {
  const { issuer, nameID, nameIDFormat } = profile;
  // The library compares issuers when one logs out, not when one logs in (seen in 5.1.0).
  if (issuer !== settings.issuer) return refused({ rule: 'LGN-FAILED', cause: 'issuer' });
  if (nameID === '' || nameIDFormat === TRANSIENT) return refused({ rule: 'LGN-FAILED', cause: 'no lasting NameID' });
  const [email] = groupNames(profile[settings.emailAttribute]);
  if (!isAllowedAddress(email, settings.emailDomains)) return refused({ rule: 'LGN-ADDRESS' });
  const roles = rolesOf(groupNames(profile[settings.groupsAttribute]), settings);
  if (!roles.ok) return roles;
  const { contexts, authenticatedAt } = statementOf(profile);
  return ok({
    subject: { scheme: `saml:${settings.issuer}`, value: nameID },
    method: 'directory',
    assurance: levelOf(settings, contexts),
    roles: roles.value,
    ...(email !== undefined && settings.matchEmail ? { email } : {}),
    ...(Number.isNaN(authenticatedAt) ? {} : { authenticatedAt }),
  });
}

/** What the assertion, whose signature has been checked, says of the login itself (SAML Core 2.7.2). */
const statementShape = z.object({
  Assertion: z.object({
    AuthnStatement: z.array(
      z.object({
        $: z.object({ AuthnInstant: z.string() }),
        AuthnContext: z.array(z.object({ AuthnContextClassRef: z.array(z.object({ _: z.string() })) })),
      }),
    ),
  }),
});

function statementOf(profile: Profile): { readonly contexts: readonly string[]; readonly authenticatedAt: number } {
  const read = statementShape.safeParse(profile.getAssertion?.());
  const [statement] = read.success ? read.data.Assertion.AuthnStatement : [];
  return {
    contexts: statement?.AuthnContext.flatMap(({ AuthnContextClassRef: all }) => all.map((one) => one._.trim())) ?? [],
    authenticatedAt: Date.parse(statement?.$.AuthnInstant ?? ''),
  };
}

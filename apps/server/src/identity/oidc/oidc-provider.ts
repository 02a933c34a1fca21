import { readFileSync } from 'node:fs';
import { ok, refused, type Result } from '@klubba/meeting';
import * as client from 'openid-client';
import { z } from 'zod';
import { groupNames, isAllowedAddress, rolesOf } from '../groups.ts';
import { levelOf } from '../levels.ts';
import type { OidcSettings } from '../identity-file.ts';
import type { Identified, LoginRefusal, Recheck, RedirectProvider } from '../provider.ts';

/** What one login is bound to; see OpenID Connect Core 1.0, 3.1.2.1 and 15.5.2, and RFC 7636. */
const keptShape = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() });
const ANSWER_WITHIN_SECONDS = 10;

/** A directory that speaks OpenID Connect: authorization code with PKCE, and a refresh token to ask whether one is still there. */
export function oidcProvider(
  settings: OidcSettings,
  redirectUri: () => string,
): RedirectProvider & {
  readonly recheck: (renewal: string) => Promise<Recheck>;
} {
  const directory = discovered(settings);
  return {
    kind: 'redirect',
    id: settings.id,
    name: settings.name,
    async begin({ fresh } = { fresh: false }) {
      const configuration = await directory();
      if (configuration === undefined) return refused({ rule: 'LGN-PROVIDER' });
      const verifier = client.randomPKCECodeVerifier();
      const kept = { state: client.randomState(), nonce: client.randomNonce(), verifier };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri(),
        scope: settings.scope,
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...asked(settings, fresh),
      });
      return ok({ url: url.href, kept });
    },
    async finish(answer, kept) {
      const bound = keptShape.safeParse(kept);
      if (answer.kind !== 'address' || !bound.success) return refused({ rule: 'LGN-FAILED', cause: 'shape' });
      const configuration = await directory();
      if (configuration === undefined) return refused({ rule: 'LGN-PROVIDER' });
      try {
        const tokens = await client.authorizationCodeGrant(configuration, answer.url, {
          expectedState: bound.data.state,
          expectedNonce: bound.data.nonce,
          pkceCodeVerifier: bound.data.verifier,
          idTokenExpected: true,
        });
        return identified(settings, tokens.claims() ?? {}, tokens.refresh_token);
      } catch (error) {
        return refused(refusalOf(error));
      }
    },
    async recheck(renewal) {
      const configuration = await directory();
      if (configuration === undefined) return { kind: 'unknown' };
      try {
        const tokens = await client.refreshTokenGrant(configuration, renewal);
        return stillThere(settings, tokens.claims(), tokens.refresh_token ?? renewal);
      } catch (error) {
        const isGone = error instanceof client.ResponseBodyError && error.error === 'invalid_grant';
        return { kind: isGone ? 'gone' : 'unknown' };
      }
    },
  };
}

/** The directory's own description of itself, fetched once; again the next time when it did not answer. */
function discovered(settings: OidcSettings): () => Promise<client.Configuration | undefined> {
  let known: Promise<client.Configuration> | undefined;
  const isLocal = new URL(settings.issuer).protocol === 'http:';
  const discover = (): Promise<client.Configuration> =>
    client.discovery(
      new URL(settings.issuer),
      settings.clientId,
      { id_token_signed_response_alg: settings.signedWith },
      client.ClientSecretBasic(readFileSync(settings.clientSecretFile, 'utf8').trim()),
      // The signature is checked also where TLS alone would be proof enough (Core 3.1.3.7, 6).
      {
        execute: [client.enableNonRepudiationChecks, ...(isLocal ? [client.allowInsecureRequests] : [])],
        timeout: ANSWER_WITHIN_SECONDS,
      },
    );
  return async () => {
    known ??= discover();
    try {
      return await known;
    } catch {
      known = undefined;
      return undefined;
    }
  };
}

type Claims = Readonly<Record<string, unknown>>;

function identified(
  settings: OidcSettings,
  claims: Claims,
  renewal: string | undefined,
): Result<Identified, LoginRefusal> {
  const { [settings.subjectClaim]: subject, auth_time: authTime } = claims;
  if (typeof subject !== 'string' || subject === '') return refused({ rule: 'LGN-FAILED', cause: 'no subject' });
  const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'] : undefined;
  if (!isAllowedAddress(email, settings.emailDomains)) return refused({ rule: 'LGN-ADDRESS' });
  const roles = rolesOf(groupNames(claims[settings.groupsClaim]), settings);
  if (!roles.ok) return roles;
  return ok({
    subject: { scheme: `oidc:${settings.issuer}`, value: subject },
    method: 'directory',
    assurance: levelOf(settings, [...groupNames(claims['acr']), ...groupNames(claims['amr'])]),
    roles: roles.value,
    ...(email !== undefined && settings.matchEmail ? { email } : {}),
    ...(renewal === undefined ? {} : { renewal }),
    ...(typeof authTime === 'number' ? { authenticatedAt: authTime * 1_000 } : {}),
  });
}

/** One who is to prove it anew is asked for it, and the directory for when it was (Core 3.1.2.1: `auth_time` with `max_age`). */
function asked({ prompt }: OidcSettings, fresh: boolean): Readonly<Record<string, string>> {
  const prompts = [...new Set([...(fresh ? ['login'] : []), ...(prompt === undefined ? [] : [prompt])])];
  return {
    ...(prompts.length === 0 ? {} : { prompt: prompts.join(' ') }),
    ...(fresh ? { max_age: '0' } : {}),
  };
}

function stillThere(settings: OidcSettings, claims: Claims | undefined, renewal: string): Recheck {
  // Without a new ID token nothing is said of groups, and the roles stay.
  if (claims === undefined) return { kind: 'still', renewal };
  const roles = rolesOf(groupNames(claims[settings.groupsClaim]), settings);
  return roles.ok ? { kind: 'still', renewal, roles: roles.value } : { kind: 'gone' };
}

function refusalOf(error: unknown): LoginRefusal {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied'
      ? { rule: 'LGN-CANCELLED' }
      : { rule: 'LGN-FAILED', cause: error.error.slice(0, 40) };
  if (error instanceof client.ResponseBodyError) return { rule: 'LGN-FAILED', cause: error.error.slice(0, 40) };
  if (error instanceof client.ClientError) return { rule: 'LGN-FAILED', cause: error.code ?? error.name };
  return { rule: 'LGN-PROVIDER', cause: error instanceof Error ? error.name : 'unknown' };
}

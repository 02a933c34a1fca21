import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type DirectoryAccount = {
  readonly email?: string;
  readonly emailVerified?: boolean;
  groups: readonly string[];
};

/** Where many log in at once, each browser brings its own person to the directory. */
export const AT_KEYBOARD = 'at-keyboard';

export type TestDirectory = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Those who have an account. Take one out, and the directory knows them no more. */
  readonly accounts: Map<string, DirectoryAccount>;
  /** Who sits at the browser that comes next, and has typed the right password; one that has the cookie `AT_KEYBOARD` says so itself. */
  atKeyboard: string;
  stop(): Promise<void>;
};

/** A real directory (oidc-provider) with one client: Klubba. Everybody who comes is logged in as `atKeyboard` at once. */
export async function startTestDirectory(
  redirectUri: (issuer: string) => string | readonly string[],
): Promise<TestDirectory> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, DirectoryAccount>();
  const client = { clientId: 'klubba', clientSecret: randomUUID() };
  const provider = new Provider(issuer, configuration(client, [redirectUri(issuer)].flat(), accounts));
  const directory: TestDirectory = {
    issuer,
    ...client,
    accounts,
    atKeyboard: '',
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/') !== true) return answer(request, response);
    interact(provider, directory, request, response).catch(() => response.writeHead(500).end());
  });
  return directory;
}

function configuration(
  { clientId, clientSecret }: Pick<TestDirectory, 'clientId' | 'clientSecret'>,
  redirectUris: readonly string[],
  accounts: ReadonlyMap<string, DirectoryAccount>,
): Readonly<Record<string, unknown>> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'directory-1' }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: [] },
    conformIdTokenClaims: false,
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 300, RefreshToken: 3_600, IdToken: 300 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => {
      const account = accounts.get(id);
      if (account === undefined) return undefined;
      const { email, emailVerified = true } = account;
      return {
        accountId: id,
        claims: () => ({
          sub: id,
          groups: account.groups,
          ...(email === undefined ? {} : { email, email_verified: emailVerified }),
        }),
      };
    },
  };
}

async function interact(
  provider: Provider,
  directory: TestDirectory,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const own = new RegExp(`\\b${AT_KEYBOARD}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
    const accountId = own ?? directory.atKeyboard;
    const result = directory.accounts.has(accountId)
      ? { login: { accountId } }
      : { error: 'access_denied', error_description: 'The person turned back.' };
    return provider.interactionFinished(request, response, result);
  }
  const grant = new provider.Grant({ clientId: params.client_id, accountId: session?.accountId ?? '' });
  grant.addOIDCScope('openid email profile offline_access');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

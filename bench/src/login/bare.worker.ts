import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serve } from '../worker.ts';
import type { DirectoryAt } from './directory.worker.ts';

const RETURN = '/return';
let server: Server | undefined;

serve(
  {
    /**
     * The least that logs somebody in by a directory: a code with PKCE, exchanged for a token that is believed as it comes.
     * No signature is looked at, nobody is looked up, nothing is kept. What is left is what the directory itself takes.
     */
    start({ port, directory }: { port: number; directory: DirectoryAt }): Promise<void> {
      const verifiers = new Map<string, string>();
      server = createServer((request, response) => {
        answer(request, response, `http://localhost:${port}`, directory, verifiers).catch(() =>
          response.writeHead(500).end(),
        );
      });
      return new Promise((resolve) => server?.listen(port, '127.0.0.1', resolve));
    },
  },
  () => {
    server?.closeAllConnections();
    server?.close();
    return undefined;
  },
);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  { issuer, clientId, clientSecret }: DirectoryAt,
  verifiers: Map<string, string>,
): Promise<void> {
  const url = new URL(request.url ?? '/', origin);
  if (url.pathname === '/begin') {
    const [state, verifier] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
    verifiers.set(state, verifier);
    const asked = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid profile email offline_access',
      prompt: 'consent',
      redirect_uri: origin + RETURN,
      state,
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    });
    response.writeHead(303, { location: `${issuer}/auth?${asked.toString()}` }).end();
    return;
  }
  if (url.pathname !== RETURN) {
    response.writeHead(200).end();
    return;
  }
  const token = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: origin + RETURN,
      code_verifier: verifiers.get(url.searchParams.get('state') ?? '') ?? '',
    }),
  });
  const { id_token: idToken } = (await token.json()) as { readonly id_token?: string };
  if (idToken === undefined) throw new Error(`No token: ${token.status}`);
  response.writeHead(303, { location: '/', 'set-cookie': `session=${randomBytes(32).toString('base64url')}` }).end();
}

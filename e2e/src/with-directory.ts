import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type Started } from '@klubba/server';
import { directoryReturn, startTestDirectory, type TestDirectory } from '@klubba/server/testing';

export type WithDirectory = {
  readonly server: Started;
  /** The municipality's directory; who sits at the next browser is `atKeyboard`. */
  readonly directory: TestDirectory;
  stop(): Promise<void>;
};

const NAME = 'staff';

/** A server that people log in to through a real OIDC directory, by the address that the register knows; only addresses of `domain`. */
export async function startWithDirectory(
  domain: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<WithDirectory> {
  const port = await freePort();
  const directory = await startTestDirectory(() => `http://localhost:${port}${directoryReturn(NAME)}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-directory-'));
  writeFileSync(path.join(folder, 'secret'), directory.clientSecret, { mode: 0o600 });
  const provider = {
    kind: 'oidc',
    id: NAME,
    name: 'Kommunens konto',
    issuer: directory.issuer,
    clientId: directory.clientId,
    clientSecretFile: 'secret',
    prompt: 'consent',
    assurance: 'substantial',
    matchEmail: true,
    emailDomains: [domain],
  };
  const file = path.join(folder, 'identity.json');
  writeFileSync(file, JSON.stringify({ providers: [provider] }), { mode: 0o600 });
  const server = await startServer({ ...environment, IDENTITY_FILE: file, PORT: String(port) });
  return {
    server,
    directory,
    async stop() {
      await server.stop();
      await directory.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Known before the server is there, for the directory must be told where it sends people back to. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

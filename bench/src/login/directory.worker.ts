import { startTestDirectory, type TestDirectory } from '@klubba/server/testing';
import { serve } from '../worker.ts';

let directory: TestDirectory | undefined;

export type DirectoryAt = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

serve(
  {
    /** A real directory (oidc-provider) in a process of its own, with an account and a verified address for each. */
    async start({
      returns,
      accounts,
    }: {
      returns: readonly string[];
      accounts: Readonly<Record<string, string>>;
    }): Promise<DirectoryAt> {
      directory = await startTestDirectory(() => returns);
      for (const [account, email] of Object.entries(accounts)) directory.accounts.set(account, { email, groups: [] });
      const { issuer, clientId, clientSecret } = directory;
      return { issuer, clientId, clientSecret };
    },
  },
  () => directory?.stop(),
);

import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { type Attempts, openAttempts } from './attempts.ts';
import { bankIdClient } from './bankid/bankid-client.ts';
import { bankIdProvider } from './bankid/bankid-provider.ts';
import { directoryReturn } from './directory-routes.ts';
import { type Identities, openIdentities } from './identities.ts';
import type { ProviderSettings } from './identity-file.ts';
import { frejaClient } from './freja/freja-client.ts';
import { frejaProvider } from './freja/freja-provider.ts';
import { mutualClient } from './mutual-tls.ts';
import { oidcProvider } from './oidc/oidc-provider.ts';
import type { AppProvider, RedirectProvider } from './provider.ts';
import { samlProvider } from './saml/saml-provider.ts';
import { samlAnswers } from './saml/saml-routes.ts';
import { sealing } from './sealing.ts';

/** The ways in of this installation, and who is meant by what they say. */
export type Identity = {
  readonly identities: Identities;
  readonly attempts: Attempts;
  readonly directories: readonly RedirectProvider[];
  directory(id: string): RedirectProvider | undefined;
  app(id: string): AppProvider | undefined;
  readonly apps: readonly AppProvider[];
  /** People may add keys on their own devices. */
  readonly passkeys: boolean;
};

export type IdentityOptions = {
  readonly pool: pg.Pool;
  /** Shared by the servers on one database; each use of it has a key of its own. */
  readonly secret: Uint8Array;
  /** What logins on their way are locked with; the first one seals. */
  readonly seals: readonly Uint8Array[];
  readonly providers: readonly ProviderSettings[];
  readonly publicOrigin: () => string;
  readonly now: () => number;
};

export function openIdentity({ pool, secret, seals, providers, publicOrigin, now }: IdentityOptions): Identity {
  const directories = providers.flatMap((settings): readonly RedirectProvider[] => {
    switch (settings.kind) {
      case 'oidc':
        return [oidcProvider(settings, () => `${publicOrigin()}${directoryReturn(settings.id)}`)];
      case 'saml':
        return [
          samlProvider(settings, () => ({
            entity: publicOrigin(),
            answers: publicOrigin() + samlAnswers(settings.id),
          })),
        ];
      default:
        return [];
    }
  });
  const apps = providers.flatMap((settings): readonly AppProvider[] => {
    switch (settings.kind) {
      case 'bankId':
        return [bankIdProvider(bankIdClient(mutualClient(settings)), now)];
      case 'freja': {
        const signingKey = createPublicKey(readFileSync(settings.signingCertificateFile));
        return [frejaProvider(frejaClient(mutualClient(settings), signingKey), now)];
      }
      default:
        return [];
    }
  });
  return {
    identities: openIdentities(pool, secret, now),
    attempts: openAttempts(pool, sealing(seals, 'login attempts'), now),
    directories,
    directory: (id) => directories.find((one) => one.id === id),
    apps,
    passkeys: providers.some((one) => one.kind === 'passkeys'),
    app: (id) => apps.find((one) => one.id === id),
  };
}

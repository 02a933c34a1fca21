import type { SigningKey } from '@klubba/record';
import type { FastifyRequest } from 'fastify';
import type { ApiKeys } from '../api-keys/api-keys.ts';
import type { Chat } from '../chat/chat.ts';
import type { Config } from '../config.ts';
import type { DemoLinks } from '../identity/demo-links.ts';
import type { Demands } from '../identity/demands.ts';
import type { Hearings } from '../identity/hearings/hearings.ts';
import type { Identity } from '../identity/identity.ts';
import type { Passkeys } from '../identity/passkeys/passkeys.ts';
import type { People } from '../identity/people.ts';
import type { Session, Sessions } from '../identity/sessions.ts';
import type { StorageKeys } from '../identity/storage-keys.ts';
import type { Ballots } from '../ballots/ballots.ts';
import type { Documents } from '../documents/documents.ts';
import type { Scanner } from '../documents/scanner.ts';
import type { Notices } from '../notices/routes.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { RegisterServices } from '../register/register-services.ts';
import { HttpRefusal } from './refusals.ts';
import { sessionOf } from './who.ts';

/** What the routes stand on. */
export type Services = RegisterServices & {
  readonly meetings: Meetings;
  readonly people: People;
  readonly sessions: Sessions;
  readonly documents: Documents;
  /** Undefined: documents are not looked through. */
  readonly scanner: Scanner | undefined;
  readonly ballots: Ballots;
  readonly chat: Chat;
  /** Undefined: demo mode is off, and there is no such way in. */
  readonly demo: DemoLinks | undefined;
  readonly notices: Notices;
  readonly recordKey: SigningKey;
  readonly identity: Identity;
  readonly demands: Demands;
  readonly hearings: Hearings;
  readonly passkeys: Passkeys;
  readonly storageKeys: StorageKeys;
  /** The least that a login by a provider is worth. */
  readonly loginAssurance: Config['loginAssurance'];
  readonly apiKeys: ApiKeys;
  readonly municipality: string;
  readonly help: Config['help'];
  /** The address people use, without a slash at the end. */
  readonly publicOrigin: () => string;
  readonly secure: boolean;
};

/**
 * Whose request it is, or a refusal: routes that need somebody call this first. One who is heard in a single item gets
 * nothing, except from routes that say so (EXT-05).
 */
export async function requireSession(
  request: FastifyRequest,
  services: Pick<Services, 'sessions' | 'secure'>,
  reach: 'members' | 'alsoHeard' = 'members',
): Promise<Session> {
  const session = await sessionOf(request.raw, services.sessions, services.secure);
  if (session === undefined) throw new HttpRefusal(401, 'SES-NONE');
  if (session.onlyMeeting !== undefined && reach === 'members') throw new HttpRefusal(403, 'SES-ONLY-MEETING');
  return session;
}

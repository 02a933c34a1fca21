import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { SimulatedPerson } from './bankid-simulator.ts';
import { type Answered, type Asked, type Served, serveMutual } from './serve.ts';

type Authentication = {
  readonly authRef: string;
  readonly at: number;
  status: FrejaStatus;
  person: SimulatedPerson | undefined;
};
export type FrejaStatus =
  | 'STARTED'
  | 'DELIVERED_TO_MOBILE'
  | 'CANCELED'
  | 'RP_CANCELED'
  | 'EXPIRED'
  | 'APPROVED'
  | 'REJECTED';

export type FrejaSimulator = Served & {
  /** The key that its answers are signed with, as PEM. */
  readonly signingKey: string;
  readonly authentications: readonly Pick<Authentication, 'authRef' | 'status'>[];
  /** The app reads the code, or is opened by it on the same device. */
  scan(code: string): boolean;
  approve(person: SimulatedPerson): void;
  become(status: FrejaStatus): void;
  /** Signs with another key than its own from now on. */
  forge: boolean;
  trouble: Answered | undefined;
};

const AUTHENTICATION_MS = 120_000;
const CODE = /^frejaeid:\/\/bindUserToTransaction\?transactionReference=([\w-]+)$/;
const refusal = (code: number, message: string): Answered => ({ status: 422, body: { code, message } });

/** Freja's relying party REST API for authentication as documented, with nobody behind it. */
export async function startFrejaSimulator(now: () => number = Date.now, port = 0): Promise<FrejaSimulator> {
  const authentications: Authentication[] = [];
  const [own, other] = [rsaPair(), rsaPair()];
  const newest = (): Authentication => {
    const one = authentications.at(-1);
    if (one === undefined) throw new Error('Nobody has asked for an authentication');
    return one;
  };
  const begin = (request: Readonly<Record<string, unknown>>): Answered => {
    if (request['userInfoType'] !== 'INFERRED') return refusal(1001, 'Invalid or missing userInfoType.');
    if (request['userInfo'] !== 'N/A') return refusal(1002, 'Invalid or missing userInfo.');
    if (!['BASIC', 'EXTENDED', 'PLUS'].includes(String(request['minRegistrationLevel'])))
      return refusal(1007, 'Invalid min registration level.');
    const authRef = randomUUID();
    authentications.push({ authRef, at: now(), status: 'STARTED', person: undefined });
    return { status: 200, body: { authRef } };
  };
  const byRef = (
    request: Readonly<Record<string, unknown>>,
    then: (authentication: Authentication) => Answered,
  ): Answered => {
    const found = authentications.find(({ authRef }) => authRef === request['authRef']);
    return found === undefined
      ? refusal(1100, 'Invalid reference (for example, nonexistent or expired).')
      : then(found);
  };
  const result = (one: Authentication): Answered => {
    const isOpen = one.status === 'STARTED' || one.status === 'DELIVERED_TO_MOBILE';
    if (isOpen && now() - one.at > AUTHENTICATION_MS) one.status = 'EXPIRED';
    const { authRef, status, person } = one;
    if (status !== 'APPROVED' || person === undefined) return { status: 200, body: { authRef, status } };
    const requestedAttributes = {
      basicUserInfo: { name: person.givenName, surname: person.surname },
      ssn: { country: 'SE', ssn: person.personalNumber },
      registrationLevel: 'PLUS',
    };
    const details = jws(
      { authRef, status, requestedAttributes, timestamp: now() },
      (simulator.forge ? other : own).key,
    );
    return { status: 200, body: { authRef, status, requestedAttributes, details } };
  };
  const cancel = (one: Authentication): Answered => {
    one.status = 'RP_CANCELED';
    return { status: 200, body: {} };
  };
  const paths: Readonly<Record<string, readonly [string, (request: Readonly<Record<string, unknown>>) => Answered]>> = {
    '/authentication/1.0/initAuthentication': ['initAuthRequest', begin],
    '/authentication/1.0/getOneResult': ['getOneAuthResultRequest', (request) => byRef(request, result)],
    '/authentication/1.0/cancel': ['cancelAuthRequest', (request) => byRef(request, cancel)],
  };
  const answer = (asked: Asked): Answered => simulator.trouble ?? answered(asked, paths);
  const served = await serveMutual('Freja', answer, port);
  const simulator: FrejaSimulator = {
    ...served,
    signingKey: own.publicPem,
    authentications,
    trouble: undefined,
    forge: false,
    scan(code) {
      const found = authentications.find(({ authRef }) => authRef === CODE.exec(code)?.[1]);
      if (found === undefined || found.status !== 'STARTED') return false;
      found.status = 'DELIVERED_TO_MOBILE';
      return true;
    },
    approve(person) {
      Object.assign(newest(), { person, status: 'APPROVED' });
    },
    become(status) {
      newest().status = status;
    },
  };
  return simulator;
}

function answered(
  { method, path, contentType, body }: Asked,
  paths: Readonly<Record<string, readonly [string, (request: Readonly<Record<string, unknown>>) => Answered]>>,
): Answered {
  const found = paths[path];
  if (found === undefined || method !== 'POST') return { status: 404, body: {} };
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return { status: 415, body: {} };
  const [field, act] = found;
  try {
    const sent = Buffer.from(new URLSearchParams(body).get(field) ?? '', 'base64').toString();
    return act(JSON.parse(sent) as Readonly<Record<string, unknown>>);
  } catch {
    return refusal(1012, 'Invalid request.');
  }
}

function rsaPair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { key: privateKey, publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString() };
}

function jws(claims: unknown, key: ReturnType<typeof rsaPair>['key']): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encode({ alg: 'RS256', x5t: 'simulated' })}.${encode(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

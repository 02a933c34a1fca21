import { type LocalDate, ok, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { isDay } from './spans.ts';
import type { ApiKeyId, ApiKeyScope, KeyActor, Register, RegisterActor, RegisterCommand } from './types.ts';

/** All that a key can be let do, in the order in which it is shown. */
export const API_KEY_SCOPES = [
  'meetings',
  'notices',
  'documents',
  'minutes',
  'register.read',
  'register.write',
] as const satisfies readonly ApiKeyScope[];

/** A key that nobody renews within a year is one that nobody looks after. */
export const API_KEY_DAYS_MAX = 366;

const DAY_MS = 86_400_000;
/** No person's id has a slash in it. */
const PREFIX = 'key/';

/**
 * What another system may do to the register: people and places. Rules, templates, erasure and who administers are decided by
 * a person who answers for it.
 */
const COMMANDS: readonly RegisterCommand['type'][] = [
  'keepParty',
  'keepTerm',
  'addPerson',
  'changePerson',
  'addBody',
  'changeBody',
  'giveSeat',
  'endMandate',
  'addSubstitute',
  'endSubstitute',
  'orderSubstitutes',
  'giveDuty',
  'endDuty',
];

export function keyActor(key: ApiKeyId): KeyActor {
  return `${PREFIX}${key}`;
}

export function isKeyActor(actor: RegisterActor): actor is KeyActor {
  return actor.startsWith(PREFIX);
}

/** The key of a system that acts; undefined: a person or the platform does. */
export function keyOf(actor: RegisterActor): ApiKeyId | undefined {
  return isKeyActor(actor) ? (actor.slice(PREFIX.length) as ApiKeyId) : undefined;
}

/** Whether another system may do this by its key; its scope and its days have been looked at already. Protected people are a person's matter. */
export function keyMay(register: Register, actor: RegisterActor, command: RegisterCommand): boolean {
  const key = keyOf(actor);
  if (key === undefined || register.apiKeys.get(key)?.scopes.includes('register.write') !== true) return false;
  if (command.type === 'changePerson' && register.people.get(command.person)?.isProtected === true) return false;
  return COMMANDS.includes(command.type);
}

/** A key as it is wished for; `key` names it, its secret is none of the register's. */
export type ApiKeyWish = {
  readonly key: ApiKeyId;
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  /** Last day. */
  readonly until: LocalDate;
};

/** Whether such a key may be given out. `REG-EXISTS`: a key that still holds has that name. */
export function decideKeyMade(register: Register, wish: ApiKeyWish, today: LocalDate): Decided {
  const name = wish.name.trim();
  if (name === '') return refused({ rule: 'REG-NAME' });
  if (wish.scopes.length === 0) return refused({ rule: 'REG-KEY-SCOPES' });
  const latest = new Date(Date.parse(`${today}T00:00:00Z`) + API_KEY_DAYS_MAX * DAY_MS).toISOString().slice(0, 10);
  if (!isDay(wish.until) || wish.until < today || wish.until > latest)
    return refused({ rule: 'REG-KEY-UNTIL', detail: { today, latest } });
  const isTaken = [...register.apiKeys.values()].some(
    (one) => one.name === name && one.revokedAt === undefined && today <= one.until,
  );
  if (isTaken) return refused({ rule: 'REG-EXISTS', detail: { name } });
  const scopes = API_KEY_SCOPES.filter((one) => wish.scopes.includes(one));
  return ok([{ type: 'ApiKeyMade', key: wish.key, name, scopes, until: wish.until }]);
}

/** A revoked key stays revoked; to revoke it once more changes nothing. */
export function decideKeyRevoked(register: Register, key: ApiKeyId): Decided {
  const known = register.apiKeys.get(key);
  if (known === undefined) return refused({ rule: 'REG-UNKNOWN', detail: { what: 'key', id: key } });
  return ok(known.revokedAt === undefined ? [{ type: 'ApiKeyRevoked', key }] : []);
}

/** Why somebody may not command: no administrator, or a system that tries what is a person's to do. */
export function notTheirs(actor: RegisterActor): 'REG-ADMIN' | 'REG-KEY-ACT' {
  return isKeyActor(actor) ? 'REG-KEY-ACT' : 'REG-ADMIN';
}

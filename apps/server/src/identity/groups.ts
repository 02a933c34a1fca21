import { refused, ok, type Result } from '@klubba/meeting';
import type { LoginRefusal, Role } from './provider.ts';

export type GroupRules = {
  readonly requiredGroup?: string | undefined;
  readonly roles: Readonly<Record<string, Role>>;
};

/** A list of group names, whatever shape the directory gave it. */
export function groupNames(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((one): one is string => typeof one === 'string') : [];
}

/** What the directory's groups make of somebody here; refused without the group that is demanded. Unknown groups give nothing. */
export function rolesOf(groups: readonly string[], rules: GroupRules): Result<readonly Role[], LoginRefusal> {
  if (rules.requiredGroup !== undefined && !groups.includes(rules.requiredGroup))
    return refused({ rule: 'LGN-NOT-ALLOWED' });
  const roles = groups.flatMap((group) => (Object.hasOwn(rules.roles, group) ? (rules.roles[group] ?? []) : []));
  return ok([...new Set(roles)]);
}

/** IDA-04: where municipal addresses are demanded, a private or an unverified one is refused. */
export function isAllowedAddress(email: string | undefined, domains: readonly string[] | undefined): boolean {
  if (domains === undefined) return true;
  const domain = email?.toLowerCase().split('@').at(-1);
  return domain !== undefined && domains.some((one) => one.toLowerCase() === domain);
}

import type { OpenKey } from '../api-keys/api-keys.ts';
import type { HttpRule } from '../http/refusals.ts';
import { capacitiesOf } from './capacities.ts';
import { type Condition, CONDITIONS, type Scene } from './conditions.ts';
import { type Permission, PERMISSIONS, type Resource } from './table.ts';

/** Whether this may be, by the table; or by which rule not. */
export type Verdict =
  | { readonly may: true }
  | { readonly may: false; readonly status: number; readonly rule: HttpRule };

const YES: Verdict = { may: true };

/**
 * The one function that is asked before anything is given out over HTTP. `scene` is the meeting where the address names
 * one, and otherwise only who asks; `key` is another system's, which asks in nobody's name. Denies what no row allows.
 */
export function permit(resource: Resource, scene: Scene | Pick<Scene, 'asker'>, key?: OpenKey): Verdict {
  const permission: Permission = PERMISSIONS[resource];
  const { to, when, refusal } = permission;
  if (to === 'anyone') return YES;
  if (key !== undefined) return permitKey(permission, scene, key);
  const meeting = 'meeting' in scene ? scene.meeting : undefined;
  const capacities = capacitiesOf(scene.asker, meeting);
  const isOne = to.some((one) => capacities.includes(one));
  const isThen = when === undefined || ('meeting' in scene && CONDITIONS[when].holds(scene));
  if (isOne && isThen) return YES;
  if (scene.asker === undefined) return { may: false, status: 401, rule: 'SES-NONE' };
  if (scene.asker.onlyMeeting !== undefined && (!to.includes('heard') || capacities.length === 0))
    return { may: false, status: 403, rule: 'SES-ONLY-MEETING' };
  const condition: Condition | undefined = when === undefined ? undefined : CONDITIONS[when];
  const inTheWay = isOne && 'meeting' in scene ? condition?.inTheWay?.(scene) : undefined;
  return { may: false, status: refusal === 'HTTP-NOT-FOUND' ? 404 : 403, rule: inTheWay ?? refusal };
}

function permitKey({ key }: Permission, scene: Scene | Pick<Scene, 'asker'>, { scopes }: OpenKey): Verdict {
  if (key === undefined || !scopes.includes(key.scope)) return { may: false, status: 403, rule: 'KEY-SCOPE' };
  const isThen = key.when === undefined || ('meeting' in scene && CONDITIONS[key.when].holds(scene));
  return isThen ? YES : { may: false, status: 404, rule: 'HTTP-NOT-FOUND' };
}

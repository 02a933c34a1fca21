import type { RemoteCheck, RemotePermission } from '@klubba/meeting';

const PARTS = ['camera', 'microphone', 'sound', 'connection'] as const;
export const REMOTE_CHECKS: readonly RemoteCheck[] = ['alone', 'camera', 'rules'];

/** What of the equipment did not work at the last test. */
export function faultyParts({ test }: Pick<RemotePermission, 'test'>): readonly (typeof PARTS)[number][] {
  return test === undefined ? [] : PARTS.filter((part) => !test[part]);
}

export function isFaulty(permission: Pick<RemotePermission, 'test'>): boolean {
  return faultyParts(permission).length > 0;
}

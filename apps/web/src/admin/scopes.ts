import type { ApiKeyView } from '@klubba/protocol';

export type Scope = ApiKeyView['scopes'][number];

/** In the order in which they are shown; `register.write` last, for it is the one to think twice about. */
export const SCOPES = [
  'meetings',
  'notices',
  'documents',
  'minutes',
  'register.read',
  'register.write',
] as const satisfies readonly Scope[];

type ScopeKey = Exclude<Scope, `register.${string}`> | 'register_read' | 'register_write';

/** Names of texts have no dot within. */
export function scopeKey(scope: Scope): ScopeKey {
  switch (scope) {
    case 'register.read':
      return 'register_read';
    case 'register.write':
      return 'register_write';
    default:
      return scope;
  }
}

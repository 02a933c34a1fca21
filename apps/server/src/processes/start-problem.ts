/**
 * Why Klubba could not start. `key` names a sentence in both languages (`packages/i18n/src/start`),
 * `detail` fills it in. Thrown, not returned: nothing above main.ts can do anything but print it.
 */
export type StartProblemKey =
  | 'already-running'
  | 'data-folder-unwritable'
  | 'data-folder-closed'
  | 'disk-full'
  | 'port-in-use'
  | 'postgres-unsupported'
  | 'postgres-user'
  | 'postgres-folder-broken'
  | 'postgres-other-version'
  | 'postgres-password'
  | 'postgres-failed'
  | 'database-unreachable'
  | 'livekit-missing'
  | 'livekit-failed';

export class StartProblem extends Error {
  readonly key: StartProblemKey;
  readonly detail: Readonly<Record<string, string>>;

  constructor(key: StartProblemKey, detail: Readonly<Record<string, string>> = {}) {
    super(`${key} ${JSON.stringify(detail)}`);
    this.name = 'StartProblem';
    this.key = key;
    this.detail = detail;
  }
}

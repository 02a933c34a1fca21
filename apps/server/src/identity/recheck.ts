import type { RedirectProvider } from './provider.ts';
import type { DueSession, Sessions } from './sessions.ts';

/** A person removed in the directory is out within a minute: asked at least this often, and looked for at this pace. */
export const CHECK_EVERY_MS = 30_000;
const LOOK_EVERY_MS = 10_000;

/** Asks directories whether those logged in through them are still there; ends the sessions of those who are not. */
export function recheckSessions(
  sessions: Sessions,
  directory: (id: string) => RedirectProvider | undefined,
  onTrouble: (error: unknown) => void,
): { once(everyMs?: number): Promise<void>; stop(): void } {
  const check = async ({ id, person, provider, renewal }: DueSession): Promise<void> => {
    const answer = await directory(provider)?.recheck?.(renewal);
    switch (answer?.kind) {
      case 'still':
        return sessions.checked(id, answer.renewal, answer.roles);
      case 'gone':
        await sessions.revoke(id, person);
        return;
      case 'unknown':
        return;
      case undefined:
        // The provider was taken out of the identity file: nobody vouches for this session any more.
        await sessions.revoke(id, person);
    }
  };
  const once = async (everyMs = CHECK_EVERY_MS): Promise<void> => {
    const due = await sessions.dueForCheck(everyMs);
    await Promise.all(due.map((session) => check(session).catch(onTrouble)));
  };
  const timer = setInterval(() => {
    once().catch(onTrouble);
  }, LOOK_EVERY_MS);
  return { once, stop: () => clearInterval(timer) };
}

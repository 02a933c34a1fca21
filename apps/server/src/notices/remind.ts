import { type MeetingId, toRemind } from '@klubba/meeting';
import type { Meetings } from '../meetings/meetings.ts';
import { type Deps, dispatchNotice } from './dispatch.ts';

const LOOK_EVERY_MS = 5 * 60_000;

export type Reminders = {
  /** Returns how many letters were tried. */
  readonly once: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

type RemindDeps = Omit<Deps, 'meetings'> & { readonly meetings: Pick<Meetings, 'all' | 'find' | 'bySystem'> };

/**
 * Reminds by the clock those who are called and have not answered, each once. What has been sent is read from the log of
 * letters, under a lock that all servers share: a restart forgets nobody and doubles nothing, and of two servers one sends.
 */
export function remindInTime(deps: RemindDeps, onTrouble: (error: unknown) => void): Reminders {
  const remind = async (id: MeetingId): Promise<number> => {
    const running = await deps.meetings.find(id);
    const meeting = running?.live.now();
    if (running === undefined || meeting?.plan === undefined) return 0;
    const reminded = await deps.log.reminded(id);
    const to = toRemind(meeting, deps.now()).filter((person) => !reminded.includes(person));
    if (to.length === 0) return 0;
    const refusal = await dispatchNotice(deps, { running, wish: 'reminder', by: 'system', to });
    return refusal === undefined ? to.length : 0;
  };
  const once = async (): Promise<number> => {
    let tried = 0;
    for (const meeting of await deps.meetings.all()) {
      if (toRemind(meeting, deps.now()).length === 0) continue;
      const { meeting: id } = meeting.plan;
      tried += (await deps.log.alone(id, () => remind(id))) ?? 0;
    }
    return tried;
  };
  let going: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    going = once().catch(onTrouble);
  }, LOOK_EVERY_MS);
  return {
    once,
    async stop() {
      clearInterval(timer);
      await going;
    },
  };
}

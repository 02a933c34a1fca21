import {
  decide,
  evolve,
  type Meeting,
  type MeetingCommand,
  type MeetingId,
  type MeetingPlan,
  unplanned,
} from '@klubba/meeting';
import { randomUUID } from 'node:crypto';
import type { Journal } from '../journal/journal.ts';
import { Gallery } from './gallery.ts';
import { type LiveMeeting, openLiveMeeting, type Outcome, type Step } from './live-meeting.ts';

/** A meeting that runs here, with those who watch it. */
export type RunningMeeting = { readonly live: LiveMeeting; readonly gallery: Gallery };

export type Meetings = {
  /** Opens it from the journal the first time; undefined: there is no such meeting. */
  find(id: MeetingId): Promise<RunningMeeting | undefined>;
  /** Those that run here now. */
  running(): readonly RunningMeeting[];
  /** Every meeting in the journal. */
  all(): Promise<readonly Meeting[]>;
  /** The meeting's first fact. The platform itself acts: whoever asked for it was checked before. */
  plan(plan: MeetingPlan, id?: string): Promise<Outcome>;
  /** By the platform itself, from what it has measured. */
  bySystem(id: MeetingId, command: MeetingCommand): Promise<Outcome | undefined>;
  /** Facts of every meeting that runs here, as they become durable; and none, when a meeting is opened. */
  follow(listener: (meeting: RunningMeeting, steps: readonly Step[]) => void): void;
  close(): Promise<void>;
};

/** Short, unguessable, and new for each command: what a command creates is named by it, never by the client. */
export function newId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 20);
}

export function openMeetings(journal: Journal, onTrouble: (error: unknown) => void): Meetings {
  const open = new Map<MeetingId, Promise<RunningMeeting>>();
  const running = new Map<MeetingId, RunningMeeting>();
  const listeners = new Set<(meeting: RunningMeeting, steps: readonly Step[]) => void>();
  const heart = { decide, evolve, unplanned };

  const load = (id: MeetingId): Promise<RunningMeeting> => {
    const loading = open.get(id);
    if (loading) return loading;
    const loaded = openLiveMeeting({ id, journal, heart, onTrouble }).then((live) => {
      const meeting = { live, gallery: new Gallery(live) };
      live.follow((steps) => {
        for (const listener of listeners) listener(meeting, steps);
      });
      running.set(id, meeting);
      // Readers begin with the meeting as it is.
      for (const listener of listeners) listener(meeting, []);
      return meeting;
    });
    open.set(id, loaded);
    loaded.catch(() => open.delete(id));
    return loaded;
  };
  const stopFollowing = journal.follow((head) => running.get(head.meeting)?.live.catchUp(head.seq));

  const find = async (id: MeetingId): Promise<RunningMeeting | undefined> => {
    const known = running.get(id);
    if (known) return known;
    const exists = (await journal.heads()).some((head) => head.meeting === id);
    return exists ? load(id) : undefined;
  };

  return {
    find,
    running: () => [...running.values()],
    async all() {
      const heads = await journal.heads();
      const meetings = await Promise.all(heads.map((head) => load(head.meeting)));
      return meetings.flatMap(({ live }) => {
        const now = live.now();
        return now.plan === undefined ? [] : [now];
      });
    },
    async plan(plan, id = newId()) {
      const { live } = await load(plan.meeting);
      return live.submit({
        id,
        made: newId(),
        command: { type: 'planMeeting', plan },
        actor: 'system',
        at: Date.now(),
      });
    },
    async bySystem(id, command) {
      const meeting = await find(id);
      const made = newId();
      return meeting?.live.submit({ id: `system-${made}`, made, command, actor: 'system', at: Date.now() });
    },
    follow(listener) {
      listeners.add(listener);
    },
    async close() {
      stopFollowing();
      for (const { gallery } of running.values()) gallery.close('goingAway');
      await Promise.all([...running.values()].map(({ live }) => live.close()));
    },
  };
}

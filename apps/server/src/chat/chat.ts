import type { MeetingId, PartyId, PersonId } from '@klubba/meeting';
import type { ServerMessage } from '@klubba/protocol';
import type pg from 'pg';
import { listenTo } from '../database/ear.ts';
import { encode } from '../meetings/audience-view.ts';
import type { Meetings, RunningMeeting } from '../meetings/meetings.ts';
import { sceneOf } from '../permissions/conditions.ts';
import { permit } from '../permissions/permit.ts';
import { type ChatStore, openChatStore } from './chat-store.ts';
import { breakNow } from './law.ts';

const CHANNEL = 'klubba_chat';
const RING: ServerMessage = { type: 'chat' };

export type Chat = {
  readonly store: ChatStore;
  /** Tells every server that a channel has changed; each tells those of its pages that may read it. Holds nothing of what is written. */
  ring(meeting: MeetingId, party: PartyId | undefined): Promise<void>;
  close(): Promise<void>;
};

export type ChatOptions = {
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly meetings: Meetings;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
};

/** The chat beside the meetings: delivered to those whom the permission function lets read, deleted when its meeting or break is over. */
export async function openChat({ pool, databaseUrl, meetings, now, onTrouble }: ChatOptions): Promise<Chat> {
  const store = openChatStore(pool, now);
  meetings.follow((running, steps) => {
    const isOver = steps.some(({ fact }) => ENDS.includes(fact.event.type));
    if (isOver || steps.length === 0) tidy(running, store).catch(onTrouble);
  });
  const ear = listenTo({
    databaseUrl,
    channel: CHANNEL,
    heard(payload) {
      const { meeting, party } = JSON.parse(payload) as { readonly meeting: MeetingId; readonly party?: PartyId };
      const running = meetings.running().find(({ live }) => live.id === meeting);
      if (running !== undefined) tell(running, party);
    },
    async onListening() {
      for (const running of meetings.running()) tell(running, undefined);
    },
    onTrouble,
  });
  // Of a meeting that was closed while its server went down: opening it deletes what is left.
  for (const meeting of await store.meetings()) await meetings.find(meeting);
  return {
    store,
    async ring(meeting, party) {
      await pool.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ meeting, party })]);
    },
    close: () => ear.close(),
  };
}

const ENDS: readonly string[] = ['MeetingClosed', 'MeetingRecalled', 'MeetingAdjourned'];

async function tidy({ live }: RunningMeeting, store: ChatStore): Promise<void> {
  const meeting = live.now();
  if (meeting.plan === undefined) return;
  if (meeting.agenda.phase === 'closed') await store.forget(live.id);
  else await store.endBreaks(live.id, breakNow(meeting));
}

/** To the pages of those who may read: asked anew of the permission function each time. */
function tell(running: RunningMeeting, party: PartyId | undefined): void {
  const meeting = running.live.now();
  if (meeting.plan === undefined) return;
  const bytes = encode(RING);
  for (const { id, party: own } of meeting.plan.people) {
    const viewers = running.gallery.ofPerson(id);
    if (viewers.length === 0 || (party !== undefined && own !== party)) continue;
    if (mayRead(running, id, party === undefined ? 'chat.use' : 'chat.group'))
      for (const viewer of viewers) viewer.send(bytes);
  }
}

function mayRead(running: RunningMeeting, person: PersonId, resource: 'chat.use' | 'chat.group'): boolean {
  const meeting = running.live.now();
  if (meeting.plan === undefined) return false;
  return permit(resource, sceneOf(running, meeting, { person, roles: [], onlyMeeting: undefined }, {})).may;
}

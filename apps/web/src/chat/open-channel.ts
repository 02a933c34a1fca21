import type { MeetingId } from '@klubba/meeting';
import type { ChatCause } from '@klubba/protocol';
import {
  type Channel,
  EMPTY_CHANNEL,
  heard,
  type Outgoing,
  type Read,
  seen,
  sending,
  sent,
  withdrawn,
} from './channel.ts';
import {
  acceptNotice,
  type ChannelName,
  type ChatAnswer,
  readChannel,
  removeMessage,
  writeMessage,
} from './requests.ts';

/** One channel on one page, empty until it is refreshed: kept up to date, and the way to write in it. */
export interface OpenChannel {
  current(): Channel;
  subscribe(listener: () => void): () => void;
  /** Something may have changed: reads it anew, and sends again what did not come through. */
  refresh(): void;
  /** Closed to this person now, by `rule`: nothing of what was written stays on the page. */
  shut(rule: string): void;
  draft(text: string): void;
  /** Sends the draft. `confirmed`: it looks as if it held a personal identity number, and the writer says that it does not. */
  write(confirmed: boolean): void;
  /** The same message under the same id. */
  writeAgain(message: Outgoing, confirmed?: boolean): void;
  /** Takes a message that was refused back into the draft. */
  change(message: Outgoing): void;
  withdraw(id: string): void;
  accept(): Promise<ChatAnswer<undefined>>;
  remove(message: number, cause: ChatCause): Promise<ChatAnswer<undefined>>;
  seen(): void;
  close(): void;
}

/** Where the newest read message is remembered, so that a reload does not count all anew. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

export function openChannel(meeting: MeetingId, name: ChannelName, memory: Memory): OpenChannel {
  const listeners = new Set<() => void>();
  const key = `klubba.chat.${meeting}.${name}`;
  const remembered = memory.getItem(key);
  let channel: Channel =
    remembered === null ? EMPTY_CHANNEL : { ...EMPTY_CHANNEL, read: JSON.parse(remembered) as Read };
  let reading: Promise<void> | undefined;
  let again = false;
  let isClosed = false;

  const become = (next: Channel): void => {
    if (isClosed || next === channel) return;
    channel = next;
    for (const listener of listeners) listener();
  };

  /** One at a time: an older answer never replaces a newer. */
  const read = (): Promise<void> => {
    again = true;
    reading ??= (async () => {
      while (again && !isClosed) {
        again = false;
        const answer = await readChannel(meeting, name);
        become(heard(channel, answer));
      }
      reading = undefined;
    })();
    return reading;
  };

  const send = async (message: Omit<Outgoing, 'state'>): Promise<void> => {
    become(sending(channel, message));
    const { id, text, confirmed } = message;
    const answer = await writeMessage(meeting, name, { id, text, ...(confirmed ? { confirmed } : {}) });
    become(sent(channel, id, answer));
    if (answer.is === 'done') await read();
  };

  return {
    current: () => channel,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh() {
      for (const one of channel.outgoing) if (one.state === 'unreachable') void send(one);
      void read();
    },
    shut: (rule) => become(heard(channel, { is: 'refused', rule })),
    draft: (text) => become({ ...channel, draft: text }),
    write(confirmed) {
      const text = channel.draft;
      become({ ...channel, draft: '' });
      void send({ id: crypto.randomUUID(), text, confirmed });
    },
    writeAgain: (message, confirmed = message.confirmed) => void send({ ...message, confirmed }),
    change(message) {
      become({ ...withdrawn(channel, message.id), draft: message.text });
    },
    withdraw: (id) => become(withdrawn(channel, id)),
    async accept() {
      const answer = await acceptNotice(meeting);
      if (answer.is === 'done') await read();
      return answer;
    },
    async remove(message, cause) {
      const answer = await removeMessage(meeting, message, cause);
      await read();
      return answer;
    },
    seen() {
      become(seen(channel));
      memory.setItem(key, JSON.stringify(channel.read));
    },
    close() {
      isClosed = true;
      listeners.clear();
    },
  };
}

import type { PersonId } from '@klubba/meeting';
import type { ChatMessage, ChatView } from '@klubba/protocol';
import type { ChatAnswer } from './requests.ts';

/** A message of one's own that does not stand in the channel yet. */
export type Outgoing = {
  readonly id: string;
  readonly text: string;
  readonly confirmed: boolean;
  readonly state: 'sending' | 'unreachable' | { readonly refused: string };
};

/** A channel as this page has it. */
export type Channel = {
  /** `refused`: closed to this person now, by `rule`. */
  readonly is: 'asking' | 'open' | 'unreachable' | { readonly refused: string };
  readonly messages: readonly ChatMessage[];
  readonly accepted: boolean;
  readonly outgoing: readonly Outgoing[];
  /** What is written and not sent; kept when something else takes the panel's place. */
  readonly draft: string;
  readonly read: Read;
};

/** `to`: the newest message that has been on the screen, 0 when none has. `removed`: those that were seen to have been taken away. */
export type Read = { readonly to: number; readonly removed: readonly number[] };

export const EMPTY_CHANNEL: Channel = {
  is: 'asking',
  messages: [],
  accepted: false,
  outgoing: [],
  draft: '',
  read: { to: 0, removed: [] },
};

/** What the server answered. What was sent and now stands there is no longer on its way. */
export function heard(channel: Channel, answer: ChatAnswer<ChatView>): Channel {
  switch (answer.is) {
    // The last that was read stays: a short loss takes nothing away from the screen.
    case 'unreachable':
      return channel.is === 'open' ? channel : { ...channel, is: 'unreachable' };
    case 'refused':
      return { ...channel, is: { refused: answer.rule }, messages: [] };
    case 'done': {
      const { messages, accepted } = answer.value;
      const arrived = new Set(messages.flatMap(({ sent }) => sent ?? []));
      return {
        ...channel,
        is: 'open',
        messages,
        accepted,
        outgoing: channel.outgoing.filter(({ id }) => !arrived.has(id)),
      };
    }
  }
}

/** A message is on its way, for the first time or again; the same id is the same message. */
export function sending(channel: Channel, { id, text, confirmed }: Omit<Outgoing, 'state'>): Channel {
  const rest = channel.outgoing.filter((one) => one.id !== id);
  return { ...channel, outgoing: [...rest, { id, text, confirmed, state: 'sending' }] };
}

/** What became of it. When it was kept it stays until it is read back, so that it never blinks. */
export function sent(channel: Channel, id: string, answer: ChatAnswer<undefined>): Channel {
  if (answer.is === 'done') return channel;
  const state: Outgoing['state'] = answer.is === 'refused' ? { refused: answer.rule } : 'unreachable';
  return { ...channel, outgoing: channel.outgoing.map((one) => (one.id === id ? { ...one, state } : one)) };
}

export function withdrawn(channel: Channel, id: string): Channel {
  return { ...channel, outgoing: channel.outgoing.filter((one) => one.id !== id) };
}

export function seen(channel: Channel): Channel {
  const { messages, read } = channel;
  const to = Math.max(read.to, messages.at(-1)?.id ?? 0);
  const removed = messages.filter((one) => one.removed !== undefined).map(({ id }) => id);
  if (to === read.to && removed.join() === read.removed.join()) return channel;
  return { ...channel, read: { to, removed } };
}

/** How much one has not seen: what others have written, and what has been taken away of one's own. */
export function unread({ messages, read }: Channel, me: PersonId): number {
  return messages.filter(({ id, writer, removed }) =>
    writer === me ? removed !== undefined && !read.removed.includes(id) : removed === undefined && id > read.to,
  ).length;
}

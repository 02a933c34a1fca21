import type { MeetingId } from '@klubba/meeting';
import type { ChatCause, ChatView, ChatWish, HttpProblem } from '@klubba/protocol';

/** `meeting`: everybody's. `group`: the own party's, in a break for group meetings. */
export type ChannelName = 'meeting' | 'group';

/** `refused`: not now, or not this; the words are `refusal.<rule>`. `unreachable`: nobody knows what became of it. */
export type ChatAnswer<Value> =
  | { readonly is: 'done'; readonly value: Value }
  | { readonly is: 'refused'; readonly rule: string }
  | { readonly is: 'unreachable' };

const SERVER_FAULT = 500;

export function readChannel(meeting: MeetingId, name: ChannelName): Promise<ChatAnswer<ChatView>> {
  return ask('GET', addressOf(meeting, name === 'group' ? '/group' : ''), async (response) => response.json());
}

export function writeMessage(meeting: MeetingId, name: ChannelName, wish: ChatWish): Promise<ChatAnswer<undefined>> {
  return ask('POST', addressOf(meeting, name === 'group' ? '/group' : ''), nothing, wish);
}

export function acceptNotice(meeting: MeetingId): Promise<ChatAnswer<undefined>> {
  return ask('PUT', addressOf(meeting, '/notice'), nothing);
}

export function removeMessage(meeting: MeetingId, message: number, cause: ChatCause): Promise<ChatAnswer<undefined>> {
  return ask('DELETE', addressOf(meeting, `/${message}`), nothing, { cause });
}

function addressOf(meeting: MeetingId, rest: string): string {
  return `/api/meetings/${encodeURIComponent(meeting)}/chat${rest}`;
}

async function nothing(): Promise<undefined> {
  return undefined;
}

async function ask<Value>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  address: string,
  read: (response: Response) => Promise<Value>,
  body?: object,
): Promise<ChatAnswer<Value>> {
  try {
    const response = await fetch(address, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return { is: 'done', value: await read(response) };
    if (response.status >= SERVER_FAULT) return { is: 'unreachable' };
    return { is: 'refused', rule: ((await response.json()) as HttpProblem).rule };
  } catch {
    return { is: 'unreachable' };
  }
}

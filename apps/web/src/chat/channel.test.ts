import type { PersonId } from '@klubba/meeting';
import type { ChatMessage } from '@klubba/protocol';
import { describe, expect, it } from 'vitest';
import { type Channel, EMPTY_CHANNEL, heard, seen, sending, sent, unread, withdrawn } from './channel.ts';

const [karin, amina] = ['karin', 'amina'] as PersonId[] as [PersonId, PersonId];
const message = (id: number, writer: PersonId, rest: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  writer,
  at: id * 1_000,
  text: `Meddelande ${id}`,
  ...rest,
});
const read = (channel: Channel, ...messages: readonly ChatMessage[]): Channel =>
  heard(channel, { is: 'done', value: { messages: [...messages], accepted: true } });

describe('a channel of the chat', () => {
  it('counts what others have written since it was last on the screen', () => {
    const channel = read(EMPTY_CHANNEL, message(1, amina), message(2, karin));
    expect(unread(channel, karin)).toBe(1);
    expect(unread(seen(channel), karin)).toBe(0);
    expect(unread(read(seen(channel), message(2, karin), message(3, amina)), karin)).toBe(1);
  });

  it('does not count what others wrote and was taken away, and counts once that one’s own was', () => {
    const { text: _, ...gone } = message(1, amina, { removed: { by: 'secretary' } });
    const channel = read(EMPTY_CHANNEL, gone);
    expect(unread(channel, karin)).toBe(0);
    expect(unread(channel, amina)).toBe(1);
    expect(unread(seen(channel), amina)).toBe(0);
    expect(unread(read(seen(read(EMPTY_CHANNEL, message(1, amina))), gone), amina)).toBe(1);
  });

  it('shows what is sent until it stands in the channel, once', () => {
    const onItsWay = sending(EMPTY_CHANNEL, { id: 'message-1', text: 'Hej', confirmed: false });
    const kept = sent(onItsWay, 'message-1', { is: 'done', value: undefined });
    expect(kept.outgoing).toHaveLength(1);
    const there = read(kept, message(1, karin, { sent: 'message-1' }));
    expect(there.outgoing).toEqual([]);
    expect(there.messages).toHaveLength(1);
  });

  it('keeps what did not come through, to be sent again under the same id', () => {
    const lost = sent(sending(EMPTY_CHANNEL, { id: 'message-1', text: 'Hej', confirmed: false }), 'message-1', {
      is: 'unreachable',
    });
    expect(lost.outgoing).toEqual([{ id: 'message-1', text: 'Hej', confirmed: false, state: 'unreachable' }]);
    expect(sending(lost, { id: 'message-1', text: 'Hej', confirmed: false }).outgoing).toHaveLength(1);
    expect(withdrawn(lost, 'message-1').outgoing).toEqual([]);
  });

  it('says which rule stood in the way of a message', () => {
    const refused = sent(sending(EMPTY_CHANNEL, { id: 'message-1', text: 'Hej', confirmed: false }), 'message-1', {
      is: 'refused',
      rule: 'CHAT-TOO-OFTEN',
    });
    expect(refused.outgoing[0]?.state).toEqual({ refused: 'CHAT-TOO-OFTEN' });
  });

  it('shows nothing of what was written when it is closed to this person', () => {
    const closed = heard(read(EMPTY_CHANNEL, message(1, amina)), { is: 'refused', rule: 'CHAT-CLOSED-ITEM' });
    expect(closed.messages).toEqual([]);
    expect(closed.is).toEqual({ refused: 'CHAT-CLOSED-ITEM' });
  });

  it('keeps what was read through a short loss', () => {
    const open = read(EMPTY_CHANNEL, message(1, amina));
    expect(heard(open, { is: 'unreachable' })).toBe(open);
    expect(heard(EMPTY_CHANNEL, { is: 'unreachable' }).is).toBe('unreachable');
  });
});

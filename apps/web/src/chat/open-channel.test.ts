import type { MeetingId } from '@klubba/meeting';
import type { ChatView } from '@klubba/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openChannel } from './open-channel.ts';

const MEETING = 'meeting-1' as MeetingId;
const memory = { getItem: () => null, setItem: () => undefined };

/** A server whose answers to readings come when the test lets them. */
function slowServer() {
  const waiting: (() => void)[] = [];
  const written: { readonly id: string; readonly text: string }[] = [];
  let isReached = true;
  vi.stubGlobal('fetch', async (_: string, { method, body }: { method: string; body?: string }) => {
    if (!isReached) throw new TypeError('Failed to fetch');
    if (method === 'POST') {
      written.push(JSON.parse(body ?? ''));
      return new Response(null, { status: 204 });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
    const view: ChatView = {
      accepted: true,
      messages: written.map(({ id, text }, index) => ({
        id: index + 1,
        writer: 'karin' as never,
        at: 1,
        text,
        sent: id,
      })),
    };
    return new Response(JSON.stringify(view), { headers: { 'content-type': 'application/json' } });
  });
  return {
    written,
    asked: () => waiting.length,
    reach: (on: boolean) => {
      isReached = on;
    },
    async answer() {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
      waiting.shift()?.();
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('a channel that is open on a page', () => {
  it('keeps what is being written while it is read anew', async () => {
    const server = slowServer();
    const channel = openChannel(MEETING, 'meeting', memory);
    channel.refresh();
    channel.draft('Hör ni');
    await server.answer();
    await vi.waitFor(() => expect(channel.current().is).toBe('open'));
    expect(channel.current().draft).toBe('Hör ni');
    channel.close();
  });

  it('shows nothing more, and asks for nothing, when the item is closed to this person', async () => {
    const server = slowServer();
    const channel = openChannel(MEETING, 'meeting', memory);
    channel.shut('CHAT-CONFLICT');
    expect(channel.current().is).toEqual({ refused: 'CHAT-CONFLICT' });
    expect(server.asked()).toBe(0);
    channel.close();
  });

  it('sends again under the same id what did not come through, and shows it once', async () => {
    const server = slowServer();
    const channel = openChannel(MEETING, 'meeting', memory);
    channel.refresh();
    await server.answer();
    channel.draft('Hör ni mig?');
    server.reach(false);
    channel.write(false);
    await vi.waitFor(() => expect(channel.current().outgoing[0]?.state).toBe('unreachable'));
    server.reach(true);
    const id = channel.current().outgoing[0]?.id;
    channel.refresh();
    await server.answer();
    await server.answer();
    await vi.waitFor(() => expect(channel.current().outgoing).toEqual([]));
    expect(server.written).toEqual([{ id, text: 'Hör ni mig?' }]);
    expect(channel.current().messages).toHaveLength(1);
    channel.close();
  });
});

import { expect, it } from 'vitest';
import { keepTicketsOutOfAddresses } from './ticket-out-of-address.ts';

/** What a page would have opened and asked for. */
function page() {
  const opened: (readonly [address: string, protocols: unknown])[] = [];
  const asked: (readonly [address: unknown, init: RequestInit | undefined])[] = [];
  class Plain {
    constructor(address: string | URL, protocols?: string | string[]) {
      opened.push([String(address), protocols]);
    }
  }
  const made = {
    location: { host: 'klubba.example.se' },
    WebSocket: Plain as unknown as typeof WebSocket,
    fetch: ((address: unknown, init?: RequestInit) => {
      asked.push([address, init]);
      return Promise.resolve(new Response());
    }) as typeof fetch,
  };
  keepTicketsOutOfAddresses(made);
  return { ...made, opened, asked };
}

it('a ticket goes to our own server in a header, and stands in no address', async () => {
  const { WebSocket: Socket, fetch: ask, opened, asked } = page();
  const _socket = new Socket('wss://klubba.example.se/rtc/v1?access_token=a.b-c_d&sdk=js&auto_subscribe=0', []);
  await ask('https://klubba.example.se/rtc/v1/validate?access_token=a.b-c_d&sdk=js');
  expect(opened).toEqual([
    ['wss://klubba.example.se/rtc/v1?sdk=js&auto_subscribe=0', ['klubba-video', 'klubba-ticket.a.b-c_d']],
  ]);
  expect(asked).toEqual([
    ['https://klubba.example.se/rtc/v1/validate?sdk=js', { headers: { authorization: 'Bearer a.b-c_d' } }],
  ]);
});

it('what has no ticket, and what goes elsewhere, is left alone', async () => {
  const { WebSocket: Socket, fetch: ask, opened, asked } = page();
  const _sockets = [
    new Socket('wss://klubba.example.se/live'),
    new Socket('wss://video.example.se/rtc?access_token=x'),
  ];
  const request = new Request('https://klubba.example.se/api/me');
  await ask(request);
  await ask('/api/me', { method: 'POST' });
  expect(opened.map(([address]) => address)).toEqual([
    'wss://klubba.example.se/live',
    'wss://video.example.se/rtc?access_token=x',
  ]);
  expect(asked).toEqual([
    [request, undefined],
    ['/api/me', { method: 'POST' }],
  ]);
});

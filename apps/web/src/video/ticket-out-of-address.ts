/**
 * A browser gives a WebSocket no header of its own but its subprotocols, so the video client writes its ticket into the address, where
 * every log on the way may keep it. Here it leaves the address for a header: a subprotocol (RFC 6455 §1.9), which our server takes
 * out again, or `Authorization`. Addresses of other servers, and everything without a ticket, stay as they are.
 */
const TICKET = 'access_token';
/** What the server answers to; beside it `klubba-ticket.<ticket>` is offered. */
const PROTOCOL = 'klubba-video';

type Page = { WebSocket: typeof WebSocket; fetch: typeof fetch; readonly location: { readonly host: string } };

const kept = new WeakSet<Page>();

/** Before the first connection; asked again it changes nothing. */
export function keepTicketsOutOfAddresses(page: Page): void {
  if (kept.has(page)) return;
  kept.add(page);
  const { WebSocket: Plain, fetch: plainFetch } = page;
  page.WebSocket = class extends Plain {
    constructor(address: string | URL, protocols?: string | string[]) {
      const { bare, ticket } = apart(address, page.location.host);
      if (ticket === undefined) super(address, protocols);
      else super(bare, [PROTOCOL, `klubba-ticket.${ticket}`]);
    }
  };
  page.fetch = (input, init) => {
    const { bare, ticket } =
      typeof input === 'string' ? apart(input, page.location.host) : { bare: input, ticket: undefined };
    if (ticket === undefined) return plainFetch.call(page, input, init);
    return plainFetch.call(page, bare, { ...init, headers: { authorization: `Bearer ${ticket}` } });
  };
}

function apart(address: string | URL, host: string): { readonly bare: string; readonly ticket: string | undefined } {
  const text = String(address);
  if (!text.includes(TICKET)) return { bare: text, ticket: undefined };
  const url = new URL(text);
  const ticket = url.host === host ? (url.searchParams.get(TICKET) ?? undefined) : undefined;
  if (ticket === undefined) return { bare: text, ticket };
  url.searchParams.delete(TICKET);
  return { bare: url.href, ticket };
}

/** A browser in a test: keeps each site's cookies, follows redirects, and lets a test look at every step. */
export class TestBrowser {
  readonly #jars = new Map<string, Map<string, string>>();

  async get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(address, { headers });
  }

  async post(address: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const asForm = body instanceof URLSearchParams;
    return this.#send(address, {
      method: 'POST',
      body: asForm ? body : JSON.stringify(body),
      headers: { ...(asForm ? {} : { 'content-type': 'application/json' }), ...headers },
    });
  }

  /** Goes where it is sent until `stop` says that this address is not to be opened; that address, or the last one. */
  async follow(address: string, stop: (url: URL) => boolean = () => false): Promise<URL> {
    let url = new URL(address);
    for (let step = 0; step < 20; step += 1) {
      if (stop(url)) return url;
      const answer = await this.get(url.href);
      const to = answer.headers.get('location');
      await answer.arrayBuffer();
      if (to === null) return url;
      url = new URL(to, url);
    }
    throw new Error('Sent around in a circle');
  }

  cookie(address: string, name: string): string | undefined {
    return this.#jars.get(new URL(address).host)?.get(name);
  }

  plant(address: string, name: string, value: string): void {
    const { host } = new URL(address);
    this.#jars.set(host, (this.#jars.get(host) ?? new Map<string, string>()).set(name, value));
  }

  async #send(address: string, init: RequestInit): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await askAgainIfClosed(() => fetch(address, { ...init, headers, redirect: 'manual' }), init);
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}

/** A kept connection may be closed by the server just as it is used; browsers then ask again, where that is safe (RFC 9112 §9.3.1). */
async function askAgainIfClosed(ask: () => Promise<Response>, { method = 'GET' }: RequestInit): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    const { code } = (error as { readonly cause?: { readonly code?: string } }).cause ?? {};
    if (method !== 'GET' || (code !== 'UND_ERR_SOCKET' && code !== 'ECONNRESET')) throw error;
    return ask();
  }
}

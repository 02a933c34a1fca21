import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityServer, identityFolder, portForKlubba, startIdentityServer } from '../testing/identity-server.ts';
import { type Ceremony, TestAuthenticator } from '../testing/test-authenticator.ts';
import { TestBrowser } from '../testing/test-browser.ts';

const folder = identityFolder();
let klubba: IdentityServer;
let later = 0;

beforeAll(async () => {
  const now = () => Date.now() + later;
  klubba = await startIdentityServer(await portForKlubba(), folder, [{ kind: 'passkeys' }], now);
});
afterAll(async () => {
  await klubba.stop();
  folder.remove();
});

const begin = async (browser: TestBrowser, path: string): Promise<Ceremony> => {
  const { challenge } = (await (await browser.post(klubba.url + path, {})).json()) as { challenge: string };
  return { challenge, origin: klubba.url, rpId: 'localhost' };
};
const add = async (
  browser: TestBrowser,
  device: TestAuthenticator,
  change: Partial<Ceremony> = {},
): Promise<number> => {
  const ceremony = await begin(browser, '/api/passkeys/options');
  return (await browser.post(`${klubba.url}/api/passkeys`, device.create({ ...ceremony, ...change }))).status;
};
const use = async (
  device: TestAuthenticator,
  change: Partial<Ceremony> = {},
): Promise<readonly [TestBrowser, unknown]> => {
  const browser = new TestBrowser();
  const ceremony = await begin(browser, '/api/login/passkey/options');
  const answer = await browser.post(`${klubba.url}/api/login/passkey`, device.get({ ...ceremony, ...change }));
  return [browser, answer.status === 204 ? 'in' : ((await answer.json()) as { rule: string }).rule];
};
const loggedIn = async (name = 'Sofia Elmgren'): Promise<TestBrowser> => {
  const browser = new TestBrowser();
  await browser.follow(klubba.demoLink(name));
  return browser;
};

describe('a passkey', () => {
  it('is added by one who is logged in, and logs that person in afterwards', async () => {
    const device = new TestAuthenticator();
    expect(await add(await loggedIn(), device)).toBe(204);
    const [browser, how] = await use(device);
    expect(how).toBe('in');
    const me = (await (await browser.get(`${klubba.url}/api/me`)).json()) as object;
    expect(me).toMatchObject({ name: 'Sofia Elmgren', method: 'passkey' });
  });

  it('is worth no more than the login it was added in', async () => {
    const browser = await loggedIn('Jonas Fridh');
    await add(browser, new TestAuthenticator());
    const rows = await klubba.query('select assurance from passkeys where person = $1', [klubba.person('Jonas Fridh')]);
    expect(rows).toEqual([{ assurance: 'low' }]);
  });

  it('is listed for its owner alone, and dead when it is removed', async () => {
    const [browser, device] = [await loggedIn('Marie Sandell'), new TestAuthenticator()];
    await add(browser, device);
    const { passkeys } = (await (await browser.get(`${klubba.url}/api/passkeys`)).json()) as {
      passkeys: { id: string }[];
    };
    const address = `${klubba.url}/api/passkeys/${passkeys[0]?.id}`;
    const remove = (cookie: string) => fetch(address, { method: 'DELETE', headers: { cookie: `klubba=${cookie}` } });
    const other = await loggedIn('Jonas Fridh');
    expect((await remove(other.cookie(klubba.url, 'klubba') ?? '')).status).toBe(404);
    expect((await remove(browser.cookie(klubba.url, 'klubba') ?? '')).status).toBe(204);
    expect((await use(device))[1]).toBe('LGN-UNKNOWN');
  });

  it('is neither added nor removed by whoever finds a browser open: that needs a login of the last ten minutes', async () => {
    const [browser, device] = [await loggedIn('Helena Ståhl'), new TestAuthenticator()];
    expect(await add(browser, device)).toBe(204);
    const begun = await begin(browser, '/api/passkeys/options');
    later += 11 * 60_000;
    const refused = async (answer: Response): Promise<unknown> => [answer.status, await answer.json()];
    const stale = [403, { rule: 'IDA-FRESH' }];
    expect(await refused(await browser.post(`${klubba.url}/api/passkeys/options`, {}))).toEqual(stale);
    const late = new TestAuthenticator().create(begun);
    expect(await refused(await browser.post(`${klubba.url}/api/passkeys`, late))).toEqual(stale);
    const cookie = `klubba=${browser.cookie(klubba.url, 'klubba') ?? ''}`;
    const id = device.id.toString('base64url');
    const remove = (by: string) =>
      fetch(`${klubba.url}/api/passkeys/${id}`, { method: 'DELETE', headers: { cookie: by } });
    expect(await refused(await remove(cookie))).toEqual(stale);
    const [again] = await use(device);
    expect((await remove(`klubba=${again.cookie(klubba.url, 'klubba') ?? ''}`)).status).toBe(204);
  });

  it('is added by nobody who is not logged in', async () => {
    expect((await new TestBrowser().post(`${klubba.url}/api/passkeys/options`, {})).status).toBe(401);
  });
});

describe('an attack with a passkey', () => {
  it.each<readonly [string, Partial<Ceremony>]>([
    ['made for another site', { origin: 'https://evil.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['answers another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
  ])('fails: %s', async (_name, change) => {
    const device = new TestAuthenticator();
    expect(await add(await loggedIn(), device, change)).toBe(403);
    expect(await add(await loggedIn(), device)).toBe(204);
    expect((await use(device, change))[1]).toBe('LGN-FAILED');
  });

  it('fails: the device is there, but nobody has shown who holds it', async () => {
    const device = new TestAuthenticator();
    await add(await loggedIn(), device);
    device.verifies = false;
    expect((await use(device))[1]).toBe('LGN-FAILED');
  });

  it('fails: a copy of the device, known by its counter', async () => {
    const device = new TestAuthenticator();
    await add(await loggedIn(), device);
    device.counter = 10;
    expect((await use(device))[1]).toBe('in');
    device.counter = 3;
    expect((await use(device))[1]).toBe('LGN-FAILED');
  });

  it('fails: another device with the same id, and replay', async () => {
    const [device, imposter] = [new TestAuthenticator(), new TestAuthenticator()];
    await add(await loggedIn(), device);
    imposter.id.set(device.id);
    expect((await use(imposter))[1]).toBe('LGN-FAILED');
    const browser = new TestBrowser();
    const answer = device.get(await begin(browser, '/api/login/passkey/options'));
    expect((await browser.post(`${klubba.url}/api/login/passkey`, answer)).status).toBe(204);
    expect((await browser.post(`${klubba.url}/api/login/passkey`, answer)).status).toBe(410);
  });

  it('fails: a key that is somebody’s is added by another', async () => {
    const device = new TestAuthenticator();
    await add(await loggedIn(), device);
    expect(await add(await loggedIn('Jonas Fridh'), device)).toBe(403);
  });
});

import { CLOSE } from '@klubba/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestClient } from '../../testing/test-client.ts';
import { directoryReturn } from '../directory-routes.ts';
import {
  type HostileDirectory,
  signedHs256,
  signedRs256,
  startHostileDirectory,
  unsigned,
} from '../testing/hostile-directory.ts';
import { type IdentityServer, identityFolder, portForKlubba, startIdentityServer } from '../testing/identity-server.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { startTestDirectory, type TestDirectory } from '../testing/test-directory.ts';

const folder = identityFolder();
let directory: TestDirectory;
let hostile: HostileDirectory;
let klubba: IdentityServer;
let later = 0;

beforeAll(async () => {
  const port = await portForKlubba();
  directory = await startTestDirectory(() => `http://localhost:${port}${directoryReturn('staff')}`);
  hostile = await startHostileDirectory('klubba');
  folder.write('secret', directory.clientSecret);
  const common = { kind: 'oidc', clientId: 'klubba', clientSecretFile: 'secret', name: 'Kommunens konto' };
  const levels = { 'https://refeds.org/profile/mfa': 'substantial', hwk: 'high' };
  const staff = {
    ...common,
    id: 'staff',
    issuer: directory.issuer,
    prompt: 'consent',
    assurance: 'substantial',
    matchEmail: true,
    emailDomains: ['exempelkoping.example'],
    requiredGroup: 'klubba-users',
    roles: { 'it-support': 'technician' },
  };
  const other = { ...common, id: 'other', issuer: hostile.issuer, levels };
  klubba = await startIdentityServer(port, folder, [staff, other], () => Date.now() + later);
  const sofia = klubba.person('Sofia Elmgren');
  await klubba.query('update people set email = $1 where id = $2', ['sofia@exempelkoping.example', sofia]);
  await klubba.identities.link({ scheme: `oidc:${hostile.issuer}`, value: 'anna' }, klubba.person('Marie Sandell'));
});
afterAll(async () => {
  await klubba.stop();
  await directory.stop();
  await hostile.stop();
  folder.remove();
});
beforeEach(() => {
  directory.accounts.clear();
  directory.accounts.set('oid-sofia', { email: 'sofia@exempelkoping.example', groups: ['klubba-users', 'it-support'] });
  directory.atKeyboard = 'oid-sofia';
});

const begin = (provider: string, next = '/'): string =>
  `${klubba.url}/api/login/directory/${provider}?next=${encodeURIComponent(next)}`;
const isReturn = (url: URL): boolean => url.pathname.endsWith('/return');
const me = async (browser: TestBrowser): Promise<unknown> => (await browser.get(`${klubba.url}/api/me`)).json();
const NOBODY = { rule: 'SES-NONE' };

/** Up to the moment when the hostile directory sends the browser back; the address it should come back to. */
async function atHostile(browser: TestBrowser): Promise<URL> {
  const sentTo = await browser.follow(begin('other'), (url) => url.origin === hostile.issuer);
  hostile.nonce = sentTo.searchParams.get('nonce') ?? '';
  const back = new URL(sentTo.searchParams.get('redirect_uri') ?? '');
  back.search = new URLSearchParams({
    code: 'c',
    state: sentTo.searchParams.get('state') ?? '',
    iss: hostile.issuer,
  }).toString();
  return back;
}

describe('logging in through the municipality’s directory', () => {
  it('leads to where one was going, as the person one is, and asks for a code with PKCE, state and nonce', async () => {
    const browser = new TestBrowser();
    const asked = await browser.follow(begin('staff', '/m/kf'), (url) => url.origin === directory.issuer);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect((await browser.follow(asked.href)).href).toBe(`${klubba.url}/m/kf`);
    expect(await me(browser)).toMatchObject({ name: 'Sofia Elmgren', method: 'directory' });
    const [session] = await klubba.query(
      `select provider, assurance, roles from sessions where method = 'directory' order by created_at desc limit 1`,
    );
    expect(session).toEqual({ provider: 'staff', assurance: 'substantial', roles: ['technician'] });
  });

  it('knows a person by what the directory calls them, also after their address has changed', async () => {
    await new TestBrowser().follow(begin('staff'));
    directory.accounts.set('oid-sofia', { email: 'sofia.ny@exempelkoping.example', groups: ['klubba-users'] });
    const browser = new TestBrowser();
    await browser.follow(begin('staff'));
    expect(await me(browser)).toMatchObject({ name: 'Sofia Elmgren' });
  });

  it.each([
    [
      'one who is not in the register',
      'LGN-UNKNOWN',
      { email: 'okand@exempelkoping.example', groups: ['klubba-users'] },
    ],
    ['one without the group that is demanded', 'LGN-NOT-ALLOWED', { email: 'x@exempelkoping.example', groups: [] }],
    [
      'a private address, where municipal ones are demanded',
      'LGN-ADDRESS',
      { email: 'x@mail.example', groups: ['klubba-users'] },
    ],
    [
      'an address that nobody has verified',
      'LGN-ADDRESS',
      { email: 'sofia@exempelkoping.example', emailVerified: false, groups: ['klubba-users'] },
    ],
  ])('refuses %s', async (_who, rule, account) => {
    directory.accounts.set('stranger', account);
    directory.atKeyboard = 'stranger';
    const browser = new TestBrowser();
    const end = await browser.follow(begin('staff'));
    expect(end.pathname + end.search).toBe(`/login/directory?failed=${rule}`);
    expect(await me(browser)).toEqual(NOBODY);
  });

  it('says so when the person turned back', async () => {
    directory.atKeyboard = 'nobody';
    expect((await new TestBrowser().follow(begin('staff'))).search).toBe('?failed=LGN-CANCELLED');
  });
});

describe('one who is removed in the directory', () => {
  const minuteLater = async (ends: () => Promise<boolean>): Promise<void> => {
    later += 31_000;
    await expect.poll(ends, { timeout: 25_000, interval: 250 }).toBe(true);
  };

  it('is out within a minute, also from a meeting that is followed', async () => {
    const browser = new TestBrowser();
    await browser.follow(begin('staff'));
    const meeting = klubba.server.demo[0]!.plan.meeting;
    const page = await TestClient.join(klubba.url, meeting, {
      cookie: `klubba=${browser.cookie(klubba.url, 'klubba') ?? ''}`,
    });
    directory.accounts.delete('oid-sofia');
    await minuteLater(async () => (await browser.get(`${klubba.url}/api/me`)).status === 401);
    expect((await page.closed).code).toBe(CLOSE.sessionEnded);
  });

  it('or only from the group that is demanded, likewise; others keep their place', async () => {
    const [leaving, staying] = [new TestBrowser(), new TestBrowser()];
    await leaving.follow(begin('staff'));
    await klubba.query('update people set email = $1 where id = $2', [
      'helena@exempelkoping.example',
      klubba.person('Helena Ståhl'),
    ]);
    directory.accounts.set('oid-helena', { email: 'helena@exempelkoping.example', groups: ['klubba-users'] });
    directory.atKeyboard = 'oid-helena';
    await staying.follow(begin('staff'));
    directory.accounts.set('oid-sofia', { email: 'sofia@exempelkoping.example', groups: [] });
    await minuteLater(async () => (await leaving.get(`${klubba.url}/api/me`)).status === 401);
    expect(await me(staying)).toMatchObject({ name: 'Helena Ståhl' });
  });
});

const saying =
  (more: Readonly<Record<string, unknown>>): HostileDirectory['makeToken'] =>
  ({ header, claims }, { trueKey }) =>
    signedRs256({ header, claims: { ...claims, ...more } }, trueKey);
const sessionNow = async (): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const rows = await klubba.query(
    `select assurance, authenticated_at from sessions where provider = 'other' order by created_at desc limit 1`,
  );
  return rows[0];
};

describe('how sure a login is', () => {
  it.each([
    ['by its acr', { acr: 'https://refeds.org/profile/mfa' }, 'substantial'],
    ['by its amr, of several the surest', { amr: ['pwd', 'hwk'] }, 'high'],
  ])('is what the directory says %s', async (_how, claims, assurance) => {
    hostile.makeToken = saying(claims);
    const browser = new TestBrowser();
    expect((await browser.follow((await atHostile(browser)).href)).pathname).toBe('/');
    expect(await sessionNow()).toMatchObject({ assurance });
  });

  it.each([
    ['that says nothing of itself', {}],
    ['whose words nobody has given a meaning', { acr: '0', amr: ['pwd'] }],
  ])(
    'one %s is taken for one factor, and not let in where two are demanded, as they are unless it is set otherwise',
    async (_which, claims) => {
      hostile.makeToken = saying(claims);
      const browser = new TestBrowser();
      expect((await browser.follow((await atHostile(browser)).href)).search).toBe('?failed=LGN-TOO-WEAK');
      expect(await me(browser)).toEqual(NOBODY);
    },
  );

  it('is known with its time, so that a directory that knows the browser lets nobody change keys or end logins', async () => {
    const now = Math.floor((Date.now() + later) / 1_000);
    const ended = async (claims: Readonly<Record<string, unknown>>): Promise<number> => {
      hostile.makeToken = saying({ acr: 'https://refeds.org/profile/mfa', ...claims });
      const browser = new TestBrowser();
      await browser.follow((await atHostile(browser)).href);
      const cookie = `klubba=${browser.cookie(klubba.url, 'klubba') ?? ''}`;
      return (await fetch(`${klubba.url}/api/sessions`, { method: 'DELETE', headers: { cookie } })).status;
    };
    expect(await ended({ auth_time: now - 3_600 })).toBe(403);
    expect(await ended({})).toBe(403);
    expect(await ended({ auth_time: now - 5 })).toBe(204);
  });

  it('one who is logged in and comes again is asked to prove it, and the directory tells when it was', async () => {
    const browser = new TestBrowser();
    await browser.follow(begin('staff'));
    const asked = await browser.follow(begin('staff'), (url) => url.origin === directory.issuer);
    expect(asked.searchParams.get('prompt')).toBe('login consent');
    await browser.follow(asked.href);
    const [session] = await klubba.query(
      `select authenticated_at from sessions where provider = 'staff' order by created_at desc limit 1`,
    );
    expect(Math.abs(Number(session?.['authenticated_at']) - Date.now())).toBeLessThan(60_000);
  });
});

describe('an attack on the login', () => {
  it('has a directory that is honest to compare with', async () => {
    const browser = new TestBrowser();
    hostile.makeToken = saying({ acr: 'https://refeds.org/profile/mfa' });
    await browser.follow((await atHostile(browser)).href);
    expect(await me(browser)).toMatchObject({ name: 'Marie Sandell' });
  });

  it.each<readonly [string, HostileDirectory['makeToken']]>([
    ['wrong issuer', (t, k) => signedRs256({ ...t, claims: { ...t.claims, iss: 'https://evil.example' } }, k.trueKey)],
    ['wrong audience', (t, k) => signedRs256({ ...t, claims: { ...t.claims, aud: 'another' } }, k.trueKey)],
    ['wrong nonce', (t, k) => signedRs256({ ...t, claims: { ...t.claims, nonce: 'old' } }, k.trueKey)],
    ['missing nonce', (t, k) => signedRs256({ ...t, claims: { ...t.claims, nonce: undefined } }, k.trueKey)],
    ['expired token', (t, k) => signedRs256({ ...t, claims: { ...t.claims, exp: 1_700_000_000 } }, k.trueKey)],
    ['alg confusion: HMAC with the public key', (t, k) => signedHs256(t, k.publicPem)],
    ['alg none', (t) => unsigned(t)],
    [
      'signature of something else',
      (t, k) => {
        const [head, , seal] = signedRs256(t, k.trueKey).split('.');
        const body = Buffer.from(JSON.stringify({ ...t.claims, sub: 'chair' })).toString('base64url');
        return `${head}.${body}.${seal}`;
      },
    ],
  ])('fails: %s', async (_name, makeToken) => {
    const browser = new TestBrowser();
    const back = await atHostile(browser);
    hostile.makeToken = makeToken;
    expect((await browser.follow(back.href)).search).toBe('?failed=LGN-FAILED');
    expect(await me(browser)).toEqual(NOBODY);
  });

  it('fails: wrong state', async () => {
    const browser = new TestBrowser();
    const back = await atHostile(browser);
    back.searchParams.set('state', 'x'.repeat(43));
    expect((await browser.follow(back.href)).search).toBe('?failed=LGN-FAILED');
  });

  it('fails: IdP mix-up, one directory’s answer taken for another’s', async () => {
    const browser = new TestBrowser();
    const back = await atHostile(browser);
    back.searchParams.set('iss', directory.issuer);
    expect((await browser.follow(back.href)).search).toBe('?failed=LGN-FAILED');
    const again = await atHostile(browser);
    again.pathname = directoryReturn('staff');
    expect((await browser.follow(again.href)).search).toBe('?failed=LGN-EXPIRED');
  });

  it('fails: replay of an answer that has been used', async () => {
    const browser = new TestBrowser();
    const back = await browser.follow(begin('staff'), isReturn);
    const cookie = browser.cookie(klubba.url, 'klubba-login') ?? '';
    await browser.follow(back.href);
    const thief = new TestBrowser();
    thief.plant(klubba.url, 'klubba-login', cookie);
    expect((await thief.follow(back.href)).search).toBe('?failed=LGN-EXPIRED');
    expect(await me(thief)).toEqual(NOBODY);
  });

  it('fails: login CSRF, an answer carried into another browser', async () => {
    const back = await new TestBrowser().follow(begin('staff'), isReturn);
    const victim = new TestBrowser();
    expect((await victim.follow(back.href)).search).toBe('?failed=LGN-EXPIRED');
    await victim.follow(begin('staff'), (url) => url.origin === directory.issuer);
    expect((await victim.follow(back.href)).search).toBe('?failed=LGN-FAILED');
    expect(await me(victim)).toEqual(NOBODY);
  });

  it('fails: a login that was left for too long', async () => {
    const browser = new TestBrowser();
    const back = await browser.follow(begin('staff'), isReturn);
    later += 11 * 60_000;
    expect((await browser.follow(back.href)).search).toBe('?failed=LGN-EXPIRED');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)'])(
    'fails: open redirect to %j',
    async (next) => {
      expect((await new TestBrowser().follow(begin('staff', next))).href).toBe(`${klubba.url}/`);
    },
  );

  it('fails: session fixation, a cookie planted before the login is worth nothing after it', async () => {
    const browser = new TestBrowser();
    await browser.follow(klubba.demoLink('Jonas Fridh'));
    const planted = browser.cookie(klubba.url, 'klubba') ?? '';
    await browser.follow(begin('staff'));
    expect(browser.cookie(klubba.url, 'klubba')).not.toBe(planted);
    const attacker = new TestBrowser();
    attacker.plant(klubba.url, 'klubba', planted);
    expect(await me(attacker)).toEqual(NOBODY);
  });

  it('fails: CSRF, another site’s page ends the session', async () => {
    const browser = new TestBrowser();
    await browser.follow(begin('staff'));
    const answer = await browser.post(`${klubba.url}/api/logout`, {}, { 'sec-fetch-site': 'cross-site' });
    expect(await answer.json()).toEqual({ rule: 'SES-OTHER-SITE' });
    expect(await me(browser)).toMatchObject({ name: 'Sofia Elmgren' });
  });

  it('finds no secret in the database: tokens, codes and refresh tokens are hashed or sealed', async () => {
    const browser = new TestBrowser();
    await browser.follow(begin('staff'));
    const rows = JSON.stringify(await klubba.query('select * from sessions, person_identities limit 50'));
    expect(rows).not.toContain(browser.cookie(klubba.url, 'klubba'));
    expect(rows).not.toContain('oid-sofia');
  });
});

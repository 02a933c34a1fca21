import { text, type TextKey } from '@klubba/i18n';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bankIdClient } from './bankid/bankid-client.ts';
import { mutualClient } from './mutual-tls.ts';
import { type BankIdSimulator, startBankIdSimulator } from './simulators/bankid-simulator.ts';
import { type FrejaSimulator, type FrejaStatus, startFrejaSimulator } from './simulators/freja-simulator.ts';
import { newAuthority } from './simulators/certificates.ts';
import type { Served } from './simulators/serve.ts';
import { type IdentityServer, identityFolder, portForKlubba, startIdentityServer } from './testing/identity-server.ts';
import { TestBrowser } from './testing/test-browser.ts';

const folder = identityFolder();
let bankId: BankIdSimulator;
let freja: FrejaSimulator;
let klubba: IdentityServer;
let later = 0;
const now = (): number => Date.now() + later;
const pass = (seconds: number): void => {
  later += seconds * 1_000;
};
const sofia = { personalNumber: '198504120000', givenName: 'Sofia', surname: 'Elmgren' };
const stranger = { personalNumber: '197001010000', givenName: 'Okänd', surname: 'Person' };

/** Whom the simulator lets in, as files beside the identity file. */
const mutual = (name: string, { url, client }: Served) => ({
  url,
  certificateFile: folder.write(`${name}.crt`, client.certificate),
  keyFile: folder.write(`${name}.key`, client.key),
  authorityFile: folder.write(`${name}-authority.crt`, client.authority),
});

beforeAll(async () => {
  [bankId, freja] = await Promise.all([startBankIdSimulator(now), startFrejaSimulator(now)]);
  const ways = [
    { kind: 'bankId', ...mutual('bankid', bankId) },
    { kind: 'freja', ...mutual('freja', freja), signingCertificateFile: folder.write('freja.pem', freja.signingKey) },
  ];
  klubba = await startIdentityServer(await portForKlubba(), folder, ways, now);
  const scheme = 'personalNumber';
  await klubba.identities.link({ scheme, value: sofia.personalNumber }, klubba.person('Sofia Elmgren'));
});
afterAll(async () => {
  await klubba.stop();
  await Promise.all([bankId.stop(), freja.stop()]);
  folder.remove();
});
afterEach(() => {
  bankId.trouble = undefined;
  freja.trouble = undefined;
  freja.forge = false;
});

type Picture = {
  readonly state: string;
  readonly hint: string;
  readonly open: string;
  readonly code: { path: string };
};
const address = (way: 'bankId' | 'freja'): string => `${klubba.url}/api/login/app/${way}`;
const begin = async (way: 'bankId' | 'freja', next = '/m/kf'): Promise<TestBrowser> => {
  const browser = new TestBrowser();
  expect((await browser.post(address(way), { next })).status).toBe(200);
  return browser;
};
/** What the page shows after the provider's next word. */
const look = async (browser: TestBrowser, way: 'bankId' | 'freja' = 'bankId'): Promise<Picture> => {
  pass(2.1);
  return (await (await browser.get(address(way))).json()) as Picture;
};
const me = async (browser: TestBrowser): Promise<unknown> => (await browser.get(`${klubba.url}/api/me`)).json();
const NOBODY = { rule: 'SES-NONE' };
const inWords = (key: string): readonly string[] =>
  (['sv', 'en'] as const).map((language) => text(language, key as TextKey));

/** The code of the newest order, as the camera would read it now. */
async function codeNow(): Promise<string> {
  const { animatedCode } = await import('./bankid/bankid-provider.ts');
  const order = bankId.orders.at(-1) as unknown as { qrStartToken: string; qrStartSecret: string; at: number };
  return animatedCode({ ...order, orderRef: '', autoStartToken: '', startedAt: order.at }, now());
}

describe('BankID', () => {
  it('lets a person in who scans the code with another device', async () => {
    const browser = await begin('bankId');
    expect(await look(browser)).toMatchObject({ state: 'pending', hint: 'outstandingTransaction' });
    expect(bankId.scan(await codeNow())).toBe('opened');
    expect(await look(browser)).toMatchObject({ hint: 'userSign' });
    bankId.approve(sofia);
    expect(await look(browser)).toEqual({ state: 'done', next: '/m/kf' });
    expect(await me(browser)).toMatchObject({ name: 'Sofia Elmgren', method: 'bankId' });
  });

  it('lets a person in who opens the app on the same device', async () => {
    const browser = await begin('bankId');
    const { open } = await look(browser);
    const token = new URL(open).searchParams.get('autostarttoken') ?? '';
    expect(bankId.open(token)).toBe(true);
    bankId.approve(sofia);
    expect(await look(browser)).toMatchObject({ state: 'done' });
  });

  it('makes a new code every second; one that was photographed is soon worthless, and a made-up one always', async () => {
    const browser = await begin('bankId');
    const first = await look(browser);
    const old = await codeNow();
    pass(1);
    expect((await look(browser)).code.path).not.toBe(first.code.path);
    pass(5);
    expect(bankId.scan(old)).toBe('expired');
    expect(bankId.scan(old.replace(/\.\d+\./, '.9.'))).toBe('invalid');
  });

  it('never gives the page what codes are made from, nor the personal number to anybody', async () => {
    const browser = await begin('bankId');
    const shown = JSON.stringify(await look(browser));
    const order = bankId.orders.at(-1) as unknown as { qrStartSecret: string };
    expect(shown).not.toContain(order.qrStartSecret);
    bankId.approve(sofia);
    await look(browser);
    expect(JSON.stringify(await me(browser))).not.toContain(sofia.personalNumber);
    const kept = await klubba.query(
      'select * from person_identities, people, sessions where people.id = sessions.person',
    );
    expect(JSON.stringify(kept)).not.toContain(sofia.personalNumber);
  });

  it('tells BankID the address of the person’s own device', async () => {
    await begin('bankId');
    expect(bankId.orders.at(-1)?.endUserIp).toMatch(/127\.0\.0\.1|::1/);
  });

  it.each(['outstandingTransaction', 'noClient', 'started', 'userMrtd', 'userCallConfirm', 'userSign', 'processing'])(
    'waits at %s, and says it in both languages',
    async (hint) => {
      const browser = await begin('bankId');
      bankId.hint(hint);
      expect(await look(browser)).toMatchObject({ state: 'pending', hint });
      for (const words of inWords(`login.bankId.${hint}`)) expect(words).toMatch(/\.$/);
    },
  );

  it.each([
    'expiredTransaction',
    'certificateErr',
    'userCancel',
    'cancelled',
    'startFailed',
    'userDeclinedCall',
    'notSupportedByUserApp',
    'transactionRiskBlocked',
  ])('ends at %s, and says it in both languages', async (hint) => {
    const browser = await begin('bankId');
    bankId.fail(hint);
    expect(await look(browser)).toEqual({ state: 'failed', hint });
    expect((await browser.get(address('bankId'))).status).toBe(410);
    for (const words of inWords(`login.bankId.${hint}`)) expect(words).toMatch(/\.$/);
    expect(await me(browser)).toEqual(NOBODY);
  });

  it('gives up an order that nobody opens in half a minute, and one that takes three', async () => {
    const unopened = await begin('bankId');
    pass(31);
    expect(await look(unopened)).toMatchObject({ hint: 'startFailed' });
    const slow = await begin('bankId');
    bankId.hint('userSign');
    pass(181);
    expect(await look(slow)).toMatchObject({ hint: 'expiredTransaction' });
  });

  it('cancels at BankID what is cancelled here', async () => {
    const browser = await begin('bankId');
    const { orderRef } = bankId.orders.at(-1)!;
    const answer = await fetch(address('bankId'), {
      method: 'DELETE',
      headers: { cookie: `klubba-login=${browser.cookie(klubba.url, 'klubba-login')}` },
    });
    expect(answer.status).toBe(204);
    expect(bankId.orders.map((one) => one.orderRef)).not.toContain(orderRef);
  });

  it('asks BankID every other second at most, however often the page asks', async () => {
    const browser = await begin('bankId');
    await look(browser);
    for (let n = 0; n < 5; n += 1) expect((await browser.get(address('bankId'))).status).toBe(200);
  });

  it('refuses one who is identified but not in the register', async () => {
    const browser = await begin('bankId');
    bankId.approve(stranger);
    expect(await look(browser)).toEqual({ rule: 'LGN-UNKNOWN' });
    expect(await me(browser)).toEqual(NOBODY);
  });

  it('lets no other browser end what this one began', async () => {
    await begin('bankId');
    bankId.approve(sofia);
    pass(2.1);
    expect((await new TestBrowser().get(address('bankId'))).status).toBe(410);
  });

  it.each([
    ['Maintenance', 503, 'LGN-PROVIDER'],
    ['internalError', 500, 'LGN-PROVIDER'],
    ['requestTimeout', 408, 'LGN-PROVIDER'],
    ['tooManyRequests', 429, 'LGN-PROVIDER'],
    ['alreadyInProgress', 400, 'LGN-FAILED'],
    ['invalidParameters', 400, 'LGN-FAILED'],
    ['unauthorized', 401, 'LGN-FAILED'],
  ])('says so when BankID answers %s', async (errorCode, status, rule) => {
    bankId.trouble = { status, body: { errorCode, details: '' } };
    expect(await (await new TestBrowser().post(address('bankId'), {})).json()).toEqual({ rule });
  });

  it('signs what the person reads in the app', async () => {
    const post = mutualClient(mutual('signing', bankId));
    const order = await bankIdClient(post).sign('127.0.0.1', 'Protokoll, kommunfullmäktige');
    expect(order.ok).toBe(true);
  });

  it('is not talked to without the right certificate, nor believed with another authority’s', async () => {
    const foreign = newAuthority('Somebody else');
    const other = foreign.issue('klubba');
    const files = mutual('wrong', bankId);
    const asStranger = mutualClient({
      ...files,
      certificateFile: folder.write('other.crt', other.certificate),
      keyFile: folder.write('other.key', other.key),
    });
    expect(await asStranger('/rp/v6.0/auth', 'application/json', '{}')).toBeUndefined();
    const believing = mutualClient({ ...files, authorityFile: folder.write('foreign.crt', foreign.certificate) });
    expect(await believing('/rp/v6.0/auth', 'application/json', '{}')).toBeUndefined();
  });
});

describe('Freja', () => {
  it('lets a person in who scans the code and approves', async () => {
    const browser = await begin('freja');
    const { open } = await look(browser, 'freja');
    expect(freja.scan(open)).toBe(true);
    expect(await look(browser, 'freja')).toMatchObject({ state: 'pending', hint: 'DELIVERED_TO_MOBILE' });
    freja.approve(sofia);
    expect(await look(browser, 'freja')).toEqual({ state: 'done', next: '/m/kf' });
    expect(await me(browser)).toMatchObject({ name: 'Sofia Elmgren', method: 'freja' });
  });

  it.each<readonly [FrejaStatus, string]>([
    ['STARTED', 'pending'],
    ['DELIVERED_TO_MOBILE', 'pending'],
    ['CANCELED', 'failed'],
    ['RP_CANCELED', 'failed'],
    ['EXPIRED', 'failed'],
    ['REJECTED', 'failed'],
  ])('is %s: %s, in both languages', async (status, state) => {
    const browser = await begin('freja');
    freja.become(status);
    expect(await look(browser, 'freja')).toMatchObject({ state, hint: status });
    for (const words of inWords(`login.freja.${status}`)) expect(words).toMatch(/\.$/);
  });

  it('gives up after two minutes', async () => {
    const browser = await begin('freja');
    pass(121);
    expect(await look(browser, 'freja')).toMatchObject({ state: 'failed', hint: 'EXPIRED' });
  });

  it('is not believed when its answer is signed by somebody else', async () => {
    const browser = await begin('freja');
    freja.forge = true;
    freja.approve(sofia);
    expect(await look(browser, 'freja')).toEqual({ rule: 'LGN-FAILED' });
    expect(await me(browser)).toEqual(NOBODY);
  });

  it.each([
    ['an error of its own', { status: 422, body: { code: 1008, message: 'Unknown relying party.' } }, 'LGN-FAILED'],
    ['nothing that can be read', { status: 502, body: '' }, 'LGN-PROVIDER'],
  ])('says so when Freja answers %s', async (_what, trouble, rule) => {
    freja.trouble = trouble;
    expect(await (await new TestBrowser().post(address('freja'), {})).json()).toEqual({ rule });
  });

  it('cancels there what is cancelled here', async () => {
    const browser = await begin('freja');
    await fetch(address('freja'), {
      method: 'DELETE',
      headers: { cookie: `klubba-login=${browser.cookie(klubba.url, 'klubba-login')}` },
    });
    expect(freja.authentications.at(-1)?.status).toBe('RP_CANCELED');
  });
});

describe('the ways in', () => {
  it('are those of the identity file, in its words', async () => {
    const { ways } = (await (await fetch(`${klubba.url}/api/login/ways`)).json()) as { ways: string[] };
    expect(ways).toEqual(['bankId', 'freja', 'demoLink']);
  });
});

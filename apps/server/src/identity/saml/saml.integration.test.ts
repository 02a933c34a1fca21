import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { signXml } from '@node-saml/node-saml/lib/xml.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityServer, identityFolder, portForKlubba, startIdentityServer } from '../testing/identity-server.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { samlAnswers } from './saml-routes.ts';

const IDP = 'https://idp.exempelkoping.example/metadata';
const SIGN_IN = 'https://idp.exempelkoping.example/sso';
const TWO_FACTORS = 'https://refeds.org/profile/mfa';
const PASSWORD = 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password';
const folder = identityFolder();
const idp = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
let klubba: IdentityServer;

beforeAll(async () => {
  const certificate = folder.write('idp.pem', idp.publicKey.export({ format: 'pem', type: 'spki' }).toString());
  const sso = {
    kind: 'saml',
    id: 'sso',
    name: 'Kommunens konto',
    issuer: IDP,
    signInUrl: SIGN_IN,
    certificateFiles: [certificate],
    requiredGroup: 'klubba-users',
    levels: { [TWO_FACTORS]: 'substantial' },
  };
  klubba = await startIdentityServer(await portForKlubba(), folder, [sso]);
  const scheme = `saml:${IDP}`;
  await klubba.identities.link({ scheme, value: 'anna' }, klubba.person('Sofia Elmgren'));
  await klubba.identities.link({ scheme, value: 'chair@x' }, klubba.person('Helena Ståhl'));
});
afterAll(async () => {
  await klubba.stop();
  folder.remove();
});

type Said = {
  readonly nameId: string;
  readonly issuer: string;
  readonly audience: string;
  readonly inResponseTo: string;
  readonly until: number;
  readonly group: string;
  readonly format: string;
  readonly context: string;
};

const iso = (at: number): string => new Date(at).toISOString();

/** What a real identity provider answers (SAML Core 2.0): one assertion in one response. */
function assertionOf(said: Said, id = '_assertion1'): string {
  const now = Date.now();
  return (
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${iso(now)}">` +
    `<saml:Issuer>${said.issuer}</saml:Issuer><saml:Subject>` +
    `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:${said.format}">${said.nameId}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">` +
    `<saml:SubjectConfirmationData NotOnOrAfter="${iso(said.until)}" Recipient="${klubba.url}${samlAnswers('sso')}" InResponseTo="${said.inResponseTo}"/>` +
    `</saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${iso(said.until - 600_000)}" NotOnOrAfter="${iso(said.until)}"><saml:AudienceRestriction>` +
    `<saml:Audience>${said.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${iso(now)}"><saml:AuthnContext><saml:AuthnContextClassRef>${said.context}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement><saml:Attribute Name="groups"><saml:AttributeValue>${said.group}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>` +
    `</saml:Assertion>`
  );
}

function responseOf(assertions: string, { inResponseTo, issuer }: Said): string {
  return (
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_response1" Version="2.0" IssueInstant="${iso(Date.now())}" InResponseTo="${inResponseTo}">` +
    `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer>` +
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertions}</samlp:Response>`
  );
}

function signed(xml: string, what: 'Assertion' | 'Response' = 'Assertion', key: KeyObject = idp.privateKey): string {
  const element = `//*[local-name(.)='${what}']`;
  return signXml(
    xml,
    element,
    { reference: `${element}/*[local-name(.)='Issuer']`, action: 'after' },
    {
      privateKey: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      xmlSignatureTransforms: [
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
        'http://www.w3.org/2001/10/xml-exc-c14n#',
      ],
    },
  );
}

/** A browser at the identity provider, and what an honest answer to it would say. */
async function atIdp(): Promise<{ readonly browser: TestBrowser; readonly said: Said }> {
  const browser = new TestBrowser();
  const sentTo = await browser.follow(
    `${klubba.url}/api/login/directory/sso?next=/m/kf`,
    (url) => url.origin === new URL(SIGN_IN).origin,
  );
  const request = inflateRawSync(Buffer.from(sentTo.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
  const said = {
    nameId: 'anna',
    issuer: IDP,
    audience: klubba.url,
    inResponseTo: / ID="([^"]+)"/.exec(request)?.[1] ?? '',
    until: Date.now() + 300_000,
    group: 'klubba-users',
    format: 'persistent',
    context: TWO_FACTORS,
  };
  return { browser, said };
}

/** Posts as the identity provider's page does, from another site; where the browser ends. */
async function answer(browser: TestBrowser, xml: string): Promise<URL> {
  const form = new URLSearchParams({ SAMLResponse: Buffer.from(xml).toString('base64') });
  const posted = await browser.post(klubba.url + samlAnswers('sso'), form, {
    origin: 'https://idp.exempelkoping.example',
    'sec-fetch-site': 'cross-site',
  });
  return browser.follow(new URL(posted.headers.get('location') ?? '', klubba.url).href);
}

const me = async (browser: TestBrowser): Promise<unknown> => (await browser.get(`${klubba.url}/api/me`)).json();
const honest = (said: Said): string => signed(responseOf(assertionOf(said), said));

describe('SAML', () => {
  it('lets a person in by a signed assertion that answers our request', async () => {
    const { browser, said } = await atIdp();
    expect((await answer(browser, honest(said))).href).toBe(`${klubba.url}/m/kf`);
    expect(await me(browser)).toMatchObject({ name: 'Sofia Elmgren', method: 'directory' });
  });

  it('knows how sure a login is and when it was by what the assertion says', async () => {
    const { browser, said } = await atIdp();
    await answer(browser, honest(said));
    const [session] = await klubba.query(
      `select assurance, authenticated_at from sessions where provider = 'sso' order by created_at desc limit 1`,
    );
    expect(session).toMatchObject({ assurance: 'substantial' });
    expect(Math.abs(Number(session?.['authenticated_at']) - Date.now())).toBeLessThan(60_000);
    const again = await browser.follow(
      `${klubba.url}/api/login/directory/sso`,
      (url) => url.origin === new URL(SIGN_IN).origin,
    );
    const asked = inflateRawSync(Buffer.from(again.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
    expect(asked).toContain('ForceAuthn="true"');
  });

  it('refuses a password alone, where two factors are demanded', async () => {
    const { browser, said } = await atIdp();
    expect((await answer(browser, honest({ ...said, context: PASSWORD }))).search).toBe('?failed=LGN-TOO-WEAK');
    expect(await me(browser)).toEqual({ rule: 'SES-NONE' });
  });

  it('refuses one without the group that is demanded', async () => {
    const { browser, said } = await atIdp();
    expect((await answer(browser, honest({ ...said, group: 'others' }))).search).toBe('?failed=LGN-NOT-ALLOWED');
  });
});

describe('an attack by SAML', () => {
  const evil = (said: Said): string => assertionOf({ ...said, nameId: 'chair@x' }, '_evil');
  it.each<readonly [string, (said: Said) => string]>([
    ['unsigned assertion', (said) => responseOf(assertionOf(said), said)],
    ['only the response signed, the assertion not', (said) => signed(responseOf(assertionOf(said), said), 'Response')],
    [
      'signed by somebody else',
      (said) => signed(responseOf(assertionOf(said), said), 'Assertion', stranger.privateKey),
    ],
    ['changed after it was signed', (said) => honest(said).replace('>anna<', '>chair@x<')],
    [
      'signature wrapping: an evil assertion before the signed one',
      (said) => honest(said).replace('<saml:Assertion', `${evil(said)}<saml:Assertion`),
    ],
    [
      'signature wrapping: the signed one inside the evil one',
      (said) => {
        const whole = honest(said);
        const inner = whole.slice(whole.indexOf('<saml:Assertion'), whole.indexOf('</samlp:Response>'));
        const outer = evil(said).replace('</saml:Assertion>', `<saml:Advice>${inner}</saml:Advice></saml:Assertion>`);
        return whole.replace(inner, outer);
      },
    ],
    [
      'signature wrapping: the evil one borrows the signature',
      (said) => {
        const whole = honest(said);
        const signature = /<(?:ds:)?Signature[\s\S]*<\/(?:ds:)?Signature>/.exec(whole)?.[0] ?? '';
        const inner = whole.slice(whole.indexOf('<saml:Assertion'), whole.indexOf('</samlp:Response>'));
        const original = inner.replace(signature, '');
        const wrapped = signature.replace(/<\/((?:ds:)?)Signature>/, `<$1Object>${original}</$1Object></$1Signature>`);
        return whole.replace(inner, evil(said).replace('</saml:Issuer>', `</saml:Issuer>${wrapped}`));
      },
    ],
    ['wrong issuer', (said) => honest({ ...said, issuer: 'https://evil.example' })],
    ['wrong audience', (said) => honest({ ...said, audience: 'https://another.example' })],
    ['expired', (said) => honest({ ...said, until: Date.now() - 60_000 })],
    ['not yet valid', (said) => honest({ ...said, until: Date.now() + 3_600_000 })],
    ['an answer to nobody’s request', (said) => honest({ ...said, inResponseTo: '_other' })],
    ['a name that will not last', (said) => honest({ ...said, format: 'transient' })],
    ['an entity declaration', (said) => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${honest(said)}`],
    ['no XML', () => 'SAML'],
  ])('fails: %s', async (_name, forge) => {
    const { browser, said } = await atIdp();
    expect((await answer(browser, forge(said))).search).toBe('?failed=LGN-FAILED');
    expect(await me(browser)).toEqual({ rule: 'SES-NONE' });
  });

  it('fails: comment injection, a name cut where the attacker wants it', async () => {
    const { browser, said } = await atIdp();
    const cut = honest({ ...said, nameId: 'chair@x.evil.example' }).replace('chair@x.', 'chair@x<!-- -->.');
    expect((await answer(browser, cut)).search).toMatch(/LGN-(UNKNOWN|FAILED)/);
    expect(await me(browser)).toEqual({ rule: 'SES-NONE' });
  });

  it('fails: replay, and an answer carried into another browser', async () => {
    const { browser, said } = await atIdp();
    const xml = honest(said);
    await answer(browser, xml);
    expect((await answer(browser, xml)).search).toBe('?failed=LGN-EXPIRED');
    expect((await answer(new TestBrowser(), xml)).search).toBe('?failed=LGN-EXPIRED');
    const victim = await atIdp();
    expect((await answer(victim.browser, xml)).search).toBe('?failed=LGN-FAILED');
  });
});

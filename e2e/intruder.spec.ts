import { checkInAtADistance, press } from './src/desk.ts';
import { DESK, expect, type Page, TABLET, test } from './src/house.ts';
import { expectMovingPicture, expectNoPictures } from './src/pictures-arriving.ts';
import { openAndCallTheRoll } from './src/session.ts';

/** Scenario 23: an outsider with a forwarded link, and somebody else at a member's screen, in a board behind closed doors. */
test('nobody is seen, heard or told anything before the desk knows who it is, and whoever is wrong is out at once', async ({
  hallOf,
  server,
}) => {
  const stranger = server.demo.flatMap((one) => one.people).find((one) => one.person.familyName === 'Karimi');
  if (stranger === undefined) throw new Error('The demo has no member of another body.');
  const hall = await hallOf({
    of: 'Kommunstyrelsen',
    rules: {},
    withoutBot: ({ people }) => people.filter((one) => one.familyName === 'Kihlberg').map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const member = hall.person('Kihlberg');
  const path = `/m/${meeting}/member?capture=small`;
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  await hall.evening.checkIn(() => 'room');
  const screen = await hall.open(member, path, TABLET);
  const addresses: string[] = [];
  screen.on('websocket', (socket) => addresses.push(socket.url()));
  screen.on('request', (request) => addresses.push(request.url()));
  await checkInAtADistance(screen);
  await openAndCallTheRoll(hall);
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary?capture=small`, DESK);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);

  await test.step('a forwarded link demands a login of everybody', async () => {
    const street = await hall.open(null, `/m/${meeting}`, TABLET);
    await expect(street).toHaveURL(/\/\?next=/);
    await street.context().close();
  });

  await test.step('one who logs in as oneself is outside, by the name of the register, and is told nothing', async () => {
    const outsider = await hall.open(null, '/', TABLET);
    await outsider.goto(`${hall.origin}/in/${stranger.link.split('/').at(-1)}`);
    const told: string[] = [];
    outsider.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))));
    await outsider.goto(`${hall.origin}${path}`);
    await checkIn(outsider);
    await expect(outsider.getByRole('heading', { name: 'Du är i väntrummet' }).first()).toBeVisible();
    await press(secretary, 'Väntrum, 1');
    await expect(secretary.getByRole('heading', { name: 'Leyla Karimi' })).toBeVisible();
    await expect(secretary.getByText('Personen hör inte till mötet.', { exact: false }).first()).toBeVisible();
    await press(secretary, 'Fråga vem det är');
    await expectMovingPicture(secretary, 'Leyla Karimi');
    await press(secretary, 'Det är inte rätt person');
    await expect(secretary.getByText('Det gick inte att visa', { exact: false })).toBeVisible();
    await expect(secretary.getByRole('button', { name: /^Släpp in Leyla/ })).toBeDisabled();
    await press(secretary, 'Avvisa');
    await expect(secretary.getByText('Ingen väntar.')).toBeVisible();
    await expect(outsider.getByRole('button', { name: 'Checka in' })).toBeVisible();
    await expectNoPictures(outsider);
    expect(told.join('\n')).not.toContain('Kvarnen 4');
    await press(secretary, 'Till mötet');
  });

  await test.step('somebody else at a member’s screen: out of picture, sound and seat by one press', async () => {
    await expectMovingPicture(screen, hall.name(hall.chair));
    await secretary
      .getByRole('button', { name: /Kihlberg/ })
      .first()
      .click();
    await press(secretary, 'Någon annan sitter vid skärmen: skicka ut');
    await expect(screen.getByRole('heading', { name: 'Du är i väntrummet' }).first()).toBeVisible();
    await expectNoPictures(screen);
    await hall.until(
      ({ attendance }) => !Object.values(attendance.serving).some((one) => one.person === member),
      'out',
    );
    expect(await placeOf(screen, meeting)).toBe(403);
  });

  await test.step('a new check-in opens no door: the desk asks, and lets in the one it knows', async () => {
    await hall.evening
      .of(hall.secretary)
      .bot.send({ type: 'admit', person: member })
      .then((outcome) => {
        expect(outcome).toMatchObject({ kind: 'refused', refusal: { rule: 'MTG-LOBBY', detail: { why: 'doubted' } } });
      });
    await press(secretary, 'Stäng');
    await press(secretary, 'Väntrum, 1');
    await expect(secretary.getByText('Personen är skickad ut', { exact: false })).toBeVisible();
    await press(secretary, 'Fråga vem det är');
    await expectMovingPicture(secretary, /Kihlberg/);
    await secretary.getByText('Jag känner igen ansiktet').click();
    await press(secretary, 'Det är rätt person');
    await press(secretary, /^Släpp in David Kihlberg/);
    await hall.until(({ attendance }) => Object.values(attendance.serving).some((one) => one.person === member), 'in');
    await expectMovingPicture(screen, hall.name(hall.chair));
  });

  await test.step('no screen has a button that records, and what goes over the net is encrypted', async () => {
    for (const page of [screen, chair, secretary])
      await expect(page.getByRole('button', { name: /spela in|inspelning|record/i })).toHaveCount(0);
    expect(addresses.filter((one) => one.includes('/rtc'))).not.toEqual([]);
    expect(addresses.filter((one) => /access_token|eyJ/.test(one))).toEqual([]);
    const ways = await ciphers(screen);
    expect(ways).not.toEqual([]);
    for (const { version, key, stream } of ways) {
      expect(DTLS_VERSIONS).toContain(version);
      expect(key).toMatch(/^TLS_(ECDHE_(ECDSA|RSA)_WITH_)?(AES_(128|256)_GCM|CHACHA20_POLY1305)/);
      expect(SRTP_PROFILES).toContain(stream);
    }
  });

  await test.step('each refused attempt is a fact of the record', async () => {
    const record = await secretary.context().request.get(`${hall.origin}/api/meetings/${meeting}/record`);
    const facts = await record.text();
    for (const fact of ['EntryRefused', 'IdentityDoubted', 'IdentityCheckBegun', 'IdentityCheckEnded'])
      expect(facts).toContain(`"${fact}"`);
  });
});

async function checkIn(page: Page): Promise<void> {
  for (const rule of ['Jag är ensam i rummet', 'Jag har kameran på hela tiden', 'Jag har läst reglerna'])
    await page.getByText(rule).click();
  await press(page, 'Checka in');
}

/** What the server answers a page that asks for its place in the video room. */
async function placeOf(page: Page, meeting: string): Promise<number> {
  const { origin } = new URL(page.url());
  const answer = await page
    .context()
    .request.post(`${origin}/api/meetings/${encodeURIComponent(meeting)}/video`, { data: { device: 'own' } });
  return answer.status();
}

/** DTLS 1.2 and 1.3, as the browser writes them. */
const DTLS_VERSIONS = ['FEFD', 'FEFC'];
/** What RFC 8827 §6.5 asks for, and what RFC 7714 has that is newer; all authenticate each packet. */
const SRTP_PROFILES = ['SRTP_AES128_CM_HMAC_SHA1_80', 'SRTP_AEAD_AES_128_GCM', 'SRTP_AEAD_AES_256_GCM'];
type Way = { readonly version: string; readonly key: string; readonly stream: string };

/** The ciphers of the page's connections for picture and sound. */
async function ciphers(page: Page): Promise<readonly Way[]> {
  return page.evaluate(async () => {
    const kept = (window as unknown as { keptConnections?: RTCPeerConnection[] }).keptConnections ?? [];
    const found: Way[] = [];
    for (const connection of kept) {
      if (connection.connectionState !== 'connected') continue;
      for (const report of (await connection.getStats()).values())
        if (report.type === 'transport') {
          if (report.dtlsState !== 'connected' || report.srtpCipher === undefined) throw new Error('not encrypted');
          found.push({ version: report.tlsVersion, key: report.dtlsCipher, stream: report.srtpCipher });
        }
    }
    return found;
  });
}

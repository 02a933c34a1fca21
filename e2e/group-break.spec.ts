import { checkInAtADistance, press, pressAll } from './src/desk.ts';
import { DESK, expect, type Hall, type Page, TABLET, test, WALL } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { expectMovingPicture, expectNoOpenMicrophone, expectNoPictures, expectSound } from './src/pictures-arriving.ts';
import { debate, openAndCallTheRoll } from './src/session.ts';

const SECRET = 'Vi står fast vid vårt eget förslag.';
const NEAR_MS = 100_000;

/** Scenario 10. */
test('adjourned for group meetings: each party in its own room, a room across, a signal, all back by one press, a new check', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    copy: 'groups',
    withoutBot: ({ people }) =>
      people.filter((one) => ['Warsame', 'Ahlqvist', 'Malmborg'].includes(one.familyName)).map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const [amina, karin, henrik] = [hall.person('Warsame'), hall.person('Ahlqvist'), hall.person('Malmborg')];
  const roger = hall.person('Rosén');
  const member = `/m/${meeting}/member?capture=small`;
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  const left = await hall.open(amina, member, TABLET);
  const right = await hall.open(karin, member, DESK);
  const fellow = await hall.open(henrik, member, TABLET);
  for (const page of [left, right, fellow]) await checkInAtADistance(page);
  await hall.evening.checkIn(() => 'room');
  await openAndCallTheRoll(hall);
  await hall.send(hall.chair, { type: 'checkNotice' });
  await debate(hall, 118);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary?capture=small`, DESK);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}?capture=small`, WALL);

  await test.step('a group leader asks, and the chair adjourns with a clock that everybody sees', async () => {
    await press(right, 'Begär ordet');
    await press(chair, 'Ge ordet till Karin Ahlqvist (M)');
    await expectMovingPicture(left, 'Karin Ahlqvist (M)');
    await pressAll(chair, ['Avsluta anförandet', /^Ajournera till/]);
    await chair.getByText('Partiernas egna rum öppnas, och pausrummet.').click();
    await press(chair, 'Verkställ');
    await expect(wall.getByText('Gruppmöte')).toBeVisible();
    await expect(wall.getByText('Fortsätter klockan')).toBeVisible();
    for (const page of [left, right]) await expect(page.getByText('Sammanträdet är ajournerat')).toBeVisible();
  });

  await test.step('sound and picture have ended, no microphone is open, and nothing can be done', async () => {
    await expectNoPictures(left);
    await expectNoOpenMicrophone(right);
    await expect(right.getByText('I sammanträdet är mikrofonen av.', { exact: false })).toBeVisible();
    const outcome = await hall.evening.askForFloor(hall.person('Nordin'));
    expect(outcome.kind).toBe('refused');
  });

  await test.step('two of one party meet in their own room: silent and unseen until each has pressed, then seen and heard', async () => {
    await press(right, /^Moderaternas rum/);
    await expect(right.getByText('Du är först här')).toBeVisible();
    await expectNoOpenMicrophone(right);
    await press(fellow, /^Moderaternas rum/);
    await expect(right.getByText('Kameran av')).toBeVisible();
    for (const page of [right, fellow]) await pressAll(page, ['Slå på mikrofonen', 'Slå på kameran']);
    await expectMovingPicture(right, 'Henrik Malmborg (M)');
    await expectMovingPicture(fellow, 'Karin Ahlqvist (M)');
    await expectSound(fellow);
  });

  await test.step('and write to each other there', async () => {
    for (const page of [right, fellow]) await press(page, 'Jag har läst det här');
    await right.getByLabel('Skriv till partiet').fill(SECRET);
    await press(right, 'Skicka');
    await expect(fellow.getByRole('log').getByText(SECRET)).toBeVisible();
  });

  await test.step('another party has its own room alone, and those who run the meeting have no way in', async () => {
    await expect(left.getByRole('button', { name: /^Vänsterpartiets rum/ })).toBeVisible();
    await expect(left.getByRole('button', { name: /^Moderaternas rum/ })).toHaveCount(0);
    const [own, others] = [await wayInto(hall, left, 'group'), await wayInto(hall, right, 'group')];
    expect([own.status, others.status]).toEqual([200, 200]);
    expect(own.room).not.toBe(others.room);
    expect(await partyChat(hall, left)).not.toContain(SECRET);
    const technician = hall.plan.duties.find(({ duty }) => duty === 'technician')?.person ?? null;
    const support = await hall.open(technician, `/m/${meeting}/support`, DESK);
    for (const page of [secretary, support]) {
      await expect(page.getByRole('button', { name: /rum(met)?$/i })).toHaveCount(0);
      for (const room of ['group', 'break'] as const) expect((await wayInto(hall, page, room)).status).toBe(403);
      expect(await partyChat(hall, page)).toContain('CHAT-NOT-GROUP');
    }
    await support.context().close();
  });

  await test.step('in the break room members of different parties meet', async () => {
    await press(fellow, 'Lämna rummet');
    await expectNoOpenMicrophone(fellow);
    await expect(right.getByText('Du är först här')).toBeVisible();
    for (const page of [fellow, left]) await press(page, /^Pausrummet/);
    await press(fellow, 'Slå på kameran');
    await expectMovingPicture(left, 'Henrik Malmborg (M)');
    await expect(fellow.getByText('Amina Warsame (V)')).toBeVisible();
  });

  await test.step('when two minutes are left everybody is told, in the rooms and in the hall', async () => {
    await hall.send(hall.chair, { type: 'extendAdjournment', until: Date.now() + NEAR_MS });
    for (const page of [left, right, fellow, chair]) await expect(page.getByText('Två minuter kvar.')).toBeVisible();
    await expect(wall.getByText('Välkomna tillbaka till era platser.', { exact: false })).toBeVisible();
  });

  await test.step('the rooms are closed with the recall: nobody is left in one, and no microphone is open', async () => {
    await press(chair, 'Återuppta sammanträdet');
    for (const page of [left, right, fellow]) {
      await expect(page.getByText('Rummet är stängt.', { exact: false })).toBeVisible();
      await expectNoOpenMicrophone(page);
      expect((await wayInto(hall, page, 'break')).status).toBe(403);
    }
  });

  await test.step('back by one press; who is missing is seen by name, and can be rung', async () => {
    for (const page of [left, fellow]) {
      await press(page, 'Jag är på plats');
      await expect(page.getByText('Du är avstämd', { exact: false })).toBeVisible();
    }
    // Everybody in the hall but two answers.
    const absent = new Set([roger, hall.person('Palm')]);
    for (const { person } of hall.evening.guests)
      if (Object.values(hall.meeting().attendance.serving).some((one) => one.person === person) && !absent.has(person))
        await hall.send(person, { type: 'confirmPresence', person });
    await expect(chair.getByRole('button', { name: 'Fortsätt sammanträdet' })).toBeDisabled();
    await press(right, 'Jag är på plats');
    await expect(chair.getByText(/Jag saknar Kent Rosén och Ingrid Palm/)).toBeVisible();
  });

  await test.step('one comes when rung, one is noted absent, and the meeting goes on where it was', async () => {
    await press(secretary, 'Ingrid Palm (S) är på plats');
    await press(chair.getByRole('listitem').filter({ hasText: 'Kent Rosén (S)' }), 'Frånvarande');
    await press(chair, 'Fortsätt sammanträdet');
    await expect(wall.getByText(/40 av 41 närvarande/)).toBeVisible();
    await expectMovingPicture(left, 'Marie Sandell (S)');
  });

  await test.step('the minutes tell of the break, its times and cause, and of the new check; not a word of what was written', async () => {
    const { page, pdf } = await readMinutes(hall, secretary);
    expect(page).toMatch(/Sammanträdet ajourneras kl\. \d\d\.\d\d–\d\d\.\d\d för gruppmöte\./);
    expect(page).toMatch(/Vid ny avstämning är 40 ledamöter närvarande/);
    for (const words of [page, pdf]) expect(words).not.toContain(SECRET);
  });
  expect(hall.faults).toEqual([]);
});

/** What the server answers to this page's own request for a room of the break. */
async function wayInto(hall: Hall, page: Page, room: 'group' | 'break') {
  const response = await page
    .context()
    .request.post(`${hall.origin}/api/meetings/${hall.plan.meeting}/video`, { data: { device: 'other', room } });
  const body = (await response.json()) as { readonly room?: string };
  return { status: response.status(), room: body.room };
}

/** What this person's own party has written, or why it is not to be read. */
async function partyChat(hall: Hall, page: Page): Promise<string> {
  const response = await page.context().request.get(`${hall.origin}/api/meetings/${hall.plan.meeting}/chat/group`);
  return response.text();
}

import { checkInAtADistance, press, pressAll } from './src/desk.ts';
import { DESK, expect, TABLET, test, WALL } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { expectMovingPicture, expectNoPictures } from './src/pictures-arriving.ts';
import { debate, openAndCallTheRoll } from './src/session.ts';

test('adjourned for group meetings: a clock, no sound or picture, all back by one press, two are rung, a new check', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    copy: 'groups',
    withoutBot: ({ people }) =>
      people.filter((one) => ['Warsame', 'Ahlqvist'].includes(one.familyName)).map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const [amina, karin, roger] = [hall.person('Warsame'), hall.person('Ahlqvist'), hall.person('Rosén')];
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  const left = await hall.open(amina, `/m/${meeting}/member?capture=small`, TABLET);
  const right = await hall.open(karin, `/m/${meeting}/member?capture=small`, DESK);
  for (const page of [left, right]) await checkInAtADistance(page);
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
    await pressAll(chair, ['Avsluta anförandet', 'Avsluta överläggningen', /^Ajournera till/, 'Verkställ']);
    await expect(wall.getByText('Gruppmöte')).toBeVisible();
    await expect(wall.getByText('Fortsätter klockan')).toBeVisible();
    for (const page of [left, right]) await expect(page.getByText('Sammanträdet är ajournerat')).toBeVisible();
  });

  await test.step('sound and picture have ended, no microphone is open, and nothing can be done', async () => {
    await expectNoPictures(left);
    await expect(right.getByText('I sammanträdet är mikrofonen av. Den öppnas inte förrän det fortsätter.')).toBeVisible();
    const outcome = await hall.evening.askForFloor(hall.person('Nordin'));
    expect(outcome.kind).toBe('refused');
  });

  await test.step('back by one press; who is missing is seen by name, and can be rung', async () => {
    await press(left, 'Jag är på plats');
    await expect(left.getByText('Du är på plats', { exact: false })).toBeVisible();
    await press(chair, 'Återuppta sammanträdet');
    // Everybody in the hall but two answers; one at a distance answered in the break.
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

  await test.step('the minutes tell of the break, its times and cause, and of the new check', async () => {
    const { page } = await readMinutes(hall, secretary);
    expect(page).toMatch(/Sammanträdet ajourneras kl\. \d\d\.\d\d–\d\d\.\d\d för gruppmöte\./);
    expect(page).toMatch(/Vid ny avstämning är 40 ledamöter närvarande/);
  });
  expect(hall.faults).toEqual([]);
});

import { DESK, expect, test, WALL } from './src/house.ts';

test('the chair opens tonight’s council and calls the roll, and the wall follows', async ({ hallOf }) => {
  const hall = await hallOf({
    // A council of its own: the evening's test plays the demo's.
    shape: (plan) => plan,
    withoutBot: (plan) => [plan.duties.find((one) => one.duty === 'chair')?.person].filter((one) => one !== undefined),
  });
  const { meeting } = hall.plan;
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  await hall.evening.checkIn(() => 'room');
  await hall.send(hall.secretary, { type: 'checkIn', person: hall.chair, mode: 'room', identified: 'secretaryInRoom' });
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair`, DESK);
  const wall = await hall.open(
    hall.plan.duties.find((one) => one.duty === 'hallDevice')?.person ?? null,
    `/display/${meeting}`,
    WALL,
  );
  await chair.getByRole('button', { name: 'Öppna sammanträdet' }).click();
  await expect(chair.getByText('Du leder mötet')).toBeVisible();
  await chair.getByRole('button', { name: /Öppna § 113/ }).click();
  await chair.getByRole('button', { name: 'Börja uppropet' }).click();
  await expect(wall.getByText('Nu ropas upp')).toBeVisible();
  expect(hall.faults).toEqual([]);
});

import { freezePicture, movePicture } from './src/canvas-camera.ts';
import { checkInAtADistance, press } from './src/desk.ts';
import { DESK, expect, TABLET, test, WALL } from './src/house.ts';
import { current } from './src/moments.ts';
import { debate, openAndCallTheRoll, putTheQuestion } from './src/session.ts';

/** A body that has decided that a bad picture stops the meeting, and that the chair approves the link before it goes on. */
const HELSINGBORG = { body: 'Kommunfullmäktige', date: '2023-04-24', section: '47' } as const;

test('a picture that stands still while the sound works: not present, and nothing is decided until it moves and is approved', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    copy: 'frozen',
    rules: { degradedLinkStops: { value: true, source: { kind: 'decision', decision: HELSINGBORG } } },
    withoutBot: ({ people }) => people.filter((one) => one.familyName === 'Gradin').map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const emma = hall.person('Gradin');
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  const tablet = await hall.open(emma, `/m/${meeting}/member?capture=small`, TABLET, { canvasCamera: true });
  await checkInAtADistance(tablet);
  await hall.evening.checkIn(() => 'room');
  await openAndCallTheRoll(hall);
  await hall.send(hall.chair, { type: 'checkNotice' });
  await debate(hall, 117);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}?capture=small`, WALL);
  const technician = hall.plan.duties.find((one) => one.duty === 'technician')?.person ?? null;
  const support = await hall.open(technician, `/m/${meeting}/support`, DESK);
  await expect(wall.getByText(/41 av 41 närvarande/)).toBeVisible();
  await putTheQuestion(hall);
  const [alternative] = current(hall).alternatives;
  if (alternative === undefined) throw new Error('Something is put.');
  await hall.send(hall.chair, { type: 'stateFinding', alternative: alternative.id });
  await expect(chair.getByRole('button', { name: /^Klubbslag/ })).toBeEnabled();

  await test.step('the picture stands still: the member, the chair and the technician are told why', async () => {
    await freezePicture(tablet);
    await expect(tablet.getByText('Din bild står still.', { exact: false }).first()).toBeVisible({ timeout: 15_000 });
    await expect(chair.getByText(/Emma Gradin \(C\) har varit borta.*Bilden står stilla/)).toBeVisible();
    await expect(support.getByText('Bilden står stilla').first()).toBeVisible();
  });

  await test.step('no decision: the gavel is off and says why, and the server refuses it too', async () => {
    await expect(chair.getByRole('button', { name: /^Klubbslag/ }).first()).toBeDisabled();
    const outcome = await hall.evening.of(hall.chair).bot.send({ type: 'strikeGavel' });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { rule: 'DIST-5' } });
  });

  await test.step('it moves again: the chair approves the link, and the gavel falls', async () => {
    await movePicture(tablet);
    await press(chair, /Godkänn anslutningen/);
    await press(chair, /^Klubbslag/);
    await hall.until(
      (now) => now.decisions.decided !== undefined && Object.keys(now.decisions.decided).length > 0,
      'the decision',
    );
  });

  await test.step('what was lost, when and why stands in the record', () => {
    const log = hall.meeting().attendance.linkLog.filter((one) => one.person === emma);
    expect(log.map((one) => one.cause)).toContain('pictureFrozen');
    expect(log.every((one) => one.to !== undefined)).toBe(true);
  });
  expect(hall.faults).toEqual([]);
});

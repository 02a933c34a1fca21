import { checkInAtADistance, choose, decideByAcclamation, press, pressAll } from './src/desk.ts';
import { DESK, expect, TABLET, test } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { expectNoPictures } from './src/pictures-arriving.ts';
import { itemOf, openAndCallTheRoll } from './src/session.ts';

/** The chair, four others in the hall, and C on link: six of eleven, with nobody to spare. */
const SIX = ['Ståhl', 'Fridh', 'Hedman', 'Demir', 'Ahlqvist'];

test('conflict of interest in a board with exactly its number: warned before, a substitute for the item, out and back by itself', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    of: 'Kommunstyrelsen',
    rules: {},
    withoutBot: ({ seats, people }) =>
      seats.flatMap(({ holder }) => {
        const member = people.find((one) => one.id === holder);
        return member === undefined || SIX.includes(member.familyName) ? [] : [member.id];
      }),
  });
  const { meeting } = hall.plan;
  const [c, d] = [hall.person('Kihlberg'), hall.person('Dahlin')];
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  const member = await hall.open(c, `/m/${meeting}/member?capture=small`, TABLET);
  await checkInAtADistance(member);
  await hall.send(hall.secretary, { type: 'checkIn', person: d, mode: 'room', identified: 'secretaryInRoom' });
  await hall.evening.checkIn(() => 'room');
  await openAndCallTheRoll(hall);
  await hall.send(hall.chair, { type: 'checkNotice' });
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary?capture=small`, DESK);

  await test.step('C declares it for an item to come, and the chair is warned that the board would be short', async () => {
    await press(member, 'Jäv');
    const dialog = member.getByRole('dialog');
    await choose(dialog, 'I vilket ärende?', /§ 215/);
    await press(dialog, 'Anmäl jäv i § 215');
    await expect(chair.getByText(/I § 215 är David Kihlberg.*jäviga\. Då är 5 kvar och 6 krävs/)).toBeVisible();
  });

  await test.step('at the item C is out of picture and sound, the others short, and nothing can be decided', async () => {
    await hall.send(hall.chair, { type: 'openItem', item: itemOf(hall, 215) });
    await expect(member.getByText('Du är jävig i § 215 och deltar inte')).toBeVisible();
    await expectNoPictures(member);
    await expect(member.getByRole('button', { name: /^(Begär ordet|Yrkande|Begär omröstning)/ })).toHaveCount(0);
    await expect(chair.getByText('5 av 11').first()).toBeVisible();
    const outcome = await hall.evening.of(hall.chair).bot.send({ type: 'putQuestion' });
    expect(outcome.kind).toBe('refused');
  });

  await test.step('the secretary calls D for the item, and the board has its number again', async () => {
    await press(secretary, 'Förbered inkallelse');
    await press(secretary.getByRole('dialog'), /^Kalla in Ulrika Dahlin/);
    await expect(chair.getByText('6 av 11').first()).toBeVisible();
    expect(serves(d)).toBe(true);
  });

  await test.step('the item is decided without C, who comes back by itself, and D steps down', async () => {
    await pressAll(chair, ['Öppna överläggningen']);
    await decideByAcclamation(chair, 215);
    await expect(member.getByText('Du är jävig i § 215 och deltar inte')).toHaveCount(0);
    await hall.until(() => serves(c) && !serves(d), 'C serves again, and D does not');
    await expect(member.getByRole('button', { name: 'Begär ordet' })).toHaveCount(1);
  });

  await test.step('the minutes: C’s conflict, that C took no part, and that D served for that item', async () => {
    const { page } = await readMinutes(hall, secretary);
    expect(page).toMatch(/David Kihlberg[^.]*jäv/);
    expect(page).toMatch(/§ 215 .*Ulrika Dahlin \(S\) tjänstgör för David Kihlberg/);
  });
  expect(hall.faults).toEqual([]);

  function serves(person: typeof c): boolean {
    return Object.values(hall.meeting().attendance.serving).some((one) => one.person === person);
  }
});

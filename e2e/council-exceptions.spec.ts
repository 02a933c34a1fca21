import { decideByAcclamation, press, pressAll } from './src/desk.ts';
import { DESK, expect, test, WALL } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { itemOf, openAndCallTheRoll } from './src/session.ts';

/** Roll call, the item in which the chair is in conflict, the interpellation, and one item more. */
const AGENDA = [113, 118, 122, 124];
/** One more than the number that 41 seats demand. */
const PRESENT = 22;

test('the council’s exceptions: two in conflict and the vice chair leads, then an interpellation answered below the number, and nothing else', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    of: 'Exempelköping',
    shape: (plan) => ({ ...plan, items: plan.items.filter((one) => AGENDA.includes(one.number)) }),
    rules: {
      interpellationsBelowQuorum: {
        value: true,
        source: { kind: 'decision', decision: { body: 'Kommunfullmäktige', date: '2023-04-24', section: '47' } },
      },
    },
  });
  const { meeting } = hall.plan;
  const [chairPerson, vice, other] = [hall.chair, hall.person('Bergendal'), hall.person('Ahlqvist')];
  const members = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
  const first = [...new Set([chairPerson, vice, other, ...members])].slice(0, PRESENT);
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  for (const person of [...first, hall.secretary])
    await hall.send(hall.secretary, { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' });
  await openAndCallTheRoll(hall);
  await hall.send(chairPerson, { type: 'checkNotice' });
  const chair = await hall.open(chairPerson, `/m/${meeting}/chair`, DESK);
  const viceDesk = await hall.open(vice, `/m/${meeting}/chair`, DESK);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}`, WALL);
  const item = itemOf(hall, 118);
  for (const person of [chairPerson, other]) await hall.send(person, { type: 'declareConflict', item, person });

  await test.step('the chair is in conflict in the item to come, and hands over before it', async () => {
    await press(chair, `Lämna över till ${hall.name(vice)}`);
    await expect(viceDesk.getByText('Du leder mötet')).toBeVisible();
    await expect(chair.getByText(`${hall.name(vice)} leder`, { exact: false }).first()).toBeVisible();
  });

  await test.step('twenty of 41 remain: below the number, and the exception for conflict lets the item go on', async () => {
    await hall.send(vice, { type: 'openItem', item });
    await expect(viceDesk.getByText('20 av 41').first()).toBeVisible();
    await expect(viceDesk.getByText('får handlägga ärendet: undantag vid jäv').first()).toBeVisible();
    await expect(wall.getByText(/20 av 41/).first()).toBeVisible();
    await press(viceDesk, 'Öppna överläggningen');
    await decideByAcclamation(viceDesk, 118);
  });

  await test.step('both are back by themselves, and the chair leads again', async () => {
    await expect(viceDesk.getByText('22 av 41').first()).toBeVisible();
    await hall.send(vice, { type: 'handOverChair', to: chairPerson });
    await expect(chair.getByText('Du leder mötet')).toBeVisible();
  });

  await test.step('the interpellation is admitted, two go home, and it is answered below the number', async () => {
    await hall.send(chairPerson, { type: 'openItem', item: itemOf(hall, 122) });
    for (const type of ['proposeOrder', 'approveOrder', 'putQuestion'] as const) await hall.send(chairPerson, { type });
    const [admit] = Object.values(hall.meeting().decisions.questions).at(-1)?.alternatives ?? [];
    if (admit === undefined) throw new Error('It is asked whether the interpellation may be put.');
    await hall.send(chairPerson, { type: 'stateFinding', alternative: admit.id });
    await press(chair, /^Klubbslag/);
    for (const person of first.slice(-2)) await hall.send(person, { type: 'checkOut', person, cause: 'left' });
    await expect(chair.getByText('20 av 41').first()).toBeVisible();
    await expect(chair.getByText('får besvara interpellationen').first()).toBeVisible();
    await pressAll(chair, ['Öppna överläggningen', 'Avsluta paragrafen']);
  });

  await test.step('a decision in another matter is refused for the number, and the chair is told to adjourn', async () => {
    await expect(chair.getByText('20 närvarande, 21 krävs.').first()).toBeVisible();
    const outcome = await hall.evening.of(chairPerson).bot.send({ type: 'openItem', item: itemOf(hall, 124) });
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'NAR-1', detail: { present: 20, required: 21 } },
    });
  });

  await test.step('the minutes: who led, who was in conflict, and both exceptions', async () => {
    const secretary = await hall.open(hall.secretary, '/', DESK);
    const { page } = await readMinutes(hall, secretary);
    expect(page).toMatch(/Carl Bergendal \(\w+\) övertar ordförandeskapet från Marie Sandell/);
    expect(page).toMatch(/Marie Sandell[^.]*deltar inte i handläggningen av ärendet på grund av jäv/);
    expect(page).toContain('20 ledamöter är närvarande, 21 krävs. Ärendet handläggs ändå');
    expect(page).toMatch(/lämnar sammanträdet kl\./);
  });
  expect(hall.faults).toEqual([]);
});

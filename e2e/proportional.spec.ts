import type { MeetingPlan, PersonId } from '@klubba/meeting';
import { choose, press } from './src/desk.ts';
import { DESK, expect, type Page, TABLET, test } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { inSession, itemOf } from './src/session.ts';

const PLACES = 7;
/** 41 slips, with the same comparison number for B and C at the fourth turn. */
const LISTS = [
  { label: 'A', votes: 23 },
  { label: 'B', votes: 7 },
  { label: 'C', votes: 7 },
  { label: 'G', votes: 4 },
] as const;

test('a proportional election: asked for by the quota, slips in the urn, two counts that agree, a lot before a witness, the table of comparison numbers', async ({
  hallOf,
}) => {
  const hall = await hallOf({ of: 'Exempelköping', shape: proportional });
  await inSession(hall);
  const { meeting } = hall.plan;
  const members = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
  const assistant = hall.person('Stjernholm');
  const plain = members.filter((one) => one !== hall.chair && one !== assistant);
  const names = new Map(hall.plan.people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  /** Each list names seven of its own. */
  const listOf = (at: number): readonly PersonId[] => plain.slice(at * PLACES, (at + 1) * PLACES);
  await hall.send(hall.chair, { type: 'openItem', item: itemOf(hall, 123) });
  await hall.send(hall.chair, { type: 'beginDebate' });
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair`, DESK);
  const member = await hall.open(assistant, `/m/${meeting}/member`, TABLET);

  await test.step('five ask, one too few; with the sixth the chair may open it', async () => {
    for (const person of plain.slice(0, 5)) await hall.send(person, { type: 'requestProportional', person });
    await expect(member.getByText('om minst 6 av de 41 närvarande', { exact: false })).toBeVisible();
    await expect(chair.getByRole('button', { name: 'Öppna proportionellt val' })).toHaveCount(0);
    await press(member, 'Begär proportionellt val');
    await press(chair, 'Öppna proportionellt val');
    const dialog = chair.getByRole('dialog');
    await choose(dialog, 'Vem biträder', 'Annika Stjernholm');
    await press(dialog, 'Verkställ');
  });

  await test.step('everybody puts a slip in the urn as called, and the urn is closed', async () => {
    await expect(chair.getByText('0 av 41').first()).toBeVisible();
    await press(chair.getByRole('listitem').filter({ hasText: hall.name(hall.chair) }), 'Har lämnat');
    for (const person of members.filter((one) => one !== hall.chair))
      await hall.send(hall.secretary, { type: 'markSlip', person });
    await press(chair, 'Förklara valet avslutat');
  });

  await test.step('the chair and the assistant count, each alone; the second sees nothing of the first', async () => {
    const groups = LISTS.map((list, at) => ({ ...list, names: listOf(at) }));
    await hall.send(hall.chair, { type: 'enterSlips', count: { groups, invalid: {} } });
    await expect(member.getByText('Räkna de 41 valsedlarna ensam', { exact: false })).toBeVisible();
    await expect(chair.getByText('Jämförelsetal')).toHaveCount(0);
    for (const [at, list] of LISTS.entries()) {
      if (at > 0) await press(member, 'En grupp till');
      const group = member.getByRole('group', { name: `Grupp ${at + 1}` });
      await group.getByLabel('Gruppbeteckning').fill(list.label);
      await group.getByLabel('Antal sedlar').fill(String(list.votes));
      await group.getByLabel('Namnen, i ordning').fill(
        listOf(at)
          .map((person) => names.get(person))
          .join('\n'),
      );
    }
    await press(member, 'För in räkningen');
  });

  await test.step('equal numbers: the lot, drawn before a witness, and the table tells it', async () => {
    await expect(chair.getByRole('table', { name: 'Jämförelsetal' })).toBeVisible();
    await lot(chair, /^Lotten föll på C/);
    await expect(chair.getByRole('columnheader', { name: 'A (23)' })).toBeVisible();
    await expect(member.getByRole('table', { name: 'Jämförelsetal' })).toBeVisible();
    await press(chair, /^Klubbslag: .* är valda/);
    const [elected] = (await hall.until((now) => now.elections.elected.length > 0, 'the gavel')).elections.elected;
    expect(elected?.persons).toHaveLength(PLACES);
    const of = (at: number) => elected?.persons.filter((person) => listOf(at).includes(person)).length;
    expect([of(0), of(1), of(2), of(3)]).toEqual([5, 1, 1, 0]);
  });

  await test.step('the minutes tell the request, the counts, each place with its number, and the lot', async () => {
    const secretary = await hall.open(hall.secretary, '/', DESK);
    const { page } = await readMinutes(hall, secretary);
    expect(page).toContain('begär att valet ska vara proportionellt. 41 ledamöter är närvarande, och 6 krävs.');
    expect(page).toMatch(/Lotten dras inför Annika Stjernholm \(M\) och faller på C/);
  });
  expect(hall.faults).toEqual([]);
});

function proportional(plan: MeetingPlan): MeetingPlan {
  return {
    ...plan,
    items: plan.items.map((item) =>
      item.number === 123
        ? {
            ...item,
            election: { office: 'ledamöter i kultur- och fritidsnämnden', places: PLACES, proportional: true },
          }
        : item,
    ),
  };
}

async function lot(chair: Page, on: RegExp): Promise<void> {
  await press(chair, on);
  const dialog = chair.getByRole('dialog');
  await choose(dialog, 'Vittne', 'Annika Stjernholm');
  await dialog.getByLabel('Hur lottningen gick till').fill('Två lappar i en skål.');
  await press(dialog, 'Verkställ');
}

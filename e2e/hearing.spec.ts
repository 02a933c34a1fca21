import type { MeetingPlan, PersonId } from '@klubba/meeting';
import { press } from './src/desk.ts';
import { DESK, expect, type Page, PHONE, test } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { expectMovingPicture, expectNoPictures, expectSound } from './src/pictures-arriving.ts';
import { inSession, itemOf } from './src/session.ts';

const NAME = 'Leyla Karimi';
const TITLE = 'Ansökan om bistånd';
/** A board's secret matter of one private person, who is called to be heard in it. */
const ITEM = 215;

function calledTo(plan: MeetingPlan, person: PersonId): MeetingPlan {
  const [givenName = '', familyName = ''] = NAME.split(' ');
  return {
    ...plan,
    people: [...plan.people, { id: person, givenName, familyName }],
    duties: [...plan.duties, { person, duty: 'external' }],
    items: plan.items.map((item) =>
      item.number === ITEM ? { ...item, title: TITLE, doors: 'secret', externals: [person] } : item,
    ),
  };
}

/** Scenario 9: an individual without e-identification, who must not come back by the same link. */
test('one without e-identification is seen and known by the secretary, heard in one item, and gone for good', async ({
  hallOf,
  server,
}) => {
  const heard = server.demo.flatMap((one) => one.people).find(({ person }) => person.familyName === 'Karimi')
    ?.person.id;
  if (heard === undefined) throw new Error(`The demo has no ${NAME}.`);
  const hall = await hallOf({ of: 'Kommunstyrelsen', shape: (plan) => calledTo(plan, heard) });
  const { meeting } = hall.plan;
  await inSession(hall);
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary?capture=small`, DESK);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);

  const { link, code } = await test.step('the secretary makes a link, and a code to be said by telephone', async () => {
    await press(secretary, /^Väntrum/);
    await press(secretary, `Ny länk till ${NAME}`);
    const shown = await secretary.locator('code').innerText();
    return { link: shown, code: await secretary.getByText(/^\d{3} \d{3}$/).innerText() };
  });
  const path = link.slice(link.indexOf('/h#'));
  const visitor = await hall.open(null, '/', PHONE);
  const told: string[] = [];
  visitor.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))));

  await test.step('who opens it waits: a time and a number to ring, and nothing of the meeting', async () => {
    await visitor.goto(`${hall.origin}${path}`);
    await visitor.reload();
    await expect(visitor.getByRole('heading', { name: 'Välkommen till Kommunstyrelsen' })).toBeVisible();
    await visitor.getByLabel('Kod, sex siffror').fill(code);
    await press(visitor, 'Fortsätt');
    await press(visitor, 'Jag är här');
    await expect(visitor.getByText('Ingen ser eller hör dig än.', { exact: false })).toBeVisible();
    await expect(visitor.getByRole('link', { name: hall.plan.secretaryPhone ?? 'none' })).toBeVisible();
    await hall.send(hall.chair, { type: 'openItem', item: itemOf(hall, ITEM) });
    await expectNoPictures(visitor);
    await expect(visitor.getByText(/§|Delegationsbeslut|Birgitta Nordin/)).toHaveCount(0);
  });

  await test.step('a forwarded link and code let nobody else in', async () => {
    const other = await hall.open(null, path, PHONE);
    await expect(other.getByRole('heading', { name: 'Länken är redan använd' })).toBeVisible();
    await other.context().close();
  });

  await test.step('nobody is let in by a link alone: the two talk, in a room of their own', async () => {
    await expect(secretary.getByRole('heading', { name: NAME })).toBeVisible();
    await expect(secretary.getByText('kom med en länk', { exact: false }).first()).toBeVisible();
    await press(secretary, 'Fråga vem det är');
    await expect(visitor.getByRole('heading', { name: /vill se vem du är$/ })).toBeVisible();
    await expectMovingPicture(secretary, NAME);
    await expectSound(secretary);
    await expectMovingPicture(visitor, hall.name(hall.secretary));
    await expectSound(visitor);
    await expect(visitor.getByText(hall.name(hall.chair))).toHaveCount(0);
    await secretary.getByText('Jag känner igen rösten').click();
    await secretary.getByText('Svaret på vår avtalade fråga stämmer').click();
    await press(secretary, 'Det är rätt person');
    await expect(secretary.getByText('Rätt person, genom röst, avtalad kontroll.', { exact: false })).toBeVisible();
    await expectNoPictures(visitor);
  });

  await test.step('let in for the item: sees the board, asks to speak, and is heard', async () => {
    await press(secretary, `Släpp in ${NAME}`);
    await expect(visitor.getByText('Du är inne för ditt ärende.')).toBeVisible();
    await expectMovingPicture(visitor, hall.name(hall.chair));
    await expectMovingPicture(chair, NAME);
    await press(visitor, 'Jag vill säga något');
    await expect(visitor.getByText('Ordföranden ser att du vill säga något.')).toBeVisible();
    await press(chair, `Ge ordet till ${NAME}`);
    await expect(visitor.getByText('Du har ordet, de som är med i ärendet hör dig')).toBeVisible();
  });

  await test.step('the board cannot deliberate before who was heard is out; then link and session are dead', async () => {
    const early = await hall.evening.of(hall.chair).bot.send({ type: 'beginDebate' });
    expect(early).toMatchObject({ kind: 'refused', refusal: { rule: 'MTG-EXTERNAL', detail: { why: 'stillIn' } } });
    await press(chair, `Tacka ${NAME} och avsluta hörandet`);
    await expect(visitor.getByRole('heading', { name: 'Tack. Du är klar.' })).toBeVisible();
    await expectNoPictures(visitor);
    await press(chair, 'Öppna överläggningen');
    await expectEnded(visitor, `${hall.origin}${path}`);
    await expectEnded(await hall.open(null, '/', PHONE), `${hall.origin}${path}`);
  });

  await test.step('of all this the visitor was told no more than the notice says to everybody: no document, no proposal, not even the own item’s title', () => {
    const words = told.join('\n');
    expect(words).not.toContain(TITLE);
    expect(words).not.toContain('documents":[{');
    expect(words).not.toMatch(/"(answers|proposals|queue)":\[\{/);
  });

  await test.step('the minutes say who was heard and when; how it was made sure stands in the record', async () => {
    const log = await secretary.context().request.get(`${hall.origin}/api/meetings/${meeting}/record`);
    expect(await log.text()).toMatch(/"IdentityCheckEnded"/);
    const { page } = await readMinutes(hall, secretary);
    expect(page).toMatch(new RegExp(`${NAME}.{0,120}på distans`));
    expect(page).not.toContain('avtalad kontroll');
  });
});

async function expectEnded(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Tack. Du är klar.' })).toBeVisible();
}

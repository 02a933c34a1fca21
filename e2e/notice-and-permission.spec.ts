import type { MeetingPlan, PersonId } from '@klubba/meeting';
import type { Hall } from './src/house.ts';
import { DESK, expect, type Page, PHONE, TABLET, test } from './src/house.ts';

/** Scenario 14: four apply to take part at a distance, and the board has three places. */
test('the chair decides applications within the places, and each applicant reads the answer', async ({ hallOf }) => {
  const hall = await hallOf({
    of: 'Kommunstyrelsen',
    shape: (plan) => {
      const { settings } = plan.body;
      const rules = {
        ...settings,
        remoteMaximum: { ...settings.remoteAllowed, value: 3 },
        mustBeInRoom: { ...settings.mustBeInRoom, value: [] },
      };
      return { ...plan, body: { ...plan.body, settings: rules }, remoteGranted: [] };
    },
    withoutBot: everybodyBut('secretary'),
  });
  const { meeting } = hall.plan;
  const f = hall.person('Nordin');
  const g = hall.person('Lövgren');
  const h = hall.person('Öberg');
  const i = hall.person('Thorell');
  const vice = hall.person('Fridh');
  const second = hall.person('Ahlqvist');
  const notice = `/m/${meeting}/notice`;

  const pages = new Map<PersonId, Page>();
  const pageOf = (person: PersonId): Page => {
    const page = pages.get(person);
    if (page === undefined) throw new Error(`${person} has no page.`);
    return page;
  };
  for (const [person, reason] of [
    [f, 'Gipsad fot.'],
    [g, 'På resa.'],
    [h, 'Lång resväg.'],
    [i, 'Särskilda skäl: tentamen samma dag.'],
  ] as const) {
    const page = await hall.open(person, notice, person === i ? PHONE : TABLET);
    await apply(page, reason);
    pages.set(person, page);
  }

  const chair = await hall.open(hall.chair, `/m/${meeting}/permissions`, DESK);
  await expect(chair.getByRole('heading', { name: 'Fyra har anhållit' })).toBeVisible();
  await expect(chair.getByText('0 av 3')).toBeVisible();
  await expect(chair.getByText('I kö, nummer 1')).toBeVisible();

  await grant(hall, chair, f, 'Särskilda skäl finns.');
  await grant(hall, chair, g, 'Särskilda skäl finns.');
  await choose(hall, chair, h);
  await chair.getByRole('button', { name: 'Avslå, med skäl' }).click();
  await expect(chair.getByText('Skriv skälet.')).toBeVisible();
  await chair.getByRole('textbox', { name: 'Skäl till beslutet' }).fill('Platserna räcker inte.');
  await chair.getByRole('textbox', { name: 'Rum i kommunens lokaler' }).fill('Kvarnen');
  await chair.getByRole('button', { name: 'Avslå, med skäl' }).click();
  await grant(hall, chair, i, 'Särskilda skäl finns.');
  await expect(chair.getByText('3 av 3')).toBeVisible();

  await expect(pageOf(h).getByText('Du fick avslag på att delta på distans.')).toBeVisible();
  await expect(pageOf(h).getByText('Du erbjuds rum Kvarnen i kommunens lokaler.')).toBeVisible();
  await expect(pageOf(i).getByText('Du får delta på distans.')).toBeVisible();

  await choose(hall, chair, g);
  await chair.getByRole('textbox', { name: 'Skäl till beslutet' }).fill('Testet föll.');
  await chair.getByRole('button', { name: 'Återkalla, med skäl' }).click();
  await expect(chair.getByText('2 av 3')).toBeVisible();
  await expect(pageOf(g).getByText('är återkallat')).toBeVisible();
  await grant(hall, chair, h, 'En plats blev ledig.');
  await expect(pageOf(h).getByText('Du får delta på distans.')).toBeVisible();

  await chair.goto(new URL(notice, chair.url()).href);
  await chair.getByRole('button', { name: 'Förhindrad' }).click();
  await expect(chair.getByText('Du har svarat att du är förhindrad.')).toBeVisible();
  const absent = await hall.open(vice, notice, TABLET);
  await absent.getByRole('button', { name: 'Förhindrad' }).click();
  await expect(absent.getByText('Du har svarat att du är förhindrad.')).toBeVisible();
  const last = await hall.open(second, notice, TABLET);
  await expect(last.getByText('Då är ingen ur presidiet kvar i rummet.')).toBeVisible();
  expect(hall.faults).toEqual([]);
});

test('the secretary sends the notice, sees that it was too late, who has not opened it, and whom to call in', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    of: 'Kommunstyrelsen',
    shape: (plan) => ({ ...plan, notice: { announcedOn: null, sentOn: null } }),
    withoutBot: everybodyBut('secretary'),
  });
  const { meeting } = hall.plan;
  const member = await hall.open(hall.person('Nordin'), `/m/${meeting}/notice`, PHONE);
  await member.getByRole('button', { name: 'Förhindrad' }).click();
  await expect(member.getByText('Du har svarat att du är förhindrad.')).toBeVisible();

  const desk = await hall.open(hall.secretary, `/m/${meeting}/notice/desk`, DESK);
  await expect(desk.getByText('Varning, hindrar inte.').first()).toBeVisible();
  await desk.getByRole('button', { name: 'Skicka kallelsen' }).click();
  await expect(desk.getByText('Adress saknas').first()).toBeVisible();
  await expect(desk.getByText(`${hall.name(hall.person('Nordin'))} är förhindrad`)).toBeVisible();
  await expect(desk.getByText('På tur:')).toBeVisible();
  await desk.getByRole('button', { name: 'Skicka ändrad kallelse' }).click();
  await expect(desk.getByText('Kallelsen är redan skickad som den är nu.')).toBeVisible();
  await desk.getByRole('button', { name: 'För att anmäla sig' }).click();
  await desk.getByRole('option', { name: /Säkrare/ }).click();
  await expect(desk.getByText('Sparat. Det gäller nu.')).toBeVisible();
  await member.getByRole('link', { name: 'Till sammanträdet' }).click();
  await expect(member.getByText('För att anmäla dig här krävs en säkrare inloggning')).toBeVisible();

  await desk.getByRole('button', { name: 'Ställ in sammanträdet' }).click();
  const sure = desk.getByRole('dialog');
  await sure.getByRole('button', { name: 'Ställ in sammanträdet' }).click();
  await expect(sure.getByText('Skriv varför')).toBeVisible();
  await sure.getByRole('textbox').fill('Vattenläcka i sessionssalen.');
  await sure.getByRole('button', { name: 'Ställ in sammanträdet' }).click();
  await expect(desk.getByText('Sammanträdet hålls inte. Vattenläcka i sessionssalen.')).toBeVisible();
  await expect(member.getByRole('heading', { name: 'Sammanträdet är inställt' })).toBeVisible();
  await member.getByRole('link', { name: 'Till kallelsen' }).click();
  await expect(member.getByText('Sammanträdet hålls inte. Vattenläcka i sessionssalen.')).toBeVisible();
  expect(hall.faults.filter((fault) => !fault.includes('409'))).toEqual([]);
});

function everybodyBut(duty: string): (plan: MeetingPlan) => readonly PersonId[] {
  return ({ people, duties }) =>
    people.map((one) => one.id).filter((person) => !duties.some((one) => one.person === person && one.duty === duty));
}

async function apply(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'På distans' }).click();
  await page.getByRole('textbox', { name: 'Skäl' }).fill(reason);
  const send = page.getByRole('button', { name: 'Skicka anhållan' });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  for (const check of ['Jag är ensam', 'Jag har kameran', 'Jag har läst'])
    await page.locator('label', { hasText: check }).click();
  await send.click();
  await expect(page.getByText('Du har bett att få delta på distans.')).toBeVisible();
}

async function choose(hall: Hall, chair: Page, person: PersonId): Promise<void> {
  await chair.getByRole('button', { name: hall.name(person) }).click();
  await expect(chair.getByRole('heading', { name: hall.name(person), level: 2 }).last()).toBeVisible();
}

async function grant(hall: Hall, chair: Page, person: PersonId, reason: string): Promise<void> {
  await choose(hall, chair, person);
  await chair.getByRole('textbox', { name: 'Skäl till beslutet' }).fill(reason);
  await chair.getByRole('button', { name: 'Medge distans' }).click();
  await expect(
    chair
      .getByRole('listitem')
      .filter({ hasText: hall.name(person) })
      .filter({ hasText: 'Medgiven' }),
  ).toBeVisible();
}

test('the secretary plans a meeting of a body of the register and comes to its notice', async ({ hallOf }) => {
  const hall = await hallOf({ of: 'Kommunstyrelsen', withoutBot: everybodyBut('secretary') });
  const page = await hall.open(hall.secretary, '/', DESK);
  await page.getByRole('link', { name: 'Planera ett sammanträde' }).click();
  await page.getByRole('button', { name: /Organ/ }).click();
  await page.getByRole('option', { name: 'Kommunstyrelsen' }).click();
  const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
  await page.getByLabel('Dag', { exact: true }).fill(day);
  await page.getByRole('button', { name: 'Planera sammanträdet' }).click();
  await expect(page.getByText('Skriv platsen.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Plats' }).fill('Sammanträdesrum Ljungen');
  await page.getByRole('button', { name: 'Nytt ärende' }).click();
  await page.getByRole('textbox', { name: 'Rubrik, ärende 4' }).fill('Taxa för vatten och avlopp');
  await page.getByRole('button', { name: 'Flytta upp ärende 4' }).click();
  await page.getByRole('button', { name: 'Planera sammanträdet' }).click();
  await expect(page.getByRole('heading', { name: 'Kallelse och svar' })).toBeVisible();
  await page.getByRole('link', { name: 'Visa som ledamot' }).click();
  await expect(page.getByText('Sammanträdesrum Ljungen')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '§ 3' }).getByRole('heading')).toHaveText(
    'Taxa för vatten och avlopp',
  );
  await page.goBack();
  await page.getByRole('link', { name: 'Ändra planen' }).click();
  await page.getByRole('textbox', { name: 'Plats' }).fill('Folkets hus');
  const water = page.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: 'Rubrik, ärende 3' }) });
  await water.getByText('Förslag, handlingar och mer, ärende 3').click();
  await water.getByRole('textbox', { name: 'Förslag till beslut' }).fill('Taxan fastställs.');
  await water.getByRole('textbox', { name: 'Ska höras i ärendet' }).fill('Elsa Enskild');
  await water.getByLabel('Lägg till PDF').setInputFiles({
    name: 'Taxa 2026.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF'),
  });
  await expect(water.getByRole('link', { name: 'Taxa 2026' })).toBeVisible();
  await page.getByRole('button', { name: 'Nytt ärende' }).click();
  await page.getByRole('button', { name: 'Slag, ärende 5' }).click();
  await page.getByRole('option', { name: 'Val', exact: true }).click();
  await page.getByRole('textbox', { name: 'Rubrik, ärende 5' }).fill('Val till valnämnden');
  await page.getByRole('button', { name: 'Spara planen' }).click();
  await expect(page.getByText('Skriv vad valet gäller')).toBeVisible();
  await page.getByRole('textbox', { name: 'Val av, ärende 5' }).fill('ledamot i valnämnden');
  await page.getByRole('button', { name: 'Spara planen' }).click();
  await expect(page.getByRole('heading', { name: 'Kallelse och svar' })).toBeVisible();
  await page.getByRole('link', { name: 'Visa som ledamot' }).click();
  await expect(page.getByText('Folkets hus')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '§ 3' }).getByRole('link')).toHaveText(/Taxa 2026/);
  await expect(page.getByRole('listitem').filter({ hasText: '§ 5' }).getByRole('heading')).toHaveText(
    'Val till valnämnden',
  );
  const [, , planned = ''] = new URL(page.url()).pathname.split('/');
  await page.goto(`${hall.origin}/m/${planned}/secretary`);
  await page.getByRole('button', { name: /^Väntrum/ }).click();
  await expect(page.getByRole('button', { name: 'Ny länk till Elsa Enskild' })).toBeVisible();
  expect(hall.faults.filter((fault) => !fault.includes('409'))).toEqual([]);
});

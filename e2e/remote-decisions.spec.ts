import { startServer } from '@klubba/server';
import { expect, type Page, test } from '@playwright/test';
import { choose, press } from './src/desk.ts';
import { DESK } from './src/hall.ts';

const HEAD = 'organ;organtyp;hör till;antal platser;roll;plats;förnamn;efternamn;e-post;parti;från';
/** A council, two boards, a committee under one of them and a drafting committee: as much as the chain of decisions needs. */
const REGISTER = [
  HEAD,
  'Kommunfullmäktige;fullmäktige;;21;ledamot;1;Ida;Löfgren;ida.lofgren@exempelstad.se;S;2023-01-01',
  'Byggnadsnämnden;nämnd;Kommunfullmäktige;7;ledamot;1;Daniel;Malmborg;daniel.malmborg@exempelstad.se;L;2023-01-01',
  'Byggnadsnämnden;nämnd;Kommunfullmäktige;7;ordförande;;Daniel;Malmborg;daniel.malmborg@exempelstad.se;L;2023-01-01',
  'Valnämnden;nämnd;Kommunfullmäktige;5;ledamot;1;Britta;Ek;britta.ek@exempelstad.se;C;2023-01-01',
  'Planutskottet;utskott;Byggnadsnämnden;3;ledamot;1;Daniel;Malmborg;daniel.malmborg@exempelstad.se;L;2023-01-01',
  'Framtidsberedningen;beredning;Kommunfullmäktige;5;ledamot;1;Ida;Löfgren;ida.lofgren@exempelstad.se;S;2023-01-01',
].join('\n');

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
const [DECIDED, HOLDS, BEFORE, AFTER, LATER] = [dayIn(0), dayIn(30), dayIn(14), dayIn(45), dayIn(60)];
const YES = 'Ledamöter och ersättare kan anhålla om att delta på distans. Ordföranden medger eller avslår, med skäl.';
const SEALED = 'Den som deltar på distans röstar i sluten omröstning med förseglad röst.';
const NO = 'Ingen deltar på distans. Kallelsen gäller bara salen.';

/** Scenarios 13 and 8: from nothing decided to a committee that meets at a distance, each link by the decision it rests on. */
test('taking part at a distance is switched on along the chain of decisions, and never past it', async ({
  browser,
}) => {
  const server = await startServer({ DEMO: 'off' });
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    await setUp(page, server.url, server.setUpCode ?? '');

    await test.step('the board is refused while the council has decided nothing, and cannot give itself the right', async () => {
      await openRules(page, 'Byggnadsnämnden');
      await decide(page, { by: 'Byggnadsnämnden', section: '4' });
      await expect(
        page.getByRole('dialog').getByText(/En nämnd kan inte ge sig den rätten\. KL 6 kap\.\s24\s§/),
      ).toBeVisible();
      await press(page.getByRole('dialog'), 'Avbryt');
      await openRules(page, 'Planutskottet');
      await decide(page, { by: 'Byggnadsnämnden', section: '5' });
      await expect(
        page
          .getByRole('dialog')
          .getByText(/KL 6 kap\.\s24\s§/)
          .last(),
      ).toBeVisible();
      await press(page.getByRole('dialog'), 'Avbryt');
    });

    await test.step('the council’s decision is entered from the template, with the guidance it was weighed against', async () => {
      await openRules(page, 'Kommunfullmäktige');
      await decide(page, { by: 'Kommunfullmäktige', section: '47', guidance: 'SKR 2024:3', fromTemplate: true });
      await expect(page.getByText('Beslutet om Deltagande på distans är registrerat.')).toBeVisible();
      await expect(page.getByText(/Beslut .*§\s47\./)).toBeVisible();
    });

    await test.step('its presidium is in the hall: less than that the law does not let it decide', async () => {
      await page.getByRole('link', { name: 'Vem som ska vara i salen', exact: true }).click();
      await press(page, 'Registrera ett beslut');
      const form = page.getByRole('dialog');
      await form.getByLabel('Lydelse').fill('Presidiet är i salen.');
      const viceChair = form.getByText('förste vice ordföranden', { exact: true });
      await viceChair.click();
      await fillDecision(form, { by: 'Kommunfullmäktige', section: '47' });
      await press(form, 'Registrera beslutet');
      await expect(form.getByText(/får fullmäktiges presidium inte delta på distans/)).toBeVisible();
      await viceChair.click();
      await press(form, 'Registrera beslutet');
      await expect(page.getByText('Beslutet om Vem som ska vara i salen är registrerat.')).toBeVisible();
    });

    await test.step('by the same council the board has the right, and by the board its committee', async () => {
      await openRules(page, 'Byggnadsnämnden');
      await decide(page, { by: 'Kommunfullmäktige', section: '48', from: HOLDS });
      await expect(page.getByText('Beslutet om Deltagande på distans är registrerat.')).toBeVisible();
      await openRules(page, 'Planutskottet');
      await decide(page, { by: 'Byggnadsnämnden', section: '12', from: HOLDS });
      await expect(page.getByText('Beslutet om Deltagande på distans är registrerat.')).toBeVisible();
    });

    await test.step('for a drafting committee the law is silent: an express choice, with its reason', async () => {
      await openRules(page, 'Framtidsberedningen');
      await decide(page, { by: 'Kommunfullmäktige', section: '49' });
      const form = page.getByRole('dialog');
      await expect(
        form.getByText(/är lagen tyst\. Välj uttryckligen, och anteckna varför\. KL 6 kap\.\s24\s§/),
      ).toBeVisible();
      await form.getByLabel('Skäl', { exact: true }).fill('Beredningen följer fullmäktiges regler.');
      await press(form, 'Registrera beslutet');
      await expect(page.getByText('Beslutet om Deltagande på distans är registrerat.')).toBeVisible();
    });

    await test.step('a no is kept like a yes, with its decision', async () => {
      await openRules(page, 'Valnämnden');
      await decide(page, { by: 'Kommunfullmäktige', section: '50', value: NO });
      await expect(page.getByText('Beslutet om Deltagande på distans är registrerat.')).toBeVisible();
      await expect(page.getByText(/§\s50/).first()).toBeVisible();
    });

    await test.step('a meeting before that day keeps its old rules; after it the notice names the decision', async () => {
      await page.goto(`${server.url}/plan`);
      await choose(page, 'Organ', 'Byggnadsnämnden');
      await page.getByLabel('Dag', { exact: true }).fill(BEFORE);
      await page.getByRole('textbox', { name: 'Plats' }).fill('Sammanträdesrum Eken');
      await choose(page, 'Form', 'På plats, distans efter medgivande');
      await press(page, 'Planera sammanträdet');
      await expect(
        page.getByText('Fullmäktiges beslut om deltagande på distans saknas för organet den dagen.', {
          exact: false,
        }),
      ).toBeVisible();
      await page.getByLabel('Dag', { exact: true }).fill(AFTER);
      await press(page, 'Planera sammanträdet');
      await page.goto(`${server.url}/m/${await plannedMeeting(page)}/notice`);
      await expect(page.getByText(/Deltagande på distans enligt beslut i Kommunfullmäktige .* §\s48\./)).toBeVisible();
    });

    // Scenario 8, steps 1–3.
    await test.step('what needs a closed ballot is barred from that meeting, and goes to the next in the room; both say so', async () => {
      await fillPlan(page, server.url, LATER);
      await press(page, 'Planera sammanträdet');
      const inRoom = await plannedMeeting(page);
      await fillPlan(page, server.url, AFTER);
      await choose(page, 'Form', 'På plats, distans efter medgivande');
      await addEmployment(page);
      await press(page, 'Planera sammanträdet');
      await expect(page.getByText('Ett ärende kräver sluten omröstning', { exact: false })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Alla på plats', exact: true })).toBeVisible();
      await press(page, 'Flytta till nästa sammanträde på plats');
      const meeting = await plannedMeeting(page);
      await page.goto(`${server.url}/m/${meeting}/notice`);
      await expect(page.getByText(/^Flyttat till sammanträdet på plats .*: Anställning av direktör\./)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Anställning av direktör' })).toHaveCount(0);
      await page.goto(`${server.url}/m/${inRoom}/notice`);
      await expect(page.getByRole('heading', { name: 'Anställning av direktör' })).toBeVisible();
      await expect(page.getByText(/^Flyttat hit från /)).toBeVisible();
    });

    await test.step('the one way round is the body’s own rule, which names its decision', async () => {
      await page.goto(`${server.url}/admin`);
      await openRules(page, 'Byggnadsnämnden');
      await page.getByRole('link', { name: 'Sluten omröstning på distans', exact: true }).click();
      await press(page, /^Registrera ett beslut/);
      const form = page.getByRole('dialog');
      await form.getByText(SEALED, { exact: true }).click();
      await form.getByLabel('Lydelse').fill('Sluten omröstning får hållas på distans.');
      await press(form, 'Registrera beslutet');
      await expect(form).toBeVisible();
      await fillDecision(form, { by: 'Byggnadsnämnden', section: '13' });
      await press(form, 'Registrera beslutet');
      await expect(page.getByText('Beslutet om Sluten omröstning på distans är registrerat.')).toBeVisible();
      await fillPlan(page, server.url, AFTER);
      await choose(page, 'Form', 'På plats, distans efter medgivande');
      await addEmployment(page);
      await press(page, 'Planera sammanträdet');
      await page.goto(`${server.url}/m/${await plannedMeeting(page)}/notice`);
      await expect(page.getByRole('heading', { name: 'Anställning av direktör' })).toBeVisible();
    });
    expect(faults).toEqual([]);
  } finally {
    await context.close();
    await server.stop();
  }
});

async function setUp(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/admin`);
  await page.getByRole('link', { name: 'Jag har en startkod' }).click();
  await page.getByLabel('Startkod').fill(code);
  await page.getByLabel('Förnamn').fill('Nadja');
  await page.getByLabel('Efternamn').fill('Ekvall');
  await page.getByLabel('E-post').fill('nadja.ekvall@exempelstad.se');
  await press(page, 'Bli administratör');
  await page.getByRole('link', { name: 'Läs in fil', exact: true }).click();
  await page.setInputFiles('input[type=file]', {
    name: 'register.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${REGISTER}\n`),
  });
  await press(page, /^Läs in \d+ rader/);
  await expect(page.getByText(/rader är inlästa\./)).toBeVisible();
}

async function fillPlan(page: Page, url: string, day: string): Promise<void> {
  await page.goto(`${url}/plan`);
  await choose(page, 'Organ', 'Byggnadsnämnden');
  await page.getByLabel('Dag', { exact: true }).fill(day);
  await page.getByRole('textbox', { name: 'Plats' }).fill('Sammanträdesrum Eken');
}

async function plannedMeeting(page: Page): Promise<string> {
  await page.waitForURL(/\/m\//);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function addEmployment(page: Page): Promise<void> {
  await press(page, 'Nytt ärende');
  await page.getByLabel('Rubrik, ärende 4').fill('Anställning av direktör');
  await choose(page, 'Slag, ärende 4', /^Val$/);
  await page.getByLabel('Val av, ärende 4').fill('förvaltningsdirektör');
  await page.getByText('Sluten omröstning, ärende 4').click();
}

async function openRules(page: Page, body: string): Promise<void> {
  await page.getByRole('link', { name: 'Organ', exact: true }).click();
  await page.getByRole('link', { name: body, exact: true }).click();
  await page.getByRole('link', { name: 'Organets regler', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(body);
}

type Decision = { readonly by: string; readonly section: string; readonly from?: string };

async function fillDecision(
  form: ReturnType<Page['getByRole']>,
  { by, section, from = DECIDED }: Decision,
): Promise<void> {
  await choose(form, 'Beslutat av', by);
  await form.getByLabel('Beslutsdag').fill(DECIDED);
  await form.getByLabel('Beslutets §').fill(section);
  await form.getByLabel('Gäller från').fill(from);
}

async function decide(
  page: Page,
  decision: Decision & { readonly value?: string; readonly guidance?: string; readonly fromTemplate?: boolean },
): Promise<void> {
  const { value = YES, guidance, fromTemplate = false } = decision;
  await press(page, /^Registrera (ett beslut|ny lydelse)/);
  const form = page.getByRole('dialog');
  if (fromTemplate) await choose(form, 'Börja från en mall', new RegExp(YES.slice(0, 20)));
  else {
    await form.getByText(value, { exact: true }).click();
    await form.getByLabel('Lydelse').fill('Ledamöter får delta på distans om särskilda skäl föreligger.');
  }
  if (guidance !== undefined) await form.getByLabel('Vägledning').fill(guidance);
  await fillDecision(form, decision);
  await press(form, 'Registrera beslutet');
}

import type { Page } from '@playwright/test';
import { type Language, text } from '@klubba/i18n';
import type { MeetingPlan, PersonId } from '@klubba/meeting';
import { type Hall, PHONE } from '../hall.ts';
import { openViews, pressOn, type Scene, type Screen, showOn, type Stage, type Stop } from '../scene.ts';
import { inSession, itemOf } from '../session.ts';

/** Known to the house, and nothing in this body. */
const VISITOR = { givenName: 'Leyla', familyName: 'Karimi' };
/** A board's matter of one private person, who is called to be heard in it. */
const ITEM = 215;

/** One who is heard in a single item: code, waiting, who is it, in, out; and the secretary's waiting room. */
export const hearing: Scene = {
  name: 'hearing',
  moments: ['code', 'ready', 'waiting', 'asked', 'in', 'ended'],
  play: oneLanguageAfterTheOther,
};

/** There is one visitor, whose link works once: the story is told once in each language. */
async function* oneLanguageAfterTheOther({ languages, hallOf }: Stage): AsyncGenerator<Stop> {
  const visitor = (await hallOf({ of: 'Energi' })).person(VISITOR.familyName);
  for (const language of languages) {
    const hall = await hallOf({ of: 'Kommunstyrelsen', shape: (plan) => calledToBeHeard(plan, visitor) });
    yield* heard(hall, visitor, language);
  }
}

async function* heard(hall: Hall, person: PersonId, language: Language): AsyncGenerator<Stop> {
  const { meeting } = hall.plan;
  const name = `${VISITOR.givenName} ${VISITOR.familyName}`;
  await inSession(hall);
  const secretary = await openViews(
    hall,
    [language],
    [{ name: 'secretary', who: hall.secretary, at: `/m/${meeting}/secretary?capture=small` }],
  );
  const [desk] = secretary;
  if (desk === undefined) return;
  await desk.page.getByRole('button', { name: WAITING_ROOM }).first().click();
  await pressOn(secretary, 'hearing.desk.make', { name });
  const link = await desk.page.locator('code').innerText();
  const code = await desk.page.getByText(/^\d{3} \d{3}$/).innerText();
  const page = await hall.open(null, link.slice(link.indexOf('/h#')), PHONE, { english: language === 'en' });
  const visitor: Screen = { name: 'visitor', language, page };
  const both = [visitor, ...secretary];
  const own = [visitor];
  await showOn(own, 'hearing.code.label');
  yield { moment: 'code', screens: both };
  await page.getByLabel(text(language, 'hearing.code.label')).fill(code);
  await pressOn(own, 'hearing.code.enter');
  await showOn(own, 'hearing.ready.enter');
  yield { moment: 'ready', screens: own };
  await pressOn(own, 'hearing.ready.enter');
  await showOn(own, 'hearing.wait.check');
  yield { moment: 'waiting', screens: both };
  yield* letIn(hall, visitor, secretary, name);
  await hall.send(hall.chair, { type: 'endExternal', person });
  await showOn(own, 'hearing.ended.title');
  yield { moment: 'ended', screens: own };
}

async function* letIn(hall: Hall, visitor: Screen, secretary: readonly Screen[], name: string): AsyncGenerator<Stop> {
  const both = [visitor, ...secretary];
  await hall.send(hall.chair, { type: 'openItem', item: itemOf(hall, ITEM) });
  await pressOn(secretary, 'secretary.lobby.ask');
  await visitor.page.getByRole('heading', { name: /(vill se vem du är|wants to see who you are)$/ }).waitFor();
  yield { moment: 'asked', screens: both };
  await tickTwo(secretary[0]?.page);
  await pressOn(secretary, 'secretary.lobby.isRight');
  await pressOn(secretary, 'secretary.lobby.admit', { name });
  await showOn([visitor], 'hearing.in.title');
  yield { moment: 'in', screens: both };
}

const WAITING_ROOM = /^(Väntrum|Waiting room)/;

/** How it was made sure who it is. */
async function tickTwo(page: Page | undefined): Promise<void> {
  for (const box of (await page?.locator('label:has(input[type=checkbox])').all())?.slice(0, 2) ?? [])
    await box.click();
}

function calledToBeHeard(plan: MeetingPlan, person: PersonId): MeetingPlan {
  return {
    ...plan,
    people: [...plan.people, { id: person, ...VISITOR }],
    duties: [...plan.duties, { person, duty: 'external' }],
    items: plan.items.map((item) =>
      item.number === ITEM ? { ...item, title: 'Ansökan om bistånd', doors: 'secret', externals: [person] } : item,
    ),
  };
}

import { text } from '@klubba/i18n';
import { goTo, openViews, pressOn, type Scene, type Screen } from '../scene.ts';

/** The demo's lawyer administers. */
const ADMINISTRATOR = 'Ekvall';
const BODY = 'Kommunstyrelsen';
/** A line that can be read, one whose day does not exist, one without a name. */
const FILE = [
  'organ;organtyp;hör till;antal platser;roll;plats;förnamn;efternamn;e-post;telefon;titel;parti;valkrets;från;till;skyddad',
  'Kommunstyrelsen;nämnd;Kommunfullmäktige;;ersättare;12;Sten;Rättskriven;;;;S;;2025-01-13;;nej',
  'Kommunstyrelsen;nämnd;Kommunfullmäktige;;ersättare;13;Stina;Felskriven;;;;S;;2025-13-01;;nej',
  'Kommunstyrelsen;nämnd;Kommunfullmäktige;;ersättare;14;;Namnlös;;;;S;;2025-01-01;;nej',
].join('\n');

/** Every room of the administration, a form, a question, and a file with faults. */
export const admin: Scene = {
  name: 'admin',
  moments: ['rooms', 'body', 'person', 'form', 'faults', 'refused'],
  async *play({ languages, hallOf }) {
    const hall = await hallOf({ of: BODY });
    const screens = await openViews(hall, languages, [
      { name: 'guide', who: hall.person(ADMINISTRATOR), at: '/admin/guide' },
    ]);
    yield { moment: 'rooms', screens };
    for (const room of ['people', 'bodies', 'import', 'keys', 'log', 'templates'])
      yield { moment: 'rooms', screens: await goTo(screens, room, `/admin/${room}`) };
    const body = await goTo(screens, 'body', `/admin/bodies/${hall.plan.body.id}`);
    yield { moment: 'body', screens: body };
    yield { moment: 'body', screens: await goTo(screens, 'rules', `/admin/bodies/${hall.plan.body.id}/rules`) };
    const rules = await goTo(screens, 'rule-form', `/admin/bodies/${hall.plan.body.id}/rules/remoteAllowed`);
    await pressOn(rules, 'admin.rule.decideAnew');
    yield { moment: 'form', screens: rules };
    yield { moment: 'person', screens: await goTo(screens, 'person', `/admin/people/${hall.chair}`) };
    yield { moment: 'person', screens: await goTo(screens, 'data', `/admin/people/${hall.chair}/data`) };
    const keys = await goTo(screens, 'key-form', '/admin/keys');
    await pressOn(keys, 'admin.keys.make');
    yield { moment: 'form', screens: keys };
    const file = await goTo(screens, 'import', '/admin/import');
    for (const screen of file) await readFaulty(screen);
    yield { moment: 'faults', screens: file };
    const others = await openViews(hall, languages, [{ name: 'nobody', who: hall.chair, at: '/admin' }]);
    yield { moment: 'refused', screens: others };
  },
};

async function readFaulty({ page, language }: Screen): Promise<void> {
  const file = { name: 'organ.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.setInputFiles('input[type=file]', file);
  await page.getByRole('region', { name: text(language, 'admin.import.counts') }).waitFor();
}

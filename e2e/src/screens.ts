import type { Page } from '@playwright/test';
import type { Hall } from './hall.ts';
import type { Cast } from './moments.ts';
import type { PersonId } from '@klubba/meeting';

export type Screen = { readonly name: string; readonly page: Page };

/** Who plays what in an evening that is looked at: some at a distance, one in conflict, three of different parties who move something. */
export function castOf(hall: Hall): Cast {
  const held = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
  const plain = held.filter((person) => !hall.plan.duties.some((one) => one.person === person));
  const of = (party: string, from = plain): PersonId => {
    const found = from.find((person) => hall.party(person) === party);
    if (found === undefined) throw new Error(`Nobody is of ${party}.`);
    return found;
  };
  const granted = hall.plan.remoteGranted.filter((person) => plain.includes(person));
  const movers = [of('M'), of('SD'), of('C')] as const;
  const remote = granted.filter((person) => !movers.includes(person)).slice(0, 3);
  return { remote, inConflict: of('KD'), movers };
}

/** Every screen of the evening, each in a browser window of its own, in these languages. */
export async function openScreens(
  hall: Hall,
  cast: Cast,
  languages: readonly ('sv' | 'en')[],
  more: { readonly dark?: boolean } = {},
): Promise<readonly Screen[]> {
  const { meeting } = hall.plan;
  const device = hall.plan.duties.filter((one) => one.duty === 'hallDevice').at(-1)?.person ?? null;
  const technician = hall.plan.duties.find((one) => one.duty === 'technician')?.person ?? hall.secretary;
  const views = [
    { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair` },
    { name: 'secretary', who: hall.secretary, at: `/m/${meeting}/secretary` },
    { name: 'member', who: cast.movers[0], at: `/m/${meeting}/member` },
    { name: 'conflicted', who: cast.inConflict, at: `/m/${meeting}/member` },
    { name: 'support', who: technician, at: `/m/${meeting}/support` },
    { name: 'wall', who: device, at: `/display/${meeting}` },
    { name: 'public', who: null, at: `/public/${meeting}` },
  ];
  const wanted = languages.flatMap((language) => views.map((view) => ({ ...view, language })));
  return Promise.all(
    wanted.map(async ({ name, who, at, language }) => ({
      name: `${name}-${language}`,
      page: await hall.open(
        who,
        `${at}?capture=small&language=${language}`,
        { width: 1280, height: 800 },
        { english: language === 'en', ...more },
      ),
    })),
  );
}

/** All pages have heard of what has happened: what is looked at is this moment and not the last. */
export async function settled(screens: readonly Screen[]): Promise<void> {
  await Promise.all(
    screens.map(({ page }) =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
    ),
  );
}

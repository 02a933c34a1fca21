import type { Language } from '@klubba/i18n';
import type { PersonId } from '@klubba/meeting';
import type { Hall } from './hall.ts';
import type { Cast } from './moments.ts';
import { openViews, type Screen } from './scene.ts';

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
export function openScreens(hall: Hall, cast: Cast, languages: readonly Language[]): Promise<readonly Screen[]> {
  const { meeting } = hall.plan;
  const device = hall.plan.duties.filter((one) => one.duty === 'hallDevice').at(-1)?.person ?? null;
  const technician = hall.plan.duties.find((one) => one.duty === 'technician')?.person ?? hall.secretary;
  return openViews(hall, languages, [
    { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair?capture=small` },
    { name: 'secretary', who: hall.secretary, at: `/m/${meeting}/secretary?capture=small` },
    { name: 'member', who: cast.movers[0], at: `/m/${meeting}/member?capture=small` },
    { name: 'conflicted', who: cast.inConflict, at: `/m/${meeting}/member?capture=small` },
    { name: 'support', who: technician, at: `/m/${meeting}/support?capture=small` },
    { name: 'wall', who: device, at: `/display/${meeting}?capture=small` },
    { name: 'public', who: null, at: `/public/${meeting}` },
  ]);
}

/** All pages have drawn what they have heard: what is looked at is this moment and not the last. */
export async function settled(screens: readonly Screen[]): Promise<void> {
  await Promise.all(
    screens.map(({ page }) =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
    ),
  );
}

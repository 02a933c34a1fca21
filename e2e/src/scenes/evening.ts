import { type Moment, MOMENTS, moments } from '../moments.ts';
import type { Scene } from '../scene.ts';
import { castOf, openScreens } from '../screens.ts';

const STORIES = {
  41: { of: 'Exempelköping', budget: 118, conflict: 120 },
  81: { of: 'Göteborg', budget: 451, conflict: undefined },
} as const;

/** A whole evening of a council with so many seats: every screen of the meeting at every moment. */
export function evening(seats: keyof typeof STORIES): Scene {
  const { of, budget, conflict } = STORIES[seats];
  const played: readonly Moment[] =
    conflict === undefined ? MOMENTS.filter((one) => one !== 'conflict' && one !== 'closed-doors') : MOMENTS;
  return {
    name: 'evening',
    moments: played,
    async *play({ languages, hallOf }) {
      const hall = await hallOf({ of });
      const cast = castOf(hall);
      const screens = await openScreens(hall, cast, languages);
      for await (const moment of moments(hall, cast, budget, conflict)) yield { moment, screens };
    },
  };
}

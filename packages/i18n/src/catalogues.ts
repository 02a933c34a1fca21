import { common } from './areas/common.ts';
import { labels } from './areas/labels.ts';
import { refusalsMinutes } from './areas/refusals-minutes.ts';
import { shell } from './areas/shell.ts';
import { start } from './areas/start.ts';

/** Every text of the product, flat: keys are `area.name` and unique. Add an area here and nowhere else. */
const areas = [common, refusalsMinutes, shell, start] as const;

type AreaKeys = keyof (typeof areas)[number]['sv'];
type Distribute<T> = T extends { readonly sv: infer C } ? keyof C : never;
export type TextKey = Extract<Distribute<(typeof areas)[number]> | AreaKeys, string>;

export const catalogues = {
  sv: Object.assign({}, ...areas.map((a) => a.sv)) as Readonly<Record<TextKey, string>>,
  en: Object.assign({}, ...areas.map((a) => a.en)) as Readonly<Record<TextKey, string>>,
};

import type { BodyKind } from '../body.ts';
import type { LocalDate } from '../ids.ts';

/** `KL` kommunallagen (2017:725), `LPV` lag (2022:629) om proportionella val, `ABL` aktiebolagslagen (2005:551), `OSL`, `TF`;
 * `ORDER` the body's own arbetsordning or reglemente; `HOUSE` how this platform keeps a meeting in order (KL 5:43 leaves that to the chair). */
export type Act = 'KL' | 'LPV' | 'ABL' | 'OSL' | 'TF' | 'DOS' | 'ORDER' | 'HOUSE';

export type Statute = { readonly act: Act; readonly chapter?: number; readonly section?: string };

/** One rule of the meeting. Its words for people (`refusal.<id>` sv and en) live in `@klubba/i18n`, its reason in SPEC.md. */
export type Rule<Id extends string = string> = {
  /** As in the project's law notes: `NAR-1`, `BES-5`, `DIST-2`; own order of the house: `MTG-…`. */
  readonly id: Id;
  readonly statutes: readonly [Statute, ...Statute[]];
  /** First and last day in force; absent = always, as far as this platform is concerned. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly bodies: 'all' | readonly BodyKind[];
  /** A doubtful reading: the rule follows a setting, and the screen says that it is unsettled. */
  readonly unsettled?: true;
};

/** Why a command was not accepted: data, never prose. `detail` fills the text's placeholders. */
export type Refusal = {
  readonly rule: string;
  readonly detail?: Readonly<Record<string, string | number | readonly string[]>>;
};

export function rule<const Id extends string>(definition: Rule<Id>): Rule<Id> {
  return definition;
}

/** `KL 5:45` → `kl(5, 45)`. */
export const kl = (chapter: number, section: number | string): Statute => ({
  act: 'KL',
  chapter,
  section: String(section),
});
export const lpv = (section: number | string): Statute => ({ act: 'LPV', section: String(section) });
export const abl = (chapter: number, section: number | string): Statute => ({
  act: 'ABL',
  chapter,
  section: String(section),
});
export const order: Statute = { act: 'ORDER' };
export const house: Statute = { act: 'HOUSE' };

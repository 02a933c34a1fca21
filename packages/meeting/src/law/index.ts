import { mtgMinutesLock, mtgMinutesText, mtgMinutesUnknown } from './mtg-minutes.ts';
import type { Rule } from './rule.ts';

export type { Act, Refusal, Rule, Statute } from './rule.ts';

/** Every rule of the meeting, by id. A rule that is not here does not exist for SPEC.md, the checks and the screens. */
export const rules: readonly Rule[] = [
  mtgMinutesLock,
  mtgMinutesText,
  mtgMinutesUnknown,
];

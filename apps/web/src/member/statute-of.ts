import { type Language, statutesText } from '@klubba/i18n';
import { type Body, rules } from '@klubba/meeting';
import { statutesFor } from '../steps/index.ts';

/** The paragraph of a rule, to stand beside a sentence: "KL 5 kap. 47 §". */
export function statuteOf(language: Language, rule: string, kind: Body['kind']): string | undefined {
  const statutes = statutesFor(rules.find((one) => one.id === rule)?.statutes ?? [], kind);
  return statutes.length === 0 ? undefined : statutesText(language, statutes);
}

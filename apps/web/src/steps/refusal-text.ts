import { isTextKey, type Language, statutesText, text } from '@klubba/i18n';
import { type Refusal, rules } from '@klubba/meeting';

/** Why something is not lawful now: the sentence and the paragraph. */
export function refusalText(
  language: Language,
  refusal: Refusal,
): { readonly reason: string; readonly rule: string | undefined } {
  const key = `refusal.${refusal.rule}`;
  const reason = isTextKey(key) ? text(language, key, refusal.detail) : refusal.rule;
  const known = rules.find((one) => one.id === refusal.rule);
  const statutes = known?.statutes.filter((statute) => statute.act !== 'HOUSE') ?? [];
  return { reason, rule: statutes.length === 0 ? undefined : statutesText(language, statutes) };
}

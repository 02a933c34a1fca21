import { isTextKey, type Language, statutesText, text } from '@klubba/i18n';
import { type Body, isCompany, isCouncil, type Refusal, rules, type Statute } from '@klubba/meeting';

/** A rule that rests on the council's chapter and on the boards' is named by the one that governs this body. */
export function statutesFor(statutes: readonly Statute[], kind: Body['kind']): readonly Statute[] {
  const governing = statutes.filter((one) => one.act !== 'HOUSE' && isGoverning(one, kind));
  return governing.length > 0 ? governing : statutes.filter((one) => one.act !== 'HOUSE');
}

function isGoverning({ act, chapter }: Statute, kind: Body['kind']): boolean {
  if (act === 'ABL') return isCompany(kind);
  if (act !== 'KL') return true;
  if (isCompany(kind)) return false;
  return chapter !== (isCouncil(kind) ? 6 : 5);
}

/** Why something is not lawful now: the sentence and the paragraph. */
export function refusalText(
  language: Language,
  refusal: Refusal,
  kind: Body['kind'],
): { readonly reason: string; readonly rule: string | undefined } {
  const key = `refusal.${refusal.rule}`;
  const reason = isTextKey(key) ? text(language, key, refusal.detail) : refusal.rule;
  const known = rules.find((one) => one.id === refusal.rule);
  const statutes = statutesFor(known?.statutes ?? [], kind);
  return { reason, rule: statutes.length === 0 ? undefined : statutesText(language, statutes) };
}

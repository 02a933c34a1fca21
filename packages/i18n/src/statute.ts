import type { Act, Statute } from '@klubba/meeting';
import type { Language } from './format.ts';

const ACTS: Readonly<Record<Act, Readonly<Record<Language, string>>>> = {
  KL: { sv: 'KL', en: 'LGA' },
  LPV: { sv: 'LPV', en: 'Proportional Elections Act' },
  ABL: { sv: 'ABL', en: 'Companies Act' },
  OSL: { sv: 'OSL', en: 'Secrecy Act' },
  TF: { sv: 'TF', en: 'Freedom of the Press Act' },
  DOS: { sv: 'DOS-lagen', en: 'Web Accessibility Act' },
  ORDER: { sv: 'Organets egen arbetsordning', en: "The body's own rules of procedure" },
  HOUSE: { sv: 'Ordningen vid sammanträdet', en: 'Order at the meeting' },
};

/** How a statute is named on screens, in minutes and in SPEC.md: "KL 5 kap. 53 §", "LGA ch. 5 s. 53"; without a section the act alone. */
export function statuteText(language: Language, statute: Statute): string {
  const parts = [ACTS[statute.act][language], chapterText(language, statute), sectionText(language, statute)];
  return parts.filter((part) => part !== '').join(' ');
}

function chapterText(language: Language, { chapter }: Statute): string {
  if (chapter === undefined) return '';
  return language === 'sv' ? `${chapter} kap.` : `ch. ${chapter}`;
}

function sectionText(language: Language, { section }: Statute): string {
  if (section === undefined) return '';
  return language === 'sv' ? `${section} §` : `s. ${section}`;
}

/** Several, in the rule's order: "KL 5 kap. 45 § och 6 kap. 27 §" is never shortened, so that each can be looked up. */
export function statutesText(language: Language, statutes: readonly Statute[]): string {
  return statutes.map((statute) => statuteText(language, statute)).join(', ');
}

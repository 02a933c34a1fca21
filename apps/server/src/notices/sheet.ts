import { createHash } from 'node:crypto';
import { dateText, type Language, text, timeText, weekdayText } from '@klubba/i18n';
import { type AgendaState, calledTo, type Meeting, type Setting } from '@klubba/meeting';

type Fact = { readonly term: string; readonly value: string };
type SheetItem = {
  readonly number: string;
  readonly title: string;
  readonly about: string;
  readonly documents: readonly string[];
};

/** The notice in words, the same for page, paper and letter. */
export type NoticeSheet = {
  readonly language: Language;
  readonly title: string;
  readonly municipality: string;
  readonly body: string;
  readonly date: string;
  /** "torsdag 11 december 2025 kl. 18.30" */
  readonly when: string;
  readonly facts: readonly Fact[];
  readonly itemsTitle: string;
  readonly items: readonly SheetItem[];
  readonly closing: readonly string[];
};

/** `agenda`: as the reader may see it. Titles that are withheld from the reader say so; nothing else of them is there. */
export function noticeSheet(
  meeting: Meeting,
  agenda: Pick<AgendaState, 'order' | 'items'>,
  language: Language,
): NoticeSheet {
  const { plan } = meeting;
  const day = `${weekdayText(language, plan.date)} ${dateText(language, plan.date)}`;
  const when = text(language, 'notice.when.text', { day, time: timeText(plan.startsAt) });
  return {
    language,
    title: text(language, 'notice.title', { body: plan.body.name }),
    municipality: plan.municipality,
    body: plan.body.name,
    date: dateText(language, plan.date),
    when,
    facts: factsOf(meeting, when, language),
    itemsTitle: text(language, 'notice.items'),
    items: agenda.order.flatMap((id) => {
      const item = agenda.items[id];
      if (item === undefined) return [];
      const about = [text(language, `label.itemKind.${item.kind}`), item.diaryNumber ?? ''].filter(Boolean).join(', ');
      const title = item.title === '' ? text(language, 'notice.item.withheld') : item.title;
      return [{ number: `§ ${item.number}`, title, about, documents: item.documents.map((one) => one.title) }];
    }),
    closing: closingOf(meeting, language),
  };
}

/** SHA-256 over the whole sheet: two notices that say the same have the same. */
export function digestOf(sheet: NoticeSheet): string {
  return createHash('sha256').update(JSON.stringify(sheet)).digest('hex');
}

function factsOf({ plan, notice }: Meeting, when: string, language: Language): readonly Fact[] {
  const { members, substitutes } = calledTo(plan);
  const counts = { members: members.length, substitutes: substitutes.length };
  const form = [
    text(language, `notice.form.${plan.form}`),
    plan.form === 'physical' ? '' : decisionOf(plan.body.settings.remoteAllowed, language),
  ];
  return [
    ...(notice.calledOff === undefined
      ? []
      : [{ term: text(language, 'notice.calledOff'), value: notice.calledOff.reason }]),
    { term: text(language, 'notice.when'), value: when },
    { term: text(language, 'notice.place'), value: plan.place },
    { term: text(language, 'notice.form'), value: form.filter(Boolean).join(' ') },
    { term: text(language, 'notice.called'), value: text(language, 'notice.called.text', counts) },
    ...(plan.notice.fallback === undefined
      ? []
      : [{ term: text(language, 'notice.fallback'), value: plan.notice.fallback }]),
  ];
}

/** The decision that gives the right to take part at a distance stands in every notice (GOV-06). */
function decisionOf({ value, source }: Setting<boolean>, language: Language): string {
  if (!value || source.kind !== 'decision') return '';
  const { body, date, section } = source.decision;
  return text(language, 'notice.decision', {
    body,
    day: dateText(language, date),
    section: section.replace(/^§ */, ''),
  });
}

function closingOf({ plan }: Meeting, language: Language): readonly string[] {
  const chair = plan.duties.find((one) => one.duty === 'chair')?.person;
  const person = plan.people.find((one) => one.id === chair);
  return [
    ...(person === undefined
      ? []
      : [
          [
            text(language, 'notice.by.term'),
            text(language, 'notice.by', { person: `${person.givenName} ${person.familyName}` }),
          ].join(' '),
        ]),
    ...(plan.secretaryPhone === undefined || plan.secretaryPhone === ''
      ? []
      : [
          `${text(language, 'notice.contact.term')}: ${text(language, 'notice.contact', { phone: plan.secretaryPhone })}`,
        ]),
  ];
}

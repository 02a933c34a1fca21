import { dateText, isTextKey, type Language, text, type TextKey, type TextValues, weekdayText } from '@klubba/i18n';
import {
  type Instant,
  type Item,
  type Meeting,
  type MeetingPlan,
  type PersonId,
  personWithParty,
} from '@klubba/meeting';

/** How fresh the page is: as the server wrote it, followed live, or as it stood when the contact was lost. */
export type Freshness =
  | { readonly is: 'page' }
  | { readonly is: 'live' }
  | { readonly is: 'lost'; readonly since: Instant }
  /** The server has ended the connection for good. */
  | { readonly is: 'ended' };

/** Who reads, when: what a page is written for, beside what it is about. `now` is the server's time. */
export type Reader = { readonly language: Language; readonly now: Instant; readonly freshness: Freshness };

export function say(reader: Reader, key: TextKey, values?: TextValues): string {
  return text(reader.language, key, values);
}

/** A word of the heart's closed lists; a value without one shows itself. */
export function label(reader: Reader, list: string, value: string): string {
  const key: TextKey | string = `label.${list}.${value}`;
  return isTextKey(key) ? text(reader.language, key) : value;
}

/** "Karin Ahlqvist (M)". */
export function named(meeting: Meeting, person: PersonId): string {
  return personWithParty(meeting.plan, person);
}

export function titleOf(item: Pick<Item, 'title'>, reader: Reader): string {
  return item.title === '' ? say(reader, 'public.withheldTitle') : item.title;
}

/** "§ 118 Mål och budget 2026". */
export function headingOf(item: Pick<Item, 'title' | 'number'>, reader: Reader): string {
  return say(reader, 'public.item', { number: item.number, title: titleOf(item, reader) });
}

export function dayOf(
  date: MeetingPlan['date'],
  { language }: Reader,
): { readonly day: string; readonly date: string } {
  return { day: weekdayText(language, date), date: dateText(language, date) };
}

export function capital(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('sv')}${words.slice(1)}`;
}

/** An address of ours, in the reader's language. Swedish is the one that needs no saying. */
export function inLanguage(path: string, language: Language): string {
  return language === 'sv' ? path : `${path}?language=${language}`;
}

export function pathOf(meeting: MeetingPlan['meeting']): string {
  return `/public/${encodeURIComponent(meeting)}`;
}

/** Where an item's own part of the page begins. */
export function anchorOf(item: Pick<Item, 'number'>): string {
  return `paragraf-${item.number}`;
}

import type { Instant, LocalDate, PersonId } from './ids.ts';
import type { MeetingPlan, Party, Person } from './plan.ts';

/**
 * Words to be, without a word of any human language: a text key of `@klubba/i18n` with what fills its gaps. A gap may hold
 * another phrase ("bifall till …"), a list (joined in the language's way), an instant or a day (written in the language's way).
 */
export type Phrase = { readonly key: string; readonly values: PhraseValues };
export type PhraseValues = Readonly<Record<string, PhraseValue>>;
export type PhraseValue =
  | string
  | number
  | Phrase
  | { readonly at: Instant }
  | { readonly date: LocalDate }
  /** A body, as its language writes it in running text: "kommunfullmäktige". */
  | { readonly organ: string }
  /** A body or a person in the genitive: "kommunstyrelsens". */
  | { readonly owner: string }
  | readonly PhraseValue[];

export function phrase(key: string, values: PhraseValues = {}): Phrase {
  return { key, values };
}

/** "Karin Ahlqvist (M)": as minutes, hall and script name an elected person. An official has no party. */
export function personText(person: Person, parties: readonly Party[]): string {
  const party = parties.find((p) => p.id === person.party);
  return party === undefined ? fullName(person) : `${fullName(person)} (${party.short})`;
}

export function fullName(person: Person): string {
  return `${person.givenName} ${person.familyName}`.trim();
}

/** `personText` by id; one whom this audience does not know keeps the id. */
export function personWithParty(plan: MeetingPlan, id: PersonId): string {
  const person = plan.people.find((p) => p.id === id);
  return person === undefined ? id : personText(person, plan.parties);
}

/** "Karin Ahlqvist". */
export function plainName(plan: MeetingPlan, id: PersonId): string {
  const person = plan.people.find((p) => p.id === id);
  return person === undefined ? id : fullName(person);
}

/** "Miljöpartiet"; empty for one without a party. */
export function partyNameOf(plan: MeetingPlan, id: PersonId): string {
  const party = plan.people.find((p) => p.id === id)?.party;
  return plan.parties.find((p) => p.id === party)?.name ?? '';
}

import type { Statute } from '@klubba/meeting';

const kl = (chapter: number, section: number): Statute => ({ act: 'KL', chapter, section: String(section) });

/** A rule of the register; its words are `refusal.<id>` in `@klubba/i18n`. */
export type RegisterRule = { readonly id: RegisterRuleId; readonly statutes: readonly Statute[] };

const IDS = {
  /** Only an administrator changes the register. */
  'REG-ADMIN': [],
  'REG-UNKNOWN': [],
  'REG-EXISTS': [],
  'REG-NAME': [],
  'REG-DATES': [],
  'REG-ERASED': [],
  /** A substitute or member is one person, once, in a body. */
  'REG-ONE-PLACE': [],
  'REG-SEAT-NUMBER': [],
  'REG-COUNCIL-SIZE': [kl(5, 5)],
  'REG-BOARD-SIZE': [kl(6, 16)],
  /** A council gets another number of seats when it is next elected in the whole country. */
  'REG-COUNCIL-CHANGE': [kl(5, 7), kl(5, 9)],
  'REG-COUNCIL-SUBSTITUTES': [kl(5, 8)],
  'REG-BOARD-SUBSTITUTES': [kl(6, 16)],
  /** More than half by law: no body decides on another number. */
  'REG-QUORUM': [kl(5, 45), kl(6, 27)],
  'REG-COLOUR': [],
  'REG-SEAT-TAKEN': [],
  'REG-SEATS-HELD': [],
  'REG-ORDER-TAKEN': [],
  'REG-NOT-HELD': [],
  'REG-PRESIDIUM': [kl(5, 11), kl(6, 21)],
  'REG-DUTY-TAKEN': [],
  'REG-PARENT': [],
  'REG-DECISION-LATER': [],
  'REG-IN-OFFICE': [],
  'REG-LAST-ADMIN': [],
  /** A key says what it is for: at least one scope. */
  'REG-KEY-SCOPES': [],
  /** Its last day is today or later, within a year. */
  'REG-KEY-UNTIL': [],
  /** Rules, erasure, protected people and who administers are for a person. */
  'REG-KEY-ACT': [],
  'GOV-02': [kl(5, 16), kl(5, 72)],
  'GOV-03': [kl(6, 24)],
  'GOV-04': [kl(6, 24)],
  'GOV-05': [kl(6, 24)],
  'REG-PRESIDIUM-ROOM': [kl(5, 16)],
  'REG-COUNCIL-DOORS': [kl(5, 42)],
} as const satisfies Readonly<Record<string, readonly Statute[]>>;

export type RegisterRuleId = keyof typeof IDS;

export const registerRules: readonly RegisterRule[] = Object.entries(IDS).map(([id, statutes]) => ({
  id: id as RegisterRuleId,
  statutes,
}));

/** Why a command was not taken. `detail` fills the words' gaps; dates are `YYYY-MM-DD`. */
export type RegisterRefusal = {
  readonly rule: RegisterRuleId;
  readonly detail?: Readonly<Record<string, string>>;
};

import type { BodyId, LocalDate, Seconds } from './ids.ts';

/** Organ: fullmäktige, kommunstyrelse, nämnd, utskott, beredning, förbundsfullmäktige/-direktion, gemensam nämnd, bolagsstyrelse, bolagsstämma (GOV-01). */
export const BODY_KINDS = [
  'council',
  'executiveBoard',
  'board',
  'committee',
  'draftingCommittee',
  'jointBoard',
  'companyBoard',
  'generalMeeting',
  'federationCouncil',
  'federationBoard',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export type Decision = { readonly body: string; readonly date: LocalDate; readonly section: string };

/** Where a setting's value comes from. `unsettled` = the law is doubtful and the default is the safe reading. */
export type SettingSource =
  | { readonly kind: 'decision'; readonly decision: Decision; readonly clause?: string }
  | { readonly kind: 'statuteDefault' }
  | { readonly kind: 'unsettledDefault' };

/** One dated setting of a body, with its source (GOV-06, GOV-28). */
export type Setting<T> = {
  readonly value: T;
  readonly source: SettingSource;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
};

export type LossPolicy =
  /** Adjourn until the member is back (Karlstad's rule). */
  | { readonly kind: 'adjourn' }
  /** After so long the chair is offered: note absent, call the substitute (S1:127). */
  | { readonly kind: 'absentAfter'; readonly seconds: Seconds };

/** A body's rules as they stood on the day of the meeting; frozen into the meeting's first fact. */
export type BodySettings = {
  /** DIST-1: no remote seat before the council's decision is registered. `false` also stores a decided no (GOV-27). */
  readonly remoteAllowed: Setting<boolean>;
  readonly remoteMaximum: Setting<number | null>;
  readonly remoteForSecretItems: Setting<'never' | 'premisesOnly' | 'protected' | 'perItem'>;
  readonly remoteClosedBallot: Setting<boolean>;
  /** May an election by LPV be held while somebody takes part at a distance (LPV-5)? Absent: no. */
  readonly remoteProportional?: Setting<boolean>;
  /** May a voter replace a sealed vote until the ballot is closed? It helps against coercion. Absent: yes. */
  readonly closedBallotRevote?: Setting<boolean>;
  /** May a vote be given for somebody who is not nominated, counted together as "somebody else"? Absent: no. */
  readonly closedBallotOthers?: Setting<boolean>;
  readonly mustBeInRoom: Setting<readonly ('chair' | 'viceChair' | 'secondViceChair' | 'secretary')[]>;
  /** Camera off or frozen = not present (DIST-2, SKR). */
  readonly pictureRequired: Setting<boolean>;
  /** A degraded link stops the meeting (Helsingborg, ADJ-07); else it only warns. */
  readonly degradedLinkStops: Setting<boolean>;
  readonly lossPolicy: Setting<LossPolicy>;
  readonly speechSeconds: Setting<Seconds | null>;
  readonly replySeconds: Setting<Seconds>;
  readonly repliesPerSpeech: Setting<number>;
  readonly proposalsInWriting: Setting<boolean>;
  /** Roll-call order; vice chairs and the chair always last (algorithm C). */
  readonly rollCallOrder: Setting<'seat' | 'alphabetical'>;
  readonly openVoteMethod: Setting<'buttons' | 'rollCall' | 'either'>;
  /** 5:56 does not say that the casting vote must follow the chair's own vote; default: it does. */
  readonly castingVoteFollowsOwn: Setting<boolean>;
  readonly interpellationsBelowQuorum: Setting<boolean>;
  readonly nonServingMaySpeak: Setting<boolean>;
  readonly doors: Setting<'open' | 'closed'>;
  readonly publicLive: Setting<boolean>;
  readonly whoHasVotedIsShown: Setting<boolean>;
  readonly memberReturnsBetweenItems: Setting<boolean>;
  /** Boards only: the reglemente lets a member who was lost or left serve again the same day. Councils are bound by KL 5:20. */
  readonly memberMayResumeAfterHindrance: Setting<boolean>;
  /** Days between notice and meeting that a board's reglemente asks for; the law gives boards no number (KAL-6). */
  readonly noticeDays?: Setting<number>;
  /** Messages in writing beside the meeting, kept in no record (CHT-01, CHT-05). Absent: no. */
  readonly chat?: Setting<boolean>;
  /** Names of members with protected identity are shown to the public (DAT-08). Absent: no. */
  readonly protectedNamesPublic?: Setting<boolean>;
  /** Boards: LPV 22 § if proportionally elected, else the order the council decided (6:16). */
  readonly substituteOrder: Setting<'perParty' | 'lpv22' | 'bodyOrder'>;
  /** ABL 8:21: a higher number by the articles. */
  readonly quorumNumber: Setting<number | null>;
  readonly conflictInCouncilMayWatch: Setting<boolean>;
};

export type Body = {
  readonly id: BodyId;
  readonly name: string;
  readonly kind: BodyKind;
  /** The full, fixed number; vacancies are not deducted (KL 5:45, 6:27). */
  readonly seatsTotal: number;
  readonly settings: BodySettings;
};

const COUNCIL_KINDS: readonly BodyKind[] = ['council', 'federationCouncil'];

/** Bodies under the rules of KL chapter 5. */
export function isCouncil(kind: BodyKind): boolean {
  return COUNCIL_KINDS.includes(kind);
}

/** Bodies under ABL. */
export function isCompany(kind: BodyKind): boolean {
  return kind === 'companyBoard' || kind === 'generalMeeting';
}

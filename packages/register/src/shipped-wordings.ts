import type { BodyKind } from '@klubba/meeting';
import type { RuleName, RuleValue } from './types.ts';

/**
 * A clause that the product proposes for arbetsordning or reglemente (GOV-24). Its words are `admin.wording.<id>` in
 * `@klubba/i18n`, with `number` for the value and `minutes` for a value in seconds. Proposed alone: it holds nowhere until decided.
 */
export type ShippedWording = {
  readonly id: string;
  readonly kinds: readonly BodyKind[];
  readonly rule: RuleName;
  readonly value: RuleValue;
};

const COUNCILS = ['council', 'federationCouncil'] as const;
const BOARDS = ['executiveBoard', 'board', 'jointBoard', 'federationBoard'] as const;
const UNDER_BOARDS = ['committee', 'draftingCommittee'] as const;
const COMPANIES = ['companyBoard'] as const;
const NOT_COUNCILS = [...BOARDS, ...UNDER_BOARDS, ...COMPANIES] as const;
const ALL = [...COUNCILS, ...NOT_COUNCILS] as const;
const PUBLIC_LAW = [...COUNCILS, ...BOARDS, ...UNDER_BOARDS] as const;

const PLACES_AT_A_DISTANCE = 10;
const LOSS_SECONDS = 300;
const NOTICE_DAYS = 7;
const SPEECH_SECONDS = 360;
const REPLY_SECONDS = 120;
const REPLIES = 2;

export const shippedWordings: readonly ShippedWording[] = [
  { id: 'remoteCouncil', kinds: COUNCILS, rule: 'remoteAllowed', value: true },
  { id: 'remoteBoard', kinds: BOARDS, rule: 'remoteAllowed', value: true },
  { id: 'remoteCommittee', kinds: ['committee'], rule: 'remoteAllowed', value: true },
  { id: 'remoteDrafting', kinds: ['draftingCommittee'], rule: 'remoteAllowed', value: true },
  { id: 'remoteCompany', kinds: COMPANIES, rule: 'remoteAllowed', value: true },
  { id: 'remoteNo', kinds: ALL, rule: 'remoteAllowed', value: false },
  { id: 'remoteMaximum', kinds: ALL, rule: 'remoteMaximum', value: PLACES_AT_A_DISTANCE },
  {
    id: 'placeCouncil',
    kinds: COUNCILS,
    rule: 'mustBeInRoom',
    value: ['chair', 'viceChair', 'secondViceChair', 'secretary'],
  },
  { id: 'placeBoard', kinds: NOT_COUNCILS, rule: 'mustBeInRoom', value: ['chair', 'secretary'] },
  { id: 'placeLeader', kinds: NOT_COUNCILS, rule: 'mustBeInRoom', value: ['chair'] },
  { id: 'secretNever', kinds: ALL, rule: 'remoteForSecretItems', value: 'never' },
  { id: 'secretPremises', kinds: ALL, rule: 'remoteForSecretItems', value: 'premisesOnly' },
  { id: 'secretProtected', kinds: ALL, rule: 'remoteForSecretItems', value: 'protected' },
  { id: 'closedBallotRoom', kinds: PUBLIC_LAW, rule: 'remoteClosedBallot', value: false },
  { id: 'closedBallotSealed', kinds: PUBLIC_LAW, rule: 'remoteClosedBallot', value: true },
  { id: 'picture', kinds: ALL, rule: 'pictureRequired', value: true },
  { id: 'lossAbsent', kinds: ALL, rule: 'lossPolicy', value: { kind: 'absentAfter', seconds: LOSS_SECONDS } },
  { id: 'lossAdjourn', kinds: ALL, rule: 'lossPolicy', value: { kind: 'adjourn' } },
  { id: 'notice', kinds: ALL, rule: 'noticeDays', value: NOTICE_DAYS },
  { id: 'broadcastCouncil', kinds: COUNCILS, rule: 'publicLive', value: true },
  { id: 'broadcastNo', kinds: ALL, rule: 'publicLive', value: false },
  { id: 'doorsOpen', kinds: BOARDS, rule: 'doors', value: 'open' },
  { id: 'votesByButton', kinds: ALL, rule: 'openVoteMethod', value: 'buttons' },
  { id: 'votesByRollCall', kinds: ALL, rule: 'openVoteMethod', value: 'rollCall' },
  { id: 'proposalsInWriting', kinds: PUBLIC_LAW, rule: 'proposalsInWriting', value: true },
  { id: 'chat', kinds: ALL, rule: 'chat', value: true },
  { id: 'chatNo', kinds: ALL, rule: 'chat', value: false },
  { id: 'protectedNames', kinds: ALL, rule: 'protectedNamesPublic', value: true },
  { id: 'protectedNamesNo', kinds: ALL, rule: 'protectedNamesPublic', value: false },
  { id: 'speech', kinds: PUBLIC_LAW, rule: 'speechSeconds', value: SPEECH_SECONDS },
  { id: 'reply', kinds: PUBLIC_LAW, rule: 'replySeconds', value: REPLY_SECONDS },
  { id: 'replies', kinds: PUBLIC_LAW, rule: 'repliesPerSpeech', value: REPLIES },
  { id: 'substitutesSpeak', kinds: BOARDS, rule: 'nonServingMaySpeak', value: true },
  { id: 'substitutesOrder', kinds: BOARDS, rule: 'substituteOrder', value: 'bodyOrder' },
  { id: 'substitutesParty', kinds: BOARDS, rule: 'substituteOrder', value: 'perParty' },
  { id: 'returns', kinds: PUBLIC_LAW, rule: 'memberReturnsBetweenItems', value: true },
];

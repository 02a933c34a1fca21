import { isTextKey, type Language, statutesText, type TextValues } from '@klubba/i18n';
import { type BodyKind, type BodySettings, rules } from '@klubba/meeting';
import type { Translate } from '../app/text.tsx';
import { statutesFor } from '../steps/refusal-text.ts';

export type RuleName = keyof BodySettings;
export type RuleValue<Name extends RuleName = RuleName> = NonNullable<BodySettings[Name]>['value'];

type Group = {
  readonly id: 'remote' | 'seats' | 'debate' | 'decisions' | 'openness';
  readonly rules: readonly RuleName[];
};

/** The settings as a person looks for them: by what they are about. */
export const RULE_GROUPS: readonly Group[] = [
  {
    id: 'remote',
    rules: [
      'remoteAllowed',
      'remoteMaximum',
      'mustBeInRoom',
      'remoteForSecretItems',
      'remoteClosedBallot',
      'remoteProportional',
      'pictureRequired',
      'degradedLinkStops',
      'lossPolicy',
    ],
  },
  {
    id: 'seats',
    rules: [
      'noticeDays',
      'rollCallOrder',
      'substituteOrder',
      'memberReturnsBetweenItems',
      'memberMayResumeAfterHindrance',
      'quorumNumber',
    ],
  },
  {
    id: 'debate',
    rules: ['speechSeconds', 'replySeconds', 'repliesPerSpeech', 'proposalsInWriting', 'nonServingMaySpeak', 'chat'],
  },
  {
    id: 'decisions',
    rules: [
      'openVoteMethod',
      'castingVoteFollowsOwn',
      'closedBallotRevote',
      'closedBallotOthers',
      'interpellationsBelowQuorum',
    ],
  },
  {
    id: 'openness',
    rules: ['doors', 'publicLive', 'protectedNamesPublic', 'whoHasVotedIsShown', 'conflictInCouncilMayWatch'],
  },
];

/** The heart's rule that reads each setting; its statutes are the setting's ground. Others rest on the body's own order. */
const READ_BY: Partial<Readonly<Record<RuleName, string>>> = {
  remoteAllowed: 'DIST-1',
  remoteMaximum: 'MTG-REMOTE-CAP',
  mustBeInRoom: 'MTG-IN-ROOM',
  remoteForSecretItems: 'DIST-6',
  remoteClosedBallot: 'MTG-BALLOT-REMOTE',
  remoteProportional: 'LPV-5',
  pictureRequired: 'DIST-2',
  degradedLinkStops: 'DIST-5',
  lossPolicy: 'DIST-5',
  noticeDays: 'KAL-6',
  substituteOrder: 'ERS-1',
  memberReturnsBetweenItems: 'ERS-3',
  memberMayResumeAfterHindrance: 'ERS-4',
  quorumNumber: 'NAR-1',
  nonServingMaySpeak: 'YTT-1',
  openVoteMethod: 'BES-3',
  castingVoteFollowsOwn: 'BES-5',
  interpellationsBelowQuorum: 'NAR-4',
  doors: 'MTG-DOORS',
};

/** "KL 5 kap. 45 §", for a body of this kind. */
export function ruleStatutes(language: Language, name: RuleName, kind: BodyKind): string | undefined {
  const rule = rules.find(({ id }) => id === READ_BY[name]);
  const statutes = statutesFor(rule?.statutes ?? [], kind);
  return statutes.length === 0 ? undefined : statutesText(language, statutes);
}

/** What a value does, in a sentence. */
export function ruleEffect(t: Translate, name: RuleName, value: RuleValue): string {
  return t(`admin.setting.${name}.effect`, effectValues(t, value));
}

function effectValues(t: Translate, value: RuleValue): TextValues {
  if (typeof value === 'boolean') return { value: value ? 'yes' : 'no' };
  if (typeof value === 'number') return { value: value === 0 ? 'zero' : 'some', number: value };
  if (value === null) return { value: 'none' };
  if (typeof value === 'string') return { value };
  if ('kind' in value)
    return value.kind === 'adjourn' ? { value: 'adjourn' } : { value: 'absent', number: value.seconds };
  if (value.length === 0) return { value: 'none' };
  return { value: 'some', roles: value.map((role) => t(`admin.setting.mustBeInRoom.role.${role}`)) };
}

/** Why the law leaves it open, where it does. */
export function ruleWhy(t: Translate, name: RuleName): string | undefined {
  const key = `admin.setting.${name}.why`;
  return isTextKey(key) ? t(key) : undefined;
}

/** How a setting is chosen: among sentences, by a number, or by ticking. */
export type RuleForm =
  | { readonly kind: 'choice'; readonly values: readonly RuleValue[] }
  | { readonly kind: 'number'; readonly none: boolean; readonly preset: number }
  | { readonly kind: 'loss' }
  | { readonly kind: 'roles' };

const yesNo: RuleForm = { kind: 'choice', values: [true, false] };

export const RULE_FORMS: Readonly<Record<RuleName, RuleForm>> = {
  remoteAllowed: yesNo,
  remoteMaximum: { kind: 'number', none: true, preset: 10 },
  remoteForSecretItems: { kind: 'choice', values: ['never', 'premisesOnly', 'protected', 'perItem'] },
  remoteClosedBallot: yesNo,
  remoteProportional: yesNo,
  closedBallotRevote: yesNo,
  closedBallotOthers: yesNo,
  mustBeInRoom: { kind: 'roles' },
  pictureRequired: yesNo,
  degradedLinkStops: yesNo,
  lossPolicy: { kind: 'loss' },
  speechSeconds: { kind: 'number', none: true, preset: 360 },
  replySeconds: { kind: 'number', none: false, preset: 120 },
  repliesPerSpeech: { kind: 'number', none: false, preset: 2 },
  proposalsInWriting: yesNo,
  chat: yesNo,
  protectedNamesPublic: yesNo,
  rollCallOrder: { kind: 'choice', values: ['seat', 'alphabetical'] },
  openVoteMethod: { kind: 'choice', values: ['buttons', 'rollCall', 'either'] },
  castingVoteFollowsOwn: yesNo,
  interpellationsBelowQuorum: yesNo,
  nonServingMaySpeak: yesNo,
  doors: { kind: 'choice', values: ['open', 'closed'] },
  publicLive: yesNo,
  whoHasVotedIsShown: yesNo,
  memberReturnsBetweenItems: yesNo,
  memberMayResumeAfterHindrance: yesNo,
  noticeDays: { kind: 'number', none: false, preset: 7 },
  substituteOrder: { kind: 'choice', values: ['perParty', 'lpv22', 'bodyOrder'] },
  quorumNumber: { kind: 'number', none: true, preset: 1 },
  conflictInCouncilMayWatch: yesNo,
};

import type { BodySettings, Decision, Setting } from '@klubba/meeting';

/** Settings of a body as its council has decided them. */
export type Decided = Partial<{ readonly [Name in keyof BodySettings]: NonNullable<BodySettings[Name]>['value'] }>;

const byStatute = <T>(value: T): Setting<T> => ({ value, source: { kind: 'statuteDefault' } });
const unsettled = <T>(value: T): Setting<T> => ({ value, source: { kind: 'unsettledDefault' } });

/** What holds for a body that has decided nothing: the law's own answer, and the safe reading where the law is doubtful. */
const DEFAULTS: BodySettings = {
  remoteAllowed: byStatute(false),
  remoteMaximum: byStatute(null),
  remoteForSecretItems: unsettled('never'),
  remoteClosedBallot: unsettled(false),
  mustBeInRoom: byStatute([]),
  pictureRequired: byStatute(true),
  degradedLinkStops: byStatute(false),
  lossPolicy: byStatute({ kind: 'adjourn' }),
  speechSeconds: byStatute(null),
  replySeconds: byStatute(120),
  repliesPerSpeech: byStatute(2),
  proposalsInWriting: byStatute(false),
  rollCallOrder: byStatute('seat'),
  openVoteMethod: byStatute('either'),
  castingVoteFollowsOwn: unsettled(true),
  interpellationsBelowQuorum: unsettled(false),
  nonServingMaySpeak: byStatute(false),
  doors: byStatute('open'),
  publicLive: byStatute(false),
  whoHasVotedIsShown: byStatute(true),
  memberReturnsBetweenItems: byStatute(false),
  memberMayResumeAfterHindrance: byStatute(false),
  substituteOrder: byStatute('perParty'),
  quorumNumber: byStatute(null),
  conflictInCouncilMayWatch: unsettled(true),
};

export type Clauses = Partial<Record<keyof BodySettings, string>>;

/** `decided` by `decision`, each with the clause it stands in where that is known; the rest as the law has it. */
export function settingsOf(decision: Decision, decided: Decided, clauses: Clauses = {}): BodySettings {
  const own = Object.entries(decided).map(([name, value]) => {
    const clause = clauses[name as keyof BodySettings];
    const source = { kind: 'decision' as const, decision, ...(clause === undefined ? {} : { clause }) };
    return [name, { value, source, from: decision.date }];
  });
  return { ...DEFAULTS, ...Object.fromEntries(own) } as BodySettings;
}

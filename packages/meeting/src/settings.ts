import { type BodyKind, type BodySettings, isCompany, isCouncil, type Setting } from './body.ts';
import type { LocalDate } from './ids.ts';

const REMOTE_BY_CHAIR_FROM: LocalDate = '2026-07-01';
const LOSS_LIMIT_SECONDS = 300;
const REPLY_SECONDS = 120;
const REPLIES_PER_SPEECH = 2;

/** By the statute, or by what every body must have decided anyway: the safe reading. */
function statute<T>(value: T): Setting<T> {
  return { value, source: { kind: 'statuteDefault' } };
}

/** The law is silent or doubtful: the safe reading, told as unsettled. */
function unsettled<T>(value: T): Setting<T> {
  return { value, source: { kind: 'unsettledDefault' } };
}

/** What holds in a body that has registered no rules of its own on the day: deny by default, nothing at a distance, the strict reading. */
export function defaultSettings(kind: BodyKind, date: LocalDate): BodySettings {
  const council = isCouncil(kind);
  const company = isCompany(kind);
  return {
    remoteAllowed: statute(false),
    remoteMaximum: statute(null),
    remoteForSecretItems: unsettled('never'),
    remoteClosedBallot: unsettled(false),
    closedBallotRevote: unsettled(true),
    closedBallotOthers: unsettled(false),
    mustBeInRoom: mustBeInRoom(council, date),
    pictureRequired: company ? unsettled(true) : statute(true),
    degradedLinkStops: unsettled(false),
    lossPolicy: unsettled({ kind: 'absentAfter', seconds: LOSS_LIMIT_SECONDS }),
    speechSeconds: unsettled(null),
    replySeconds: unsettled(REPLY_SECONDS),
    repliesPerSpeech: unsettled(REPLIES_PER_SPEECH),
    proposalsInWriting: unsettled(true),
    rollCallOrder: unsettled('seat'),
    openVoteMethod: unsettled('either'),
    castingVoteFollowsOwn: unsettled(true),
    interpellationsBelowQuorum: statute(false),
    nonServingMaySpeak: statute(false),
    doors: statute(council ? 'open' : 'closed'),
    publicLive: unsettled(council),
    whoHasVotedIsShown: unsettled(true),
    memberReturnsBetweenItems: unsettled(true),
    memberMayResumeAfterHindrance: statute(false),
    chat: unsettled(false),
    protectedNamesPublic: unsettled(false),
    substituteOrder: statute(council ? 'perParty' : 'bodyOrder'),
    quorumNumber: statute(null),
    conflictInCouncilMayWatch: unsettled(council),
  };
}

/** The one who leads is where the meeting is held; from 2026-07-01 the council's whole presidium, by statute (DIST-3). */
function mustBeInRoom(council: boolean, date: LocalDate): BodySettings['mustBeInRoom'] {
  const presidium = ['chair', 'viceChair', 'secondViceChair'] as const;
  if (!council) return unsettled(['chair']);
  return date < REMOTE_BY_CHAIR_FROM ? unsettled(presidium) : statute(presidium);
}

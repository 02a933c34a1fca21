import type {
  AdjournmentCommand,
  AgendaCommand,
  AttendanceCommand,
  CompanyCommand,
  ConflictsCommand,
  DecisionsCommand,
  ElectionsCommand,
  FloorCommand,
  MeetingCommand,
  LobbyCommand,
  MinutesCommand,
  PlanCommand,
  ProportionalCommand,
  ProposalsCommand,
  NoticeCommand,
  RemoteCommand,
  SecrecyCommand,
  SupportCommand,
} from '@klubba/meeting';
import { z } from 'zod';
import {
  alternativeId,
  ballotId,
  count,
  documentId,
  instant,
  itemId,
  listOf,
  optional,
  personId,
  proposalId,
  questionId,
  requestId,
  seatId,
  shortText,
  text,
  voteId,
} from './fields.ts';
import { deviceTest, notice, remote } from './before-commands.ts';
import { agendaDocument, item, meetingPlan } from './plan.ts';
import type { Same } from './same.ts';

const type = <const Name extends string>(name: Name) => ({ type: z.literal(name) });
const bare = <const Name extends string>(name: Name) => z.strictObject(type(name));

const plan = [
  z.strictObject({ ...type('planMeeting'), plan: meetingPlan }),
  z.strictObject({ ...type('changePlan'), plan: meetingPlan, by: personId }),
  z.strictObject({ ...type('callOff'), reason: text, by: personId }),
] as const;

const agenda = [
  bare('openMeeting'),
  z.strictObject({ ...type('checkNotice'), stand: optional(z.literal('proceed')), reason: optional(text) }),
  z.strictObject({ ...type('openItem'), item: itemId }),
  bare('beginDebate'),
  bare('closeItem'),
  z.strictObject({ ...type('reorderAgenda'), order: listOf(itemId) }),
  z.strictObject({ ...type('addItem'), item, consent: listOf(personId) }),
  z.strictObject({ ...type('withdrawItem'), item: itemId, reason: text }),
  z.strictObject({ ...type('handOutDocument'), item: itemId, document: agendaDocument }),
  z.strictObject({ ...type('confirmReceipt'), item: itemId, document: documentId }),
  z.strictObject({ ...type('handOverChair'), to: personId, reason: optional(text) }),
  bare('closeMeeting'),
] as const;

const mode = z.enum(['room', 'remote']);
const leaveCause = z.enum([
  'left',
  'connectionLost',
  'conflict',
  'secretItem',
  'otherHindrance',
  'notedAbsent',
  'meetingClosed',
  'memberReturned',
]);
/** Whatever a client says here, the server puts in what the session or the secretary's act shows. */
const identification = z.enum([
  'demoLink',
  'bankId',
  'freja',
  'directory',
  'passkey',
  'oneTimeLink',
  'secretaryInRoom',
  'device',
  'withheld',
]);
const linkConditions = z.strictObject({
  seesHearsPresidium: z.boolean(),
  seesSpeaker: z.boolean(),
  seesRoom: z.boolean(),
  seesHearsOthers: z.boolean(),
  isSeenAndHeard: z.boolean(),
});
const linkCause = z.enum([
  'connectionLost',
  'pictureFrozen',
  'cameraOff',
  'soundLost',
  'poorQuality',
  'tabClosed',
  'sfuLost',
]);
const rollCallAnswer = z.enum(['yes', 'noAnswer']);

const attendance = [
  bare('openCheckIn'),
  z.strictObject({
    ...type('checkIn'),
    person: personId,
    mode,
    room: optional(shortText),
    identified: identification,
    visitor: optional(shortText),
    deviceTest: optional(deviceTest),
  }),
  z.strictObject({ ...type('admit'), person: personId }),
  z.strictObject({ ...type('refuseEntry'), person: personId }),
  z.strictObject({ ...type('checkOut'), person: personId, cause: leaveCause }),
  bare('startRollCall'),
  z.strictObject({ ...type('callName'), seat: seatId }),
  z.strictObject({ ...type('answerRollCall'), seat: seatId, answer: rollCallAnswer }),
  bare('endRollCall'),
  bare('declareQuorate'),
  z.strictObject({ ...type('noteAbsent'), person: personId, cause: leaveCause }),
  z.strictObject({ ...type('callSubstitute'), seat: seatId, substitute: personId }),
  z.strictObject({ ...type('resumeSeat'), seat: seatId }),
  z.strictObject({
    ...type('reportLink'),
    person: personId,
    conditions: linkConditions,
    cause: optional(linkCause),
  }),
  z.strictObject({ ...type('approveLink'), person: personId }),
  z.strictObject({ ...type('changeMode'), person: personId, mode }),
] as const;

const requestKind = z.enum(['speech', 'reply', 'pointOfOrder']);

const floor = [
  z.strictObject({ ...type('requestFloor'), person: personId, kind: requestKind }),
  z.strictObject({ ...type('withdrawRequest'), request: requestId }),
  z.strictObject({ ...type('giveFloor'), request: requestId }),
  z.strictObject({ ...type('giveFloorTo'), person: personId, kind: requestKind }),
  bare('endSpeech'),
  z.strictObject({ ...type('moveRequest'), request: requestId, before: requestId.nullable() }),
  z.strictObject({ ...type('closeDebate'), despiteQueue: optional(z.boolean()) }),
  z.strictObject({ ...type('reopenDebate'), reason: text }),
] as const;

const proposals = [
  z.strictObject({
    ...type('moveProposal'),
    person: personId,
    kind: z.enum(['approval', 'rejection', 'amendment', 'addition', 'tabling', 'referralBack', 'nomination']),
    text,
    reason: optional(text),
    addressee: optional(shortText),
    of: optional(proposalId),
    candidates: optional(listOf(personId)),
    instance: optional(z.union([z.literal(1), z.literal(2)])),
    clause: optional(count),
  }),
  z.strictObject({ ...type('editProposal'), proposal: proposalId, text }),
  z.strictObject({ ...type('withdrawProposal'), proposal: proposalId }),
  z.strictObject({ ...type('supportProposal'), proposal: proposalId, person: personId }),
  z.strictObject({ ...type('withdrawSupport'), proposal: proposalId, person: personId }),
  z.strictObject({ ...type('refuseProposal'), proposal: proposalId, ground: z.enum(['newBusiness', 'unlawful']) }),
] as const;

const choice = z.enum(['yes', 'no', 'abstain']);
const alternative = z.strictObject({
  id: alternativeId,
  kind: z.enum(['proposal', 'rejection', 'decideToday', 'referBack', 'table', 'adopt', 'decline', 'admit', 'refuse']),
  proposal: optional(proposalId),
  implicit: optional(z.boolean()),
});
const threshold = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('simple') }),
  z.strictObject({ kind: z.literal('thirdOfPresent'), for: alternativeId }),
  z.strictObject({ kind: z.literal('twoThirdsOfPresent'), for: alternativeId }),
  z.strictObject({ kind: z.literal('twoThirdsOfCast'), for: alternativeId }),
  z.strictObject({ kind: z.literal('twoThirdsOfCastAndShares'), for: alternativeId }),
  z.strictObject({
    kind: z.literal('fraction'),
    parts: count,
    of: count,
    base: z.enum(['present', 'cast']),
    for: alternativeId,
  }),
  z.strictObject({ kind: z.literal('company') }),
]);
const questionDraft = z.strictObject({
  id: questionId,
  kind: z.enum([
    'overruleRefusal',
    'tabling',
    'referralBack',
    'main',
    'clause',
    'addition',
    'admission',
    'election',
    'quorumFreeFormal',
  ]),
  clause: optional(count),
  alternatives: listOf(alternative),
  threshold,
});

const decisions = [
  z.strictObject({
    ...type('proposeOrder'),
    questions: optional(listOf(questionDraft)),
    enBlocAdditions: optional(z.boolean()),
  }),
  bare('approveOrder'),
  bare('putQuestion'),
  z.strictObject({ ...type('stateFinding'), alternative: alternativeId }),
  z.strictObject({ ...type('demandVote'), person: personId }),
  z.strictObject({ ...type('openVote'), method: z.enum(['buttons', 'rollCall']) }),
  z.strictObject({ ...type('callVoter'), person: personId }),
  z.strictObject({ ...type('castVote'), vote: voteId, choice }),
  z.strictObject({ ...type('enterSpokenVote'), vote: voteId, person: personId, choice }),
  bare('resumeVote'),
  z.strictObject({ ...type('redoVote'), reason: text }),
  bare('closeVote'),
  z.strictObject({ ...type('castingVote'), alternative: alternativeId }),
  z.strictObject({ ...type('recordLot'), alternative: alternativeId, witness: personId, manner: text }),
  bare('strikeGavel'),
  z.strictObject({ ...type('standAside'), person: personId }),
  z.strictObject({
    ...type('reserve'),
    person: personId,
    item: itemId,
    text,
    inFavourOf: optional(proposalId),
  }),
  z.strictObject({ ...type('makeStatement'), person: personId, item: itemId, text }),
] as const;

const ballotCount = z.strictObject({
  votes: z.record(personId, count),
  others: optional(count),
  blank: count,
  invalid: count,
});
const ballotHash = z.string().min(1).max(128);

const elections = [
  z.strictObject({ ...type('declareElected'), item: itemId, persons: listOf(personId) }),
  z.strictObject({ ...type('appointKeyHolders'), persons: listOf(personId) }),
  z.strictObject({ ...type('completeKeys'), persons: listOf(personId), key: ballotHash }),
  z.strictObject({ ...type('openClosedBallot'), means: z.enum(['sealed', 'paper']) }),
  z.strictObject({ ...type('registerVoter'), ballot: ballotId, person: personId, booth: optional(z.boolean()) }),
  z.strictObject({ ...type('replaceTablet'), ballot: ballotId, person: personId }),
  bare('closeRegistration'),
  z.strictObject({ ...type('drawVotingList'), ballot: ballotId, lines: count, hash: ballotHash }),
  bare('approveVotingList'),
  z.strictObject({ ...type('markVoted'), ballot: ballotId, persons: listOf(personId) }),
  bare('closeClosedBallot'),
  z.strictObject({ ...type('endBallot'), ballot: ballotId, head: ballotHash, cast: count }),
  z.strictObject({ ...type('checkInclusion'), ballot: ballotId, person: personId, found: z.boolean() }),
  z.strictObject({ ...type('startCount'), despite: optional(z.boolean()) }),
  z.strictObject({ ...type('giveShare'), ballot: ballotId, holder: personId, holds: z.boolean() }),
  z.strictObject({ ...type('reportCount'), ballot: ballotId, count: ballotCount, head: ballotHash }),
  z.strictObject({ ...type('enterPaperCount'), ballot: ballotId, count: ballotCount }),
  z.strictObject({ ...type('drawBallotLot'), persons: listOf(personId), witness: personId, manner: text }),
  z.strictObject({ ...type('annulClosedBallot'), reason: text }),
] as const;

/** Of shares and votes: a large company has more than any count in a meeting; that there must be some is for the rule to say. */
const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const company = [
  z.strictObject({ ...type('consentToForm'), person: personId }),
  z.strictObject({ ...type('refuseForm'), person: personId }),
  z.strictObject({ ...type('standForMaterial'), item: itemId, reason: text }),
  z.strictObject({ ...type('proposePerCapsulam'), item: itemId, text }),
  z.strictObject({ ...type('signPerCapsulam'), item: itemId, person: personId }),
  z.strictObject({ ...type('refusePerCapsulam'), item: itemId, person: personId }),
  z.strictObject({ ...type('requestClosedElection'), person: personId }),
  z.strictObject({ ...type('enterHolding'), seat: seatId, owner: shortText, votes: amount, shares: amount }),
  bare('approveVotingRegister'),
] as const;

const slipCount = z.strictObject({
  groups: listOf(z.strictObject({ label: shortText, names: listOf(personId), votes: count })),
  invalid: z.strictObject({ notClosed: optional(count), wrongForm: optional(count), noLabel: optional(count) }),
});

const proportional = [
  z.strictObject({ ...type('requestProportional'), person: personId }),
  z.strictObject({ ...type('withdrawProportional'), person: personId }),
  z.strictObject({ ...type('openProportional'), assistants: listOf(personId) }),
  z.strictObject({ ...type('markSlip'), person: personId }),
  bare('closeSlips'),
  z.strictObject({ ...type('enterSlips'), count: slipCount }),
  z.strictObject({ ...type('drawProportionalLot'), group: count, witness: personId, manner: text }),
  bare('declareProportional'),
  z.strictObject({ ...type('annulProportional'), reason: text }),
] as const;

const conflicts = [
  z.strictObject({ ...type('declareConflict'), item: itemId, person: personId, ground: optional(text) }),
  z.strictObject({ ...type('raiseConflict'), item: itemId, person: personId, ground: text }),
  z.strictObject({ ...type('contestConflict'), item: itemId, person: personId }),
  z.strictObject({ ...type('decideConflict'), item: itemId, person: personId, inConflict: z.boolean() }),
  z.strictObject({ ...type('withdrawConflict'), item: itemId, person: personId }),
] as const;

const secrecy = [
  bare('closeDoors'),
  bare('openDoors'),
  z.strictObject({ ...type('declareRoom'), person: personId }),
  z.strictObject({ ...type('admitExternal'), person: personId }),
  z.strictObject({ ...type('endExternal'), person: personId }),
] as const;

const lobby = [
  z.strictObject({ ...type('beginIdentityCheck'), person: personId }),
  z.strictObject({
    ...type('endIdentityCheck'),
    person: personId,
    proofs: listOf(z.enum(['picture', 'voice', 'agreedControl'])),
  }),
  z.strictObject({ ...type('doubtIdentity'), person: personId }),
] as const;

const adjournment = [
  z.strictObject({
    ...type('adjourn'),
    cause: z.enum(['groupMeeting', 'connectionLost', 'notQuorate', 'rest', 'disorder', 'other']),
    until: optional(instant),
    reason: optional(text),
    person: optional(personId),
  }),
  z.strictObject({ ...type('extendAdjournment'), until: instant }),
  bare('recall'),
  z.strictObject({ ...type('confirmPresence'), person: personId }),
  bare('completeCheck'),
] as const;

const minutes = [
  z.strictObject({ ...type('writeNote'), note: shortText, item: itemId.nullable(), text, device: optional(shortText) }),
  z.strictObject({ ...type('removeNote'), note: shortText, device: optional(shortText) }),
  z.strictObject({ ...type('adjustAtOnce'), item: itemId }),
  z.strictObject({ ...type('wordPassage'), passage: shortText, text, device: optional(shortText) }),
  z.strictObject({ ...type('lockMinutes'), device: shortText }),
  z.strictObject({ ...type('unlockMinutes'), device: shortText }),
  z.strictObject({ ...type('wordScript'), line: shortText, text }),
] as const;

const support = [
  z.strictObject({ ...type('askForHelp'), person: personId, text }),
  z.strictObject({ ...type('answerHelp'), person: personId }),
] as const;

/** Everything somebody may ask of a meeting, with every field checked. */
export const meetingCommand: z.ZodType<MeetingCommand> = z.discriminatedUnion('type', [
  ...plan,
  ...agenda,
  ...attendance,
  ...notice,
  ...remote,
  ...floor,
  ...proposals,
  ...decisions,
  ...elections,
  ...proportional,
  ...company,
  ...conflicts,
  ...secrecy,
  ...lobby,
  ...adjournment,
  ...minutes,
  ...support,
]);

type Of<Options extends readonly z.ZodType[]> = z.infer<Options[number]>;
/** The compiler stops here when the heart learns a command, or a field of one, that the wire does not know. */
export const wireKnowsTheHeart: {
  readonly plan: Same<Of<typeof plan>, PlanCommand>;
  readonly agenda: Same<Of<typeof agenda>, AgendaCommand>;
  readonly attendance: Same<Of<typeof attendance>, AttendanceCommand>;
  readonly notice: Same<Of<typeof notice>, NoticeCommand>;
  readonly remote: Same<Of<typeof remote>, RemoteCommand>;
  readonly floor: Same<Of<typeof floor>, FloorCommand>;
  readonly proposals: Same<Of<typeof proposals>, ProposalsCommand>;
  readonly decisions: Same<Of<typeof decisions>, DecisionsCommand>;
  readonly company: Same<Of<typeof company>, CompanyCommand>;
  readonly proportional: Same<Of<typeof proportional>, ProportionalCommand>;
  readonly elections: Same<Of<typeof elections>, ElectionsCommand>;
  readonly conflicts: Same<Of<typeof conflicts>, ConflictsCommand>;
  readonly secrecy: Same<Of<typeof secrecy>, SecrecyCommand>;
  readonly lobby: Same<Of<typeof lobby>, LobbyCommand>;
  readonly adjournment: Same<Of<typeof adjournment>, AdjournmentCommand>;
  readonly minutes: Same<Of<typeof minutes>, MinutesCommand>;
  readonly support: Same<Of<typeof support>, SupportCommand>;
} = {
  plan: true,
  agenda: true,
  attendance: true,
  notice: true,
  remote: true,
  floor: true,
  proposals: true,
  decisions: true,
  elections: true,
  proportional: true,
  company: true,
  conflicts: true,
  secrecy: true,
  lobby: true,
  adjournment: true,
  minutes: true,
  support: true,
};

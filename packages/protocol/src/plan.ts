import { type AgendaDocument, type Body, BODY_KINDS, type Item, ITEM_KINDS, type MeetingPlan } from '@klubba/meeting';
import { z } from 'zod';
import type { Same } from './same.ts';
import {
  bodyId,
  count,
  documentId,
  instant,
  itemId,
  listOf,
  localDate,
  meetingId,
  optional,
  partyId,
  personId,
  seatId,
  seconds,
  shortText,
  text,
} from './fields.ts';

const decision = z.strictObject({ body: shortText, date: localDate, section: shortText });

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('decision'), decision, clause: optional(shortText) }),
  z.strictObject({ kind: z.literal('statuteDefault') }),
  z.strictObject({ kind: z.literal('unsettledDefault') }),
]);

const setting = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, source, from: optional(localDate), to: optional(localDate) });

const lossPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adjourn') }),
  z.strictObject({ kind: z.literal('absentAfter'), seconds }),
]);

export const settings = z.strictObject({
  remoteAllowed: setting(z.boolean()),
  remoteMaximum: setting(count.nullable()),
  remoteForSecretItems: setting(z.enum(['never', 'premisesOnly', 'protected', 'perItem'])),
  remoteClosedBallot: setting(z.boolean()),
  mustBeInRoom: setting(listOf(z.enum(['chair', 'viceChair', 'secondViceChair', 'secretary']))),
  pictureRequired: setting(z.boolean()),
  degradedLinkStops: setting(z.boolean()),
  lossPolicy: setting(lossPolicy),
  speechSeconds: setting(seconds.nullable()),
  replySeconds: setting(seconds),
  repliesPerSpeech: setting(count),
  proposalsInWriting: setting(z.boolean()),
  rollCallOrder: setting(z.enum(['seat', 'alphabetical'])),
  openVoteMethod: setting(z.enum(['buttons', 'rollCall', 'either'])),
  castingVoteFollowsOwn: setting(z.boolean()),
  interpellationsBelowQuorum: setting(z.boolean()),
  nonServingMaySpeak: setting(z.boolean()),
  doors: setting(z.enum(['open', 'closed'])),
  publicLive: setting(z.boolean()),
  whoHasVotedIsShown: setting(z.boolean()),
  memberReturnsBetweenItems: setting(z.boolean()),
  memberMayResumeAfterHindrance: setting(z.boolean()),
  closedBallotRevote: optional(setting(z.boolean())),
  closedBallotOthers: optional(setting(z.boolean())),
  noticeDays: optional(setting(count)),
  chat: optional(setting(z.boolean())),
  protectedNamesPublic: optional(setting(z.boolean())),
  remoteProportional: optional(setting(z.boolean())),
  substituteOrder: setting(z.enum(['perParty', 'lpv22', 'bodyOrder'])),
  quorumNumber: setting(count.nullable()),
  conflictInCouncilMayWatch: setting(z.boolean()),
});

/** The value of any one setting. */
export const ruleValue = z.union([
  z.boolean(),
  count,
  z.null(),
  z.enum(['never', 'premisesOnly', 'protected', 'perItem']),
  z.enum(['seat', 'alphabetical', 'buttons', 'rollCall', 'either', 'open', 'closed', 'perParty', 'lpv22', 'bodyOrder']),
  listOf(z.enum(['chair', 'viceChair', 'secondViceChair', 'secretary'])),
  lossPolicy,
]);

export const bodyKind = z.enum(BODY_KINDS);

const bodyShape = z.strictObject({
  id: bodyId,
  name: shortText,
  kind: bodyKind,
  seatsTotal: count,
  settings,
});

export const body: z.ZodType<Body> = bodyShape;

const documentShape = z.strictObject({
  id: documentId,
  title: shortText,
  pages: optional(count),
  bytes: optional(z.number().int().min(0)),
  handedOutAt: optional(instant),
});

export const agendaDocument: z.ZodType<AgendaDocument> = documentShape;

const reportedDecision = z.strictObject({
  kind: z.enum(['delegated', 'chair']),
  text,
  madeOn: localDate,
  mandate: optional(z.strictObject({ date: localDate, section: shortText })),
  urgent: optional(z.boolean()),
  reservedToBoard: optional(z.enum(['aims', 'toCouncil', 'principle', 'residentsProposal', 'otherLaw'])),
});

export const itemKind = z.enum(ITEM_KINDS);

const itemShape = z.strictObject({
  id: itemId,
  number: count,
  title: shortText,
  kind: itemKind,
  diaryNumber: optional(shortText),
  documents: listOf(agendaDocument),
  doors: z.enum(['open', 'closed', 'secret']),
  tabled: optional(
    z.strictObject({ by: shortText, text, clauses: optional(listOf(text)), candidates: optional(listOf(personId)) }),
  ),
  preparedBy: listOf(shortText),
  presenter: optional(personId),
  announcedOn: optional(localDate),
  raisedOn: optional(localDate),
  urgent: optional(z.boolean()),
  exerciseOfAuthority: optional(z.boolean()),
  reported: optional(listOf(reportedDecision)),
  expectedConflicts: optional(listOf(personId)),
  externals: optional(listOf(personId)),
  remoteWhenClosed: optional(z.enum(['never', 'premisesOnly', 'protected'])),
  election: optional(
    z.strictObject({
      office: shortText,
      places: count,
      closed: optional(z.boolean()),
      proportional: optional(z.boolean()),
      substitutes: optional(
        z.strictObject({ membersIn: optional(itemId), membersProportional: optional(z.boolean()) }),
      ),
    }),
  ),
  movedFrom: optional(localDate),
  asker: optional(personId),
  answerer: optional(personId),
  earlierMinorityReferral: optional(
    z.strictObject({ date: localDate, section: shortText, annulled: optional(z.boolean()) }),
  ),
  majority: optional(z.enum(['twoThirdsOfPresent', 'twoThirdsOfCast', 'twoThirdsOfCastAndShares'])),
  ownMajority: optional(z.strictObject({ parts: count, of: count, base: z.enum(['present', 'cast']) })),
  extraElection: optional(z.enum(['first', 'tabledBefore'])),
});

export const item: z.ZodType<Item> = itemShape;

export const duty = z.enum([
  'chair',
  'viceChair',
  'secondViceChair',
  'secretary',
  'assistant',
  'technician',
  'official',
  'presenter',
  'auditor',
  'commissioner',
  'external',
  'hallDevice',
]);

const person = z.strictObject({
  id: personId,
  givenName: shortText,
  familyName: shortText,
  party: optional(partyId),
  title: optional(shortText),
  phone: optional(shortText),
  isProtected: optional(z.literal(true)),
});

export const seatShape = z.strictObject({
  id: seatId,
  number: count,
  holder: optional(personId),
  party: optional(partyId),
  constituency: optional(shortText),
  votes: optional(count),
  shares: optional(z.number().int().min(0)),
});

export const substituteListShape = z.strictObject({
  party: optional(partyId),
  constituency: optional(shortText),
  persons: listOf(personId),
  chain: optional(listOf(z.strictObject({ party: optional(partyId), constituency: optional(shortText) }))),
});

const planShape = z.strictObject({
  meeting: meetingId,
  municipality: shortText,
  body,
  date: localDate,
  startsAt: instant,
  place: shortText,
  form: z.enum(['physical', 'hybrid', 'allButPresidium', 'severalRooms']),
  parties: listOf(z.strictObject({ id: partyId, short: shortText, name: shortText })),
  people: listOf(person),
  seats: listOf(seatShape),
  substitutes: listOf(substituteListShape),
  duties: listOf(z.strictObject({ person: personId, duty })),
  items: listOf(item),
  notice: z.strictObject({
    announcedOn: localDate.nullable(),
    sentOn: localDate.nullable(),
    fallback: optional(text),
    remindDays: optional(count),
  }),
  remoteGranted: listOf(personId),
  secretaryPhone: optional(shortText),
  rehearsal: optional(z.boolean()),
  moved: optional(listOf(z.strictObject({ title: z.string().max(400), to: localDate }))),
});

export const meetingPlan: z.ZodType<MeetingPlan> = planShape;

/**
 * The compiler stops here when a part of the plan has a field that the wire does not know.
 * @public for the compiler alone
 */
export const wireKnowsThePlan: {
  readonly body: Same<z.infer<typeof bodyShape>, Body>;
  readonly document: Same<z.infer<typeof documentShape>, AgendaDocument>;
  readonly item: Same<z.infer<typeof itemShape>, Item>;
  readonly plan: Same<z.infer<typeof planShape>, MeetingPlan>;
} = { body: true, document: true, item: true, plan: true };

import type { BodyRule, RegisterCommand, RuleTemplate } from '@klubba/register';
import { z } from 'zod';
import {
  bodyId,
  commandId,
  count,
  instant,
  listOf,
  localDate,
  optional,
  partyId,
  personId,
  shortText,
  text,
} from './fields.ts';
import { bodyKind, ruleValue, seatShape, settings, substituteListShape } from './plan.ts';
import { hasItsValue, ruleName, template } from './register-templates.ts';
import type { Same } from './same.ts';

/*
 * The register over HTTP. All of it is for administrators; whoever else asks gets 403 `REG-ADMIN`, and the attempt is noted.
 * Errors are `httpProblem`: 409 with a rule of the register when a command is refused.
 *
 * GET  /api/register                              registerSummary
 * GET  /api/register/people?q=&page=              personPage, in Swedish order, best match first when `q` is given
 * GET  /api/register/people/:person               personView; contact of a protected person is withheld
 * GET  /api/register/people/:person/data          personalData; noted in the audit. `?download=1` gives it as a file
 * DELETE /api/register/people/:person/logins      loginsEnded: all logins of one person, running meetings included
 * DELETE /api/register/logins                     loginsEnded: everybody's but the own one
 * GET  /api/register/bodies?q=&on=                bodyList
 * GET  /api/register/bodies/:body?on=             bodyView of that day (today when left out)
 * POST /api/register/commands                     registerWish → registerAck. The same id again gives the same answer
 * POST /api/register/import/preview               multipart, one file (CSV or XLSX) → importPreview
 * GET  /api/register/import/progress/:id          importProgress of one that goes on
 * POST /api/register/import/apply                 importWish → importResult
 * GET  /api/register/export.csv                   the register, as it can be read in again
 * GET  /api/register/templates                    templateFile: those taken over. POST templateWish: takes lines over, changing no rule
 * POST /api/register/templates/preview            templateUpload → templatePreview, nothing is changed
 * GET  /api/register/bodies/:body/template        templateFile: the body's own rules, for others
 * GET  /api/register/history?about=&before=       historyPage, newest first; about a person or body, or everything
 * GET  /api/register/audit?q=&before=             the same with refused attempts, readings and exports
 * GET  /api/register/audit.csv                    all of it
 * POST /api/register/first                        setUpWish: the set-up code's holder becomes administrator
 */

const span = { from: localDate, to: optional(localDate) };
const seatNumber = z.number().int().min(1).max(1_000);
export const personName = z.strictObject({ givenName: shortText, familyName: shortText });
const contact = z.strictObject({ email: optional(shortText), phone: optional(shortText) });
const party = z.strictObject({
  id: partyId,
  short: shortText,
  name: shortText,
  colour: optional(shortText),
  order: optional(seatNumber),
});
const constituency = z.strictObject({ id: shortText, name: shortText, council: bodyId, ...span });
const term = z.strictObject({ id: shortText, name: shortText, from: localDate, to: localDate });
const basis = z.enum(['election', 'successor', 'byElection', 'appointment']);
const endReason = z.enum(['resigned', 'died', 'moved', 'recalled', 'replaced', 'termEnded']);
const standingDuty = z.enum([
  'chair',
  'viceChair',
  'secondViceChair',
  'secretary',
  'assistant',
  'technician',
  'official',
  'auditor',
  'commissioner',
  'hallDevice',
]);
const personFields = {
  person: personId,
  name: personName,
  contact,
  party: optional(partyId),
  title: optional(shortText),
  isProtected: z.boolean(),
};
const councilSize = { voters: optional(z.number().int().min(0).max(20_000_000)), isRegion: optional(z.boolean()) };
const bodyShape = {
  name: shortText,
  kind: bodyKind,
  seatsTotal: seatNumber,
  ...councilSize,
  parent: optional(bodyId),
  ...span,
};
const mandate = {
  seat: seatNumber,
  person: personId,
  party: optional(partyId),
  constituency: optional(shortText),
  basis,
  reference: optional(shortText),
  ...span,
};
const place = {
  order: seatNumber,
  person: personId,
  party: optional(partyId),
  constituency: optional(shortText),
  ...span,
};
const dutyTerm = { person: personId, duty: standingDuty, ...span };
const decision = z.strictObject({ by: bodyId, date: localDate, section: shortText, diaryNumber: optional(shortText) });
const bodyRule = {
  rule: ruleName,
  value: ruleValue,
  wording: text,
  clause: optional(shortText),
  decision,
  guidance: optional(shortText),
  note: optional(text),
  ...span,
};
const endMandate = { body: bodyId, seat: seatNumber, person: personId, to: localDate, why: endReason };
const endSubstitute = { body: bodyId, person: personId, to: localDate, why: endReason };
const endDuty = { body: bodyId, person: personId, duty: standingDuty, to: localDate };

export const registerCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('nameMunicipality'), name: shortText }),
  z.strictObject({ type: z.literal('keepParty'), party }),
  z.strictObject({ type: z.literal('keepConstituency'), constituency }),
  z.strictObject({ type: z.literal('keepTerm'), term }),
  z.strictObject({ type: z.literal('addPerson'), ...personFields }),
  z.strictObject({ type: z.literal('changePerson'), ...personFields }),
  z.strictObject({ type: z.literal('erasePerson'), person: personId, on: localDate }),
  z.strictObject({ type: z.literal('addBody'), body: bodyId, ...bodyShape }),
  z.strictObject({ type: z.literal('changeBody'), body: bodyId, ...bodyShape }),
  z.strictObject({ type: z.literal('giveSeat'), body: bodyId, ...mandate }),
  z.strictObject({ type: z.literal('endMandate'), ...endMandate }),
  z.strictObject({ type: z.literal('addSubstitute'), body: bodyId, ...place }),
  z.strictObject({ type: z.literal('endSubstitute'), ...endSubstitute }),
  z.strictObject({
    type: z.literal('orderSubstitutes'),
    body: bodyId,
    party: optional(partyId),
    constituency: optional(shortText),
    persons: listOf(personId),
    from: localDate,
  }),
  z.strictObject({ type: z.literal('giveDuty'), body: bodyId, ...dutyTerm }),
  z.strictObject({ type: z.literal('endDuty'), ...endDuty }),
  z.strictObject({ type: z.literal('registerRule'), body: bodyId, ...bodyRule }).refine(hasItsValue),
  z.strictObject({ type: z.literal('keepTemplate'), template }),
  z.strictObject({ type: z.literal('withdrawTemplate'), template: shortText }),
  z.strictObject({ type: z.literal('makeAdministrator'), person: personId }),
  z.strictObject({ type: z.literal('withdrawAdministrator'), person: personId }),
]);

export const registerWish = z.strictObject({ id: commandId, command: registerCommand });
export type RegisterWish = z.infer<typeof registerWish>;
/** `seq`: of the last fact that the command brought. */
export const registerAck = z.strictObject({ seq: z.number().int() });
export type RegisterAck = z.infer<typeof registerAck>;

export const personParams = z.strictObject({ person: personId });
/** How many logins were ended. */
export const loginsEnded = z.strictObject({ count });
export const bodyParams = z.strictObject({ body: bodyId });
const searchWords = z.string().max(100);
export const peopleQuery = z.strictObject({
  q: optional(searchWords),
  page: optional(z.coerce.number().int().min(1).max(1_000)),
});
export const bodiesQuery = z.strictObject({ q: optional(searchWords), on: optional(localDate) });
export const dayQuery = z.strictObject({ on: optional(localDate) });
export const historyQuery = z.strictObject({
  about: optional(z.string().max(120)),
  q: optional(searchWords),
  before: optional(z.coerce.number().int().min(1)),
});

/** What is set up. `missing` is what a first meeting still needs, in the order in which it is done. */
export const registerSummary = z.strictObject({
  seq: z.number().int(),
  /** The first fact that is not what was written: somebody reached into the database. Absent: the chain is whole. */
  damagedAt: optional(z.number().int()),
  municipality: shortText,
  people: count,
  bodies: count,
  /** In the order of lists. */
  parties: listOf(party),
  constituencies: listOf(constituency),
  terms: listOf(term),
  administrators: listOf(z.strictObject({ person: personId, name: shortText })),
  missing: listOf(
    z.enum(['municipality', 'parties', 'bodies', 'people', 'seats', 'presidium', 'secretary', 'remoteDecision']),
  ),
});
export type RegisterSummary = z.infer<typeof registerSummary>;

const personLine = z.strictObject({
  person: personId,
  name: shortText,
  party: optional(partyId),
  title: optional(shortText),
  email: optional(shortText),
  isProtected: z.boolean(),
  isErased: z.boolean(),
  /** Names of the bodies where the person has a place today. */
  bodies: listOf(shortText),
});
export type PersonLine = z.infer<typeof personLine>;
export const personPage = z.strictObject({ total: count, page: count, pages: count, people: listOf(personLine) });
export type PersonPage = z.infer<typeof personPage>;

const held = z.strictObject({
  body: bodyId,
  bodyName: shortText,
  kind: z.enum(['member', 'substitute', 'duty']),
  /** Seat or order. */
  number: optional(count),
  duty: optional(standingDuty),
  ...span,
});
export const personView = z.strictObject({
  person: personId,
  name: personName.nullable(),
  contact,
  /** There is contact that is not shown here. */
  isWithheld: z.boolean(),
  party: optional(partyId),
  title: optional(shortText),
  isProtected: z.boolean(),
  isAdministrator: z.boolean(),
  erasedAt: optional(instant),
  held: listOf(held),
});
export type PersonView = z.infer<typeof personView>;

/** Everything held of a person, and why it is (DAT-07). `until`: when it may be erased; absent where the law keeps it. */
export const personalData = z.strictObject({
  person: personView,
  kept: listOf(
    z.strictObject({
      what: z.enum(['name', 'contact', 'mandates', 'duties', 'meetings', 'sessions', 'logins', 'history']),
      why: z.enum(['publicOffice', 'publicRecord', 'callingToMeetings', 'access', 'security']),
      count,
      mayBeErased: z.boolean(),
    }),
  ),
});
export type PersonalData = z.infer<typeof personalData>;

const bodyLine = z.strictObject({
  body: bodyId,
  name: shortText,
  kind: bodyKind,
  parent: optional(bodyId),
  seatsTotal: count,
  ...councilSize,
  seatsHeld: count,
  remoteAllowed: z.boolean(),
  ...span,
});
export type BodyLine = z.infer<typeof bodyLine>;
export const bodyList = z.strictObject({ bodies: listOf(bodyLine) });
export type BodyList = z.infer<typeof bodyList>;

/** Links of the chain that lets a body meet at a distance, from the council down to the body (scenario 13). */
const chainLink = z.strictObject({
  body: bodyId,
  name: shortText,
  kind: bodyKind,
  state: z.enum(['on', 'off', 'decidedNo', 'notDecided']),
  decision: optional(decision),
  /** The rule that would refuse switching it on today; absent: nothing hinders. */
  hindrance: optional(shortText),
});

/** A body as it was, is or will be on a day: `settings` with their sources, and every place with its holder's name. */
export const bodyView = z.strictObject({
  on: localDate,
  body: bodyId,
  name: shortText,
  kind: bodyKind,
  seatsTotal: count,
  ...councilSize,
  parent: optional(bodyId),
  ...span,
  /** What does not agree with the law that day: `refusal.<rule>`, with `detail` for its gaps. */
  findings: listOf(z.strictObject({ rule: z.string(), detail: optional(z.record(z.string(), z.string())) })),
  settings,
  seats: listOf(seatShape),
  substitutes: listOf(substituteListShape),
  duties: listOf(z.strictObject(dutyTerm)),
  /** Of every day, newest first. */
  mandates: listOf(z.strictObject({ ...mandate, ended: optional(endReason) })),
  places: listOf(z.strictObject({ ...place, ended: optional(endReason) })),
  rules: listOf(z.strictObject(bodyRule)),
  chain: listOf(chainLink),
  names: z.record(z.string(), shortText),
});
export type BodyView = z.infer<typeof bodyView>;

/** One thing that a row would do, for the words `register.import.<what>`. */
const importChange = z.strictObject({ what: shortText, values: z.record(z.string(), z.string()) });
const importRow = z.strictObject({
  /** As in the file, the header being line 1. */
  line: count,
  state: z.enum(['new', 'changed', 'same', 'error']),
  name: shortText,
  body: shortText,
  changes: listOf(importChange),
  /** `refusal.<rule>`, with `detail` for its gaps. */
  problem: optional(z.strictObject({ rule: z.string(), detail: optional(z.record(z.string(), z.string())) })),
});
export type ImportRow = z.infer<typeof importRow>;
export const importPreview = z.strictObject({
  preview: z.string(),
  file: shortText,
  counts: z.strictObject({ new: count, changed: count, same: count, error: count }),
  rows: z.array(importRow),
});
export type ImportPreview = z.infer<typeof importPreview>;
export const importWish = z.strictObject({
  id: commandId,
  preview: z.string().max(64),
  lines: z.array(count).max(20_000),
});
export const importResult = z.strictObject({
  seq: z.number().int(),
  applied: count,
  /** Rows that no longer could be: the register was changed meanwhile, or they needed a row that was not chosen. */
  refused: z.array(importRow),
});
export type ImportResult = z.infer<typeof importResult>;

/** `progress`: a name of the caller's own for what it then asks about; an import that is applied is asked about by its own id. */
export const importQuery = z.strictObject({ progress: optional(commandId) });
export const importParams = z.strictObject({ id: commandId });
/** `waiting`: it has not begun, or it is over. Rows while they are compared, facts while they are written. */
export const importProgress = z.strictObject({
  stage: z.enum(['waiting', 'comparing', 'writing']),
  done: count,
  total: count,
});
export type ImportProgress = z.infer<typeof importProgress>;

const historyEntry = z.strictObject({
  seq: z.number().int(),
  at: instant,
  actor: shortText,
  actorName: shortText,
  /** The event; contact is left out, and the names of protected persons stand as they do elsewhere. */
  event: z.looseObject({ type: z.string() }),
  /** Names of the ids in it. */
  names: z.record(z.string(), shortText),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
/** `next`: ask for what was before it; absent when this is the beginning. */
export const historyPage = z.strictObject({ entries: listOf(historyEntry), next: optional(count) });
export type HistoryPage = z.infer<typeof historyPage>;

/** The first administrator: the code that the start of an empty installation printed. */
export const setUpWish = z.strictObject({
  code: z.string().min(8).max(64),
  name: personName,
  email: optional(shortText),
});

/**
 * The compiler stops here when the wire and the register do not know the same commands.
 * @public for the compiler alone
 */
export const wireKnowsTheRegister: {
  readonly command: Same<z.infer<typeof registerCommand>['type'], RegisterCommand['type']>;
  readonly rule: Same<Omit<z.infer<z.ZodObject<typeof bodyRule>>, 'value'>, Omit<BodyRule, 'value'>>;
  readonly template: Same<keyof z.infer<typeof template>, keyof RuleTemplate>;
} = { command: true, rule: true, template: true };

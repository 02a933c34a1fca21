import { z } from 'zod';
import { ballotId, count, meetingId, optional, personId } from './fields.ts';

const HEX_BYTES_MAX = 4_096;
const hex = z
  .string()
  .min(2)
  .max(2 * HEX_BYTES_MAX)
  .regex(/^(?:[0-9a-f]{2})+$/);
/** Messages of the key ceremony and parts of the count: texts of the ballot protocol, examined by it. */
const message = z.string().min(2).max(200_000);
/** A public credential as the voting list has it. */
const credential = z.string().min(1).max(1_000);
/** A ballot's record; fifty candidates fit. */
const ballotText = z.string().min(2).max(500_000);
export const BALLOT_BODY_BYTES_MAX = 1024 * 1024;

/** In which a ballot is encrypted, by its name in the ballot protocol: fixed when its key holders begin. */
const ballotGroup = z.enum(['BELENIOS-2048', 'Ed25519']);

export const ballotParams = z.strictObject({ meeting: meetingId, ballot: ballotId });

/** Where a ballot's board stands. What it holds is in the archive. */
export const ballotBoard = z.strictObject({
  /** For g^s: the election's name on its board. */
  uuid: z.string(),
  group: ballotGroup,
  /** Of registration; with each, another name and another key. */
  round: count,
  /** Signs voters' credentials blindly, until the list is approved. */
  blindKey: optional(z.strictObject({ n: hex, e: hex })),
  /** Somebody with this session is on the list, by which tablet is not known. */
  registered: z.boolean(),
  marked: z.boolean(),
  lines: count,
  /** The election's record, when the ballot is open. */
  election: optional(z.string()),
  /** Verifies receipts: Ed25519, SPKI, hexadecimal. */
  receiptKey: hex,
  cast: count,
  head: optional(z.string()),
  height: optional(count),
  /** What key holders open, when the count has begun. */
  tally: optional(message),
});
export type BallotBoard = z.infer<typeof ballotBoard>;

export const blindRequest = z.strictObject({ blinded: hex });
export const blindAnswer = z.strictObject({ signed: hex });
/** The hall's own tablet: who is at it now, and of those who have entered there whom the server knows to have voted. */
export const boothView = z.strictObject({ inside: optional(personId), marked: z.array(personId) });
export type BoothView = z.infer<typeof boothView>;
export const boothVoter = z.strictObject({ person: personId });
export const boothBlindRequest = z.strictObject({ person: personId, blinded: hex });
export const boothInclusion = z.strictObject({ person: personId, found: z.boolean() });
export const credentialRequest = z.strictObject({ credential, signature: hex });
export const votingListAnswer = z.strictObject({ credentials: z.array(credential) });
export const castRequest = z.strictObject({ ballot: ballotText });
/** The hash of the event that recorded the ballot, its place in the chain, and the server's word for both. */
export const ballotReceipt = z.strictObject({ hash: z.string(), height: count, signature: hex });
export type BallotReceipt = z.infer<typeof ballotReceipt>;
export const spoilRequest = z.strictObject({
  ballot: ballotText,
  opening: z
    .array(z.array(z.strictObject({ value: z.number().int(), randomness: z.string().regex(/^\d{1,700}$/) })).max(500))
    .max(50),
});
/** What the spoiled ballot held: places of the candidates, or blank; `holds: false`: not what its device said. */
export const spoilAnswer = z.strictObject({ holds: z.boolean(), blank: z.boolean(), answers: z.array(count) });
export type SpoilAnswer = z.infer<typeof spoilAnswer>;
export const shareRequest = z.strictObject({ share: message });

export const keyStep = z.enum(['certificate', 'polynomial', 'key']);
export type KeyStep = z.infer<typeof keyStep>;
export const keyMessage = z.strictObject({ step: keyStep, message });
/** A key holder's view of the ceremony. */
export const keyCeremony = z.strictObject({
  group: ballotGroup,
  holders: z.array(personId),
  needed: count,
  /** This holder's number, from 1; 0: no key holder. */
  place: count,
  /** How far each has come. */
  done: z.array(z.array(keyStep)),
  /** All certificates, when everybody has made one. */
  certificates: optional(z.array(message)),
  /** This holder's letters from the others, when everybody has written them. */
  delivery: optional(message),
  /** What this holder sent last: holds the private key, sealed to the holder alone. */
  key: optional(message),
  fingerprint: optional(z.string()),
});
export type KeyCeremony = z.infer<typeof keyCeremony>;

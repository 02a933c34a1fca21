export type { Ballot, Ciphertext } from './ballot.ts';
export type { Appended, BoardHead, BoardState } from './board/board.ts';
export {
  appendBallot,
  appendClosing,
  appendDecryption,
  appendResult,
  appendSetup,
  appendTally,
  newBoard,
} from './board/board.ts';
export type { CeremonyPlan, CeremonyRefusal, PolynomialMessage, ShareDelivery, TrusteeKey } from './ceremony.ts';
export { assembleThreshold, checkCertificates, deliverShares } from './ceremony.ts';
export {
  encodeCertificate,
  encodeDelivery,
  encodePolynomial,
  encodeTrusteeKey,
  readCertificate,
  readDelivery,
  readPolynomial,
  readTrusteeKey,
} from './ceremony-messages.ts';
export type { PublicCredential } from './credentials.ts';
export { encodeCredentials } from './credentials.ts';
export type { PartialDecryption } from './decryption.ts';
export { encodeDecryption } from './decryption.ts';
export type { Election, ElectionParameters, Question } from './election.ts';
export { electionParameters, encodeElection, newElectionUuid } from './election.ts';
export type { Element, Engine, FixedBase, Group, GroupName, ModPow, Sha256 } from './group/group.ts';
export { GROUP_NAMES, groupOf, isGroupName } from './group/index.ts';
export type { Outcome } from './outcome.ts';
export type {
  Count,
  OutcomeRefusal,
  VerifiedBallot,
  VerifiedDecryption,
  VotingRegister,
} from './polling.ts';
export { findSharedNonce, openTally, tallyBallots, verifyBallot, verifyDecryption, votingRegister } from './polling.ts';
export { parseElection, parseTally } from './records.ts';
export type { Result } from './result.ts';
export type { Choice, ChoiceRefusal, CreatedBallot, Opening } from './secret/ballot.ts';
export { createBallot } from './secret/ballot.ts';
export type { BlindedCredential, BlindKey } from './secret/blind-token.ts';
export { blindCredential } from './secret/blind-token.ts';
export { createCertificate, createPolynomial, createTrusteeKey, openTrusteeKey } from './secret/ceremony.ts';
export type { TrusteeSeed } from './secret/trustee-seed.ts';
export { newTrusteeSeed, parseTrusteeSeed } from './secret/trustee-seed.ts';
export type { Aead } from './secret/channel.ts';
export { webCryptoAead } from './secret/channel.ts';
export type { CredentialSecret } from './secret/credential.ts';
export { newCredentialSecret, parseCredentialSecret, publicCredential } from './secret/credential.ts';
export { decryptTally } from './secret/decryption.ts';
export type { RandomSource } from './secret/random.ts';
export { newSingleTrustee } from './secret/single-trustee.ts';
export type { SpoiledBallotRefusal } from './spoiled.ts';
export { checkSpoiledBallot } from './spoiled.ts';
export type { EncryptedTally } from './tally.ts';
export { encodeTally } from './tally.ts';
export type { SignedMessage, ThresholdParameters, TrusteeGroup, VerificationKey } from './trustees.ts';
export { encodeTrustees, jointKeyOf } from './trustees.ts';
export type { BallotExaminer, BallotJob, BallotReport } from './verify/ballot-job.ts';
export { ballotExaminer } from './verify/ballot-job.ts';
export type { Finding, Place } from './verify/judge.ts';
export { parseReceipts } from './verify/receipts.ts';
export type { RuleId } from './verify/rules.ts';
export { RULE_IDS, RULES } from './verify/rules.ts';
export type { Note, QuestionResult, Summary, UnfinishedState, Verdict } from './verify/verdict.ts';
export type { BallotRunner, VerifyOptions } from './verify/verify-archive.ts';
export { verifyArchive, verifyArchiveInParallel } from './verify/verify-archive.ts';

export { canonicalJson, type Json } from './canonical.ts';
export { factHash, genesisHash, type Hash, type RecordedFact } from './chain.ts';
export {
  newSigningKey,
  publicKeyOf,
  RECORD_VERSION,
  type RecordHeader,
  recordLines,
  type RecordSeal,
  type SigningKey,
} from './format.ts';
export {
  type RecordFailure,
  type RecordIntact,
  type RecordRule,
  type RecordVerdict,
  type RecordVerifier,
  recordVerifier,
  type VerifyOptions,
  verifyRecord,
} from './verify.ts';

import { sha256, toHex, utf8 } from '../encoding/bytes.ts';
import { canonicalJson } from '../encoding/json.ts';

export type EventType = 'Setup' | 'Ballot' | 'EndBallots' | 'EncryptedTally' | 'PartialDecryption' | 'Result';

/** One link of the chain. Hashes are SHA-256 in lower-case hexadecimal. */
export interface BoardEvent {
  /** The hash of the event before; absent in the first. */
  readonly parent?: string;
  /** From 0, without a gap. */
  readonly height: number;
  readonly type: EventType;
  /** The hash of the record that the event is about; absent in EndBallots. */
  readonly payload?: string;
}

export const hashOfRecord = (bytes: Uint8Array): string => toHex(sha256(bytes));

export const encodeEvent = ({ parent, height, type, payload }: BoardEvent): Uint8Array =>
  utf8(canonicalJson({ parent, height, type, payload }));

import { utf8 } from './bytes.ts';

/** The old tar format, in the only form the archive has. */
export const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
const CHECKSUM_OFFSET = 148;

export const paddedLength = (length: number): number => Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES;

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

/** The header block of a record: mode 0644, owner and group 0, plain file, no magic. */
export function tarHeader(name: string, size: number, seconds: number): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES);
  const put = (offset: number, text: string): void => block.set(utf8(text), offset);
  put(0, name.slice(0, NAME_BYTES));
  put(NAME_BYTES, octal(0o644, 7) + octal(0, 7) + octal(0, 7) + octal(size, 11) + octal(seconds, 11));
  put(CHECKSUM_OFFSET, ' '.repeat(8));
  put(CHECKSUM_OFFSET + 8, '0');
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(CHECKSUM_OFFSET, `${octal(sum, 6)} `);
  return block;
}

export function tarRecord(name: string, content: Uint8Array, seconds: number): Uint8Array {
  const record = new Uint8Array(BLOCK_BYTES + paddedLength(content.length));
  record.set(tarHeader(name, content.length, seconds));
  record.set(content, BLOCK_BYTES);
  return record;
}

/** What a header block says, however it is written. */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly seconds: number;
}

export function readTarHeader(block: Uint8Array): TarHeader {
  const field = (offset: number, length: number): string => {
    const text = String.fromCharCode(...block.subarray(offset, offset + length));
    return text.split('\0', 1)[0] ?? '';
  };
  const number = (offset: number, length: number): number => {
    const digits = field(offset, length).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : 0;
  };
  return { name: field(0, NAME_BYTES), size: number(124, 12), seconds: number(136, 12) };
}

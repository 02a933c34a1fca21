const FIN_TEXT = 0x81;
const SHORT_MAX = 125;
const MEDIUM_MAX = 65_535;
const MEDIUM = 126;
const LONG = 127;

const frames = new WeakMap<Buffer, Buffer>();

/**
 * The whole text frame that a server sends for these bytes (RFC 6455, 5.2: final, unmasked), made once for the same buffer: a
 * message to a thousand connections is then a thousand writes of one buffer, and nothing else. The buffer must not be changed after.
 */
export function textFrame(bytes: Buffer): Buffer {
  const known = frames.get(bytes);
  if (known !== undefined) return known;
  const frame = Buffer.concat([headerFor(bytes.length), bytes]);
  frames.set(bytes, frame);
  return frame;
}

function headerFor(length: number): Buffer {
  if (length <= SHORT_MAX) return Buffer.from([FIN_TEXT, length]);
  if (length <= MEDIUM_MAX) {
    const header = Buffer.from([FIN_TEXT, MEDIUM, 0, 0]);
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(10);
  header[0] = FIN_TEXT;
  header[1] = LONG;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

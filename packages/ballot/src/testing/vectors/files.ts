import { hashOfRecord } from '../../board/event.ts';
import { concatenate, utf8 } from '../../encoding/bytes.ts';
import { BLOCK_BYTES, tarRecord } from '../../encoding/tar.ts';
import type { RuleId } from '../../verify/rules.ts';
import { assemble, bytesOf, draftsOf, filesOf, jsonOf, replace, retext, tar } from '../assembly.ts';
import { SECONDS, chosen, ballotOf, hold } from '../example.ts';
import { resigned, withRecord } from '../forge.ts';
import type { Materials, Vector } from './vector.ts';

/** Faults of the file, its records and their JSON. */
export function fileVectors({ example, open, complete, decrypting }: Materials) {
  const files = filesOf(complete);
  const firstBallot = files.findIndex(({ name }) => name.endsWith('.event.json')) + 1;
  const changed = (index: number, byte: number, value: number): Uint8Array => {
    const copy = complete.slice();
    copy[index * BLOCK_BYTES + byte] = value;
    return copy;
  };
  const head = (text: string): Uint8Array => tar([{ name: 'BELENIOS', content: utf8(text) }, ...files.slice(1)]);
  const invalid = replaceByte(example.electionRecord, 'ä', 0xff);
  return {
    'BEL-TAR-TRUNCATED': [{ done: 'cut off in the last record', bytes: complete.slice(0, -100) }],
    'BEL-TAR-HEADER': [
      { done: 'another mode of a record', bytes: withMode(complete) },
      { done: 'magic of a newer tar', bytes: changed(0, 257, 'u'.charCodeAt(0)) },
    ],
    'BEL-TAR-PADDING': [{ done: 'a byte after a record', bytes: changed(1, BLOCK_BYTES - 1, 1) }],
    'BEL-TAR-TIME': [
      {
        done: 'a record of another time',
        bytes: concatenate(
          files.map(({ name, content }, i) => tarRecord(name, content, i === 3 ? SECONDS + 1 : SECONDS)),
        ),
      },
    ],
    'BEL-HEAD': [
      { done: 'the time as a number', bytes: head(`{"version":1,"timestamp":${SECONDS}}`) },
      { done: 'another version', bytes: head(`{"version":2,"timestamp":"${SECONDS}"}`) },
    ],
    'BEL-RECORD-NAME': [
      {
        done: 'a record under another name',
        bytes: tar(files.map((file, i) => (i === 1 ? { ...file, name: `${'0'.repeat(64)}.data.json` } : file))),
      },
    ],
    'BEL-RECORD-TWICE': [{ done: 'a record twice', bytes: tar([...files.slice(0, 2), ...files.slice(1)]) }],
    'BEL-RECORD-JUNK': [
      {
        done: 'a record that nothing refers to',
        bytes: assemble(replace(draftsOf(complete), 'Ballot', (records) => [bytesOf({ junk: 1 }), ...records])),
      },
      { done: 'a record after the last event', bytes: concatenate([complete, junkRecord()]) },
    ],
    'BEL-RECORD-ORDER': [
      {
        done: 'trustees and voting list exchanged',
        bytes: assemble(
          replace(draftsOf(complete), 'Setup', ([election, trustees, list, setup]) =>
            [election, list, trustees, setup].map(present),
          ),
        ),
      },
    ],
    'BEL-RECORD-MISSING': [
      { done: 'a ballot whose record is gone', bytes: tar(filesOf(open).filter((_, i) => i !== firstBallot)) },
    ],
    'BEL-JSON-UTF8': [
      { done: 'a name that is no text', bytes: hold(withRecord(example, invalid), [[0, chosen(1)]], 'open').bytes },
    ],
    'BEL-JSON-CANONICAL': [
      ['a space in a ballot', '{"election_uuid"', '{ "election_uuid"'],
      ['a field twice', '{"election_uuid"', '{"election_uuid":"x","election_uuid"'],
      ['a letter escaped', '"credential"', '"cr\\u0065dential"'],
    ].map(([done = '', from = '', to = '']) => ({
      done,
      bytes: assemble(replace(draftsOf(open), 'Ballot', ([ballot]) => [retext(present(ballot), from, to)])),
    })),
    'BEL-JSON-KEYS': [
      {
        done: 'fields of a ballot in another order, signed so',
        bytes: assemble(
          replace(draftsOf(open), 'Ballot', () => [
            resigned(example, 0, ballotOf(example, [0, chosen(0)]), ({ election_uuid, ...rest }) => ({
              ...rest,
              election_uuid,
            })),
          ]),
        ),
      },
      {
        done: 'a field more in the setup',
        bytes: assemble(
          replace(draftsOf(open), 'Setup', (records) => [
            ...records.slice(0, 3),
            bytesOf({ ...jsonOf<object>(present(records[3])), more: 1 }),
          ]),
        ),
      },
    ],
    'BEL-JSON-TYPE': [
      {
        done: 'a number as text',
        bytes: assemble(
          replace(draftsOf(decrypting), 'PartialDecryption', ([decryption, owned]) => [
            present(decryption),
            retext(present(owned), '"owner":1', '"owner":"1"'),
          ]),
        ),
      },
    ],
  } satisfies Partial<Record<RuleId, readonly Vector[]>>;
}

export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the example lacks what the test is about');
  return value;
}

function junkRecord(): Uint8Array {
  const junk = bytesOf({ junk: 2 });
  return tarRecord(`${hashOfRecord(junk)}.data.json`, junk, SECONDS);
}

/** A record may be read by its owner alone; the checksum is right. */
function withMode(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  copy.set(utf8('0000600'), 100);
  const sum = Number.parseInt(new TextDecoder().decode(copy.subarray(148, 154)), 8) - 8;
  copy.set(utf8(sum.toString(8).padStart(6, '0')), 148);
  return copy;
}

function replaceByte(bytes: Uint8Array, letter: string, byte: number): Uint8Array {
  const at = utf8(new TextDecoder().decode(bytes).split(letter, 1)[0] ?? '').length;
  return concatenate([bytes.slice(0, at), Uint8Array.of(byte), bytes.slice(at + utf8(letter).length)]);
}

import { sha256, toCompactBase64, utf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/json.ts';
import type { Element, Engine, FixedBase, Group, GroupName } from './group/group.ts';
import { groupOf, isGroupName } from './group/index.ts';
import type { RandomSource } from './secret/random.ts';
import { randomBase58 } from './secret/random.ts';
import type { Node } from './verify/node.ts';
import { booleanOf, countOf, elementOf, fieldsOf, listOf, stringOf } from './verify/node.ts';
import { Unsupported } from './verify/judge.ts';

/** A homomorphic question: only the sums are ever revealed. */
export interface Question {
  readonly question: string;
  readonly answers: readonly string[];
  /** Whether a voter may choose nobody in spite of `min`. Absent means no. */
  readonly blank?: boolean;
  readonly min: number;
  readonly max: number;
}

/** The public parameters that every ballot refers to, field by field as in the archive. */
export interface Election {
  readonly description: string;
  readonly name: string;
  readonly group: GroupName;
  readonly publicKey: Element;
  readonly questions: readonly Question[];
  /** At least fourteen Base58 characters. */
  readonly uuid: string;
  readonly administrator?: string;
  readonly credentialAuthority?: string;
}

/** An election with all that is computed from it once: its group, fingerprint and table of the key's powers. */
export interface ElectionParameters {
  readonly group: Group;
  readonly election: Election;
  /** φ: compact Base64 of SHA-256 of the election's bytes; part of every proof. */
  readonly fingerprint: string;
  readonly publicKey: FixedBase;
}

export const PROTOCOL_VERSION = 1;
export const UUID = /^[1-9A-HJ-NP-Za-km-z]{14,}$/;
const UUID_LENGTH = 14;

export const newElectionUuid = (random: RandomSource): string => randomBase58(UUID_LENGTH, random);

/** Ciphertexts that an answer has: one for each alternative, and one before them where blank is allowed. */
export const choicesOf = (question: Question): number => question.answers.length + (question.blank === true ? 1 : 0);

/** The election's record, byte for byte. */
export function encodeElection(group: Group, election: Election): Uint8Array {
  return utf8(
    canonicalJson({
      version: PROTOCOL_VERSION,
      description: election.description,
      name: election.name,
      group: election.group,
      public_key: group.write(election.publicKey),
      questions: election.questions.map(({ answers, blank, min, max, question }) => ({
        answers,
        blank,
        min,
        max,
        question,
      })),
      uuid: election.uuid,
      administrator: election.administrator,
      credential_authority: election.credentialAuthority,
    }),
  );
}

/**
 * @param bytes the election's record: the fingerprint is of these very bytes.
 * @param ballots about how many ballots will be made or verified; sizes the table of the key's powers.
 */
export function electionParameters(
  group: Group,
  election: Election,
  bytes: Uint8Array,
  ballots = 1,
): ElectionParameters {
  const POWERS_A_BALLOT = 20;
  return {
    group,
    election,
    fingerprint: toCompactBase64(sha256(bytes)),
    publicKey: group.fixedBase(election.publicKey, ballots * POWERS_A_BALLOT),
  };
}

/** Reads the election's record; demands its form. That the key is the trustees' is demanded later. */
export function readElection(node: Node, engine: Engine): { readonly group: Group; readonly election: Election } {
  const { judge } = node;
  const fields = fieldsOf(node, [
    'version',
    'description',
    'name',
    'group',
    'public_key',
    'questions',
    'uuid',
    '?administrator',
    '?credential_authority',
  ]);
  judge.demand('BEL-ELECTION-VERSION', countOf(fields.version) === PROTOCOL_VERSION, fields.version.place);
  const name = stringOf(fields.group);
  if (!isGroupName(name)) throw new Unsupported(`group ${name}`);
  const group = groupOf(name, engine);
  const uuid = stringOf(fields.uuid);
  judge.demand('BEL-ELECTION-UUID', UUID.test(uuid), fields.uuid.place);
  const questions = listOf(fields.questions).map(readQuestion);
  judge.demand('BEL-ELECTION-QUESTIONS', questions.length > 0, fields.questions.place);
  return {
    group,
    election: {
      description: stringOf(fields.description),
      name: stringOf(fields.name),
      group: name,
      publicKey: elementOf(fields.public_key, group),
      questions,
      uuid,
      ...(fields.administrator && { administrator: stringOf(fields.administrator) }),
      ...(fields.credential_authority && { credentialAuthority: stringOf(fields.credential_authority) }),
    },
  };
}

/** Questions of other kinds say so in a field `type`; those that reveal each ballot have no place here. */
function readQuestion(node: Node): Question {
  if (typeof node.value === 'object' && node.value !== null && 'type' in node.value)
    throw new Unsupported('kind of question');
  const fields = fieldsOf(node, ['answers', '?blank', 'min', 'max', 'question']);
  const answers = listOf(fields.answers).map(stringOf);
  const [min, max] = [countOf(fields.min), countOf(fields.max)];
  node.judge.demand('BEL-QUESTION-BOUNDS', answers.length > 0 && min <= max && max <= answers.length, node.place);
  return {
    answers,
    ...(fields.blank && { blank: booleanOf(fields.blank) }),
    min,
    max,
    question: stringOf(fields.question),
  };
}

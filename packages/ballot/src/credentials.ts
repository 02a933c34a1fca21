import { utf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/json.ts';
import type { Element, Group } from './group/group.ts';
import type { Node } from './verify/node.ts';
import { elementOf, listOf, stringOf } from './verify/node.ts';
import type { Candidate } from './verify/members.ts';

/** One line of the voting list: who may vote is known to the meeting, not here. */
export interface PublicCredential {
  readonly credential: Element;
  /** Votes that this voter's ballot counts for. */
  readonly weight: number;
}

/** The list's record, byte for byte. A weight of one is not written. */
export function encodeCredentials(group: Group, credentials: readonly PublicCredential[]): Uint8Array {
  return utf8(
    canonicalJson(
      credentials.map(({ credential, weight }) =>
        weight === 1 ? group.write(credential) : `${group.write(credential)},${weight}`,
      ),
    ),
  );
}

/** The voting list by the canonical text of each credential, and the elements whose membership is to be demanded. */
export interface VotingList {
  readonly weights: ReadonlyMap<string, number>;
  readonly candidates: readonly Candidate[];
}

export function readCredentials(node: Node, group: Group): VotingList {
  const weights = new Map<string, number>();
  const candidates: Candidate[] = [];
  for (const entry of listOf(node)) {
    const [text = '', weightText, ...rest] = stringOf(entry).split(',');
    const element = elementOf({ ...entry, value: text }, group);
    const weight = weightText === undefined ? 1 : Number(weightText);
    const weightHolds = weightText === undefined || (/^[1-9][0-9]*$/.test(weightText) && Number.isSafeInteger(weight));
    node.judge.demand('BEL-CREDENTIAL-WEIGHT', weightHolds && rest.length === 0, entry.place);
    const credential = group.write(element);
    node.judge.demand('BEL-CREDENTIAL-TWICE', !weights.has(credential), entry.place);
    weights.set(credential, weight);
    candidates.push({ element, place: entry.place });
  }
  return { weights, candidates };
}

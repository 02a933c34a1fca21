import { utf8 } from './encoding/bytes.ts';
import type { ElectionParameters } from './election.ts';
import { electionParameters, readElection } from './election.ts';
import type { Engine, Group } from './group/group.ts';
import type { Result } from './result.ts';
import type { EncryptedTally } from './tally.ts';
import { readTally } from './tally.ts';
import type { Finding } from './verify/judge.ts';
import { judge as newJudge, judged } from './verify/judge.ts';
import { parseNode } from './verify/node.ts';

/** An election's record as a device gets it. `ballots`: see {@link electionParameters}. */
export function parseElection(
  bytes: Uint8Array,
  engine: Engine = {},
  ballots = 1,
): Result<ElectionParameters, Finding> {
  return judged(() => {
    const { group, election } = readElection(parseNode(newJudge(), bytes, { record: 'election' }), engine);
    return electionParameters(group, election, bytes, ballots);
  });
}

/** An encrypted tally's record as a key holder's device gets it. */
export function parseTally(group: Group, text: string): Result<EncryptedTally, Finding> {
  return judged(() => readTally(parseNode(newJudge(), utf8(text), { record: 'tally' }), group));
}

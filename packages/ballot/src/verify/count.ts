import { readDecryption, readOwnedDecryption } from '../decryption.ts';
import { choicesOf } from '../election.ts';
import type { Quorum } from '../outcome.ts';
import { isEnough, openedSums, quorumsOf, readOutcome } from '../outcome.ts';
import type { CountedBallot, EncryptedTally } from '../tally.ts';
import { addUp, readSizedTally, readTally } from '../tally.ts';
import type { Element } from '../group/group.ts';
import type { Entry } from './board.ts';
import { examineDecryption } from './decryption.ts';
import type { Examination } from './examination.ts';
import type { Judge } from './judge.ts';
import { demandMembers } from './members.ts';
import { newFindings } from './pedersen.ts';
import { parseNode } from './node.ts';
import type { Note, QuestionResult, Summary, Verdict } from './verdict.ts';

/** Examines tally, decryptions and result, as far as the election has come. */
export function examineCount(
  judge: Judge,
  examination: Examination,
  counted: readonly CountedBallot[],
  receipts: number,
): Verdict {
  const { board, trustees } = examination;
  const summary = summarise(examination, counted.length, receipts);
  if (!board.closed) return { kind: 'sound-unfinished', summary, state: { phase: 'open' } };
  if (board.tally === undefined) return { kind: 'sound-unfinished', summary, state: { phase: 'closed' } };
  const tally = examineTally(judge, examination, board.tally, counted);
  const factors = examineDecryptions(judge, examination, tally);
  const quorums = quorumsOf(trustees.groups, factors);
  if (board.result === undefined) {
    if (isEnough(quorums)) return { kind: 'sound-unfinished', summary, state: { phase: 'decrypted' } };
    return {
      kind: 'sound-unfinished',
      summary,
      state: { phase: 'tallied', decryptions: factors.size, needed: neededOf(quorums) },
    };
  }
  judge.demand('BEL-RESULT-THRESHOLD', isEnough(quorums), board.result.event.place);
  const result = examineResult(judge, examination, board.result, tally, factors);
  const notes = isUnanimous(result, counted) ? [...summary.notes, 'unanimous' as const] : summary.notes;
  return { kind: 'sound-complete', summary: { ...summary, notes }, result };
}

const neededOf = (quorums: readonly Quorum[]): number => quorums.reduce((sum, { needed }) => sum + needed, 0);

function summarise(
  { archive, board, parameters, trustees, weights }: Examination,
  voters: number,
  receipts: number,
): Summary {
  const { election } = parameters;
  const last = archive.events.at(-1);
  const legacy = trustees.groups.some((group) => group.kind === 'pedersen' && group.parameters.approvals === undefined);
  const notes: Note[] = legacy ? ['trustees-before-3.0'] : [];
  return {
    uuid: election.uuid,
    name: election.name,
    description: election.description,
    group: election.group,
    registered: weights.size,
    cast: board.ballots.length,
    voters,
    head: last?.hash ?? '',
    height: last?.height ?? 0,
    trustees: { size: trustees.keys.length, needed: neededOf(quorumsOf(trustees.groups, new Map())) },
    receipts,
    notes,
  };
}

function examineTally(
  judge: Judge,
  { parameters }: Examination,
  entry: Entry,
  counted: readonly CountedBallot[],
): EncryptedTally {
  const { group, election } = parameters;
  const sized = readSizedTally(entry.records.node);
  judge.demand('BEL-TALLY-COUNT', sized.counted === counted.length, sized.countedNode.place);
  const weight = counted.reduce((sum, ballot) => sum + ballot.weight, 0);
  judge.demand('BEL-TALLY-WEIGHT', sized.weight === weight, sized.weightNode.place);
  const [record] = entry.records.data;
  const place = { ...record?.place, height: entry.event.height };
  const tally = readTally(parseNode(judge, record?.bytes ?? new Uint8Array(), place), group);
  const fits =
    tally.length === election.questions.length &&
    election.questions.every((question, i) => tally[i]?.length === choicesOf(question));
  judge.demand('BEL-TALLY-SIZE', fits, place);
  for (const [i, row] of addUp(group, election.questions, counted).entries()) {
    for (const [j, sum] of row.entries()) {
      const claimed = tally[i]?.[j];
      const equal =
        claimed !== undefined && group.equal(claimed.alpha, sum.alpha) && group.equal(claimed.beta, sum.beta);
      judge.demand('BEL-TALLY-PRODUCT', equal, { ...place, path: `[${i}][${j}]` });
    }
  }
  return tally;
}

function examineDecryptions(
  judge: Judge,
  { board, parameters, trustees, findings }: Examination,
  tally: EncryptedTally,
): Map<number, Element[][]> {
  const factors = new Map<number, Element[][]>();
  const seen = new Set(findings.commitments.map(({ text }) => text));
  for (const { records, event } of board.decryptions) {
    const { owner, ownerNode } = readOwnedDecryption(records.node);
    const key = trustees.keys[owner - 1];
    judge.demand('BEL-DECRYPTION-OWNER', key !== undefined, ownerNode.place);
    if (key === undefined) continue;
    judge.demand('BEL-DECRYPTION-TWICE', !factors.has(owner), ownerNode.place);
    const [record] = records.data;
    const place = { ...record?.place, height: event.height };
    const decryption = readDecryption(parseNode(judge, record?.bytes ?? new Uint8Array(), place), parameters.group);
    const own = newFindings();
    examineDecryption(judge, parameters, key, tally, decryption, place, own);
    demandMembers(judge, parameters.group, own.candidates);
    for (const { text, place: at } of own.commitments) {
      judge.demand('BEL-NONCE-COMMITMENT', !seen.has(text), at);
      seen.add(text);
    }
    factors.set(
      owner,
      decryption.factors.map((row) => [...row]),
    );
  }
  return factors;
}

function examineResult(
  judge: Judge,
  { parameters, trustees }: Examination,
  entry: Entry,
  tally: EncryptedTally,
  factors: ReadonlyMap<number, Element[][]>,
): QuestionResult[] {
  const { group, election } = parameters;
  const outcome = readOutcome(entry.records.node);
  const { place } = entry.records.node;
  const fits = outcome.length === tally.length && outcome.every((row, i) => row.length === tally[i]?.length);
  judge.demand('BEL-RESULT-SIZE', fits, place);
  for (const [i, row] of openedSums(group, trustees.groups, tally, factors).entries()) {
    for (const [j, sum] of row.entries()) {
      const claimed = group.generator.powPublic(BigInt(outcome[i]?.[j] ?? 0));
      judge.demand('BEL-RESULT-VALUE', group.equal(claimed, sum), { ...place, path: `result[${i}][${j}]` });
    }
  }
  return election.questions.map((question, i) => {
    const row = outcome[i] ?? [];
    const votes = question.blank === true ? row.slice(1) : row;
    return {
      question: question.question,
      answers: question.answers.map((answer, j) => ({ answer, votes: votes[j] ?? 0 })),
      ...(question.blank === true && { blank: row[0] ?? 0 }),
    };
  });
}

/** Everybody chose it: then the sums say so of each voter, and the meeting should know. Sums are of weights. */
function isUnanimous(result: readonly QuestionResult[], counted: readonly CountedBallot[]): boolean {
  const all = counted.reduce((sum, { weight }) => sum + weight, 0);
  return all > 0 && result.some(({ answers, blank }) => blank === all || answers.some(({ votes }) => votes === all));
}

import { readCredentials } from '../credentials.ts';
import { readBallot } from '../ballot.ts';
import type { ElectionParameters } from '../election.ts';
import { electionParameters, readElection } from '../election.ts';
import type { Engine } from '../group/group.ts';
import type { CountedBallot } from '../tally.ts';
import { readTrustees } from '../trustees.ts';
import type { ArchiveContent } from './archive.ts';
import type { BallotJob, BallotReport, BallotToExamine } from './ballot-job.ts';
import { shortNonce } from './ballot-job.ts';
import type { Board, Entry } from './board.ts';
import { examineCount } from './count.ts';
import type { Judge, Place } from './judge.ts';
import type { Candidate } from './members.ts';
import { demandMembers } from './members.ts';
import type { Node } from './node.ts';
import { parseNode } from './node.ts';
import type { Findings } from './pedersen.ts';
import { newFindings } from './pedersen.ts';
import type { Trustees } from './trustees.ts';
import { examineTrustees } from './trustees.ts';
import type { Verdict } from './verdict.ts';

/** An archive whose chain and setup hold; ballots and count are still to be examined. */
export interface Examination {
  readonly archive: ArchiveContent;
  readonly board: Board;
  readonly parameters: ElectionParameters;
  readonly electionRecord: Uint8Array;
  readonly trustees: Trustees;
  /** Weight by public credential. */
  readonly weights: ReadonlyMap<string, number>;
  /** Keys and credentials whose membership is still to be demanded. */
  readonly candidates: readonly Candidate[];
  readonly findings: Findings;
}

export function examineSetup(judge: Judge, archive: ArchiveContent, board: Board, engine: Engine): Examination {
  const [election, trustees, credentials] = board.setup.records.data;
  const nodeOf = (record: typeof election): Node =>
    parseNode(judge, record?.bytes ?? new Uint8Array(), { ...record?.place, height: 0 });
  const read = readElection(nodeOf(election), engine);
  const electionRecord = election?.bytes ?? new Uint8Array();
  const parameters = electionParameters(read.group, read.election, electionRecord);
  const findings = newFindings();
  const trusteesNode = nodeOf(trustees);
  const examined = examineTrustees(
    judge,
    read.group,
    readTrustees(trusteesNode, read.group),
    trusteesNode.place,
    findings,
  );
  const list = readCredentials(nodeOf(credentials), read.group);
  const keyPlace = { ...election?.place, path: 'public_key' };
  judge.demand('BEL-ELECTION-KEY', read.group.equal(examined.jointKey, read.election.publicKey), keyPlace);
  const key = { element: read.election.publicKey, place: keyPlace };
  const candidates = [key, ...findings.candidates, ...list.candidates];
  return {
    archive,
    board,
    parameters,
    electionRecord,
    trustees: examined,
    weights: list.weights,
    candidates,
    findings,
  };
}

/**
 * Demands that every key and every credential on the list lies in the subgroup, but for those whose ballot has shown it. Apart from
 * the rest of the setup, since it takes a power for each.
 */
export function examineMembers(
  judge: Judge,
  { parameters: { group }, candidates }: Examination,
  reports: readonly BallotReport[],
): void {
  const shown = new Set(reports.flatMap((report) => (report.sound ? (report.member ?? []) : [])));
  const left = candidates.filter(({ element }) => !shown.has(group.write(element)));
  demandMembers(judge, group, left);
}

/** The ballots in jobs of at most `size`, for `threads` threads. */
export function ballotJobs(examination: Examination, size: number, threads: number): BallotJob[] {
  const { board, electionRecord, weights } = examination;
  const expected = Math.ceil(board.ballots.length / threads);
  const election = electionRecord.slice();
  const jobs: BallotJob[] = [];
  for (let start = 0; start < board.ballots.length; start += size) {
    const ballots = board.ballots.slice(start, start + size).map(
      ({ records, event }): BallotToExamine => ({
        // Their own bytes: a view would be sent to another thread together with the whole archive.
        bytes: records.payload.bytes.slice(),
        place: { ...records.payload.place, height: event.height },
        registered: weights.has(credentialTextOf(records.node)),
      }),
    );
    jobs.push({ election, expected, ballots });
  }
  return jobs;
}

/** The credential as it stands in the ballot; whether it is one at all is for the examination to say. */
function credentialTextOf({ value }: Node): string {
  const credential =
    typeof value === 'object' && value !== null ? (value as { credential?: unknown }).credential : undefined;
  return typeof credential === 'string' ? credential : '';
}

/** Puts the reports together with what concerns all ballots, then examines the count, then the receipts. */
export function conclude(
  judge: Judge,
  examination: Examination,
  reports: readonly BallotReport[],
  receipts: readonly string[],
): Verdict {
  const { archive, board, findings } = examination;
  demandSoundBallots(judge, reports);
  demandFreshNonces(judge, findings, board.ballots, reports);
  const counted = lastBallots(examination);
  const verdict = examineCount(judge, examination, counted, receipts.length);
  const hashes = new Set(archive.events.map(({ hash }) => hash));
  for (const [i, receipt] of receipts.entries())
    judge.demand('BEL-RECEIPT-MISSING', hashes.has(receipt), { line: i + 1 });
  return verdict;
}

const placeOf = ({ records, event }: Entry): Place => ({ ...records.payload.place, height: event.height });

function demandSoundBallots(judge: Judge, reports: readonly BallotReport[]): void {
  for (const report of reports) if (!report.sound) judge.demand(report.finding.rule, false, report.finding.place);
}

/** A replayed ballot is named as such; here only distinct ballots are compared, and each with itself. */
function demandFreshNonces(
  judge: Judge,
  findings: Findings,
  ballots: readonly Entry[],
  reports: readonly BallotReport[],
): void {
  const ciphertexts = new Set<string>();
  const commitments = new Set<string>();
  const demandFresh = (
    rule: 'BEL-NONCE-CIPHERTEXT' | 'BEL-NONCE-COMMITMENT',
    seen: Set<string>,
    nonce: string,
    place: Place,
  ): void => {
    judge.demand(rule, !seen.has(nonce), place);
    seen.add(nonce);
  };
  for (const { text, place } of findings.commitments)
    demandFresh('BEL-NONCE-COMMITMENT', commitments, shortNonce(text), place);
  const examined = new Set<string>();
  for (const [i, entry] of ballots.entries()) {
    const report = reports[i];
    if (report?.sound !== true || examined.has(entry.records.payload.hash)) continue;
    examined.add(entry.records.payload.hash);
    for (const nonce of report.nonces.ciphertexts)
      demandFresh('BEL-NONCE-CIPHERTEXT', ciphertexts, nonce, placeOf(entry));
    for (const nonce of report.nonces.commitments)
      demandFresh('BEL-NONCE-COMMITMENT', commitments, nonce, placeOf(entry));
  }
}

/** The last ballot of each voter, with its weight. */
function lastBallots({ board, parameters, weights }: Examination): CountedBallot[] {
  const last = new Map<string, CountedBallot>();
  for (const { records } of board.ballots) {
    const ballot = readBallot(records.node, parameters.group);
    const credential = parameters.group.write(ballot.credential);
    last.delete(credential);
    last.set(credential, { answers: ballot.answers, weight: weights.get(credential) ?? 1 });
  }
  return [...last.values()];
}

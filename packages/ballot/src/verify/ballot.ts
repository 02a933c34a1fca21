import type { Answer, ReadBallot } from '../ballot.ts';
import { readBallot } from '../ballot.ts';
import type { ElectionParameters, Question } from '../election.ts';
import { choicesOf } from '../election.ts';
import { statements } from '../proof.ts';
import type { Nonces } from './answer.ts';
import { examineAnswer } from './answer.ts';
import type { Judge, Place } from './judge.ts';
import { parseNode } from './node.ts';

/** Reads a ballot and demands its form, everything but powers: its proofs are still to be examined. `registered` says whether its credential is on the voting list. */
export function readWellFormedBallot(
  judge: Judge,
  { group, election, fingerprint }: ElectionParameters,
  bytes: Uint8Array,
  place: Place,
  registered: (credential: string) => boolean,
): ReadBallot {
  const ballot = readBallot(parseNode(judge, bytes, place), group);
  const at = (path: string): Place => ({ ...place, path });
  judge.demand('BEL-BALLOT-ELECTION', ballot.electionUuid === election.uuid, at('election_uuid'));
  judge.demand('BEL-BALLOT-FINGERPRINT', ballot.electionHash === fingerprint, at('election_hash'));
  judge.demand('BEL-BALLOT-CREDENTIAL', registered(group.write(ballot.credential)), at('credential'));
  judge.demand('BEL-BALLOT-ANSWERS', ballot.answers.length === election.questions.length, at('answers'));
  for (const [i, answer] of ballot.answers.entries()) {
    const question = election.questions[i];
    if (question !== undefined) demandForm(judge, question, answer, at(`answers[${i}]`));
  }
  return ballot;
}

function demandForm(judge: Judge, question: Question, answer: Answer, place: Place): void {
  const { choices, individualProofs, overallProof, blankProof } = answer;
  judge.demand('BEL-BALLOT-CHOICES', choices.length === choicesOf(question), place);
  const blank = question.blank === true ? 1 : 0;
  const complete =
    individualProofs.length === choices.length &&
    individualProofs.every((proofs) => proofs.length === 2) &&
    overallProof.length === question.max - question.min + 1 + blank &&
    (blankProof?.length ?? 0) === 2 * blank &&
    (blankProof !== undefined) === (blank === 1);
  judge.demand('BEL-BALLOT-PROOFS', complete, place);
}

/** What was found while the proofs were examined. */
export interface ExaminedBallot {
  readonly nonces: Nonces;
  /** The credential lies in the subgroup, which costs little to find beside the signature; demanded of the voting list. */
  readonly isMember: boolean;
}

/** Demands every proof of the ballot and its signature. */
export function examineProofs(judge: Judge, parameters: ElectionParameters, ballot: ReadBallot): ExaminedBallot {
  const { group, election, fingerprint } = parameters;
  const place = ballot.node.place;
  const voter = statements.voter(fingerprint, group.write(ballot.credential));
  const ciphertexts: string[] = [];
  const commitments: string[] = [];
  for (const [i, answer] of ballot.answers.entries()) {
    const question = election.questions[i];
    if (question === undefined) continue;
    const nonces = examineAnswer(judge, parameters, voter, question, answer, { ...place, path: `answers[${i}]` });
    ciphertexts.push(...nonces.ciphertexts);
    commitments.push(...nonces.commitments);
  }
  const { hash, proof } = ballot.signature;
  judge.demand('BEL-SIGNATURE-HASH', hash === ballot.signedHash(group.sha256), { ...place, path: 'signature.hash' });
  const times = [{ base: group.generator, exponent: proof.response }];
  const key = { element: ballot.credential, terms: [{ exponent: proof.challenge, times }], isFactor: false };
  const [examined] = group.examine([key], []).parts;
  const signed = group.write(examined?.values[0] ?? group.identity);
  judge.demand('BEL-SIGNATURE', group.hash(statements.signature(hash, signed)) === proof.challenge, {
    ...place,
    path: 'signature.proof',
  });
  const nonces = { ciphertexts, commitments: [...commitments, signed] };
  return { nonces, isMember: examined?.isMember === true };
}

import type { Answer, Ciphertext, ReadBallot } from '../ballot.ts';
import { readBallot } from '../ballot.ts';
import type { ElectionParameters, Question } from '../election.ts';
import { choicesOf } from '../election.ts';
import { product } from '../group/group.ts';
import { commitment, statements } from '../proof.ts';
import type { Branch } from './commitments.ts';
import { commitmentsOf } from './commitments.ts';
import type { Judge, Place } from './judge.ts';
import type { Candidate } from './members.ts';
import { parseNode } from './node.ts';

/** A ballot whose form holds; its proofs are still to be examined. */
export interface WellFormedBallot extends ReadBallot {
  readonly candidates: readonly Candidate[];
}

/** The form of a ballot: everything but powers. `registered` says whether its credential is on the voting list. */
export function readWellFormedBallot(
  judge: Judge,
  { group, election, fingerprint }: ElectionParameters,
  bytes: Uint8Array,
  place: Place,
  registered: (credential: string) => boolean,
): WellFormedBallot {
  const ballot = readBallot(parseNode(judge, bytes, place), group);
  const at = (path: string): Place => ({ ...place, path });
  judge.demand('BEL-BALLOT-ELECTION', ballot.electionUuid === election.uuid, at('election_uuid'));
  judge.demand('BEL-BALLOT-FINGERPRINT', ballot.electionHash === fingerprint, at('election_hash'));
  judge.demand('BEL-BALLOT-CREDENTIAL', registered(group.write(ballot.credential)), at('credential'));
  judge.demand('BEL-BALLOT-ANSWERS', ballot.answers.length === election.questions.length, at('answers'));
  const candidates: Candidate[] = [];
  for (const [i, answer] of ballot.answers.entries()) {
    const question = election.questions[i];
    if (question !== undefined) demandForm(judge, question, answer, at(`answers[${i}]`));
    for (const [j, { alpha, beta }] of answer.choices.entries()) {
      candidates.push({ element: alpha, place: at(`answers[${i}].choices[${j}].alpha`) });
      candidates.push({ element: beta, place: at(`answers[${i}].choices[${j}].beta`) });
    }
  }
  return { ...ballot, candidates };
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

/** What the proofs of a ballot were committed to: two ballots that share any of it share randomness. */
export interface Nonces {
  readonly ciphertexts: readonly string[];
  readonly commitments: readonly string[];
}

/** Demands every proof of the ballot and its signature. */
export function examineProofs(judge: Judge, parameters: ElectionParameters, ballot: WellFormedBallot): Nonces {
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
  judge.demand('BEL-SIGNATURE-HASH', hash === ballot.signedHash, { ...place, path: 'signature.hash' });
  const signed = group.write(commitment(group, group.generator, ballot.credential, proof));
  judge.demand('BEL-SIGNATURE', group.hash(statements.signature(hash, signed)) === proof.challenge, {
    ...place,
    path: 'signature.proof',
  });
  return { ciphertexts, commitments: [...commitments, signed] };
}

function examineAnswer(
  judge: Judge,
  parameters: ElectionParameters,
  voter: string,
  question: Question,
  answer: Answer,
  place: Place,
): Nonces {
  const { group } = parameters;
  const { choices, individualProofs, overallProof, blankProof = [] } = answer;
  const blank = question.blank === true;
  const [first] = choices;
  const sum = sumOf(parameters, blank ? choices.slice(1) : choices);
  const values = Array.from({ length: question.max - question.min + 1 }, (_, i) => question.min + i);
  const claims: readonly Omit<Branch, 'proof'>[] = [
    ...(blank && first ? [{ ciphertext: first, value: 1 }] : []),
    ...values.map((value) => ({ ciphertext: sum, value })),
  ];
  const branchesOf = (claimed: readonly Omit<Branch, 'proof'>[], proofs: Answer['overallProof']): Branch[] =>
    claimed.flatMap((claim, i) => (proofs[i] ? [{ ...claim, proof: proofs[i] }] : []));

  const individual = choices.map((ciphertext, i) =>
    branchesOf(
      [0, 1].map((value) => ({ ciphertext, value })),
      individualProofs[i] ?? [],
    ),
  );
  const overall = branchesOf(claims, overallProof);
  const blankOr = first
    ? branchesOf(
        [
          { ciphertext: first, value: 0 },
          { ciphertext: sum, value: 0 },
        ],
        blank ? blankProof : [],
      )
    : [];

  const texts = new CommitmentTexts(parameters, [...individual.flat(), ...overall, ...blankOr]);
  const written = group.writeAll([...choices, sum].flatMap(({ alpha, beta }) => [alpha, beta]));
  const pairText = (i: number): string => `${written[2 * i]},${written[2 * i + 1]}`;
  const context = statements.answer(voter, written.slice(0, 2 * choices.length));

  const demandProof = (
    rule: 'BEL-PROOF-INDIVIDUAL' | 'BEL-PROOF-OVERALL' | 'BEL-PROOF-BLANK',
    branches: readonly Branch[],
    statement: string,
    path: string,
  ): void => {
    const challenges = branches.reduce((total, { proof }) => total + proof.challenge, 0n) % group.q;
    judge.demand(rule, branches.length > 0 && group.hash(statement) === challenges, {
      ...place,
      path: `${place.path}.${path}`,
    });
  };
  for (const [i, branches] of individual.entries()) {
    demandProof(
      'BEL-PROOF-INDIVIDUAL',
      branches,
      statements.interval(voter, pairText(i), texts.of(branches)),
      `individual_proofs[${i}]`,
    );
  }
  const overallStatement = blank
    ? statements.overallOrBlank(context, texts.of(overall))
    : statements.interval(context, pairText(choices.length), texts.of(overall));
  demandProof('BEL-PROOF-OVERALL', overall, overallStatement, 'overall_proof');
  if (blankOr.length > 0)
    demandProof('BEL-PROOF-BLANK', blankOr, statements.blank(context, texts.of(blankOr)), 'blank_proof');
  return { ciphertexts: choices.map((_, i) => written[2 * i] ?? ''), commitments: texts.commitments() };
}

const sumOf = ({ group }: ElectionParameters, ciphertexts: readonly Ciphertext[]): Ciphertext => ({
  alpha: product(
    group,
    ciphertexts.map(({ alpha }) => alpha),
  ),
  beta: product(
    group,
    ciphertexts.map(({ beta }) => beta),
  ),
});

/** All commitments of an answer, computed and written together. */
class CommitmentTexts {
  readonly #texts = new Map<Branch, readonly [string, string]>();

  constructor(parameters: ElectionParameters, branches: readonly Branch[]) {
    const texts = parameters.group.writeAll(commitmentsOf(parameters, branches).flat());
    for (const [i, branch] of branches.entries()) this.#texts.set(branch, [texts[2 * i] ?? '', texts[2 * i + 1] ?? '']);
  }

  /** A0,B0,A1,B1,… of these branches. */
  of(branches: readonly Branch[]): string[] {
    return branches.flatMap((branch) => this.#texts.get(branch) ?? []);
  }

  /** The A of each: g^w of the branch that was really proven, random for the others. */
  commitments(): string[] {
    return [...this.#texts.values()].map(([a]) => a);
  }
}

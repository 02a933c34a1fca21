import type { Answer, Ciphertext } from '../ballot.ts';
import type { ElectionParameters, Question } from '../election.ts';
import type { Group } from '../group/group.ts';
import { product } from '../group/group.ts';
import type { Proof } from '../proof.ts';
import { statements } from '../proof.ts';
import type { Branch } from './commitments.ts';
import { commitmentsOf } from './commitments.ts';
import type { Judge, Place } from './judge.ts';
import type { RuleId } from './rules.ts';

/** What the proofs of a ballot were committed to: two ballots that share any of it share randomness. */
export interface Nonces {
  readonly ciphertexts: readonly string[];
  readonly commitments: readonly string[];
}

/** The branches of each proof of an answer. */
interface Proofs {
  readonly individual: readonly (readonly Branch[])[];
  readonly overall: readonly Branch[];
  /** Empty where the question allows no blank vote. */
  readonly blank: readonly Branch[];
}

/** Demands that an answer's ciphertexts are members of the group and that every proof holds. */
export function examineAnswer(
  judge: Judge,
  parameters: ElectionParameters,
  voter: string,
  question: Question,
  answer: Answer,
  place: Place,
): Nonces {
  const { group } = parameters;
  const { choices } = answer;
  const summed = question.blank === true ? choices.slice(1) : choices;
  const sum = sumOf(group, summed);
  const proofs = proofsOf(question, answer, sum);
  const branches = [...proofs.individual.flat(), ...proofs.overall, ...proofs.blank];
  const { pairs, membership } = commitmentsOf(parameters, choices, summed, sum, branches);
  const at = (path: string): Place => ({ ...place, path: `${place.path}.${path}` });
  for (const [i, choice] of choices.entries()) {
    judge.demand('BEL-ELEMENT-SUBGROUP', membership.get(choice)?.alpha === true, at(`choices[${i}].alpha`));
    judge.demand('BEL-ELEMENT-SUBGROUP', membership.get(choice)?.beta === true, at(`choices[${i}].beta`));
  }
  const written = group.writeAll([...choices, sum].flatMap(({ alpha, beta }) => [alpha, beta]));
  const texts = group.writeAll(branches.flatMap((branch) => pairs.get(branch) ?? []));
  const textsOf = new Map(branches.map((branch, i) => [branch, texts.slice(2 * i, 2 * i + 2)]));
  demandProofs(
    judge,
    group,
    voter,
    question,
    proofs,
    written,
    (own) => own.flatMap((branch) => textsOf.get(branch) ?? []),
    at,
  );
  return {
    ciphertexts: choices.map((_, i) => written[2 * i] ?? ''),
    commitments: branches.map((_, i) => texts[2 * i] ?? ''),
  };
}

type Claim = Omit<Branch, 'proof'>;

/** Puts each proof to the claim it is about; a proof without a claim was refused with the form of the ballot. */
const branchesOf = (claims: readonly Claim[], proofs: readonly Proof[] = []): Branch[] =>
  claims.flatMap((claim, i) => (proofs[i] ? [{ ...claim, proof: proofs[i] }] : []));

function proofsOf(question: Question, answer: Answer, sum: Ciphertext): Proofs {
  const { choices, individualProofs, overallProof, blankProof } = answer;
  const allowed = Array.from({ length: question.max - question.min + 1 }, (_, i): Claim => {
    return { ciphertext: sum, value: question.min + i };
  });
  const individual = choices.map((ciphertext, i) =>
    branchesOf(
      [0, 1].map((value) => ({ ciphertext, value })),
      individualProofs[i],
    ),
  );
  const [first] = choices;
  if (question.blank !== true || first === undefined) {
    return { individual, overall: branchesOf(allowed, overallProof), blank: [] };
  }
  return {
    individual,
    overall: branchesOf([{ ciphertext: first, value: 1 }, ...allowed], overallProof),
    blank: branchesOf(
      [first, sum].map((ciphertext) => ({ ciphertext, value: 0 })),
      blankProof,
    ),
  };
}

/** @param written α and β of each choice, then of their sum. */
function demandProofs(
  judge: Judge,
  group: Group,
  voter: string,
  question: Question,
  { individual, overall, blank }: Proofs,
  written: readonly string[],
  textsOf: (branches: readonly Branch[]) => string[],
  at: (path: string) => Place,
): void {
  const pair = (i: number): string => `${written[2 * i]},${written[2 * i + 1]}`;
  const context = statements.answer(voter, written.slice(0, 2 * individual.length));
  const demand = (rule: RuleId, branches: readonly Branch[], statement: string, path: string): void => {
    const challenges = branches.reduce((total, { proof }) => total + proof.challenge, 0n) % group.q;
    judge.demand(rule, branches.length > 0 && group.hash(statement) === challenges, at(path));
  };
  for (const [i, branches] of individual.entries()) {
    const statement = statements.interval(voter, pair(i), textsOf(branches));
    demand('BEL-PROOF-INDIVIDUAL', branches, statement, `individual_proofs[${i}]`);
  }
  if (question.blank !== true) {
    const statement = statements.interval(context, pair(individual.length), textsOf(overall));
    demand('BEL-PROOF-OVERALL', overall, statement, 'overall_proof');
    return;
  }
  demand('BEL-PROOF-OVERALL', overall, statements.overallOrBlank(context, textsOf(overall)), 'overall_proof');
  demand('BEL-PROOF-BLANK', blank, statements.blank(context, textsOf(blank)), 'blank_proof');
}

const sumOf = (group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext => ({
  alpha: product(
    group,
    ciphertexts.map(({ alpha }) => alpha),
  ),
  beta: product(
    group,
    ciphertexts.map(({ beta }) => beta),
  ),
});

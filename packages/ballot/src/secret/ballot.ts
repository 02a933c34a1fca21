import type { Answer, Ballot, Ciphertext } from '../ballot.ts';
import { encodeBallot, unsignedHash, unsignedJson } from '../ballot.ts';
import type { ElectionParameters, Question } from '../election.ts';
import type { Element } from '../group/group.ts';
import { modulo } from '../group/group.ts';
import type { Proof } from '../proof.ts';
import { respond, statements } from '../proof.ts';
import type { Result } from '../result.ts';
import { failed, succeeded } from '../result.ts';
import type { CredentialSecret } from './credential.ts';
import { credentialExponent } from './credential.ts';
import type { RandomSource } from './random.ts';
import { randomScalar, watchedRandom } from './random.ts';

/** What a voter chose in one question: nobody in particular, or these alternatives by their place from 0. */
export type Choice = { readonly blank: true } | { readonly blank: false; readonly answers: readonly number[] };

/** What a ciphertext holds, and what hides it. Secret until a ballot is spoiled. */
export interface Opening {
  readonly value: number;
  readonly randomness: bigint;
}

export interface CreatedBallot {
  /** The ballot's record, as it is sent. */
  readonly bytes: Uint8Array;
  /**
   * Opens every ciphertext, to show that the device encrypted what was chosen ("spoil and check"). A ballot whose
   * opening has left the device must never be cast; one that is cast must never be opened: forget this.
   */
  readonly opening: readonly (readonly Opening[])[];
}

/** Why no ballot was made. `question` counts from 0. */
export type ChoiceRefusal =
  | { readonly rule: 'ANSWERS-DO-NOT-FIT' }
  | { readonly rule: 'BLANK-NOT-ALLOWED' | 'NO-SUCH-ANSWER' | 'SAME-ANSWER-TWICE'; readonly question: number }
  | { readonly rule: 'WRONG-NUMBER-OF-CHOICES'; readonly question: number; readonly min: number; readonly max: number };

/**
 * Makes a ballot: encrypts the choices, proves them allowed without showing them, and signs with the credential.
 *
 * @param random called for every secret of the ballot.
 * @throws Error when the random generator has plainly failed.
 */
export function createBallot(
  parameters: ElectionParameters,
  secret: CredentialSecret,
  choices: readonly Choice[],
  random: RandomSource,
): Result<CreatedBallot, ChoiceRefusal> {
  const { group, election, fingerprint } = parameters;
  if (choices.length !== election.questions.length) return failed({ rule: 'ANSWERS-DO-NOT-FIT' });
  for (const [i, question] of election.questions.entries()) {
    const refusal = refusalOf(question, choices[i] ?? { blank: true }, i);
    if (refusal !== undefined) return failed(refusal);
  }
  const watched = watchedRandom(random);
  const s = credentialExponent(group, election.uuid, secret);
  const credential = group.generator.powSecret(s);
  const voter = statements.voter(fingerprint, group.write(credential));
  const opening = election.questions.map((question, i) =>
    valuesOf(question, choices[i] ?? { blank: true }).map((value) => ({
      value,
      randomness: randomScalar(group.q, watched),
    })),
  );
  const answers = election.questions.map((question, i) =>
    proveAnswer(parameters, voter, question, opening[i] ?? [], watched),
  );
  const unsigned = { electionUuid: election.uuid, electionHash: fingerprint, credential, answers };
  const hash = unsignedHash(unsignedJson(group, unsigned));
  const nonce = randomScalar(group.q, watched);
  const challenge = group.hash(statements.signature(hash, group.write(group.generator.powSecret(nonce))));
  const ballot: Ballot = { ...unsigned, signature: { hash, proof: respond(group, nonce, s, challenge) } };
  return succeeded({ bytes: encodeBallot(group, ballot), opening });
}

function refusalOf(question: Question, choice: Choice, index: number): ChoiceRefusal | undefined {
  if (choice.blank) return question.blank === true ? undefined : { rule: 'BLANK-NOT-ALLOWED', question: index };
  const { answers } = choice;
  if (answers.some((answer) => question.answers[answer] === undefined))
    return { rule: 'NO-SUCH-ANSWER', question: index };
  if (new Set(answers).size !== answers.length) return { rule: 'SAME-ANSWER-TWICE', question: index };
  const { min, max } = question;
  if (answers.length >= min && answers.length <= max) return undefined;
  return { rule: 'WRONG-NUMBER-OF-CHOICES', question: index, min, max };
}

/** Nought or one for each ciphertext; where blank is allowed it comes first. */
function valuesOf(question: Question, choice: Choice): number[] {
  const chosen = question.answers.map((_, answer) => (!choice.blank && choice.answers.includes(answer) ? 1 : 0));
  return question.blank === true ? [choice.blank ? 1 : 0, ...chosen] : chosen;
}

function encrypt({ group, publicKey }: ElectionParameters, { value, randomness }: Opening): Ciphertext {
  return {
    alpha: group.generator.powSecret(randomness),
    beta: group.multiply(publicKey.powSecret(randomness), group.generator.powSecret(BigInt(value))),
  };
}

/** Encrypts one answer and proves it. Exported for the tests, which let it prove what is not so. */
export function proveAnswer(
  parameters: ElectionParameters,
  voter: string,
  question: Question,
  openings: readonly Opening[],
  random: RandomSource,
): Answer {
  const { group } = parameters;
  const choices = openings.map((opening) => encrypt(parameters, opening));
  const written = group.writeAll(choices.flatMap(({ alpha, beta }) => [alpha, beta]));
  const pairText = (i: number): string => `${written[2 * i]},${written[2 * i + 1]}`;
  const context = statements.answer(voter, written);
  const individualProofs = openings.map((opening, i) => {
    const claims = [0, 1].map((claimed) => ({ opening, claimed }));
    return proveOneOf(parameters, claims, (texts) => statements.interval(voter, pairText(i), texts), random);
  });
  const blank = question.blank === true;
  const [first] = openings;
  const sum = sumOf(blank ? openings.slice(1) : openings, group.q);
  const allowed = Array.from({ length: question.max - question.min + 1 }, (_, i) => ({
    opening: sum,
    claimed: question.min + i,
  }));
  if (!blank || first === undefined) {
    const total = encrypt(parameters, sum);
    const pair = group.writeAll([total.alpha, total.beta]).join(',');
    const overallProof = proveOneOf(parameters, allowed, (texts) => statements.interval(context, pair, texts), random);
    return { choices, individualProofs, overallProof };
  }
  const overall = [{ opening: first, claimed: 1 }, ...allowed];
  const eitherOr = [
    { opening: first, claimed: 0 },
    { opening: sum, claimed: 0 },
  ];
  return {
    choices,
    individualProofs,
    overallProof: proveOneOf(parameters, overall, (texts) => statements.overallOrBlank(context, texts), random),
    blankProof: proveOneOf(parameters, eitherOr, (texts) => statements.blank(context, texts), random),
  };
}

const sumOf = (openings: readonly Opening[], q: bigint): Opening => ({
  value: openings.reduce((sum, { value }) => sum + value, 0),
  randomness: modulo(
    openings.reduce((sum, { randomness }) => sum + randomness, 0n),
    q,
  ),
});

/** "This ciphertext holds `claimed`": one branch of a proof, true for one of them at least. */
interface Claim {
  readonly opening: Opening;
  readonly claimed: number;
}

/**
 * Proves that one of the claims holds without showing which. The first true one is proven, the others are simulated;
 * all take the same powers: since the maker knows what each ciphertext is made of, every power is of g or y, whose
 * tables are ready.
 */
function proveOneOf(
  { group, publicKey }: ElectionParameters,
  claims: readonly Claim[],
  statement: (commitments: readonly string[]) => string,
  random: RandomSource,
): Proof[] {
  const { q, generator } = group;
  const real = claims.findIndex(({ opening, claimed }) => opening.value === claimed);
  const branches = claims.map(({ opening, claimed }, i) => {
    const challenge = i === real ? 0n : randomScalar(q, random);
    const response = randomScalar(q, random);
    // A = g^s·α^c = g^(s + r·c), B = y^s·(β/g^M)^c = y^(s + r·c)·g^((m − M)·c).
    const exponent = modulo(response + opening.randomness * challenge, q);
    const offset = modulo(BigInt(opening.value - claimed) * challenge, q);
    const a = generator.powSecret(exponent);
    const b: Element = group.multiply(publicKey.powSecret(exponent), generator.powSecret(offset));
    return { opening, challenge, response, commitments: [a, b] };
  });
  const hash = group.hash(statement(group.writeAll(branches.flatMap(({ commitments }) => commitments))));
  const simulated = branches.reduce((sum, { challenge }) => sum + challenge, 0n);
  const proofs = branches.map(({ opening, challenge, response }, i): Proof => {
    if (i !== real) return { challenge, response };
    return respond(group, response, opening.randomness, modulo(hash - simulated, q));
  });
  return proofs;
}

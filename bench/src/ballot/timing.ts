import { randomInt } from 'node:crypto';
import { createBallot, type ElectionParameters, groupOf, parseCredentialSecret, parseElection } from '@klubba/ballot';
import { nodeRandom } from '@klubba/ballot/node';
import { welchT } from '../statistics.ts';

/** Beyond this two classes of secrets are told apart by time with near certainty (Reparaz, Balasch, Verbauwhede, DATE 2017). */
export const TOLD_APART = 4.5;

/** A secret operation, with secrets of two classes; `t` says how far apart their times are. */
export type Timed = {
  readonly operation: string;
  readonly classes: string;
  readonly times: number;
  readonly t: number;
};

const WARM = 50;
/** The slowest are those that the machine interrupted. */
const KEPT = 0.9;

/** As dudect measures: classes in random order in one run, the slowest cut off, and Welch's t of what is left. */
function apart(times: number, run: (ofClass: 0 | 1) => () => unknown): number {
  const seen: [number[], number[]] = [[], []];
  for (let index = -WARM; index < times; index += 1) {
    const ofClass = randomInt(2) as 0 | 1;
    const work = run(ofClass);
    const from = process.hrtime.bigint();
    work();
    const took = Number(process.hrtime.bigint() - from);
    if (index >= 0) seen[ofClass].push(took);
  }
  const limit = seen.flat().toSorted((a, b) => a - b)[Math.floor(times * KEPT)] ?? Number.POSITIVE_INFINITY;
  return welchT(
    seen[0].filter((took) => took < limit),
    seen[1].filter((took) => took < limit),
  );
}

/**
 * The operations in which a voter's choice and secrets and a key holder's key are used, by the code that a tablet runs; and a control, which must
 * be told apart if the measurement sees anything: an exponent of one bit, which no secret is.
 */
export function timeSecrets(record: Uint8Array, secretText: string): readonly Timed[] {
  const group = groupOf('BELENIOS-2048');
  const secret = parseCredentialSecret(secretText);
  const parsed = parseElection(record, {}, 2_000);
  if (!parsed.ok || secret === undefined) throw new Error('The election is our own.');
  const parameters: ElectionParameters = parsed.value;
  const random = (): bigint => BigInt(`0x${Buffer.from(nodeRandom(32)).toString('hex')}`) % group.q;
  const base = group.powPublic(group.generator.base, random());
  const fixed = group.q - 1n;
  const choices = [{ blank: true } as const, { blank: false, answers: [1] } as const];
  const exponents = 'one large exponent, others drawn anew';
  const POWERS = 2_000;
  const BALLOTS = 400;
  return [
    {
      operation: 'power of g (credential, ballot)',
      classes: exponents,
      times: POWERS,
      t: apart(POWERS, (ofClass) => {
        const exponent = ofClass === 0 ? fixed : random();
        return () => parameters.group.generator.powSecret(exponent);
      }),
    },
    {
      operation: 'power of any element (key holder’s part)',
      classes: exponents,
      times: POWERS,
      t: apart(POWERS, (ofClass) => {
        const exponent = ofClass === 0 ? fixed : random();
        return () => group.powSecret(base, exponent);
      }),
    },
    {
      operation: 'control: power of g',
      classes: 'the exponent 1, others drawn anew',
      times: POWERS,
      t: apart(POWERS, (ofClass) => {
        const exponent = ofClass === 0 ? 1n : random();
        return () => parameters.group.generator.powSecret(exponent);
      }),
    },
    {
      operation: 'a whole ballot',
      classes: 'blank, a candidate',
      times: BALLOTS,
      t: apart(BALLOTS, (ofClass) => {
        const choice = choices[ofClass] ?? { blank: true };
        return () => createBallot(parameters, secret, [choice], nodeRandom);
      }),
    },
  ];
}

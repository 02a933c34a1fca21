import { parseArgs } from 'node:util';
import { counterPropositions } from './counter-propositions.ts';
import { proportionalElections } from './proportional.ts';
import { quorums } from './quorum.ts';
import { remits } from './remits.ts';

const CASES = '100000';
const { values } = parseArgs({
  options: { cases: { type: 'string', default: CASES }, seed: { type: 'string', default: '1' } },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
let wrong = 0;
for (const subject of [quorums, remits, proportionalElections, counterPropositions]) {
  const began = performance.now();
  const { subject: name, cases: tried, disagreements } = subject(cases, seed);
  for (const told of disagreements) console.log(`disagreement: ${name}: ${told}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${name}: ${tried} random cases, ${disagreements.length} disagreements, seed ${seed}, ${seconds} s`);
  wrong += disagreements.length;
}
process.exitCode = wrong === 0 ? 0 : 1;

import { parseArgs } from 'node:util';
import { type Bench, runBench } from './bench.ts';
import { append } from './append/append.ts';
import { floor } from './browser/floor.ts';
import { join } from './browser/join.ts';
import { weight } from './browser/weight.ts';
import { ballot } from './ballot/ballot.ts';
import { council } from './council/council.ts';
import { decide } from './decide/decide.ts';
import { fanout } from './fanout/fanout.ts';
import { login } from './login/login.ts';
import { memory } from './memory/memory.ts';
import { register } from './register/register.ts';
import { vote } from './vote/vote.ts';

const benches: readonly Bench[] = [
  fanout,
  append,
  vote,
  join,
  floor,
  council,
  weight,
  memory,
  decide,
  ballot,
  register,
  login,
];

const USAGE = `Measures what Klubba claims, beside a reference, in one run.

  npm run -s bench -- NAME [--json]

${benches.map(({ name, about }) => `  ${name.padEnd(9)} ${about}`).join('\n')}`;

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const bench = benches.find(({ name }) => name === positionals[0]);
if (bench === undefined) {
  console.error(USAGE);
  process.exit(2);
}
// A missed aim is a finding, not a failure: the figures say it.
await runBench(bench, values.json, console.log);
process.exit(0);

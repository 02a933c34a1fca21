import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asvs } from './asvs.ts';
import { boundaries } from './boundaries.ts';
import { deadCode } from './dead-code.ts';
import { format } from './format.ts';
import { hazards } from './hazards.ts';
import { heart } from './heart.ts';
import { lint } from './lint.ts';
import { lockFile } from './lock-file.ts';
import { permissions } from './permissions.ts';
import { results } from './results.ts';
import { rules } from './rules.ts';
import { spec } from './spec.ts';
import type { Check } from './finding.ts';
import { types } from './types.ts';
import { unitTestsIn } from './unit-tests.ts';

const all: readonly Check[] = [
  types,
  lint,
  format,
  results,
  hazards,
  heart,
  rules,
  spec,
  permissions,
  asvs,
  boundaries,
  deadCode,
  lockFile,
  unitTestsIn(),
];
const SHOWN_FINDINGS = 40;
const NAME_WIDTH = 12;
const REPORT = '--report=';
const WITHOUT = '--without=';

/**
 * `npm run check [-- NAME… --without=NAME --report=FILE]`: every check, or those named, but the one left out; one line each,
 * what was found under it, and the counts as JSON in FILE. Returns how many failed.
 */
async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const reportFile = valueOf(args, REPORT);
  const without = valueOf(args, WITHOUT);
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  const named = names.length === 0 ? all : all.filter((check) => names.includes(check.name));
  const chosen = named.filter((check) => check.name !== without);
  const unknown = [...names, ...(without === undefined ? [] : [without])].filter(
    (name) => !all.some((check) => check.name === name),
  );
  if (unknown.length > 0) {
    console.error(`No such check: ${unknown.join(', ')}. There are: ${all.map((check) => check.name).join(', ')}.`);
    return 1;
  }
  let failed = 0;
  const began = performance.now();
  for (const check of chosen) {
    if (!(await report(check, root))) failed += 1;
  }
  if (reportFile !== undefined) writeFileSync(reportFile, JSON.stringify({ passed: chosen.length - failed, failed }));
  console.log(`${chosen.length - failed} of ${chosen.length} checks hold (${seconds(began)})`);
  return failed;
}

function valueOf(args: readonly string[], option: string): string | undefined {
  return args.find((arg) => arg.startsWith(option))?.slice(option.length);
}

async function report(check: Check, root: string): Promise<boolean> {
  const began = performance.now();
  const findings = await check.run(root);
  const mark = findings.length === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${check.name.padEnd(NAME_WIDTH)} ${seconds(began).padStart(7)}  ${check.about}`);
  for (const finding of findings.slice(0, SHOWN_FINDINGS)) console.log(`     ${finding}`);
  if (findings.length > SHOWN_FINDINGS) console.log(`     … and ${findings.length - SHOWN_FINDINGS} more`);
  return findings.length === 0;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

process.exitCode = (await main(process.argv.slice(2))) === 0 ? 0 : 1;

// `npm test`: everything, on a clean clone, and at the end `N passed, N failed`.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildWeb, installPackages, prepareLivekit, requireNode, root } from './start/prepare.mjs';
import { CannotGoOn } from './start/sentences.mjs';
import { bringDebianPackages } from './test/debian.mjs';
import { stages } from './test/stages.mjs';

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
const total = { passed: 0, failed: 0 };

/** @param {import('./test/stages.mjs').Count} count */
function add(count) {
  total.passed += count.passed;
  total.failed += count.failed;
}

/** A thing that is missing is one failure, named; what does not need it is tested all the same. @param {string} what */
function missing(what) {
  say(`MISSING: ${what}`);
  add({ passed: 0, failed: 1 });
}

async function prepare() {
  requireNode();
  await installPackages();
  for (const name of bringDebianPackages(say)) missing(`the Debian package ${name} (apt-get install ${name})`);
  if ((await prepareLivekit()) === undefined) missing('the video server, which needs Go and the network once');
  await buildWeb().catch((error) => {
    if (!(error instanceof CannotGoOn)) throw error;
    missing(error.message);
  });
}

/** @param {readonly string[]} names */
async function run(names) {
  for (const stage of stages.filter((one) => names.length === 0 || names.includes(one.name))) {
    if (stage.name === 'e2e' && !existsSync(path.join(root, 'e2e', 'playwright.config.ts'))) {
      missing('e2e/playwright.config.ts');
      continue;
    }
    const began = performance.now();
    say(`\n== ${stage.name}`);
    const count = await stage.run(stage.withinMs);
    say(
      `== ${stage.name}: ${count.passed} ok, ${count.failed} not, ${Math.round((performance.now() - began) / 1000)} s`,
    );
    add(count);
  }
}

try {
  await prepare();
  await run(process.argv.slice(2));
} catch (error) {
  say(error instanceof CannotGoOn ? error.message : String(error instanceof Error ? error.stack : error));
  total.failed += 1;
}
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
say(`${total.passed} passed, ${total.failed} failed`);

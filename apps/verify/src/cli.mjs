// Plain JavaScript, as is the thread's program: compiled code is looked for before the first file with types is loaded, and
// what strips types is then not needed at all.
import { keepCompiled } from './compile-cache.mjs';

keepCompiled();
const { run } = await import('./run.ts');
const { exit, out, err } = await run(process.argv.slice(2));
if (out !== undefined) console.log(out);
if (err !== undefined) console.error(err);
process.exitCode = exit;

import { keepCompiled } from './compile-cache.ts';

keepCompiled();
const { run } = await import('./run.ts');
const { exit, out, err } = await run(process.argv.slice(2));
if (out !== undefined) console.log(out);
if (err !== undefined) console.error(err);
process.exitCode = exit;

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds `dist/verify.html`: the whole verifier in one file that runs from a USB stick. */
const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: pathOf(entry), formats: ['iife'], name: 'klubbaVerify' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error(`${entry} gave no bundle`);
  return output.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}

/** A script inside HTML ends at the first `</script`, wherever that stands. */
const inScript = (code: string): string => code.replaceAll('</script', '<\\/script');

/** Function replacements, since `$` in code must not be taken for a pattern. */
const fill = (page: string, slot: string, content: string): string => page.replace(`/*${slot}*/`, () => content);

const [template, tokens, style, script, worker] = await Promise.all([
  readFile(pathOf('./page/page.html'), 'utf8'),
  readFile(pathOf('./page/tokens.css'), 'utf8'),
  readFile(pathOf('./page/page.css'), 'utf8'),
  bundle('./page/page.ts'),
  bundle('./page/page-worker.ts'),
]);
const page = [
  ['style', `${tokens}\n${style}`],
  ['worker', inScript(worker)],
  ['script', inScript(script)],
].reduce((text, [slot = '', content = '']) => fill(text, slot, content), template);

await mkdir(pathOf('../dist'), { recursive: true });
await writeFile(pathOf('../dist/verify.html'), page);
console.log(`dist/verify.html: ${Math.round(Buffer.byteLength(page) / 1024)} kB`);

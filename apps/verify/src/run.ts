import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { nodeEngine } from '@klubba/ballot/node';
import { nodeThreads } from './node-threads.ts';
import type { Report, UnreadableReason } from './report.ts';
import { EXIT, reportText, reportUnreadable } from './report.ts';
import type { Language } from './texts.ts';
import { LANGUAGES, texts } from './texts.ts';
import { verifyFile } from './verify-file.ts';

interface Call {
  readonly file: string;
  readonly receipts: string | undefined;
  readonly language: Language;
}

/** The call as meant, or undefined where it cannot be. */
function parseCall(args: readonly string[]): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { receipts: { type: 'string' }, lang: { type: 'string', default: 'sv' } },
    });
    const [file, ...more] = positionals;
    const language = LANGUAGES.find((known) => known === values.lang);
    if (file === undefined || more.length > 0 || language === undefined) return undefined;
    return { file, receipts: values.receipts, language };
  } catch {
    return undefined;
  }
}

/** Below this size starting threads takes longer than they save. */
const WORTH_THREADS_BYTES = 300_000;

const readOrNothing = (path: string): Promise<Uint8Array | undefined> => readFile(path).catch(() => undefined);

async function report({ file, receipts, language }: Call): Promise<Report> {
  const unreadable = (reason: UnreadableReason): Report => reportUnreadable(reason, language);
  const bytes = await readOrNothing(file);
  if (bytes === undefined) return unreadable('no-such-file');
  const list = receipts === undefined ? undefined : await readOrNothing(receipts);
  if (receipts !== undefined && list === undefined) return unreadable('receipts');
  const threads = bytes.length >= WORTH_THREADS_BYTES ? nodeThreads() : undefined;
  try {
    return await verifyFile(bytes, {
      language,
      ...(list && { receipts: new TextDecoder().decode(list) }),
      ...(threads && { threads }),
      verify: { engine: nodeEngine() },
    });
  } finally {
    await threads?.stop();
  }
}

/** What a process is to say and to exit with. Faults of the call or the file are said on standard error. */
export interface Said {
  readonly exit: Report['exit'];
  readonly out?: string;
  readonly err?: string;
}

/** Verifies as the command line asks. */
export async function run(args: readonly string[]): Promise<Said> {
  const call = parseCall(args);
  if (call === undefined) return { exit: EXIT.unreadable, err: `${texts.sv.usage}\n${texts.en.usage}` };
  const verdict = await report(call);
  const text = reportText(verdict, call.language);
  return verdict.exit === EXIT.unreadable ? { exit: verdict.exit, err: text } : { exit: verdict.exit, out: text };
}

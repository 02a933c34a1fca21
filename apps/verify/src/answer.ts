import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { nodeEngine } from '@klubba/ballot/node';
import type { Said } from './run.ts';
import type { Report, UnreadableReason } from './report.ts';
import { EXIT, reportText, reportUnreadable } from './report.ts';
import type { Language } from './texts.ts';
import { LANGUAGES, texts } from './texts.ts';
import type { Threads } from './verify-file.ts';
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

const readOrNothing = (path: string): Promise<Uint8Array | undefined> => readFile(path).catch(() => undefined);

async function report({ file, receipts, language }: Call, threads: Threads | undefined): Promise<Report> {
  const unreadable = (reason: UnreadableReason): Report => reportUnreadable(reason, language);
  const bytes = await readOrNothing(file);
  if (bytes === undefined) return unreadable('no-such-file');
  const list = receipts === undefined ? undefined : await readOrNothing(receipts);
  if (receipts !== undefined && list === undefined) return unreadable('receipts');
  return verifyFile(bytes, {
    language,
    ...(list && { receipts: new TextDecoder().decode(list) }),
    ...(threads && { threads }),
    verify: { engine: nodeEngine() },
  });
}

/** Verifies as the command line asks, with the help of `threads`. */
export async function answer(args: readonly string[], threads: Threads | undefined): Promise<Said> {
  const call = parseCall(args);
  if (call === undefined) return { exit: EXIT.unreadable, err: `${texts.sv.usage}\n${texts.en.usage}` };
  const verdict = await report(call, threads);
  const text = reportText(verdict, call.language);
  return verdict.exit === EXIT.unreadable ? { exit: verdict.exit, err: text } : { exit: verdict.exit, out: text };
}

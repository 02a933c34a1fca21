import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** This machine has no typesetter: its binary does not exist for the platform. Everything but PDF works. */
export class NoTypesetter extends Error {
  override readonly name = 'NoTypesetter';
}

/** `a-2a`: an archive's PDF that is also tagged for screen readers (PDF/A-2a). `ua-1`: PDF/UA-1 for those who ask for it. */
export type Standard = 'a-2a' | 'ua-1';

let compiler: NodeCompiler | undefined;

/**
 * Typesets a Typst source. What people have written comes in as `data` and is read there with `json(bytes(sys.inputs.data))`,
 * so no text of theirs is ever source. Throws `NoTypesetter` where there is none.
 */
export function typeset(source: string, data: unknown, standard: Standard, madeAt: number): Buffer {
  const typst = load();
  const compiled = typst.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } });
  const { result } = compiled;
  if (result === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? [])}`);
  return typst.pdf(result, { pdfStandard: standard, creationTimestamp: Math.floor(madeAt / 1_000) });
}

function load(): NodeCompiler {
  if (compiler !== undefined) return compiler;
  try {
    const module = createRequire(import.meta.url)(
      '@myriaddreamin/typst-ts-node-compiler',
    ) as typeof import('@myriaddreamin/typst-ts-node-compiler');
    compiler = module.NodeCompiler.create();
    return compiler;
  } catch (error) {
    throw new NoTypesetter(error instanceof Error ? error.message : String(error));
  }
}

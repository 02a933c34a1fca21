import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { negativeFiles, positiveFiles } from './vector-files.ts';

/** Writes `packages/ballot/vectors/` anew: the same bytes in every run. `node packages/ballot/src/testing/vectors/write.ts` */
for (const [path, bytes] of [...(await positiveFiles()), ...(await negativeFiles())])
  writeFileSync(fileURLToPath(new URL(`../../../vectors/${path}`, import.meta.url)), bytes);

import { enableCompileCache } from 'node:module';
import path from 'node:path';

/**
 * Keeps the program's compiled code between runs, beside the program itself: who can write there can alter the program as well.
 * Where nothing can be written it is compiled anew.
 */
export const keepCompiled = () => {
  enableCompileCache(path.join(import.meta.dirname, '../../../node_modules/.cache/klubba-verify'));
};

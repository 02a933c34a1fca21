import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Lets go of everything that can be let go of, so that what is left is what is held. */
export const collectGarbage = runInNewContext('gc') as () => void;

import type * as meeting from '@klubba/meeting';

/** What of the heart a running meeting needs to be decided and folded. Given from outside, so that order and durability can be tested on a meeting of three words. */
export type Heart = Pick<typeof meeting, 'decide' | 'evolve' | 'unplanned'>;

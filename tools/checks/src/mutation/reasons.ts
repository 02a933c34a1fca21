import type { Survivor } from './report.ts';

/**
 * Why a survivor is let be. `was` and `became` are the code and what Stryker made of it, on one line; what is left out stands for
 * anything, so that one reason can hold for a class (`mutator` alone) in one file. `file` is within the heart.
 */
export type Reason = {
  readonly file: string;
  readonly mutator?: string;
  readonly was?: string;
  readonly became?: string;
  readonly reason: string;
};

const FIELDS = ['file', 'mutator', 'was', 'became'] as const;

export function holdsFor(reason: Reason, survivor: Survivor): boolean {
  return FIELDS.every((field) => reason[field] === undefined || reason[field] === survivor[field]);
}

/** The reason that says most of the place, when several hold. */
export function reasonFor(survivor: Survivor, reasons: readonly Reason[]): Reason | undefined {
  const said = (reason: Reason): number => FIELDS.filter((field) => reason[field] !== undefined).length;
  return reasons.filter((reason) => holdsFor(reason, survivor)).toSorted((a, b) => said(b) - said(a))[0];
}

/** What in a file of reasons cannot be right: no file, nothing that tells which place, no reason. */
export function faultsIn(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter(({ file, mutator, was, became, reason }) => !file || !reason || !(mutator ?? was ?? became));
}

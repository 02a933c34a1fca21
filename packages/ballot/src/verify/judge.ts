import type { Result } from '../result.ts';
import { failed, succeeded } from '../result.ts';
import type { RuleId } from './rules.ts';

/** Where in an archive something was found. Every part is left out where it does not apply. */
export interface Place {
  /** Name of the tar record. */
  readonly record?: string;
  /** Byte offset in the file. */
  readonly offset?: number;
  /** Height of the event. */
  readonly height?: number;
  /** Path within the record's JSON, such as `answers[0].choices[2].alpha`. */
  readonly path?: string;
  /** Line in the list of receipts, from 1. */
  readonly line?: number;
}

/** The first broken rule, and where. */
export interface Finding {
  readonly rule: RuleId;
  readonly place: Place;
}

/**
 * Makes the demands. A verifier is some hundred demands in a row, of which the first that fails ends all; the judge
 * leaves by an exception that never crosses {@link judged}, where it turns into data.
 */
export interface Judge {
  demand(rule: RuleId, holds: boolean, place: Place): void;
}

class Refuted extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.rule);
    this.finding = finding;
  }
}

/** `ignoring` is for the tests of the verifier alone: they switch rules off to prove that each is needed. */
export function judge(ignoring: ReadonlySet<RuleId> = new Set()): Judge {
  return {
    demand(rule, holds, place) {
      if (!holds && !ignoring.has(rule)) throw new Refuted({ rule, place });
    },
  };
}

/** Runs an examination and gives its value, or the first demand that failed. */
export function judged<Value>(examination: () => Value): Result<Value, Finding> {
  try {
    return succeeded(examination());
  } catch (error) {
    if (error instanceof Refuted) return failed(error.finding);
    throw error;
  }
}

/** Fails outright where going on makes no sense even with the rule switched off. */
export function refute(rule: RuleId, place: Place): never {
  throw new Refuted({ rule, place });
}

/** As {@link judged}, for an examination that has to wait. */
export async function judgedLater<Value>(examination: () => Promise<Value>): Promise<Result<Value, Finding>> {
  try {
    return succeeded(await examination());
  } catch (error) {
    if (error instanceof Refuted) return failed(error.finding);
    throw error;
  }
}

/** Leaves the examination of an archive that may be sound, but in ways this verifier does not know. */
export class Unsupported extends Error {}
